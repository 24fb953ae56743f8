import { outlineOf, type OutlineNode } from '../plan/outline';
import type { Plan } from '../plan/plan';
import type { Task } from '../plan/task';
import { tasksByPassage } from '../plan/tasks';
import { comparePositions, shiftLines, type Position, type Range } from '../text/position';

/** A part of the plan that holds several tasks, and which they are: `[from, to)` of the plan's tasks. */
export interface SectionCount {
  /** Where its title stands. */
  readonly range: Range;
  /** Its title without number; `null` for the whole plan. */
  readonly title: string | null;
  readonly from: number;
  readonly to: number;
}

export interface SectionCounts {
  /** Lines count from the start of the passage. */
  readonly tasks: readonly Task[];
  readonly sections: readonly SectionCount[];
}

/** A part with a single task says nothing that the task does not say itself. */
const WORTH_COUNTING = 2;

/** The plan and its sections with what they hold, one at most on a line: of several the outermost. */
export function sectionCounts(plan: Plan): SectionCounts {
  const passages = tasksByPassage(plan);
  const starts = passages.flatMap((tasks, index) =>
    tasks.map(({ range }) => moved(range.start, plan.source.starts[index]!)),
  );
  const sections: SectionCount[] = [];
  const lines = new Set<number>();
  const add = (range: Range, title: string | null, from: number, to: number): void => {
    if (to - from < WORTH_COUNTING || lines.has(range.start.line)) return;
    lines.add(range.start.line);
    sections.push({ range, title, from, to });
  };
  const visit = ({ kind, title, range, selection, children }: OutlineNode): void => {
    const [from, to] = [firstFrom(starts, range.start), firstFrom(starts, range.end)];
    if (to - from < WORTH_COUNTING) return;
    if (kind === 'section') add(selection, title.replace(/…$/, ''), from, to);
    // Groups of a table begin where their first task does; below the outermost they would stand between all rows.
    if (children[0]?.range.start.line !== range.start.line) children.forEach(visit);
  };
  const title = titleOf(plan);
  if (title) add(title, null, 0, starts.length);
  outlineOf(plan).forEach(visit);
  return { tasks: passages.flat(), sections: sections.sort((a, b) => comparePositions(a.range.start, b.range.start)) };
}

/** Different names among those who lead; among all who are responsible where nobody is said to lead. */
export function unitsCounted(tasks: readonly Task[]): { readonly role: 'lead' | 'any'; readonly count: number } {
  const leads = new Set(tasks.flatMap(({ lead }) => lead.map(({ name }) => name)));
  if (leads.size > 0) return { role: 'lead', count: leads.size };
  return {
    role: 'any',
    count: new Set(tasks.flatMap(({ participants }) => participants.map(({ name }) => name))).size,
  };
}

const moved = ({ line, character }: Position, lines: number): Position => ({ line: line + lines, character });

/** The first task that begins at `position` or after it; tasks stand in order. */
function firstFrom(starts: readonly Position[], position: Position): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePositions(starts[middle]!, position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the title stands; the front matter may give it without the period, which then goes with it in the text. */
function titleOf({ readings, source, facts }: Plan): Range | null {
  if (facts.title === null) return null;
  for (const [index, { summary }] of readings.entries()) {
    const title = summary.titles.find(({ text }) => text.startsWith(facts.title!));
    if (title) return shiftLines(title.range, source.starts[index]!);
  }
  return null;
}
