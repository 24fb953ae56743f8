import type { Message } from '../../text/locale';
import type { Level } from '../../plan/level';
import { USUAL_PERIOD } from '../../plan/facts';
import { frontMatterEnd, MAX_FRONT_MATTER, opensFrontMatter } from '../../syntax/line';
import { lineAt } from '../../syntax/source';
import { fitOf, type Spell } from '../../lexicon/pinyin';
import { typedFrom, type Place } from './place';
import type { Proposal, Typed } from './proposal';
import { placeOfTitle } from './units';

/** The keys of docs/format.md, section 7, in its order, and what each is for. */
const KEYS: readonly (readonly [key: string, english: string | null, purpose: Message])[] = [
  ['标题', 'title', { zh: '大纲和任务表的标题', en: 'title of outline and task table' }],
  ['文号', null, { zh: '发文字号', en: 'document number' }],
  ['发文机关', null, { zh: '导出公文时用', en: 'issuing body' }],
  ['成文日期', 'date', { zh: '如 2024-04-22', en: 'date of issue' }],
  ['期间', 'period', { zh: '规划期，如 2021-2025', en: 'first and last year' }],
  ['地区', 'region', { zh: '核对单位层级', en: 'region' }],
  ['级别', 'level', { zh: '省级、市级、县级、乡级', en: 'level of the body' }],
  ['上位文件', null, { zh: '上级方案的路径', en: 'paths of superior plans' }],
  ['单位名录', 'register', { zh: '另加的名录的路径', en: 'path of a register' }],
];

const LEVELS: readonly (readonly [Level, string])[] = [
  ['province', '省级'],
  ['city', '市级'],
  ['county', '县级'],
  ['township', '乡级'],
];

/** Whether the caret is in the front matter, closed already or not. */
export function isInFrontMatter({ plan: { source }, position }: Place): boolean {
  if (position.line === 0 || position.line >= MAX_FRONT_MATTER || !opensFrontMatter(lineAt(source, 0))) return false;
  const lines = Array.from({ length: Math.min(MAX_FRONT_MATTER, source.lineCount) }, (_, at) => lineAt(source, at));
  const end = frontMatterEnd(lines);
  if (end > 0) return position.line < end;
  // Not closed yet: as far as lines look like keys.
  return lines.slice(1, position.line).every((line) => /^(?:\s*$|[^\s:：]{1,12}\s*[:：]|\s+-)/.test(line));
}

/** The keys that are not there yet, or the values of the key the caret stands behind. */
export function proposeFrontMatter(place: Place, spell: Spell): readonly Proposal[] {
  const { before, after, position } = place;
  const value = /^([^\s:：]+)\s*[:：]\s*(.*)$/.exec(before);
  if (value) {
    const typed = typedFrom(position, value[2]!, after.trimEnd().length);
    return valuesOf(value[1]!, place)
      .filter(({ text }) => text.startsWith(typed.text) && text !== typed.text)
      .map(({ text, detail }) => toProposal('value', text, text, typed, detail));
  }
  const word = /^([\u4e00-\u9fffA-Za-z]*)$/.exec(before)?.[1];
  if (word === undefined || after.trim() !== '') return [];
  const typed = typedFrom(position, word);
  const there = keysThere(place);
  return KEYS.filter(([key, english]) => !there.has(key) && !(english && there.has(english)))
    .map(([key, english, purpose]) => ({
      fit: english?.startsWith(word.toLowerCase()) ? 1 : fitOf(word, spell(key)),
      made: toProposal('key', key, `${key}: `, typed, purpose),
    }))
    .filter(({ fit }) => fit !== null)
    .sort((a, b) => a.fit! - b.fit!)
    .map(({ made }) => made);
}

function keysThere({ plan: { source }, position }: Place): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let line = 1; line < Math.min(MAX_FRONT_MATTER, source.lineCount); line++) {
    const text = lineAt(source, line);
    if (/^(?:---|\.\.\.)\s*$/.test(text)) break;
    const key = line === position.line ? null : /^([^\s:：]+)\s*[:：]/.exec(text)?.[1];
    if (key) keys.add(key);
  }
  return keys;
}

interface Value {
  readonly text: string;
  readonly detail: Message | null;
}

/** What the text says of itself, then what is usual. */
function valuesOf(key: string, { plan }: Place): readonly Value[] {
  const { facts, readings } = plan;
  const own = (text: string | null | undefined): Value[] =>
    text ? [{ text, detail: { zh: '取自正文', en: 'from the text' } }] : [];
  const titles = readings.slice(0, HEAD).flatMap(({ summary }) => summary.titles.map(({ text }) => text));
  const title = titles[titles.length - 1] ?? null;
  const region = placeOfTitle(facts.title ?? title ?? '');
  switch (key) {
    case '标题':
    case 'title':
      return titles.reverse().flatMap(own);
    case '文号':
      return readings.slice(0, HEAD).flatMap(({ summary }) => own(summary.ownNumber));
    case '发文机关':
      return region ? own(`${region}人民政府`).concat(own(`${region}人民政府办公室`)) : [];
    case '成文日期':
    case 'date':
      return own(facts.issueDate);
    case '地区':
    case 'region':
      return own(region);
    case '期间':
    case 'period':
      return periods(plan.facts.period).map((text) => ({ text, detail: null }));
    case '级别':
    case 'level':
      return levels(facts.level).map((text) => ({ text, detail: null }));
    case '单位名录':
    case 'register':
      return [{ text: 'units.yaml', detail: null }];
    default:
      return [];
  }
}

/** The head of a document is within so many passages. */
const HEAD = 5;

function periods(period: { readonly start: number; readonly end: number } | null): readonly string[] {
  const usual = [USUAL_PERIOD, { start: USUAL_PERIOD.start + 5, end: USUAL_PERIOD.end + 5 }];
  return [...new Set([...(period ? [period] : []), ...usual].map(({ start, end }) => `${start}-${end}`))];
}

function levels(level: Level | null): readonly string[] {
  const own = LEVELS.filter(([one]) => one === level);
  return [...new Set([...own, ...LEVELS].map(([, text]) => text))];
}

function toProposal(
  kind: 'key' | 'value',
  label: string,
  text: string,
  typed: Typed,
  message: Message | null,
): Proposal {
  return { kind, label, insert: [text], typed, detail: message && { message, args: {} }, about: null };
}
