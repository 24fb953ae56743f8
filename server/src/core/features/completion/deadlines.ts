import type { Period } from '../../../protocol';
import { fitOf, TOGETHER, type Spell } from '../../lexicon/pinyin';
import { USUAL_PERIOD, type Facts } from '../../plan/facts';
import { byFrequency, type Counts, type Habits } from '../annotations/habits';
import { typedFrom, typedWord, type Place } from './place';
import type { Proposal, Typed } from './proposal';

/** Ways to say that something is done by the end of a year, and how each is written; the first is canonical. */
const YEAR_ENDS: readonly (readonly [RegExp, (year: number) => string])[] = [
  [/^20\d\d年底前$/, (year) => `${year}年底前`],
  [/^20\d\d年12月底前$/, (year) => `${year}年12月底前`],
  [/^20\d\d年12月31日前$/, (year) => `${year}年12月31日前`],
  [/^20\d\d年年底前$/, (year) => `${year}年年底前`],
  [/^20\d\d年底$/, (year) => `${year}年底`],
  [/^20\d\d年末前$/, (year) => `${year}年末前`],
  [/^20\d\d年$/, (year) => `${year}年`],
];
const YEARS = /^20\d\d年?(—|-|–|－|~|～|至|到)20\d\d年$/;
const OPEN = ['长期坚持', '持续推进', '每年12月底前', '每季度末', '每月底前'];
const QUARTERS = '一二三四';
/** So many deadlines of the document are proposed as they stand. */
const MOST_USED = 5;
/** A plan that states no end is taken to last so many years. */
const USUAL_LENGTH = 5;
const LONGEST_PERIOD = 15;

/** Deadlines for the field of an annotation or the column of a table, in the document's own style. */
export function proposeDeadlines(place: Place, cell: boolean, habits: Habits, spell: Spell): readonly Proposal[] {
  const typed = typedWord(place);
  const counts = cell ? habits.cellDeadlines : habits.deadlines;
  const other = cell ? habits.deadlines : habits.cellDeadlines;
  const style = counts.size > 0 ? counts : other;
  const { facts } = place.plan;
  const used = byFrequency(counts).filter((text) => !text.includes('\n') && text !== typed.text && text.length <= 30);
  const years = yearsOf(facts);
  const texts = typed.text === '' ? general(years, style) : detailed(years, typed.text, style);
  const all = new Set([...used.slice(0, typed.text === '' ? MOST_USED : used.length), ...texts]);
  const fits = (text: string): boolean =>
    text.startsWith(typed.text) || (/[a-z]/i.test(typed.text) && (fitOf(typed.text, spell(text)) ?? 9) <= TOGETHER);
  return [...all].filter((text) => text !== typed.text && fits(text)).map((text) => toProposal(text, typed));
}

const STARTED = /(?:(到)|[至在于]|截至|力争)(20\d{0,2}(?:年[^，。；、：《》（）\s]{0,8})?)$/;

/** After the start of a time in running text (到2025年): the ways to go on with it. */
export function proposeContinued({ before, position, plan }: Place, habits: Habits): readonly Proposal[] {
  const match = STARTED.exec(before.slice(-20));
  if (!match) return [];
  const [, target, text = ''] = match;
  const typed = typedFrom(position, text);
  const years = yearsOf(plan.facts);
  const year = Number(/^20\d\d/.exec(text)?.[0] ?? 0);
  const wanted = year > 0 ? [year] : years;
  const texts = target
    ? wanted.flatMap((one) => [`${one}年`, `${one}年底`, `${one}年底前`, `${one}年6月底`])
    : [...wanted.map((one) => yearEnd(habits.deadlines)(one)), ...wanted.flatMap((one) => within(one))];
  return [...new Set(texts)].filter((one) => one !== text && one.startsWith(text)).map((one) => toProposal(one, typed));
}

function toProposal(text: string, typed: Typed): Proposal {
  return { kind: 'deadline', label: text, insert: [text], typed, detail: null, about: null };
}

/** The years of the plan: its own period, the usual one, or those from its issue. */
function yearsOf({ period, periodSource, issueYear }: Facts): readonly number[] {
  const { start, end } = periodOf(period ?? (periodSource === 'default' ? USUAL_PERIOD : null), issueYear);
  return Array.from({ length: Math.min(end - start + 1, LONGEST_PERIOD) }, (_, at) => start + at);
}

function periodOf(period: Period | null, issueYear: number | null): Period {
  if (period) return period;
  const start = issueYear ?? USUAL_PERIOD.start;
  return { start, end: start + USUAL_LENGTH - 1 };
}

/** How the document says the end of a year, else the canonical way. */
function yearEnd(counts: Counts): (year: number) => string {
  const sums = YEAR_ENDS.map(() => 0);
  for (const [text, count] of counts) {
    const at = YEAR_ENDS.findIndex(([form]) => form.test(text));
    if (at >= 0) sums[at]! += count;
  }
  return YEAR_ENDS[sums.indexOf(Math.max(...sums))]![1];
}

/** The whole of the period as the document writes ranges. */
function rangeOfYears(years: readonly number[], counts: Counts): readonly string[] {
  if (years.length < 2) return [];
  const dash =
    byFrequency(counts)
      .map((text) => YEARS.exec(text)?.[1])
      .find((one) => one !== undefined) ?? '—';
  return [`${years[0]}${dash}${years[years.length - 1]}年`];
}

/** What is mostly wanted when nothing was typed. */
function general(years: readonly number[], counts: Counts): readonly string[] {
  return [
    ...years.map(yearEnd(counts)),
    ...rangeOfYears(years, counts),
    ...OPEN.slice(0, 3),
    ...years.map((year) => `${year}年6月底前`),
  ];
}

/** All that may be meant by what was typed: times within the year that is named, ranges from it, the open ones. */
function detailed(years: readonly number[], typed: string, counts: Counts): readonly string[] {
  const year = Number(/^20\d\d/.exec(typed)?.[0] ?? 0);
  if (year === 0) return [...general(years, counts), ...OPEN];
  const last = years[years.length - 1]!;
  const dash = /^20\d\d年?([-–－~～至到])/.exec(typed)?.[1] ?? '—';
  const first = /^20\d\d年[-–－~～至到—]/.test(typed) ? `${year}年` : `${year}`;
  const ends = years.filter((one) => one > year && one <= last).reverse();
  return [yearEnd(counts)(year), ...within(year), ...ends.map((end) => `${first}${dash}${end}年`)];
}

/** Times within one year, the coarse ones first. */
function within(year: number): readonly string[] {
  const months = [6, 3, 9, 12, 1, 2, 4, 5, 7, 8, 10, 11].map((month) => `${year}年${month}月底前`);
  const quarters = Array.from(QUARTERS, (quarter) => `${year}年第${quarter}季度`);
  return [`${year}年底前`, `${year}年上半年`, ...months, ...quarters, `${year}年`, `${year}年12月31日前`];
}
