import { outlineOf, type OutlineNode } from '../../core/plan/outline';
import type { Plan } from '../../core/plan/plan';
import { isEditFix } from '../../core/rules/fixAll';
import type { Finding, Rule, Severity, Strength, Topic } from '../../core/rules/rule';
import { lineAt } from '../../core/syntax/source';
import { say, type Locale, type Message } from '../../core/text/locale';
import type { Range } from '../../core/text/position';

/** One opinion of the review sheet (审查意见单), in the reader's language. */
export interface SheetRow {
  /** Counted through the whole sheet, from 1. */
  readonly number: number;
  /** Line as counted from 1, and the numbers of the headings above: 第 12 行 · 二、（三）. */
  readonly place: string;
  /** The words in question; between ellipses where they are only a part of a long stretch. */
  readonly original: string;
  readonly finding: string;
  readonly basis: string;
  readonly strength: Strength;
  /** What is proposed; empty where only a person can tell. */
  readonly suggestion: string;
  readonly rule: string;
  readonly severity: Severity;
}

export interface SheetGroup {
  readonly topic: Topic;
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

/** The opinions on one document. */
export interface Sheet {
  /** What is reviewed: its title, else the name of the file. */
  readonly title: string;
  readonly file: string;
  readonly groups: readonly SheetGroup[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/** How many opinions are on a sheet. */
export const totalOf = ({ counts }: Sheet): number => counts.error + counts.warning + counts.info + counts.hint;

export interface SheetInput {
  readonly file: string;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  readonly rules: readonly Rule[];
  readonly locale: Locale;
}

export const TOPICS: Readonly<Record<Topic, Message>> = {
  units: { zh: '责任单位', en: 'Responsible units' },
  time: { zh: '时限与成果', en: 'Deadlines and outcomes' },
  structure: { zh: '结构与表格', en: 'Structure and tables' },
  text: { zh: '文字、标点与引用', en: 'Wording, punctuation and citations' },
};

const ORDER: readonly Topic[] = ['units', 'time', 'structure', 'text'];

/** Puts findings on a sheet: grouped by topic, in order of place, numbered through. */
export function sheetOf({ file, plan, findings, rules, locale }: SheetInput): Sheet {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const outline = outlineOf(plan);
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  let number = 0;
  const groups = ORDER.flatMap((topic): SheetGroup[] => {
    const own = findings.filter(({ rule }) => (byId.get(rule)?.topic ?? 'text') === topic);
    const rows = own.map((finding) => rowOf(finding, ++number, byId.get(finding.rule), plan, outline, locale));
    return rows.length > 0 ? [{ topic, title: TOPICS[topic][locale], rows }] : [];
  });
  return { title: plan.facts.title ?? file, file, groups, counts };
}

function rowOf(
  finding: Finding,
  number: number,
  rule: Rule | undefined,
  plan: Plan,
  outline: readonly OutlineNode[],
  locale: Locale,
): SheetRow {
  return {
    number,
    place: placeOf(finding.range, outline, locale),
    original: wordsAt(finding.range, plan),
    finding: say(finding.message, locale, finding.args),
    basis: rule?.basis[locale] ?? '',
    strength: rule?.strength ?? '惯例',
    suggestion: finding.fixes
      .filter(isEditFix)
      .map((fix) => say(fix.title, locale, fix.args))
      .join(locale === 'zh' ? '；或' : '; or '),
    rule: finding.rule,
    severity: finding.severity,
  };
}

function placeOf({ start }: Range, outline: readonly OutlineNode[], locale: Locale): string {
  const line = locale === 'zh' ? `第 ${start.line + 1} 行` : `line ${start.line + 1}`;
  const path = pathTo(start.line, outline);
  return path === '' ? line : `${line} · ${path}`;
}

function pathTo(line: number, nodes: readonly OutlineNode[]): string {
  const node = [...nodes].reverse().find(({ range }) => range.start.line <= line && line <= range.end.line);
  if (!node) return '';
  const own =
    node.number === null ? '' : /^[一二三四五六七八九十百]+$/.test(node.number) ? `${node.number}、` : node.number;
  return own + pathTo(line, node.children);
}

const MAX_ORIGINAL = 80;
const AROUND = 10;

/** What stands at `range`: with a few words round it when it is very short, cut in the middle when it is very long. */
function wordsAt({ start, end }: Range, { source }: Plan): string {
  const line = lineAt(source, start.line);
  const to = end.line === start.line ? end.character : line.length;
  const words = line.slice(start.character, to).replace(/\t/g, ' ').trim();
  const more = end.line > start.line ? '……' : '';
  if (words.length > MAX_ORIGINAL) return `${words.slice(0, MAX_ORIGINAL - 20)}……${words.slice(-18)}${more}`;
  if (words.length > 4) return words + more;
  const from = Math.max(0, start.character - AROUND);
  const until = Math.min(line.length, to + AROUND);
  const [before, after] = [line.slice(from, start.character), line.slice(to, until)];
  const around = `${from > 0 ? '……' : ''}${before}【${words}】${after}${until < line.length ? '……' : ''}`;
  return around.replace(/\t/g, ' ');
}
