import type { TaskDeadline, TaskMilestone } from '../../protocol';
import { rangeOf, type Joined } from '../syntax/joined';
import { shiftLines, type Range } from '../text/position';
import type { Annotation, LeadRule } from './responsibility';
import type { UnitName } from './unitList';

/** A unit of a task and where it is named. */
export interface TaskUnit {
  readonly name: string;
  readonly range: Range;
}

/** A task of the plan: a measure with its responsibility, or a row of the task table. Ranges are absolute. */
export interface Task {
  /** The number as written (`36`, `（四）`), that of the measure it belongs to if it has none, or `null`. */
  readonly label: string | null;
  /** Nearest heading or group. */
  readonly heading: string | null;
  /** Headings above `heading`, outermost first, with their numbers. */
  readonly section: readonly string[];
  /** Headings above it that stand apart, `heading` among them unless the measure begins with it. */
  readonly above: readonly string[];
  /** The same, and in a table its 项目 and 分组: the first columns of a task table made of the plan. */
  readonly grouping: readonly string[];
  /** The measure without number and annotation. */
  readonly text: string;
  readonly lead: readonly TaskUnit[];
  readonly participants: readonly TaskUnit[];
  readonly deadline: TaskDeadline | null;
  /** Other times its words or its outcome name, in their order. */
  readonly milestones: readonly TaskMilestone[];
  readonly outcome: string | null;
  readonly range: Range;
}

/**
 * Who leads and who takes part: by the annotation itself, or by the rule the document states once. Where nobody is said
 * to lead but some are said to help (甲局负责，乙局配合), those who are responsible lead.
 */
export function assignUnits(
  annotation: Annotation,
  rule: LeadRule | null,
): { readonly lead: readonly UnitName[]; readonly participants: readonly UnitName[] } {
  const { units } = annotation;
  const leadStated = annotation.leadStated || units.some((unit) => unit.role === 'lead');
  const helped = !leadStated && units.some((unit) => unit.role === 'participant');
  const leads = (unit: UnitName): boolean => {
    if (leadStated) return unit.role === 'lead';
    if (rule === 'first') return unit === units[0];
    if (rule === 'first-comma') return unit.tier === 0 && unit.role !== 'participant';
    return helped && unit.role === 'responsible';
  };
  const lead = units.filter(leads);
  return { lead, participants: lead.length === 0 ? units : units.filter((unit) => !leads(unit)) };
}

/** The same task `lines` further down. */
export function shiftTask(task: Task, lines: number): Task {
  if (lines === 0) return task;
  const shift = (units: readonly TaskUnit[]): readonly TaskUnit[] =>
    units.map(({ name, range }) => ({ name, range: shiftLines(range, lines) }));
  const { lead, participants, range } = task;
  return { ...task, lead: shift(lead), participants: shift(participants), range: shiftLines(range, lines) };
}

/** A name of a list as a unit of a task. */
export const placed = (joined: Joined, { name, from, to }: UnitName): TaskUnit => ({
  name,
  range: rangeOf(joined, from, to),
});
