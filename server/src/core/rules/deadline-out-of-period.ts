import type { Period } from '../../protocol';
import type { Deadline } from '../plan/deadlines';
import { USUAL_PERIOD, type Facts } from '../plan/facts';
import { rangeOf, type Joined } from '../syntax/joined';
import { yearOf } from '../text/dates';
import { PLANS, type Fix, type Report, type Rule, type Severity } from './rule';
import { describesThings, isLongRange, type TimePlace } from './times';

const MESSAGES = {
  after: {
    zh: '“{text}”晚于规划期 {start}—{end} 年。请核对年份，或修改标题中的规划期。',
    en: '“{text}” is after the plan’s period {start}–{end}. Check the year, or the period in the title.',
  },
  before: {
    zh: '“{text}”早于规划期 {start}—{end} 年。请核对年份；如为既往情况，请改写为叙述。',
    en: '“{text}” is before the plan’s period {start}–{end}. Check the year.',
  },
  afterUsual: {
    zh: '“{text}”晚于 {start}—{end} 年（文中没有写明规划期，按默认值核对）。可在标题、文件头“期间”或设置中写明规划期。',
    en: '“{text}” is after {start}–{end}, the usual period: the document states none. State it in the title, front matter or settings.',
  },
  beforeUsual: {
    zh: '“{text}”早于 {start}—{end} 年（文中没有写明规划期，按默认值核对）。可在标题、文件头“期间”或设置中写明规划期。',
    en: '“{text}” is before {start}–{end}, the usual period: the document states none. State it in the title, front matter or settings.',
  },
  moveYear: { zh: '改为“{text}”', en: 'Change to “{text}”' },
} as const;

/**
 * A deadline outside the plan's period. Only times by which something is to be done are looked at: titles, document
 * numbers, issue dates, reports of the past, validity periods and long-range goals (到2035年) are not deadlines.
 * Source: practice; the period is part of the title (2021—2025年), and what is outside it is wrong in one of the two.
 */
export const rule: Rule = {
  id: 'deadline-out-of-period',
  title: { zh: '时限超出规划期', en: 'Deadline outside the period' },
  topic: 'time',
  severity: 'error',
  strength: '实务',
  basis: {
    zh: '本规则由规划期本身决定；《党政机关公文处理工作条例》第二十条（四）：时间准确',
    en: 'the plan’s own period; Regulations on official documents, art. 20 (4)',
  },
  fixable: 'confirm',
  kinds: PLANS,
  passage(reading, { facts }) {
    const checked = periodToCheck(facts);
    return checked ? reading.times.flatMap((place) => judge(place, checked)) : [];
  },
};

interface Checked {
  readonly period: Period;
  readonly usual: boolean;
  readonly severity: Severity;
}

/**
 * The period to hold deadlines against. Where none is stated the usual one counts fully only if nothing tells when the
 * document was issued; with an issue date it is a guess and said as a remark.
 */
function periodToCheck(facts: Facts): Checked | null {
  if (facts.period) return { period: facts.period, usual: false, severity: 'error' };
  if (facts.periodSource !== 'default') return null;
  if (facts.issueYear === null) return { period: USUAL_PERIOD, usual: true, severity: 'error' };
  // A plan issued near the end of the usual period reaches past it as a matter of course.
  const end = facts.issueYear + REACH > USUAL_PERIOD.end + 1 ? facts.issueYear + REACH : USUAL_PERIOD.end;
  return { period: { ...USUAL_PERIOD, end }, usual: true, severity: 'info' };
}

/** Years a plan without a stated period may look ahead from its issue. */
const REACH = 3;

function judge({ joined, deadline, stated }: TimePlace, { period, usual, severity }: Checked): readonly Report[] {
  // A goal (到2026年底) in a plan that states no period tells rather that its period is another.
  if (usual && /^(?:确保|力争)?到/.test(deadline.text)) return [];
  const side = sideOf(joined.text, deadline, stated, period);
  if (!side) return [];
  const message = usual ? MESSAGES[`${side}Usual`] : MESSAGES[side];
  const args = { text: deadline.text, start: period.start, end: period.end };
  const fixes = fixesFor(joined, deadline, side === 'after' ? period.end : period.start);
  return [{ message, args, range: rangeOf(joined, deadline.from, deadline.to), severity, fixes }];
}

/** The same deadline in the last (or first) year of the period; a person decides, since the period may be what is wrong. */
function fixesFor(joined: Joined, deadline: Deadline, year: number): readonly Fix[] {
  const years = [...deadline.text.matchAll(/\d{4}(?=年)/g)];
  const [written] = years;
  if (!written || years.length > 1 || deadline.kind === 'range') return [];
  const from = deadline.from + written.index;
  const text = deadline.text.replace(written[0], String(year));
  const edits = [{ range: rangeOf(joined, from, from + written[0].length), newText: String(year) }];
  return [{ kind: 'edit', title: MESSAGES.moveYear, args: { text }, safe: false, edits }];
}

function sideOf(text: string, deadline: Deadline, stated: boolean, period: Period): 'after' | 'before' | null {
  if (deadline.end === null) return null;
  const end = yearOf(deadline.end);
  if (end > period.end) return isLongRange(text, deadline) ? null : 'after';
  const start = deadline.start === null ? end : yearOf(deadline.start);
  if (stated) return start < period.start ? 'before' : null;
  // In running text an earlier year is mostly history; only the set phrases for deadlines are trusted.
  const set = deadline.kind === 'by' || deadline.kind === 'before';
  return end < period.start && set && !describesThings(text, deadline) ? 'before' : null;
}
