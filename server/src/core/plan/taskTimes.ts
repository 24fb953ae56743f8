import type { TaskDeadline, TaskMilestone } from '../../protocol';
import { cellOf } from '../syntax/passage';
import { inYear, type Deadline } from './deadlines';
import { yearOfDocument, type Facts } from './facts';
import type { RowReading } from './reading';

/** The deadline a row of a table states. */
export function rowDeadline(item: RowReading, facts: Facts): TaskDeadline | null {
  const cell = cellOf(item.block, 'deadline');
  if (!cell)
    return taskDeadline(
      null,
      item.milestones.map((one) => one.deadline),
      facts,
    );
  const deadline = item.deadline && inYear(item.deadline, yearOfDocument(facts), facts.period);
  const { start, kind, grain, end, ambiguous } = deadline ?? NO_TIME;
  // 2022年启动，2023年底前完成: it starts with the first.
  const first = item.stated[0]?.deadline.start ?? null;
  return { text: cell.text.trim(), start: start ?? first, end, source: 'stated', kind, grain, ambiguous };
}

const NO_TIME = { start: null, end: null, kind: null, grain: null, ambiguous: false } as const;

const DECIDES: readonly Deadline['kind'][] = ['by', 'before', 'target', 'range'];

/** Stated in the annotation; else the first milestone in the sentence; else what the document says for all tasks. */
export function taskDeadline(stated: Deadline | null, spoken: readonly Deadline[], facts: Facts): TaskDeadline | null {
  const year = yearOfDocument(facts);
  const pick = (deadline: Deadline, source: TaskDeadline['source']): TaskDeadline => {
    const { text, start, end, kind, grain, ambiguous } = inYear(deadline, year, facts.period);
    return { text, start, end, source, kind, grain, ambiguous };
  };
  if (stated) return pick(stated, 'stated');
  const milestone = spoken.find((one) => DECIDES.includes(one.kind)) ?? spoken.find((one) => one.kind === 'milestone');
  if (milestone) return pick(milestone, 'milestone');
  return facts.defaultDeadline ? pick(facts.defaultDeadline, 'inherited') : null;
}

/** The days `times` name besides the one of `deadline`; goals past the plan and what comes every year are none. */
export function milestonesBeside(
  deadline: TaskDeadline | null,
  times: readonly Deadline[],
  facts: Facts,
): readonly TaskMilestone[] {
  if (times.length === 0) return NONE;
  const found: TaskMilestone[] = [];
  for (const time of times) {
    if (!SETS_A_DAY.includes(time.kind)) continue;
    const { text, end } = inYear(time, yearOfDocument(facts), facts.period);
    const farOff = time.kind === 'target' && facts.period && end && Number(end.slice(0, 4)) > facts.period.end;
    if (end === null || end === deadline?.end || farOff || found.some((one) => one.end === end)) continue;
    found.push({ text, end });
  }
  return found;
}

const NONE: readonly TaskMilestone[] = [];

const SETS_A_DAY: readonly Deadline['kind'][] = [...DECIDES, 'year', 'milestone'];
