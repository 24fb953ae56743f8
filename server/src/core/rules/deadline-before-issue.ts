import type { Facts } from '../plan/facts';
import { inYear } from '../plan/deadlines';
import { yearOfDocument } from '../plan/facts';
import { rangeOf } from '../syntax/joined';
import { yearOf } from '../text/dates';
import { PLANS, type Report, type Rule } from './rule';
import { describesThings, type TimePlace } from './times';

const MESSAGES = {
  passed: {
    zh: '“{text}”早于成文日期 {date}，发文时已经过期。请核对年份；如为既往情况，请改写为叙述。',
    en: '“{text}” is before {date}, the day the document was issued. Check the year.',
  },
  year: {
    zh: '“{text}”早于成文年份 {date} 年，发文时已经过期。请核对年份；如为既往情况，请改写为叙述。',
    en: '“{text}” is before {date}, the year the document was issued. Check the year.',
  },
  first: {
    zh: '“{text}”落在规划期的第一年，文中又没有成文日期。如在其后成文，这项时限已经过期，多半照抄了上位文件，请核对。',
    en: '“{text}” lies in the first year of the plan, which bears no date of issue. If issued later, it has passed already.',
  },
} as const;

/**
 * A deadline that had passed when the document was issued, mostly copied from a superior document. Sure only where the day
 * of issue is known; without one, a deadline in the first of several years is worth a look.
 */
export const rule: Rule = {
  id: 'deadline-before-issue',
  title: { zh: '时限早于成文日期', en: 'Deadline before the date of issue' },
  topic: 'time',
  severity: 'warning',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：时间准确',
    en: 'Regulations on official documents, art. 20 (4): times must be right',
  },
  fixable: 'no',
  kinds: PLANS,
  passage(reading, { facts }) {
    return reading.times.flatMap((place) => judge(place, facts));
  },
};

const FINISHED = /已|完成情况|进展/;

function judge({ joined, deadline, stated }: TimePlace, facts: Facts): readonly Report[] {
  const { end, kind } = inYear(deadline, yearOfDocument(facts), facts.period);
  if (end === null) return [];
  // In running text an earlier year is mostly history; only the set phrases for deadlines are trusted.
  const set = kind === 'by' || kind === 'before';
  if (stated ? FINISHED.test(joined.text) : !set || describesThings(joined.text, deadline)) return [];
  const { issueDate, issueYear, period } = facts;
  const report = (message: Report['message'], severity: 'warning' | 'info', date: string | number): Report => ({
    message,
    args: { text: deadline.text, date },
    severity,
    range: rangeOf(joined, deadline.from, deadline.to),
  });
  if (issueDate !== null) return end < issueDate ? [report(MESSAGES.passed, 'warning', issueDate)] : [];
  if (issueYear !== null) return yearOf(end) < issueYear ? [report(MESSAGES.year, 'info', issueYear)] : [];
  if (!period || period.end - period.start < 2 || facts.periodSource === 'setting') return [];
  return yearOf(end) === period.start && end.endsWith('12-31') && /\d{4}/.test(deadline.text)
    ? [report(MESSAGES.first, 'info', '')]
    : [];
}
