import type { Heading, Paragraph, Row } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import { blockRange, cellOf } from '../syntax/passage';
import type { Position, Range } from '../text/position';
import type { Plan } from './plan';
import type { BlockReading, PassageReading } from './reading';
import { titleOf } from './sections';
import { assignUnits } from './tasks';

/** A section, measure or task in the outline. Ranges are absolute; `range` covers everything below the node too. */
export interface OutlineNode {
  readonly kind: 'section' | 'task';
  /** 1 = outermost. */
  readonly level: number;
  /** As written, without the `、` of chapters (一, （一）, 1., 36), `null` if none. */
  readonly number: string | null;
  readonly title: string;
  /** Who leads, for tasks; who is responsible where nobody leads. */
  readonly units: readonly string[];
  readonly range: Range;
  /** The title's own place. */
  readonly selection: Range;
  readonly children: readonly OutlineNode[];
}

interface Growing {
  kind: OutlineNode['kind'];
  level: number;
  number: string | null;
  title: string;
  units: readonly string[];
  range: Range;
  selection: Range;
  children: Growing[];
}

const MAX_TITLE = 40;

/** The outline: headings, table projects and groups, and the tasks under them. */
export function outlineOf(plan: Plan): readonly OutlineNode[] {
  const roots: Growing[] = [];
  const stack: Growing[] = [];
  // Where the last block ended: a node ends there when another closes it.
  let end: Position = { line: 0, character: 0 };
  const close = (level: number): void => {
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) {
      const node = stack.pop()!;
      node.range = { start: node.range.start, end };
    }
  };
  const add = (node: Growing): void => {
    close(node.level);
    (stack[stack.length - 1]?.children ?? roots).push(node);
    stack.push(node);
    ({ end } = node.range);
  };
  const table = createTableOutline(add, stack);
  for (const [index, reading] of plan.readings.entries()) {
    const above = plan.source.starts[index]!;
    let next = 0;
    for (const block of reading.passage.blocks) {
      const item = reading.items[next]?.block === block ? reading.items[next++]! : null;
      const range = blockRange(reading.passage, block, above);
      if (block.kind === 'row') table.row(block, item, range, reading, above);
      else if (block.kind === 'heading' || (block.kind === 'paragraph' && block.level > 0)) {
        table.leave();
        add(textNode(block, item, range, above, plan));
      } else {
        if (item?.kind === 'text' && block.kind === 'paragraph')
          addUnnumbered(block, item, range, above, plan, stack, add);
        ({ end } = range);
      }
    }
  }
  close(0);
  return roots;
}

function textNode(
  block: Heading | Paragraph,
  item: BlockReading | null,
  range: Range,
  above: number,
  plan: Plan,
): Growing {
  const title = titleOf(block) ?? firstClause(block.text.slice(block.number?.end ?? 0));
  const [from, to] = block.title ?? [
    block.number?.end ?? 0,
    Math.min(block.text.length, (block.number?.end ?? 0) + title.length),
  ];
  const task = item?.kind === 'text' && item.annotations.length > 0;
  return {
    kind: task || (block.kind === 'paragraph' && !block.title) ? 'task' : 'section',
    level: block.level,
    number: block.number ? block.number.text.replace(/、$/, '') : null,
    title,
    units: task ? unitsOf(item, plan) : [],
    range,
    selection: rangeOf(block, from, to, above),
    children: [],
  };
}

/** A measure without a number: a task below the number in force. */
function addUnnumbered(
  block: Paragraph,
  item: BlockReading & { kind: 'text' },
  range: Range,
  above: number,
  plan: Plan,
  stack: readonly Growing[],
  add: (node: Growing) => void,
): void {
  const [first] = item.annotations;
  if (!first || first.from === 0) return;
  // Tasks do not hold one another: a paragraph after a task stands beside it, below the section both belong to.
  const parent = [...stack].reverse().find((node) => node.kind === 'section' || node.number !== null);
  const title = firstClause(block.text);
  add({
    kind: 'task',
    level: (parent?.level ?? 0) + 1,
    number: null,
    title,
    units: unitsOf(item, plan),
    range,
    selection: rangeOf(block, 0, Math.min(block.text.length, title.length), above),
    children: [],
  });
}

function unitsOf(item: BlockReading & { kind: 'text' }, plan: Plan): readonly string[] {
  const assigned = item.annotations.map((annotation) => assignUnits(annotation, plan.facts.leadRule));
  const leads = assigned.flatMap(({ lead }) => lead);
  return (leads.length > 0 ? leads : assigned.flatMap(({ participants }) => participants)).map((unit) => unit.name);
}

/** The first clause of a measure, short enough for an outline. */
export function firstClause(text: string): string {
  const clean = text.replace(/\*\*|^[#\s\u3000]+/g, '').trim();
  const stop = clean.search(/[。；，：（(\n]/);
  const clause = stop > 3 ? clean.slice(0, stop) : clean;
  return clause.length > MAX_TITLE ? `${clause.slice(0, MAX_TITLE)}…` : clause;
}

interface TableOutline {
  row(block: Row, item: BlockReading | null, range: Range, reading: PassageReading, above: number): void;
  leave(): void;
}

/** Projects and groups of a task table as sections. One that is repeated on the next page stays one. */
function createTableOutline(add: (node: Growing) => void, stack: readonly Growing[]): TableOutline {
  let [project, group]: [string | null, string | null] = [null, null];
  let base = 0;
  let inTable = false;
  // It begins with its first row, so that it holds the task of that row.
  const section = (title: string, level: number, range: Range, selection: Range): Growing => ({
    kind: 'section',
    level,
    ...numbered(title),
    units: [],
    range,
    selection,
    children: [],
  });
  return {
    leave() {
      [project, group, inTable] = [null, null, false];
    },
    row(block, item, range, reading, above) {
      if (!inTable) [base, inTable] = [stack[stack.length - 1]?.level ?? 0, true];
      const cellRange = (role: 'project' | 'group' | 'task'): Range => {
        const cell = cellOf(block, role);
        return cell ? rangeOf(cell, 0, cell.text.length, above) : range;
      };
      const nextProject = cellOf(block, 'project')?.text.trim();
      const nextGroup = cellOf(block, 'group')?.text.trim();
      if (nextProject && !sameProject(nextProject, project)) {
        [project, group] = [nextProject, null];
        add(section(project, base + 1, range, cellRange('project')));
      }
      if (nextGroup && nextGroup !== group) {
        group = nextGroup;
        add(section(group, base + (project ? 2 : 1), range, cellRange('group')));
      }
      if (item?.kind !== 'row' || (item.responsibility.length === 0 && !cellOf(block, 'index'))) return;
      const units = item.responsibility.flatMap(({ annotation }) => annotation.units);
      const leads = units.filter((unit) => unit.role === 'lead');
      add({
        kind: 'task',
        level: base + (project ? 1 : 0) + (group ? 1 : 0) + 1,
        number: cellOf(block, 'index')?.text.trim() ?? null,
        title: firstClause(cellOf(block, 'task')?.text ?? ''),
        units: (leads.length > 0 ? leads : units).map((unit) => unit.name),
        range: blockRange(reading.passage, block, above),
        selection: cellRange('task'),
        children: [],
      });
    },
  };
}

/** The same chapter under a slightly different name (the number decides) is the same project continued. */
function sameProject(a: string, b: string | null): boolean {
  const number = /^[一二三四五六七八九十]+、/.exec(a)?.[0];
  return a === b || (number !== undefined && b !== null && b.startsWith(number));
}

function numbered(title: string): { number: string | null; title: string } {
  const match = /^([一二三四五六七八九十]+)、(.+)$/.exec(title);
  return match ? { number: match[1]!, title: match[2]! } : { number: null, title };
}
