import type { KindReason, Period, PlanKind } from '../../protocol';
import type { Paragraph } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import { isDateLine } from '../syntax/line';
import type { Passage } from '../syntax/passage';
import { isDay, isoDate, yearOf, type IsoDate } from '../text/dates';
import type { Range } from '../text/position';
import type { Deadline } from './deadlines';
import { readFrontMatter, type FrontMatter } from './frontMatter';
import { LEVELS, levelNamed, levelOf, levelOfName, NO_LEVELS_NAMED, type Level, type LevelCounts } from './level';
import type { BlockReading } from './reading';
import { readPeriod } from './period';
import { leadRuleIn, type LeadRule } from './responsibility';

/** A line that reads like a title. `line` counts from the passage. */
export interface TitleCandidate {
  readonly text: string;
  readonly range: Range;
}

/** What one passage adds to the facts of the document. */
export interface Summary {
  readonly titles: readonly TitleCandidate[];
  readonly frontMatter: FrontMatter | null;
  /** Titles, dates and numbers found in web furniture. */
  readonly metadata: { readonly title: string | null; readonly year: number | null; readonly number: string | null };
  readonly issueDate: IsoDate | null;
  /** The document's own number (承高字〔2022〕14号), and the year in it. */
  readonly ownNumber: string | null;
  readonly numberYear: number | null;
  readonly leadRule: LeadRule | null;
  readonly defaultDeadline: Deadline | null;
  readonly annotated: number;
  /** Annotations and rows that say who leads. */
  readonly leadStated: number;
  readonly rows: number;
  readonly rowsWithUnits: number;
  /** Numbered headings and measures. */
  readonly numbered: number;
  readonly prose: number;
  readonly years: Years;
  /** Units by the level their names begin with (区司法局). */
  readonly levels: LevelCounts | null;
}

/**
 * What rules may know of the document while they look at one passage. Compared by value (`key`), so that the findings of
 * a passage are kept as long as none of this changes; counts are left out for that reason.
 */
export interface Facts {
  readonly kind: PlanKind;
  readonly kindReason: KindReason;
  readonly title: string | null;
  readonly period: Period | null;
  /** Where the period comes from; `default` when the document states none and nothing speaks against the usual one. */
  readonly periodSource: 'title' | 'front-matter' | 'setting' | 'default' | 'none';
  /** The year the document was issued, as far as it says so. */
  readonly issueYear: number | null;
  /** The day it was signed, where it says so. */
  readonly issueDate: IsoDate | null;
  /** Whose plan it is; `null` where neither title nor units tell. */
  readonly level: Level | null;
  readonly leadRule: LeadRule | null;
  readonly defaultDeadline: Deadline | null;
  /** Somebody is made responsible for something, in an annotation or in a table. */
  readonly hasUnits: boolean;
  /** At least one annotation or row says who leads. */
  readonly hasLeads: boolean;
  readonly region: string | null;
  readonly key: string;
}

export interface Counts {
  readonly annotated: number;
  readonly leadStated: number;
  readonly rows: number;
  readonly rowsWithUnits: number;
  /** Numbered headings and measures. */
  readonly numbered: number;
}

const OWN_NUMBER = /^[\u4e00-\u9fff]{2,14}\s*[〔[（(［](20\d\d)[〕\]）)］]\s*第?\d+\s*号$/;
const DEFAULT_CLAUSE =
  /除.{0,16}(?:时间|时限)要求.{0,6}外|未(?:注明|写明|明确|标明).{0,8}(?:时间|时限|期限)|各项.{0,6}任务/;
const PERIOD_LINE = /^[（(〔]\s*20\d\d\s*年?\s*[-—–－~～至]{1,2}\s*20\d\d\s*年?\s*[）)〕]$/;
/** The kind of document alone on a line: the last line of a title set over several. */
const LAST_WORDS =
  /^(?:(?:工作)?实施(?:方案|意见|细则)|行动(?:计划|方案)|工作(?:方案|计划|要点|报告)|(?:重点)?(?:工作)?任务清单|若干(?:措施|意见|政策))(?:\s*[（(][^（）()]{1,20}[）)])?$/;
const MAX_TITLE_PART = 40;

/** How many deadlines lie in the usual period and how many after it: many after it tell that it is not this plan's. */
export interface Years {
  readonly within: number;
  readonly after: number;
}

/** Sums up one passage. */
export function summarise(passage: Passage, items: readonly BlockReading[]): Summary {
  const titles: TitleCandidate[] = [];
  let frontMatter: FrontMatter | null = null;
  let metadata: Summary['metadata'] = { title: null, year: null, number: null };
  let [issueDate, ownNumber, previous]: [IsoDate | null, string | null, Paragraph | null] = [null, null, null];
  let [numbered, prose] = [0, 0];
  for (const block of passage.blocks) {
    if (block.kind === 'front-matter') frontMatter ??= readFrontMatter(block.text);
    else if (block.kind === 'furniture') metadata = addMetadata(metadata, block.text);
    else if (block.kind === 'heading') numbered += block.number ? 1 : 0;
    else if (block.kind === 'paragraph') {
      if (block.number) numbered++;
      if (block.text.length > 60) prose++;
      if (block.head && block.text.length < 120) {
        issueDate ??= readDate(block.text);
        ownNumber ??= OWN_NUMBER.exec(block.text.trim())?.[0] ?? null;
        if (block.title) titles.push(titleCandidate(block, previous));
        else if (previous && LAST_WORDS.test(block.text.trim()) && continuesIn(previous, block)) {
          titles.push(joinTitle(previous, block));
        }
        if (!block.title && previous?.title && PERIOD_LINE.test(block.text.trim()))
          titles.push(withPeriod(titles.pop()!, block));
      } else if (isDateLine(block.text)) issueDate ??= readDate(block.text);
      previous = block;
    }
  }
  const numberYear = Number(OWN_NUMBER.exec(ownNumber ?? '')?.[1] ?? 0) || null;
  return { titles, frontMatter, metadata, issueDate, ownNumber, numberYear, numbered, prose, ...countItems(items) };
}

function countItems(
  items: readonly BlockReading[],
): Pick<
  Summary,
  'leadRule' | 'defaultDeadline' | 'annotated' | 'leadStated' | 'rows' | 'rowsWithUnits' | 'years' | 'levels'
> {
  let [annotated, leadStated, rows, rowsWithUnits] = [0, 0, 0, 0];
  let leadRule: LeadRule | null = null;
  let defaultDeadline: Deadline | null = null;
  const years = { within: 0, after: 0 };
  let levels: LevelCounts | null = null;
  for (const item of items) {
    const annotations = item.kind === 'row' ? item.responsibility.map((one) => one.annotation) : item.annotations;
    for (const { units } of annotations) {
      for (const { name } of units) {
        const level = levelOfName(name);
        if (level) (levels ??= { ...NO_LEVELS_NAMED })[level]++;
      }
    }
    for (const deadline of deadlinesOf(item)) {
      if (deadline.end !== null) years[yearOf(deadline.end) > USUAL_PERIOD.end ? 'after' : 'within']++;
    }
    if (item.kind === 'row') {
      rows++;
      if (item.responsibility.some(({ annotation }) => annotation.units.length > 0)) rowsWithUnits++;
      if (item.responsibility.some(({ annotation }) => annotation.units.some(({ role }) => role === 'lead')))
        leadStated++;
      continue;
    }
    for (const annotation of item.annotations) {
      annotated++;
      if (annotation.leadStated) leadStated++;
      leadRule ??= annotation.leadRule;
    }
    if (!leadRule && item.block.text.includes('第一位')) leadRule = leadRuleIn(item.block.text);
    defaultDeadline ??= defaultIn(item.block.text, item.deadlines);
  }
  return { annotated, leadStated, rows, rowsWithUnits, leadRule, defaultDeadline, years, levels };
}

function deadlinesOf(item: BlockReading): readonly Deadline[] {
  if (item.kind === 'text') return item.deadlines;
  return item.deadline ? [item.deadline] : [];
}

/** The deadline of a clause that sets one for all tasks (除有明确时间要求外……2025年底前完成). */
function defaultIn(text: string, deadlines: readonly Deadline[]): Deadline | null {
  if (deadlines.length === 0 || !DEFAULT_CLAUSE.test(text)) return null;
  return (
    deadlines.find((deadline) => {
      const start = text.lastIndexOf('。', deadline.from) + 1;
      const stop = text.indexOf('。', deadline.to);
      const sentence = text.slice(start, stop < 0 ? text.length : stop);
      return (
        (deadline.kind === 'by' || deadline.kind === 'target') &&
        DEFAULT_CLAUSE.test(sentence) &&
        sentence.includes('完成')
      );
    }) ?? null
  );
}

function titleCandidate(block: Paragraph, previous: Paragraph | null): TitleCandidate {
  const [from, to] = block.title!;
  const text = block.text.slice(from, to).replace(/^20\d\d年\d{1,2}月\d{1,2}日/, '');
  const part = previous && continuesIn(previous, block) ? previous : null;
  if (!part) return { text: text.replace(/\*\*/g, ''), range: rangeOf(block, from, to) };
  const start = rangeOf(part, 0, part.text.length).start;
  return { text: `${part.text.trim()}${text}`, range: { start, end: rangeOf(block, from, to).end } };
}

function joinTitle(part: Paragraph, last: Paragraph): TitleCandidate {
  const { start } = rangeOf(part, 0, part.text.length);
  const { end } = rangeOf(last, 0, last.text.trimEnd().length);
  return { text: `${part.text.trim()}${last.text.trim()}`, range: { start, end } };
}

/** A title whose period stands on the line below it. */
function withPeriod(title: TitleCandidate, period: Paragraph): TitleCandidate {
  const { end } = rangeOf(period, 0, period.text.trimEnd().length);
  return { text: `${title.text}${period.text.trim()}`, range: { start: title.range.start, end } };
}

/** A title broken over two lines: a short line without punctuation right above one that ends like a title. */
function continuesIn(part: Paragraph, title: Paragraph): boolean {
  const text = part.text.trim();
  if (!part.head || part.title || title.line - part.endLine > 2 || text.length > MAX_TITLE_PART || text.length < 5)
    return false;
  if (
    /^[#(（]/.test(text) ||
    /[，。：；、〔〕]|(?:文件|公开发布|号|政府|办公室|办公厅|委员会|工委|管委会|局|日)[）)]?$/.test(text)
  )
    return false;
  return !title.text.trim().startsWith('关于') && !title.text.trim().startsWith('#');
}

function readDate(text: string): IsoDate | null {
  const match = /^[（(]?((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? isoDate(year, month, day) : null;
}

function addMetadata(metadata: Summary['metadata'], line: string): Summary['metadata'] {
  const title = /^标\s*题\s*[:：\s]\s*(.+)$/.exec(line.trim())?.[1] ?? metadata.title;
  const dated = /(?:成文|发文|发布|生成|公开)(?:日期|时间)\s*[:：\s]\s*(20\d\d)/.exec(line)?.[1];
  const number = /^(?:发文字号|文\s*号)\s*[:：\s]\s*(\S{4,30}号)\s*$/.exec(line.trim())?.[1] ?? null;
  return { title, year: metadata.year ?? (dated ? Number(dated) : null), number: metadata.number ?? number };
}

/** What the user's settings say about a document, whatever its text says. */
export interface ReadingOptions {
  /** The plan's period from the settings; stronger than the usual one, weaker than the document's own. */
  readonly period: Period | null;
}

/** The period plans have when neither they nor the settings say another: the term of the 2021—2025 programme. */
export const USUAL_PERIOD: Period = { start: 2021, end: 2025 };

/** Folds the summaries of all passages, or the sums of runs of them, in order. */
export function foldFacts(summaries: readonly Summary[], options: ReadingOptions): { facts: Facts; counts: Counts } {
  const { frontMatter, metadata, ...sum } = addUp(summaries);
  const titles = sum.titles.map((one) => one.text);
  const { annotated, leadStated, rows, rowsWithUnits, numbered } = sum;
  const counts = { annotated, leadStated, rows, rowsWithUnits, numbered };
  const title = frontMatter?.title ?? mainTitle(titles) ?? metadata.title;
  const { kind, kindReason } = kindOf(title, titles[0] ?? metadata.title ?? title, counts, sum.prose);
  const issued = sum.issueDate === null ? null : yearOf(sum.issueDate);
  const year = frontMatter?.issueYear ?? issued ?? sum.numberYear ?? metadata.year;
  const dated = kind === 'report' ? [] : [title ?? '', ...titles, metadata.title ?? ''];
  const facts = {
    kind,
    kindReason,
    title,
    ...periodOf(frontMatter, dated, kind, year, sum.years, options),
    issueYear: year,
    issueDate: frontMatter?.issueDate ?? sum.issueDate,
    level:
      (frontMatter?.level ? levelNamed(frontMatter.level) : null) ??
      levelOf([title, ...titles], sum.levels ?? NO_LEVELS_NAMED),
    leadRule: sum.leadRule,
    defaultDeadline: kind === 'report' ? null : sum.defaultDeadline,
    hasUnits: counts.annotated > 0 || counts.rowsWithUnits > 0,
    hasLeads: counts.leadStated > 0,
    region: frontMatter?.region ?? null,
  };
  return { facts: withKey(facts), counts };
}

export function withKey(facts: Omit<Facts, 'key'>): Facts {
  return { ...facts, key: JSON.stringify({ ...facts, key: undefined }) };
}

/** Of what stands once the first, of what is counted the sum. Runs after every edit, so it is one walk that makes little. */
export function addUp(summaries: readonly Summary[]): Summary {
  const counts = { annotated: 0, leadStated: 0, rows: 0, rowsWithUnits: 0, numbered: 0 };
  const titles: TitleCandidate[] = [];
  const years = { within: 0, after: 0 };
  const levels = { ...NO_LEVELS_NAMED };
  const metadata: { title: string | null; year: number | null; number: string | null } = {
    title: null,
    year: null,
    number: null,
  };
  let [frontMatter, issueDate, prose]: [FrontMatter | null, IsoDate | null, number] = [null, null, 0];
  let [ownNumber, numberYear]: [string | null, number | null] = [null, null];
  let [leadRule, defaultDeadline]: [LeadRule | null, Deadline | null] = [null, null];
  for (const one of summaries) {
    counts.annotated += one.annotated;
    counts.leadStated += one.leadStated;
    counts.rows += one.rows;
    counts.rowsWithUnits += one.rowsWithUnits;
    counts.numbered += one.numbered;
    prose += one.prose;
    years.within += one.years.within;
    years.after += one.years.after;
    if (one.levels) for (const level of LEVELS) levels[level] += one.levels[level];
    for (const title of one.titles) titles.push(title);
    metadata.title ??= one.metadata.title;
    metadata.year ??= one.metadata.year;
    metadata.number ??= one.metadata.number;
    frontMatter ??= one.frontMatter;
    issueDate ??= one.issueDate;
    ownNumber ??= one.ownNumber;
    numberYear ??= one.numberYear;
    leadRule ??= one.leadRule;
    defaultDeadline ??= one.defaultDeadline;
  }
  return {
    ...counts,
    years,
    levels,
    titles,
    metadata,
    frontMatter,
    issueDate,
    ownNumber,
    numberYear,
    prose,
    leadRule,
    defaultDeadline,
  };
}

function mainTitle(titles: readonly string[]): string | null {
  const [first, second] = titles;
  if (first === undefined) return null;
  if (!first.endsWith('通知') || !/[印转]发/.test(first)) return first;
  return second ?? first;
}

/** The kind of document, and what told it. */
type Kind = Pick<Facts, 'kind' | 'kindReason'>;

function kindOf(title: string | null, opening: string | null, counts: Counts, prose: number): Kind {
  if (title && bare(title).endsWith('报告')) return { kind: 'report', kindReason: 'title' };
  const table = counts.rowsWithUnits >= 1 && counts.rowsWithUnits >= counts.annotated;
  if (table && prose <= 5) return { kind: 'task-list', kindReason: 'table' };
  if (opening && bare(opening).endsWith('通知')) return { kind: 'notice', kindReason: 'title' };
  if (title && PLAN_TITLE.test(bare(title))) return { kind: 'plan', kindReason: 'title' };
  if (table) return { kind: 'task-list', kindReason: 'table' };
  if (counts.annotated > 0) return { kind: 'plan', kindReason: 'annotations' };
  if (title !== null && counts.numbered >= 3) return { kind: 'plan', kindReason: 'numbers' };
  return { kind: 'other', kindReason: 'none' };
}

const PLAN_TITLE = /(?:方案|意见|计划|清单|规划|纲要|措施|举措|政策|要点|表|办法|细则)$/;

const bare = (title: string): string =>
  title.replace(/\s*[（(〔][^（）()〔〕]{1,24}[）)〕]\s*$/, '').replace(/[》”"]+$/, '');

function periodOf(
  frontMatter: FrontMatter | null,
  titles: readonly string[],
  kind: PlanKind,
  year: number | null,
  years: Years,
  options: ReadingOptions,
): Pick<Facts, 'period' | 'periodSource'> {
  if (frontMatter?.period) return { period: frontMatter.period, periodSource: 'front-matter' };
  for (const title of titles) {
    const period = readPeriod(title);
    if (period) return { period, periodSource: 'title' };
  }
  if (kind === 'report') return { period: null, periodSource: 'none' };
  if (options.period) return { period: options.period, periodSource: 'setting' };
  const later = years.after > 1 && years.after > years.within;
  const fits = year === null ? !later : year >= USUAL_PERIOD.start && year <= USUAL_PERIOD.end;
  return { period: null, periodSource: fits ? 'default' : 'none' };
}

/** The year a month without one belongs to: that of a plan for a single year, else the year of issue. */
export function yearOfDocument({ period, issueYear }: Facts): number | null {
  return period && period.start === period.end ? period.start : issueYear;
}
