import { endOfMonth, firstDay, isDay, isoDate, lastDay, type IsoDate } from '../text/dates';
import { deadline, type Deadline } from './deadline';

/**
 * Times that are deadlines only in a column or field made for them: 每年, 长期坚持, 印发后3个月内, 2023.6, 2023年3月—9月.
 */

/** Adds what the cell says besides the years and months already found. */
export function addCellForms(text: string, found: Deadline[]): void {
  const { length } = found;
  if (length === 0) found.push(...alone(text));
  else if (/长期|常态|并?持续坚持|每/.test(text)) found.push(...besides(text, found));
  if (found.length > length) found.sort((a, b) => a.from - b.from);
}

const RECURRING =
  /(?:每人)?每(?:[两二三半]?年度?|个?季度?|[半个]?月|半年|周|日)(?:\d{1,2}月)?(?:\d{1,2}日|底|末)?(?:之?前)?|逐年|任期内|年度内/;
const OPEN =
  /^(?:长期|持续|常态|全年|贯穿|即时|立即|立行|即知|适时|逐步|尽快|及时|随时|实时|定期|不定期|视情|同步|全过程|根据.{0,8}(?:部署|要求|情况|需要|进度|安排)|按.{0,12}(?:部署|要求|节点|进度|安排|时限|计划|推进)|(?:已|均已)完成)/;
const RELATIVE =
  /(?:自?[^，。；]{0,14}(?:之日起|后))?\s*[\d一二两三四五六七八九十]+\s*(?:个?工作日|个月|日|天|月|周|年)(?:之?内|以内)/;
const AFTER_ISSUE =
  /^(?:自?.{0,12}之日起|(?:文件)?(?:印发|发布|公布|实施|批复)(?:之)?后)\s*\d+\s*(?:个?工作日|日|天|个?月|年)/;
const SINCE = /^(20\d\d)年(?:(\d{1,2})月)?起/;
const IN_PERIOD = /规划期(?:内|末|间)/;
const BARE_YEARS = /^(20\d\d)(?:\s*[-—–－~～至]{1,2}\s*(20\d\d))?$/;
const DOTTED = /(?<![\d.])(20\d\d)[./-](\d{1,2})(?:[./-](\d{1,2}))?(?![\d年])/g;

/** A cell in which no year and no month was found. */
function alone(text: string): readonly Deadline[] {
  const trimmed = text.trim();
  const from = text.indexOf(trimmed);
  const to = from + trimmed.length;
  const since = SINCE.exec(trimmed);
  if (since) {
    const [year, month] = [Number(since[1]), Number(since[2])];
    const inMonth = month >= 1 && month <= 12;
    const start = inMonth ? isoDate(year, month, 1) : firstDay(year);
    return [deadline(text, from, to, 'open', inMonth ? 'month' : 'year', start, null)];
  }
  const bare = BARE_YEARS.exec(trimmed);
  if (bare) {
    const [start, end] = [Number(bare[1]), Number(bare[2] ?? bare[1])];
    return start > end
      ? []
      : [deadline(text, from, to, bare[2] ? 'range' : 'year', 'year', firstDay(start), lastDay(end))];
  }
  const dotted = [...text.matchAll(DOTTED)].flatMap((match) => dottedDate(text, match));
  if (dotted.length > 0) return dotted;
  const period = IN_PERIOD.exec(text);
  if (period) {
    const end = period.index + period[0].length;
    return [deadline(text, period.index, end, period[0].endsWith('末') ? 'by' : 'range', 'year', null, null)];
  }
  const relative = AFTER_ISSUE.test(trimmed) ? [from, to] : spanOf(RELATIVE.exec(text));
  if (relative) return [deadline(text, relative[0]!, relative[1]!, 'relative', 'day', null, null)];
  const recurring = spanOf(RECURRING.exec(text));
  if (recurring) return [deadline(text, recurring[0]!, recurring[1]!, 'recurring', 'year', null, null)];
  return OPEN.test(trimmed) ? [deadline(text, from, to, 'open', 'none', null, null)] : [];
}

const spanOf = (match: RegExpExecArray | null): readonly number[] | null =>
  match && [match.index, match.index + match[0].length];

function dottedDate(text: string, match: RegExpExecArray): readonly Deadline[] {
  const [year, month, day] = [Number(match[1]), Number(match[2]), match[3] ? Number(match[3]) : null];
  if (month < 1 || month > 12 || (day !== null && !isDay(year, month, day))) return [];
  const end = day === null ? endOfMonth(year, month) : isoDate(year, month, day);
  const to = match.index + match[0].length;
  return [deadline(text, match.index, to, 'by', day === null ? 'month' : 'day', null, end)];
}

/** What goes on after the day that was found: 2022年12月底前，并长期坚持; 2022年建成，每年更新. */
const GOES_ON = /长期坚持|长期推进|并?常态化(?:推进|开展|坚持)?|持续坚持/;

function besides(text: string, found: readonly Deadline[]): readonly Deadline[] {
  const free = (span: readonly number[] | null): span is readonly number[] =>
    span !== null && found.every((one) => span[0]! >= one.to || span[1]! <= one.from);
  const [open, recurring] = [spanOf(GOES_ON.exec(text)), spanOf(RECURRING.exec(text))];
  if (free(open)) return [deadline(text, open[0]!, open[1]!, 'open', 'none', null, null)];
  return free(recurring) ? [deadline(text, recurring[0]!, recurring[1]!, 'recurring', 'year', null, null)] : [];
}

const MONTH_SPAN =
  /^(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?(?:份|底|初)?\s*[-—–－~～至到]{1,2}\s*(?:(20\d\d)年)?(\d{1,2})月(?:(\d{1,2})日)?份?底?前?/;

/** 2023年3月—9月, 2023年3月至2024年6月: from the first day of the one to the last of the other. */
export function readMonthSpan(text: string, from: number): Deadline | null {
  const match = MONTH_SPAN.exec(text.slice(from, from + 40));
  if (!match) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  const [lastYear, lastMonth] = [Number(match[4] ?? year), Number(match[5])];
  if (month < 1 || month > 12 || lastMonth < 1 || lastMonth > 12) return null;
  const start = dayOf(year, month, match[3], isoDate(year, month, 1));
  const end = dayOf(lastYear, lastMonth, match[6], endOfMonth(lastYear, lastMonth));
  const to = from + match[0].length;
  return start > end ? null : deadline(text, from, to, 'range', match[6] ? 'day' : 'month', start, end);
}

function dayOf(year: number, month: number, day: string | undefined, otherwise: IsoDate): IsoDate {
  return day && isDay(year, month, Number(day)) ? isoDate(year, month, Number(day)) : otherwise;
}
