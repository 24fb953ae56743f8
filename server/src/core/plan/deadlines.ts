import type { Period } from '../../protocol';
import { firstDay, lastDay, endOfMonth, isDay, isoDate, type IsoDate } from '../text/dates';
import { isDigit } from '../text/numerals';
import { addCellForms, readMonthSpan } from './cellTimes';
import { deadline, type Deadline, type Grain } from './deadline';
import { insideMarks, isNoDeadline } from './deadlineContext';

export type { Deadline, DeadlineKind, Grain } from './deadline';

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
    const read = readAtYear(text, at, inCell);
    if (!read || read.from < past) continue;
    if (!inCell && isNoDeadline(text, read)) continue;
    found.push(read);
    past = read.to;
  }
  // Nothing stands beside a time that is the whole cell, as most are.
  if (found.length === 1 && found[0]!.from === 0 && past === text.length) return found;
  if (inCell || text.includes('月')) addYearless(text, found, inCell, context);
  if (text.includes('五')) addFiveYears(text, found);
  if (inCell) addCellForms(text, found);
  return found;
}

function readAtYear(text: string, at: number, inCell: boolean): Deadline | null {
  let from = at;
  while (from > 0 && isDigit(text.charCodeAt(from - 1))) from--;
  if (from === at) return null;
  const digits = text.slice(from, at);
  if (digits.length !== 4 || !/^(?:19|20|21)/.test(digits)) return null;
  const year = Number(digits);
  // “2021—2025年” and “2021年—2025年”: the year just read is the later or the earlier one.
  const before = /(\d{4})\s*年?\s*[-—–－~～至到]{1,2}\s*$/.exec(text.slice(Math.max(0, from - 12), from));
  if (before) return rangeDeadline(text, from - before[0].length, at + 1, Number(before[1]), year);
  const after = /^年\s*[-—–－~～至到]{1,2}\s*(\d{4})\s*年/.exec(text.slice(at, at + 12));
  if (after) return rangeDeadline(text, from, at + after[0].length, year, Number(after[1]));
  return (inCell && readMonthSpan(text, from)) || readYear(text, from, at, year, inCell);
}

function rangeDeadline(text: string, from: number, to: number, start: number, end: number): Deadline | null {
  if (start > end) return null;
  const tail = /^(?:年?底|末)?(?:之?前)?/.exec(text.slice(to))![0];
  return deadline(text, from, to + tail.length, 'range', 'year', firstDay(start), lastDay(end));
}

const LEAD_IN = /(?:确保到|力争到|到)$/;
const AFTER_YEAR =
  /^年(?:(年?底|年?末|岁末|岁尾|年?终(?=前)|年?内)(之前|以前|前(?!后))?|(上半年|下半年)(之?前(?!后))?|(?:第|前)?([一二三四1-4])季度(末|底)?(之前|前(?!后))?|(\d{1,2})月(?:(\d{1,2})日)?(份)?(初|底|末|上旬|中旬|下旬)?(之前|以前|前(?![后期]))?|(之前|以前|前(?![三两二几\d后期沿列述]))|(起))?/;
const DONE =
  /^(?:[，,])?(?:要|将|应|力争|争取|全面|基本|率先|确保|实现|完成|建成|开展|做好|制定|启动|出台|建立|形成|达到|达|对|组织|编制|修订|推进|推动|新建|新增|投入|投用|竣工|开工|印发实施|健全|落实|完善|打造|培育|新设立|举办|再|继续|底)/;

function readYear(text: string, digits: number, at: number, year: number, inCell: boolean): Deadline | null {
  const lead = LEAD_IN.exec(text.slice(Math.max(0, digits - 3), digits))?.[0] ?? '';
  const from = digits - lead.length;
  const match = AFTER_YEAR.exec(text.slice(at, at + 24))!;
  const to = at + match[0].length;
  const [, end, , half, , quarter, , , month, day, , inMonth, beforeMonth, before, since] = match;
  if (end) return deadline(text, from, to, 'by', 'year', null, lastDay(year));
  if (half)
    return deadline(text, from, to, 'by', 'half', null, half === '上半年' ? isoDate(year, 6, 30) : lastDay(year));
  if (quarter) {
    const n = '一二三四'.indexOf(quarter) + 1 || Number(quarter);
    return deadline(text, from, to, 'by', 'quarter', null, endOfMonth(year, n * 3));
  }
  if (month) {
    const part = {
      month: Number(month),
      day: day ? Number(day) : null,
      part: inMonth ?? '',
      before: beforeMonth ?? '',
    };
    return monthDeadline(text, from, to, year, part, inCell);
  }
  if (since) return null;
  if (before) return deadline(text, from, to, 'before', 'year', null, lastDay(year), true);
  if (lead === '到' || lead.endsWith('到')) return deadline(text, from, to, 'target', 'year', null, lastDay(year));
  if (inCell) return deadline(text, digits, to, 'year', 'year', firstDay(year), lastDay(year));
  const done = DONE.test(text.slice(to, to + 4));
  return done ? deadline(text, from, to, 'milestone', 'year', firstDay(year), lastDay(year)) : null;
}

interface MonthPart {
  readonly month: number;
  readonly day: number | null;
  readonly part: string;
  readonly before: string;
}

function monthDeadline(
  text: string,
  from: number,
  to: number,
  year: number,
  { month, day, part, before }: MonthPart,
  inCell: boolean,
): Deadline | null {
  if (month < 1 || month > 12) return null;
  const wanted = (inCell && text[to] !== '起') || before !== '' || DONE.test(text.slice(to, to + 4));
  if (day !== null) {
    if (!isDay(year, month, day)) return null;
    // A bare day is a date of something, not a deadline, unless the sentence says 前 or asks for a completion.
    return wanted ? deadline(text, from, to, 'by', 'day', null, isoDate(year, month, day)) : null;
  }
  const last =
    part === '上旬' || part === '初'
      ? isoDate(year, month, 10)
      : part === '中旬'
        ? isoDate(year, month, 20)
        : endOfMonth(year, month);
  const asked = wanted || part !== '' || to === text.length;
  const grain: Grain = part === '初' || part.endsWith('旬') ? 'tenDays' : 'month';
  return asked ? deadline(text, from, to, 'by', grain, null, last, part === '' && before !== '') : null;
}

const FIVE_YEARS: Record<string, readonly [number, number]> = {
  十三五: [2016, 2020],
  十四五: [2021, 2025],
  十五五: [2026, 2030],
  十六五: [2031, 2035],
};

const YEARLESS =
  /(次年|翌年|明年|第二年)?(?:今年|当年|本年)?(?:(\d{1,2})月(?:(\d{1,2})日)?(份)?(初|底|末|上旬|中旬|下旬)?(之前|以前|前(?![后期]))?|第?([一二三四])季度(?:末|底)?(之?前)?|上半年(?:之?前)?|下半年(?:之?前)?|(?<!\d)年?(?:年底|年末|岁末|年内)(?:之?前)?|(?<=[次翌明今当本二]年)(?:底|末|内)(?:之?前)?)/g;

/** Months and quarters without a year: the year comes from the context; without one the end stays open. */
function addYearless(text: string, found: Deadline[], inCell: boolean, context: DeadlineContext): void {
  const { length } = found;
  for (const match of text.matchAll(YEARLESS)) {
    const from = match.index;
    const to = from + match[0].length;
    if (found.some((other) => from < other.to && to > other.from) || isDigit(text.charCodeAt(from - 1))) continue;
    if (/[年每\d]$/.test(text.slice(Math.max(0, from - 1), from))) continue;
    const [word, next, month, day, , part, before, quarter] = match;
    if (month && (Number(month) > 12 || Number(month) < 1)) continue;
    if (!inCell && !before && !word.endsWith('前') && !(part && word.endsWith('底'))) continue;
    if (!inCell && isNoDeadline(text, { from, to })) continue;
    const base = lastYearBefore(text, from) ?? context.year;
    const year = base === null || !next ? base : base + 1;
    const date = year === null ? null : yearlessEnd(year, month, day, part, quarter, word);
    found.push(deadline(text, from, to, 'by', grainOf(word, month, day, part, quarter), null, date, year === null));
  }
  if (found.length > length) found.sort((a, b) => a.from - b.from);
}

function grainOf(
  word: string,
  month: string | undefined,
  day: string | undefined,
  part: string | undefined,
  quarter: string | undefined,
): Grain {
  if (quarter) return 'quarter';
  if (month) return day ? 'day' : part === '初' || part?.endsWith('旬') ? 'tenDays' : 'month';
  return word.includes('半年') ? 'half' : 'year';
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
  if (!month) return word.includes('上半年') ? isoDate(year, 6, 30) : lastDay(year);
  const m = Math.min(12, Math.max(1, Number(month)));
  if (day) return isDay(year, m, Number(day)) ? isoDate(year, m, Number(day)) : endOfMonth(year, m);
  if (part === '上旬' || part === '初') return isoDate(year, m, 10);
  return part === '中旬' ? isoDate(year, m, 20) : endOfMonth(year, m);
}

function lastYearBefore(text: string, at: number): number | null {
  const before = /(20\d\d)年(?:半年|[^年]){0,30}$/.exec(text.slice(Math.max(0, at - 40), at));
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

/**
 * The same deadline in a document of a known year and period: 6月底前 and 规划期内 get their last day. Deadlines that say
 * their year, and documents that do not tell theirs, leave it as it is.
 */
export function inYear(deadline: Deadline, year: number | null, period: Period | null = null): Deadline {
  if (deadline.end !== null) return deadline;
  if (period && deadline.kind === 'range')
    return { ...deadline, start: firstDay(period.start), end: lastDay(period.end) };
  if (deadline.kind !== 'by') return deadline;
  if (period && deadline.text.startsWith('规划期')) return { ...deadline, end: lastDay(period.end) };
  if (year === null) return deadline;
  const [dated] = findDeadlines(deadline.text, true, { year });
  return dated ? { ...deadline, end: dated.end, ambiguous: dated.ambiguous } : deadline;
}
