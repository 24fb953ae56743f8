import type { Plan } from '../../../plan/plan';
import type { Task } from '../../../plan/task';
import { listTasks } from '../../../plan/tasks';
import type { TextEdit } from '../../../text/position';
import type { TaskColumn } from '../../../../protocol';
import { planAfter } from '../edit';
import { cellValue, sameList, type Wish } from './wish';

export interface Check {
  readonly plan: Plan;
  readonly tasks: readonly Task[];
  readonly index: number;
  readonly wanted: Wish;
  /** The measure has no annotation yet. */
  readonly bare: boolean;
}

/** Reads the text as it would be, and tells whether it says what is wanted and no other task says anything else. */
export function tryOut(
  { plan, tasks, index, wanted, bare }: Check,
  edits: readonly TextEdit[],
): 'fits' | 'misread' | 'others' {
  if (edits.length === 0) return 'misread';
  const after = listTasks(planAfter(plan, edits));
  const old = tasks[index]!;
  if (bare && wanted.cast && !plan.facts.hasUnits) {
    // The first annotation makes the plan one with units: those that have none are no longer tasks of their own.
    const [only, second] = after;
    return only && !second && only.label === old.label && says(only, old, wanted) ? 'fits' : 'misread';
  }
  const fresh = after[index];
  if (after.length !== tasks.length || !fresh || !says(fresh, old, wanted)) return 'misread';
  // Its first words may be what other tasks stand under.
  const heads = (text: string, heading: string | null): boolean => heading !== null && text.startsWith(heading);
  const kept = tasks.every((task, at) => {
    const now = after[at]!;
    const follows = wanted.column === 'text' && (heads(old.text, task.heading) || heads(fresh.text, now.heading));
    return at === index || sameTask(task, now, follows);
  });
  return kept ? 'fits' : 'others';
}

/** Whether the task reads as wanted: the new value in its column, and in the others what was there. */
function says(fresh: Task, old: Task, { column, shown, cast, spoken }: Wish): boolean {
  const expected = (one: Exclude<TaskColumn, 'label'>): string =>
    one === column
      ? shown
      : cast && (one === 'lead' || one === 'participants')
        ? cast[one].join('、')
        : cellValue(old, one);
  if (fresh.label !== old.label) return false;
  return (['text', 'lead', 'participants', 'deadline', 'outcome'] as const).every((one) => {
    if (one === 'deadline') {
      const { deadline } = fresh;
      if (column === 'deadline' && shown === '')
        return deadline === null || deadline.source !== 'stated' || deadline.text === '';
      const source = spoken ? 'milestone' : 'stated';
      if (column === 'deadline') return deadline?.text === shown && deadline.source === source;
      // Other words may hold another time.
      if ((column === 'text' || column === 'outcome') && old.deadline?.source !== 'stated') return true;
      return cellValue(fresh, one) === expected(one) && deadline?.source === old.deadline?.source;
    }
    if (one === 'text' && spoken) return fresh.text === old.text.replace(old.deadline!.text, () => shown);
    return cellValue(fresh, one) === expected(one);
  });
}

function sameTask(a: Task, b: Task, headingFollows: boolean): boolean {
  const columns = ['label', 'text', 'lead', 'participants', 'deadline', 'outcome'] as const;
  if (!columns.every((column) => cellValue(a, column) === cellValue(b, column))) return false;
  if (a.deadline?.source !== b.deadline?.source || a.deadline?.end !== b.deadline?.end) return false;
  return headingFollows || (a.heading === b.heading && sameList(a.section, b.section) && sameList(a.above, b.above));
}
