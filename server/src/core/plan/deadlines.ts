import { firstDay, lastDay, endOfMonth, isDay, isoDate, type IsoDate } from '../text/dates';
import { isDigit } from '../text/numerals';

/**
 * What a time expression says.
 * `by`: up to a day (2023年底前, 6月底前) · `range`: from year to year · `year`: a bare year ·
 * `milestone`: a year with what is done in it (2022年完成……) · `target`: 到2025年 · `before`: 2025年前, which may or may
 * not include 2025 · `long-range`: a goal past the plan (到2035年) · `recurring`: 每年 · `relative`: counted from an
 * event · `open`: 长期, 持续推进.
 * Source: the reviewer's grammar of deadlines (docs/format.md, “时限”).
 */
export type DeadlineKind =
  'by' | 'range' | 'year' | 'milestone' | 'target' | 'before' | 'long-range' | 'recurring' | 'relative' | 'open';

/** How fine the expression is. */
export type Grain = 'day' | 'tenDays' | 'month' | 'quarter' | 'half' | 'year' | 'none';

export interface Deadline {
  readonly text: string;
  /** Offsets in the text it was read from (UTF-16). */
  readonly from: number;
  readonly to: number;
  readonly kind: DeadlineKind;
  readonly grain: Grain;
  /** First and last day it allows, `null` where it says nothing. */
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  /** The writing allows two readings; `end` is the later one. */
  readonly ambiguous: boolean;
}

/** What the surroundings know: the year a bare month belongs to, the last year of the plan. */
export interface DeadlineContext {
  readonly year: number | null;
}

const NO_CONTEXT: DeadlineContext = { year: null };

/**
 * All time expressions of `text` that can be deadlines, in order. `inCell`: the text is the content of a deadline column
 * or field, where a bare year counts. Years in titles (《》), document numbers (〔2021〕), reports of the past, validity
 * periods and the like are left out.
 */
export function findDeadlines(
  text: string,
  inCell = false,
  context: DeadlineContext = NO_CONTEXT,
): readonly Deadline[] {
  const found: Deadline[] = [];
  let past = 0;
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    if (at < past) continue;
    const deadline = readAtYear(text, at, inCell);
    if (!deadline || deadline.from < past) continue;
    if (!inCell && isNoDeadline(text, deadline)) continue;
    found.push(deadline);
    past = deadline.to;
  }
  if (inCell || text.includes('月')) addYearless(text, found, inCell, context);
  if (text.includes('五')) addFiveYears(text, found);
  if (inCell && found.length === 0) addOpen(text, found);
  return found;
}

function readAtYear(text: string, at: number, inCell: boolean): Deadline | null {
  let from = at;
  while (from > 0 && isDigit(text.charCodeAt(from - 1))) from--;
  if (from === at) return readWordYear(text, at, inCell);
  const digits = text.slice(from, at);
  if (digits.length !== 4 || !/^(?:19|20|21)/.test(digits)) return null;
  const year = Number(digits);
  // “2021—2025年” and “2021年—2025年”: the year just read is the later or the earlier one.
  const before = /(\d{4})\s*年?\s*[-—–－~～至]{1,2}\s*$/.exec(text.slice(Math.max(0, from - 12), from));
  if (before) return rangeDeadline(text, from - before[0].length, at + 1, Number(before[1]), year);
  const after = /^年\s*[-—–－~～至到]{1,2}\s*(\d{4})\s*年/.exec(text.slice(at, at + 12));
  if (after) return rangeDeadline(text, from, at + after[0].length, year, Number(after[1]));
  return readYear(text, from, at, year, inCell);
}

function rangeDeadline(text: string, from: number, to: number, start: number, end: number): Deadline | null {
  if (start > end) return null;
  const tail = /^(?:年?底|末)?(?:之?前)?/.exec(text.slice(to))![0];
  return deadline(text, from, to + tail.length, 'range', 'year', firstDay(start), lastDay(end));
}

function deadline(
  text: string,
  from: number,
  to: number,
  kind: DeadlineKind,
  grain: Grain,
  start: IsoDate | null,
  end: IsoDate | null,
  ambiguous = false,
): Deadline {
  return { text: text.slice(from, to), from, to, kind, grain, start, end, ambiguous };
}

const LEAD_IN = /(?:确保到|力争到|到)$/;
const AFTER_YEAR =
  /^年(?:(年?底|年?末|年岁末|底|末)(之前|以前|前)?|(上半年|下半年)(之?前)?|第?([一二三四1-4])季度(末|底)?(之前|前)?|(\d{1,2})月(?:(\d{1,2})日)?(份)?(底|末|上旬|中旬|下旬)?(之前|以前|前)?|(之前|以前|前)|(起))?/;
const DONE =
  /^(?:[，,])?(?:要|将|应|力争|争取|全面|基本|率先|确保|实现|完成|建成|开展|做好|制定|启动|出台|建立|形成|达到|达|对|组织|编制|修订|推进|推动|新建|新增|投入|投用|竣工|开工|印发实施|健全|落实|完善|打造|培育|新设立|举办|再|继续|底)/;

function readYear(text: string, digits: number, at: number, year: number, inCell: boolean): Deadline | null {
  const lead = LEAD_IN.exec(text.slice(Math.max(0, digits - 3), digits))?.[0] ?? '';
  const from = digits - lead.length;
  const match = AFTER_YEAR.exec(text.slice(at, at + 24))!;
  const to = at + match[0].length;
  const [, end, , half, , quarter, , , month, day, , part, beforeMonth, before, since] = match;
  if (end) return deadline(text, from, to, 'by', 'year', null, lastDay(year));
  if (half)
    return deadline(text, from, to, 'by', 'half', null, half === '上半年' ? isoDate(year, 6, 30) : lastDay(year));
  if (quarter) {
    const n = '一二三四'.indexOf(quarter) + 1 || Number(quarter);
    return deadline(text, from, to, 'by', 'quarter', null, endOfMonth(year, n * 3));
  }
  if (month)
    return monthDeadline(text, from, to, year, Number(month), day ? Number(day) : null, part ?? '', beforeMonth ?? '');
  if (since) return null;
  if (before) return deadline(text, from, to, 'before', 'year', null, lastDay(year), true);
  if (lead === '到' || lead.endsWith('到')) return deadline(text, from, to, 'target', 'year', null, lastDay(year));
  if (inCell) return deadline(text, digits, to, 'year', 'year', firstDay(year), lastDay(year));
  const done = DONE.test(text.slice(to, to + 4));
  return done ? deadline(text, from, to, 'milestone', 'year', firstDay(year), lastDay(year)) : null;
}

function monthDeadline(
  text: string,
  from: number,
  to: number,
  year: number,
  month: number,
  day: number | null,
  part: string,
  before: string,
): Deadline | null {
  if (month < 1 || month > 12) return null;
  if (day !== null) {
    if (!isDay(year, month, day)) return null;
    // A bare day is a date of something, not a deadline, unless the sentence says 前 or asks for a completion.
    const asked = before !== '' || DONE.test(text.slice(to, to + 4));
    return asked ? deadline(text, from, to, 'by', 'day', null, isoDate(year, month, day)) : null;
  }
  const last =
    part === '上旬' ? isoDate(year, month, 10) : part === '中旬' ? isoDate(year, month, 20) : endOfMonth(year, month);
  const asked = part !== '' || before !== '' || DONE.test(text.slice(to, to + 4)) || to === text.length;
  const grain: Grain = part.endsWith('旬') ? 'tenDays' : 'month';
  return asked ? deadline(text, from, to, 'by', grain, null, last, part === '' && before !== '') : null;
}

const FIVE_YEARS: Record<string, readonly [number, number]> = {
  十三五: [2016, 2020],
  十四五: [2021, 2025],
  十五五: [2026, 2030],
  十六五: [2031, 2035],
};

/** “每年…”, “三年内”, “年底前”: a 年 without a number of the calendar before it. */
function readWordYear(text: string, at: number, inCell: boolean): Deadline | null {
  if (text[at - 1] === '每') {
    const tail = /^年(?:\d{1,2}月(?:底|末|\d{1,2}日)?前?)?/.exec(text.slice(at))![0];
    return inCell ? deadline(text, at - 1, at + tail.length, 'recurring', 'year', null, null) : null;
  }
  return null;
}

const YEARLESS =
  /次年(\d{1,2})月(?:底|末)?(?:之?前)?|(?:(\d{1,2})月(?:(\d{1,2})日)?(份)?(底|末|上旬|中旬|下旬)?(之前|以前|前)?|第?([一二三四])季度(末|底)?(之?前)?|上半年|下半年|(?<!\d)年底(?:之?前)?|年内)/g;

/** Months and quarters without a year: the year comes from the context; without one the end stays open. */
function addYearless(text: string, found: Deadline[], inCell: boolean, context: DeadlineContext): void {
  for (const match of text.matchAll(YEARLESS)) {
    const from = match.index;
    const to = from + match[0].length;
    if (found.some((other) => from < other.to && to > other.from) || isDigit(text.charCodeAt(from - 1))) continue;
    if (/[年每\d]$/.test(text.slice(0, from))) continue;
    const [word, nextYear, sameYear, day, , part, before, quarter] = match;
    const month = nextYear ?? sameYear;
    if (!inCell && !before && !word.endsWith('前') && !(part && word.endsWith('底'))) continue;
    if (!inCell && isNoDeadline(text, { from, to })) continue;
    const base = lastYearBefore(text, from) ?? context.year;
    const year = base === null || !nextYear ? base : base + 1;
    const date = year === null ? null : yearlessEnd(year, month, day, part, quarter, word);
    if (month && (Number(month) > 12 || Number(month) < 1)) continue;
    found.push(deadline(text, from, to, 'by', month ? (day ? 'day' : 'month') : 'year', null, date, year === null));
  }
  found.sort((a, b) => a.from - b.from);
}

function yearlessEnd(
  year: number,
  month: string | undefined,
  day: string | undefined,
  part: string | undefined,
  quarter: string | undefined,
  word: string,
): IsoDate {
  if (quarter) return endOfMonth(year, ('一二三四'.indexOf(quarter) + 1) * 3);
  if (!month) return word === '上半年' ? isoDate(year, 6, 30) : lastDay(year);
  const m = Math.min(12, Math.max(1, Number(month)));
  if (day) return isDay(year, m, Number(day)) ? isoDate(year, m, Number(day)) : endOfMonth(year, m);
  return part === '上旬' ? isoDate(year, m, 10) : part === '中旬' ? isoDate(year, m, 20) : endOfMonth(year, m);
}

function lastYearBefore(text: string, at: number): number | null {
  const before = /(20\d\d)年[^年]{0,30}$/.exec(text.slice(Math.max(0, at - 40), at));
  return before ? Number(before[1]) : null;
}

const FIVE_YEAR_TERM = /[“"]?(十[三四五六]五)[”"]?(期间|期末|时期末|时期|末|规划期)/g;

/** “十四五”期间, “十四五”末: the term of a five-year plan, or its end. */
function addFiveYears(text: string, found: Deadline[]): void {
  for (const match of text.matchAll(FIVE_YEAR_TERM)) {
    const from = match.index;
    const to = from + match[0].length;
    const [start, end] = FIVE_YEARS[match[1]!]!;
    if (insideMarks(text, from) || found.some((other) => from < other.to && to > other.from)) continue;
    const atEnd = match[2]!.endsWith('末');
    found.push(deadline(text, from, to, atEnd ? 'by' : 'range', 'year', atEnd ? null : firstDay(start), lastDay(end)));
  }
  found.sort((a, b) => a.from - b.from);
}

const OPEN =
  /^(?:长期|持续|常态|全年|贯穿|即时|立即|适时|逐步|逐年|尽快|及时|随时|实时|定期|不定期|视情|根据.{0,8}(?:部署|要求|情况|需要|进度|安排)|按.{0,12}(?:进度|安排|时限|计划)|按.{0,8}(?:部署|要求|节点)|(?:已|均已)完成)/;
const RELATIVE =
  /^(?:自?.{0,12}之日起|(?:文件)?(?:印发|发布|公布|实施|批复)(?:之)?后)\s*\d+\s*(?:个?工作日|日|天|个?月|年)(?:之?内|以内)?/;
const SINCE = /^(20\d\d)年(?:\d{1,2}月)?起/;

function addOpen(text: string, found: Deadline[]): void {
  const trimmed = text.trim();
  const from = text.indexOf(trimmed);
  const to = from + trimmed.length;
  const since = SINCE.exec(trimmed);
  if (since) found.push(deadline(text, from, to, 'open', 'year', firstDay(Number(since[1])), null));
  else if (RELATIVE.test(trimmed)) found.push(deadline(text, from, to, 'relative', 'day', null, null));
  else if (OPEN.test(trimmed)) found.push(deadline(text, from, to, 'open', 'none', null, null));
}

/**
 * The same deadline in a document of a known year: 6月底前 gets its last day. Deadlines that say their year, and documents
 * that do not tell theirs, leave it as it is.
 */
export function inYear(deadline: Deadline, year: number | null): Deadline {
  if (year === null || deadline.end !== null || deadline.kind !== 'by') return deadline;
  const [dated] = findDeadlines(deadline.text, true, { year });
  return dated ? { ...deadline, end: dated.end, ambiguous: dated.ambiguous } : deadline;
}

const PAST_OR_DATA = /^(?:度|以来|来|以后|后|间|初|版|第|\d|同比|比|较|的|级|前三|新增[^长]|营商|份|产|全国两会|公报)/;
const PAST_VERB = /^.{0,12}(?:已经?|了|以来|的基础上|水平)/;
const VALIDITY =
  /^.{0,6}(?:到期|期满|届满|起施行|起实施|起执行|止|出生|毕业|以前参加|缴存|申报纳税|前参保|前如数|印发的|发布的|颁布|修订的|修正)/;
const BEFORE_EXPRESSION = /(?:截至?|截止|自|从|原|同|比|较|有效期至?|有效期为|起|与|《[^》]*|〔|“[^”]{0,12})$/;

/** Whether the surroundings make the expression something else than a deadline (docs/format.md, “不是时限的写法”). */
function isNoDeadline(text: string, { from, to }: { from: number; to: number }): boolean {
  const before = text.slice(Math.max(0, from - 60), from);
  const after = text.slice(to, to + 24);
  if (insideMarks(text, from)) return true;
  if (BEFORE_EXPRESSION.test(before.slice(-14))) return true;
  if (PAST_OR_DATA.test(after) || VALIDITY.test(after)) return true;
  return PAST_VERB.test(after) && !/(?:前|底|末)$/.test(text.slice(from, to));
}

const MARKS_WINDOW = 200;

/** Whether `at` lies between 《 and 》 or inside 〔 〕; looks a fixed stretch to both sides, so long lines cost no more. */
function insideMarks(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MARKS_WINDOW), at);
  const after = text.slice(at, at + MARKS_WINDOW);
  return ['《》', '〈〉', '〔〕'].some(([open, close]) => {
    const opened = before.lastIndexOf(open!);
    return opened >= 0 && before.lastIndexOf(close!) < opened && after.includes(close!);
  });
}
