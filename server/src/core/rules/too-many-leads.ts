import { rangeOf } from '../syntax/joined';
import type { Range } from '../text/position';
import { placeOfUnit, type DutyUnit } from './duties';
import { PLANS, type Report, type Rule } from './rule';

const MESSAGES = {
  many: {
    zh: '该项任务有 {count} 个牵头单位，容易无人抓总。请确定一至三个牵头单位，其余列为责任单位。',
    en: '{count} units lead this task, which leaves nobody in charge. Let one to three lead and the others take part.',
  },
} as const;

/**
 * Many units are said to lead one task; those who take part do not count. Source: observed practice, nine tasks in ten
 * have at most three leads.
 */
export const rule: Rule = {
  id: 'too-many-leads',
  title: { zh: '牵头单位过多', en: 'Too many lead units' },
  topic: 'units',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '多数任务一至三家牵头', en: 'most tasks have one to three leads' },
  fixable: 'no',
  kinds: PLANS,
  options: {
    limit: {
      title: { zh: '一项任务列到几个牵头单位就提示', en: 'Remark on a task with this many lead units' },
      default: 5,
      minimum: 2,
    },
  },
  passage: (reading, { options }) =>
    reading.duties.flatMap(({ lead, leadFrom }): Report[] => {
      if (leadFrom !== 'stated' || lead.length < Number(options['limit'])) return [];
      return [{ message: MESSAGES.many, args: { count: lead.length }, range: placeOfLeads(lead) }];
    }),
};

/** From the label, or the first unit where there is none, to the last unit that leads. */
function placeOfLeads(lead: readonly DutyUnit[]): Range {
  const [first] = lead;
  const { part } = first!;
  const together = lead.filter((one) => one.part === part);
  const label = part.annotation.labels.find(({ field }) => field === 'lead');
  if (together.length < lead.length) return placeOfUnit(first!);
  const from = Math.min(label?.from ?? first!.unit.from, first!.unit.from);
  return rangeOf(part.joined, from, together[together.length - 1]!.unit.to);
}
