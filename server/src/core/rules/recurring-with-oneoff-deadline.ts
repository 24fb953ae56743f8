import { cellOf } from '../syntax/passage';
import { rangeOf, type Joined } from '../syntax/joined';
import type { Deadline } from '../plan/deadlines';
import type { RowReading } from '../plan/reading';
import { yearOf } from '../text/dates';
import { PLANS, type Fix, type Report, type Rule } from './rule';
import type { Facts } from '../plan/facts';
import { isQuoted } from '../text/quoted';

const MESSAGES = {
  oneoff: {
    zh: '“{text}”是每年都要做的，完成时间却只写了“{stated}”。可改为“每年”，或者写明起止年份。',
    en: '“{text}” comes back every year, but the deadline is only “{stated}”. Write 每年 or a span of years.',
  },
  change: { zh: '把完成时间改为“{text}”', en: 'Change the deadline to “{text}”' },
} as const;

/**
 * A task that comes back every year beside a deadline column with one year alone. A plan for a single year may say so; a
 * day by which something is set up (2023年底前) does not speak against doing it every year from then on.
 */
export const rule: Rule = {
  id: 'recurring-with-oneoff-deadline',
  title: { zh: '周期性任务与单一年度时限矛盾', en: 'Recurring task, deadline of one year' },
  topic: 'time',
  severity: 'hint',
  strength: '实务',
  basis: {
    zh: '任务与时限应当一致：《党政机关公文处理工作条例》第二十条（四）',
    en: 'task and deadline must agree: Regulations on official documents, art. 20 (4)',
  },
  fixable: 'confirm',
  kinds: PLANS,
  passage(reading, { facts }) {
    if (facts.period && facts.period.start === facts.period.end) return [];
    return reading.items.flatMap((item) => (item.kind === 'row' ? inRow(item, facts) : []));
  },
};

function inRow(row: RowReading, facts: Facts): readonly Report[] {
  const [only, ...more] = row.stated;
  if (!only || more.length > 0 || only.deadline.kind !== 'year') return [];
  for (const role of ['task', 'outcome'] as const) {
    const cell = cellOf(row.block, role);
    const found = cell && yearly(cell.text);
    if (!found) continue;
    const [from, to] = found;
    const args = { text: cell.text.slice(from, to), stated: only.deadline.text };
    const fixes = fixesOf(only.cell, only.deadline, facts);
    return [{ message: MESSAGES.oneoff, args, range: rangeOf(cell, from, to), fixes }];
  }
  return [];
}

const YEARLY = /(?:每人)?每年度?|逐年/g;
/** Quantities (每年约五万吨, 每年产生的垃圾) and comparisons say what there is, not what is done. */
const QUANTITY = /^(?:约|近|产|增长|需|平均|[^，。；、]{0,6}的)/;

/** The first clause that says something is done every year. */
function yearly(text: string): readonly [number, number] | null {
  if (!text.includes('年')) return null;
  for (const match of text.matchAll(YEARLY)) {
    const to = match.index + match[0].length;
    if (QUANTITY.test(text.slice(to, to + 10)) || isQuoted(text, match.index)) continue;
    const rest = /^[^，。；、：（\n]{0,40}/.exec(text.slice(to, to + 40))![0];
    return [match.index, to + rest.length];
  }
  return null;
}

function fixesOf(joined: Joined, { from, to, end }: Deadline, { period }: Facts): readonly Fix[] {
  const change = (text: string): Fix => {
    const edits = [{ range: rangeOf(joined, from, to), newText: text }];
    return { kind: 'edit', title: MESSAGES.change, args: { text }, safe: false, edits };
  };
  const year = yearOf(end!);
  const span = period && period.end > year ? [change(`${year}—${period.end}年`)] : [];
  return [change('每年'), ...span];
}
