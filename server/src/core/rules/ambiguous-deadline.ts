import type { Deadline } from '../plan/deadlines';
import { yearOfDocument, type Facts } from '../plan/facts';
import { rangeOf, type Joined } from '../syntax/joined';
import { yearOf } from '../text/dates';
import { PLANS, type Fix, type Report, type Rule } from './rule';
import { describesThings, type TimePlace } from './times';

const MESSAGES = {
  year: {
    zh: '“{text}”有两种理解：到{last}年底为止，还是到{before}年底为止。请写明“某年底前”。',
    en: '“{text}” can mean by the end of {last} or by the end of {before}. Say which year ends.',
  },
  month: {
    zh: '“{text}”有两种理解：包含{last}月，还是到上个月底为止。请写明“某月底前”。',
    en: '“{text}” can include month {last} or end before it. Say which month ends.',
  },
  noYear: {
    zh: '“{text}”没有写年份，全文也没有写明是哪一年。请补上年份。',
    en: '“{text}” names no year, nor does the document. Add the year.',
  },
  change: { zh: '改为“{text}”', en: 'Change to “{text}”' },
} as const;

/**
 * 2024年前 and 2024年之前: with 2024 or without it. The Civil Code (art. 1259) settles 以内 and 届满, not 前, and practice is
 * divided, so this is only a hint. Likewise 6月前, and a month of no year at all in a deadline column.
 */
export const rule: Rule = {
  id: 'ambiguous-deadline',
  title: { zh: '时限表述有歧义', en: 'Ambiguous deadline' },
  topic: 'time',
  severity: 'hint',
  strength: '实务',
  basis: {
    zh: '《民法典》第一千二百五十九条没有规定“前”是否包含本数',
    en: 'the Civil Code, art. 1259, leaves open whether 前 includes the year',
  },
  fixable: 'confirm',
  kinds: PLANS,
  passage(reading, { facts }) {
    return reading.times.flatMap((place) => judge(place, facts));
  },
};

/** Goals of the nation are quoted as they are worded: 2030年前碳达峰. */
const SET_GOAL = /^.{0,6}碳(?:达峰|中和)/;

function judge({ joined, deadline, stated }: TimePlace, facts: Facts): readonly Report[] {
  const { text } = joined;
  if (!deadline.ambiguous || (!stated && describesThings(text, deadline))) return [];
  if (SET_GOAL.test(text.slice(deadline.to, deadline.to + 12))) return [];
  if (deadline.end === null) {
    const open = stated && deadline.kind === 'by' && yearOfDocument(facts) === null;
    return open ? [report(joined, deadline, MESSAGES.noYear, {}, [])] : [];
  }
  const year = yearOf(deadline.end);
  if (deadline.kind === 'before') {
    if (year < (facts.period?.start ?? facts.issueYear ?? 0)) return [];
    const args = { last: year, before: year - 1 };
    return [report(joined, deadline, MESSAGES.year, args, [`${year}年底前`, `${year - 1}年底前`])];
  }
  const month = Number(deadline.end.slice(5, 7));
  const before = month === 1 ? `${year - 1}年12月底前` : `${year}年${month - 1}月底前`;
  const ways = /\d{4}年/.test(deadline.text) ? [`${year}年${month}月底前`, before] : [];
  return [report(joined, deadline, MESSAGES.month, { last: month }, ways)];
}

function report(
  joined: Joined,
  deadline: Deadline,
  message: (typeof MESSAGES)['year' | 'month' | 'noYear'],
  args: Readonly<Record<string, number>>,
  ways: readonly string[],
): Report {
  const range = rangeOf(joined, deadline.from, deadline.to);
  const lead = /^(?:确保到|力争到|到)/.exec(deadline.text)?.[0] ?? '';
  const fixes = ways.map((way): Fix => {
    const text = lead + way;
    return { kind: 'edit', title: MESSAGES.change, args: { text }, safe: false, edits: [{ range, newText: text }] };
  });
  return { message, args: { text: deadline.text, ...args }, range, fixes };
}
