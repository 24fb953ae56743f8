import { rangeOf } from '../syntax/joined';
import { PLANS, type Rule } from './rule';
import { setsTime, spanOf } from './times';

const MESSAGES = {
  early: {
    zh: '“{text}”早于本项完成时间“{stated}”的起始。如为阶段目标可以保留；否则请核对年份。',
    en: '“{text}” is before “{stated}”, this task’s time, begins. Keep it if it is a stage on the way; else check the year.',
  },
} as const;

/** A day named by a task's own words or outcome that is over before the time in its column begins. It may be a stage. */
export const rule: Rule = {
  id: 'milestone-before-start',
  title: { zh: '成果里程碑早于起始', en: 'Milestone before the start' },
  topic: 'time',
  severity: 'info',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：时间准确',
    en: 'Regulations on official documents, art. 20 (4): times must be right',
  },
  fixable: 'no',
  kinds: PLANS,
  passage(reading, { facts }) {
    return reading.timedTasks.flatMap(({ stated, spoken }) => {
      const span = spoken.length > 0 ? spanOf(stated, facts) : null;
      const start = span?.start;
      if (!span || !start) return [];
      return spoken
        .filter(
          ({ joined, deadline }) => deadline.end !== null && deadline.end < start && setsTime(joined.text, deadline),
        )
        .map(({ joined, deadline }) => ({
          message: MESSAGES.early,
          args: { text: deadline.text, stated: span.last.deadline.text },
          range: rangeOf(joined, deadline.from, deadline.to),
        }));
    });
  },
};
