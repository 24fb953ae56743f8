import type { Plan } from '../plan/plan';
import type { Annotation } from '../plan/responsibility';
import { shiftTask } from '../plan/task';
import { tasksByPassage } from '../plan/tasks';
import { placeOf, type Joined } from '../syntax/joined';
import { passageAt } from '../syntax/source';
import { comparePositions, type Position, type Range } from '../text/position';
import type { Register } from '../units/model';

/** Which hints are wanted. */
export interface HintOptions {
  readonly deadlines: boolean;
  readonly fullNames: boolean;
}

/** Something the text does not say where it stands, shown behind `position`. */
export type Hint =
  | { readonly kind: 'deadline'; readonly position: Position; readonly text: string; readonly end: string | null }
  | { readonly kind: 'full-name'; readonly position: Position; readonly text: string };

/**
 * Hints for the lines of `range`, in order: the deadline a task takes over from the whole document, and what a short name is
 * in full.
 */
export function hintsIn(plan: Plan, register: Register, range: Range, options: HintOptions): readonly Hint[] {
  const first = passageAt(plan.source, range.start.line);
  const last = passageAt(plan.source, Math.min(range.end.line, plan.source.lineCount - 1));
  const hints: Hint[] = [];
  if (options.deadlines) hints.push(...deadlineHints(plan, first, last));
  if (options.fullNames) hints.push(...nameHints(plan, register, first, last));
  return hints
    .filter(({ position }) => position.line >= range.start.line && position.line <= range.end.line)
    .sort((a, b) => comparePositions(a.position, b.position));
}

function deadlineHints(plan: Plan, first: number, last: number): readonly Hint[] {
  if (!plan.facts.defaultDeadline) return [];
  const tasks = tasksByPassage(plan)
    .slice(first, last + 1)
    .flatMap((some, at) => some.map((task) => shiftTask(task, plan.source.starts[first + at]!)));
  return tasks.flatMap(({ deadline, range }): Hint[] =>
    deadline?.source === 'inherited'
      ? [{ kind: 'deadline', position: range.end, text: deadline.text, end: deadline.end }]
      : [],
  );
}

function nameHints(plan: Plan, register: Register, first: number, last: number): readonly Hint[] {
  const hints: Hint[] = [];
  for (let index = first; index <= last; index++) {
    const above = plan.source.starts[index]!;
    const add = (joined: Joined, { units }: Annotation): void => {
      for (const { name, to } of units) {
        const text = fullNameOf(name, register);
        if (text) hints.push({ kind: 'full-name', position: placeOf(joined, to, 'end', above), text });
      }
    };
    for (const item of plan.readings[index]!.items) {
      if (item.kind === 'text') item.annotations.forEach((annotation) => add(item.block, annotation));
      else item.responsibility.forEach(({ cell, annotation }) => add(cell, annotation));
    }
  }
  return hints;
}

/** The full name of a body that is written short; base entries carry no place, so theirs goes in front as it is written. */
function fullNameOf(name: string, register: Register): string | null {
  const { entry, how, prefix } = register.resolve(name);
  if (!entry?.fullName || how === 'branch' || how === 'pattern' || how === 'full-name') return null;
  const full = entry.origin === 'local' ? entry.fullName : prefix + entry.fullName;
  return full === name ? null : full;
}
