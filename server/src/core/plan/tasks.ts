import type { Block, Heading, Paragraph } from '../syntax/block';
import { placeOf, rangeOf, type Joined } from '../syntax/joined';
import { opensItem } from '../syntax/line';
import { looksTabular } from '../syntax/table';
import { passageAt } from '../syntax/source';
import type { Deadline } from './deadlines';
import type { Facts } from './facts';
import { createWalk, forLast, type Walk } from './memory';
import type { Plan } from './plan';
import type { BlockReading, PassageReading, TextReading } from './reading';
import type { Annotation } from './responsibility';
import { continueRow, rowTask } from './rowTasks';
import { createSections, NO_SECTIONS, sameSections, type Sections, type SectionState } from './sections';
import { assignUnits, placed, shiftTask, type Task, type TaskUnit } from './task';
import { milestonesBeside, taskDeadline } from './taskTimes';
import type { UnitName } from './unitList';

/**
 * All tasks in order. In a plan that makes nobody responsible for anything, the tasks are its innermost numbered
 * measures, without units. A report has none.
 */
export function listTasks(plan: Plan): readonly Task[] {
  return plan.memory(createTaskList)(plan);
}

/** All tasks in order, for those who ask what they say and not where: lines of ranges count from the start of each passage. */
export const tasksUnplaced = (plan: Plan): readonly Task[] => tasksByPassage(plan).flat();

/**
 * The same by passages, for those who look at all of them after every edit: lines count from the start of the passage, so
 * that a task that did not change is the object it was, also where it moved.
 */
export function tasksByPassage(plan: Plan): readonly (readonly Task[])[] {
  return plan.memory(createPassageTasks)(plan);
}

/** The tasks of the passage that holds `line`. No task is in more than one. */
export function tasksNear(plan: Plan, line: number): readonly Task[] {
  const index = passageAt(plan.source, line);
  return (tasksByPassage(plan)[index] ?? []).map((task) => shiftTask(task, plan.source.starts[index]!));
}

const createTaskList = (): ((plan: Plan) => readonly Task[]) =>
  forLast((plan) => {
    const all: Task[] = [];
    for (const [index, tasks] of tasksByPassage(plan).entries())
      for (const task of tasks) all.push(shiftTask(task, plan.source.starts[index]!));
    return all;
  });

function createPassageTasks(): (plan: Plan) => readonly (readonly Task[])[] {
  const stated = createWalk(STATED);
  const narrative = createNarrative();
  return (plan) => {
    const { kind, hasUnits } = plan.facts;
    if (kind === 'report' || (kind === 'other' && !hasUnits)) return [];
    return hasUnits ? stated(plan) : narrative(plan);
  };
}

/** What tasks depend on that stands above them: headings, and the row below them that rows without units continue. */
interface Above {
  readonly sections: SectionState;
  readonly row: Task | null;
  /** How many points （1）（2） without a responsibility of their own stand above, counted up to two. */
  readonly points: number;
}

/** Tasks by the annotations and rows that make somebody responsible. */
const STATED: Walk<Above, readonly Task[]> = {
  start: { sections: NO_SECTIONS, row: null, points: 0 },
  same: (a, b) => a.points === b.points && sameSections(a.sections, b.sections) && sameDuties(a.row, b.row),
  visit(reading, facts, entering) {
    const { lines } = reading.passage;
    const sections = createSections(entering.sections);
    const made: Task[] = [];
    let { row, points } = entering;
    const enter = (block: Block): void => {
      // Neither a merged cell nor a responsibility for several points reaches over a heading.
      if (block.kind === 'heading') [row, points] = [null, 0];
      sections.enter(block);
    };
    walkBlocks(reading, { ...sections, enter }, (item, previous) => {
      if (item.kind === 'row') {
        const task = rowTask(item, facts, sections, reading);
        if (task) made.push((row = continueRow(task, item, row)));
        return;
      }
      const place = { facts, sections, line: lines[item.block.line]!, behindPoints: points > 1 };
      for (const task of textTasks(item, previous, place)) made.push(task);
      points = pointsWith(item, points);
    });
    return { made, leaving: { sections: sections.state(), row: row && shiftTask(row, -lines.length), points } };
  },
};

function pointsWith({ annotations, block }: TextReading, above: number): number {
  if (annotations.length > 0) return 0;
  if (!block.number) return above;
  return block.number.scheme === 'arabicParen' || block.number.scheme === 'circled' ? Math.min(2, above + 1) : 0;
}

/** Whether a row that names nobody is the same below either. */
function sameDuties(a: Task | null, b: Task | null): boolean {
  const duties = (task: Task | null): string =>
    task ? JSON.stringify([task.lead, task.participants, task.deadline]) : '';
  return a === b || duties(a) === duties(b);
}

/** Visits the readings of a passage in order, keeping `sections` at the heading in force. */
export function walkBlocks(
  reading: PassageReading,
  sections: Sections,
  visit: (item: BlockReading, previous: TextReading | null) => void,
): void {
  let next = 0;
  let previous: TextReading | null = null;
  for (const block of reading.passage.blocks) {
    const item = reading.items[next]?.block === block ? reading.items[next++] : undefined;
    sections.enter(block);
    if (!item) {
      // A passage may begin below any of these, so nothing reaches across them.
      if (block.kind === 'heading' || block.kind === 'header' || block.endLine > block.line) previous = null;
      continue;
    }
    visit(item, previous);
    previous = item.kind === 'text' ? item : null;
  }
}

/** All that stands before a responsibility on a line of its own in a list. */
const BULLET = /^[-—•·●]+\s*$/;

/** Where a paragraph stands; `behindPoints`: a responsibility on its own line is for the measure whose points are above it. */
interface TextPlace {
  readonly facts: Facts;
  readonly sections: Sections;
  readonly line: string;
  readonly behindPoints: boolean;
}

function textTasks(
  item: TextReading,
  previous: TextReading | null,
  { facts, sections, line, behindPoints }: TextPlace,
): Task[] {
  let from = 0;
  return item.annotations.map((annotation) => {
    const own = plainText(item.block, from, annotation.from).replace(BULLET, '');
    // An annotation on a line of its own belongs to the paragraph above it.
    const follows = own === '' && previous?.annotations.length === 0 && continues(previous, item, line);
    const host = follows ? previous : item;
    const words = host === item ? own : plainText(host.block, 0, host.block.text.length);
    const goal = host === item ? null : GOAL.exec(words);
    const measure = follows && behindPoints ? sections.over(host.block.level) : null;
    const path = measure?.path ?? sections.path();
    const text = goal || measure ? '' : words;
    const until = annotation.to + (BRACKET_BEHIND.exec(item.block.text.slice(annotation.to))?.[0].length ?? 0);
    const spoken = host === item ? inSpan(item.deadlines, from, until) : host.deadlines;
    const start = placeOf(host.block, host === item ? from : 0, 'start');
    const range = { start, end: placeOf(item.block, annotation.to, 'end') };
    from = annotation.to;
    const deadline = taskDeadline(annotation.deadline, spoken, facts);
    return {
      label: measure?.number ?? item.block.label,
      ...path,
      text: text || (path.heading ?? ''),
      ...unitsOf(item.block, annotation, facts),
      deadline,
      milestones: milestonesBeside(deadline, spoken, facts),
      outcome: annotation.outcome?.text ?? (goal ? words.slice(goal[0].length) : null),
      range,
    };
  });
}

/** 〔完成时限：2023年底〕 right behind the annotation belongs to it. */
const BRACKET_BEHIND = /^[（(〔[【][^（）()〔〕[\]【】]{2,30}[）)〕\]】]/;

/** A goal between a heading and the responsibility for it: what is to be done is the heading (整改目标：). */
const GOAL = /^(?:整改|工作|治理|年度|具体)?目标\s*[:：]\s*/;

/**
 * Whether a block goes on from the one above it. A line that could begin a passage never does, so that the answer is the
 * same wherever the passages are cut.
 */
export function continues(above: TextReading, { block }: TextReading, line: string): boolean {
  return above.block.endLine === block.line || (!opensItem(line) && looksTabular(line) === null);
}

const inSpan = (deadlines: readonly Deadline[], from: number, to: number): readonly Deadline[] =>
  deadlines.filter((deadline) => deadline.from >= from && deadline.to <= to);

function unitsOf(joined: Joined, annotation: Annotation, facts: Facts): Pick<Task, 'lead' | 'participants'> {
  const { lead, participants } = assignUnits(annotation, facts.leadRule);
  const place = (unit: UnitName): TaskUnit => placed(joined, unit);
  return { lead: lead.map(place), participants: participants.map(place) };
}

/** The measure's words: without its number, Markdown marks and white space at the ends. */
function plainText(block: Paragraph | Heading, from: number, to: number): string {
  const start = block.number && block.number.start >= from && block.number.end <= to ? block.number.end : from;
  return block.text.slice(start, to).replace(/\*\*/g, '').trim();
}

/** A numbered item of a plan without units. */
interface Candidate {
  readonly level: number;
  readonly task: Task;
  /** It has words beyond its heading. */
  hasBody: boolean;
}

/** Those of one passage, and whether words stand above the first, which belong to the last of those above. */
interface Candidates {
  readonly list: readonly Candidate[];
  readonly goesOn: boolean;
}

const NUMBERED: Walk<SectionState, Candidates> = {
  start: NO_SECTIONS,
  same: sameSections,
  visit(reading, facts, entering) {
    const sections = createSections(entering);
    const list: Candidate[] = [];
    let goesOn = false;
    const spoken = new Map<Block, BlockReading>(reading.items.map((item) => [item.block, item]));
    for (const block of reading.passage.blocks) {
      sections.enter(block);
      if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
      if (block.number) {
        const item = spoken.get(block);
        const deadlines = item?.kind === 'text' ? item.deadlines : [];
        const task = narrativeTask(block, deadlines, facts, sections);
        list.push({ level: block.level, task, hasBody: block.kind === 'paragraph' });
      } else if (block.kind === 'paragraph') {
        const last = list[list.length - 1];
        if (last) last.hasBody = true;
        else goesOn = true;
      }
    }
    return { made: { list, goesOn }, leaving: sections.state() };
  },
};

/** The innermost numbered measures. Chapters count only where the document has no level below them. */
function createNarrative(): (plan: Plan) => readonly (readonly Task[])[] {
  const walk = createWalk(NUMBERED);
  return (plan) => {
    const passages = walk(plan);
    const deep = passages.some(({ list }) => list.some(({ level }) => level > 1));
    const tasks: Task[][] = passages.map(() => []);
    // What comes below decides, so they are visited from the end.
    let [below, bodyBelow] = [0, false];
    for (let index = passages.length - 1; index >= 0; index--) {
      const { list, goesOn } = passages[index]!;
      for (let at = list.length - 1; at >= 0; at--) {
        const { level, task, hasBody } = list[at]!;
        if (level >= below && (hasBody || bodyBelow) && !(deep && level === 1)) tasks[index]!.push(task);
        [below, bodyBelow] = [level, false];
      }
      tasks[index]!.reverse();
      bodyBelow ||= goesOn;
    }
    return tasks;
  };
}

function narrativeTask(
  block: Paragraph | Heading,
  deadlines: readonly Deadline[],
  facts: Facts,
  sections: Sections,
): Task {
  const end = block.text.length;
  const deadline = taskDeadline(null, deadlines, facts);
  return {
    label: block.number?.text ?? null,
    ...sections.path(),
    text: plainText(block, 0, end),
    lead: [],
    participants: [],
    deadline,
    milestones: milestonesBeside(deadline, deadlines, facts),
    outcome: null,
    range: rangeOf(block, 0, end),
  };
}
