import { rangeOf } from '../syntax/joined';
import { PLANS, type Rule } from './rule';

const MESSAGES = {
  open: {
    zh: '完成时间“{text}”没有起止，无从督办。可写明起止年份，或者每年要做到什么。',
    en: '“{text}” has neither beginning nor end, so nobody can follow it up. Give years, or what is due every year.',
  },
} as const;

/** With more than so many the document means it so; then it is said once. */
const FEW = 5;

/** A deadline column or field that says only 长期, 持续, 常态化, 适时. 已完成 and 每年 are no such thing. */
export const rule: Rule = {
  id: 'vague-deadline',
  title: { zh: '无界时限', en: 'Deadline without an end' },
  topic: 'time',
  severity: 'hint',
  strength: '实务',
  basis: { zh: '任务清单应当可以督办', en: 'a list of tasks is made to be followed up' },
  fixable: 'no',
  kinds: PLANS,
  passage(reading) {
    return reading.timedTasks.flatMap(({ stated }) => {
      const [only, ...more] = stated;
      if (!only || more.length > 0) return [];
      const { joined, deadline } = only;
      if (deadline.kind !== 'open' || deadline.start !== null || deadline.text.includes('已')) return [];
      const range = rangeOf(joined, deadline.from, deadline.to);
      return [{ message: MESSAGES.open, args: { text: deadline.text }, range }];
    });
  },
  document: (found) => (found.length > FEW ? found.slice(0, 1) : found),
};
