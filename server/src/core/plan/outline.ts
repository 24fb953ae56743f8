import type { Heading, Paragraph, Row } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import { blockRange, cellOf } from '../syntax/passage';
import { shiftLines, type Position, type Range } from '../text/position';
import type { Facts } from './facts';
import { createWalk, forLast, type Walk } from './memory';
import type { Plan } from './plan';
import type { BlockReading, PassageReading, RowReading, TextReading } from './reading';
import type { LeadRule } from './responsibility';
import { titleOf } from './sections';
import { assignUnits } from './task';

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

/** A node while the outline is put together, without what is known only then. */
type Found = Omit<OutlineNode, 'level' | 'children'>;

/** What one block of a plan adds to the outline. */
type Piece =
  | { readonly kind: 'node'; readonly level: number; readonly node: Found }
  /** A measure without a number. */
  | { readonly kind: 'unnumbered'; readonly node: Found }
  | {
      readonly kind: 'row';
      readonly project: Found | null;
      readonly group: Found | null;
      readonly task: Found | null;
    }
  /** Text that belongs to the node above it, and where it ends. */
  | { readonly kind: 'text'; readonly end: Position };

interface Growing extends Found {
  readonly level: number;
  range: Range;
  readonly children: Growing[];
}

const MAX_TITLE = 40;

/** The outline: headings, table projects and groups, and the tasks under them. */
export function outlineOf(plan: Plan): readonly OutlineNode[] {
  return plan.memory(createOutline)(plan);
}

function createOutline(): (plan: Plan) => readonly OutlineNode[] {
  const pieces = createWalk(PIECES);
  return forLast((plan) => grow(pieces(plan), plan.source.starts));
}

/** Puts the pieces of all passages together. Runs after every edit, so what takes time is done where pieces are made. */
function grow(passages: readonly (readonly Piece[])[], starts: readonly number[]): readonly OutlineNode[] {
  const roots: Growing[] = [];
  const stack: Growing[] = [];
  // Where the last block ended: a node ends there when another closes it.
  let end: Position = { line: 0, character: 0 };
  let above = 0;
  const close = (level: number): void => {
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) {
      const node = stack.pop()!;
      node.range = { start: node.range.start, end };
    }
  };
  const add = ({ kind, number, title, units, range, selection }: Found, level: number): void => {
    close(level);
    const place = shiftLines(range, above);
    const node = {
      ...{ kind, level, number, title, units, range: place },
      selection: shiftLines(selection, above),
      children: [],
    };
    (stack[stack.length - 1]?.children ?? roots).push(node);
    stack.push(node);
    ({ end } = place);
  };
  const table = createTableOutline(add, stack);
  for (const [index, pieces] of passages.entries()) {
    above = starts[index]!;
    for (const piece of pieces) {
      if (piece.kind === 'row') table.row(piece);
      else if (piece.kind === 'text') end = { line: piece.end.line + above, character: piece.end.character };
      else if (piece.kind === 'node') {
        table.leave();
        add(piece.node, piece.level);
      } else {
        // Tasks do not hold one another: a paragraph after a task stands beside it, below the section both belong to.
        const parent = stack.findLast((node) => node.kind === 'section' || node.number !== null);
        add(piece.node, (parent?.level ?? 0) + 1);
      }
    }
  }
  close(0);
  return roots;
}

const PIECES: Walk<null, readonly Piece[]> = {
  start: null,
  same: () => true,
  visit: (reading, facts) => ({ made: piecesOf(reading, facts), leaving: null }),
};

function piecesOf(reading: PassageReading, { leadRule }: Facts): readonly Piece[] {
  let next = 0;
  return reading.passage.blocks.map((block): Piece => {
    const item = reading.items[next]?.block === block ? reading.items[next++]! : null;
    const range = blockRange(reading.passage, block);
    if (block.kind === 'row') return rowPiece(block, item, range);
    const said = item?.kind === 'text' ? item : null;
    if (block.kind === 'heading' || (block.kind === 'paragraph' && block.level > 0))
      return { kind: 'node', level: block.level, node: textNode(block, said, range, leadRule) };
    const begins = (said?.annotations[0]?.from ?? 0) > 0;
    return said && begins
      ? { kind: 'unnumbered', node: unnumbered(said, range, leadRule) }
      : { kind: 'text', end: range.end };
  });
}

function textNode(block: Heading | Paragraph, said: TextReading | null, range: Range, rule: LeadRule | null): Found {
  const title = titleOf(block) ?? firstClause(block.text.slice(block.number?.end ?? 0));
  const [from, to] = block.title ?? [
    block.number?.end ?? 0,
    Math.min(block.text.length, (block.number?.end ?? 0) + title.length),
  ];
  const task = said !== null && said.annotations.length > 0;
  return {
    kind: task || (block.kind === 'paragraph' && !block.title) ? 'task' : 'section',
    number: block.number ? block.number.text.replace(/、$/, '') : null,
    title,
    units: task ? unitsOf(said, rule) : [],
    range,
    selection: rangeOf(block, from, to),
  };
}

function unnumbered(said: TextReading, range: Range, rule: LeadRule | null): Found {
  const { block } = said;
  const title = firstClause(block.text);
  const selection = rangeOf(block, 0, Math.min(block.text.length, title.length));
  return { kind: 'task', number: null, title, units: unitsOf(said, rule), range, selection };
}

function unitsOf({ annotations }: TextReading, rule: LeadRule | null): readonly string[] {
  const assigned = annotations.map((annotation) => assignUnits(annotation, rule));
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

function rowPiece(block: Row, item: BlockReading | null, range: Range): Piece {
  const cellRange = (role: 'project' | 'group' | 'task'): Range => {
    const cell = cellOf(block, role);
    return cell ? rangeOf(cell, 0, cell.text.length) : range;
  };
  // It begins with its first row, so that it holds the task of that row.
  const section = (role: 'project' | 'group'): Found | null => {
    const title = cellOf(block, role)?.text.trim();
    return title ? { kind: 'section', ...numbered(title), units: [], range, selection: cellRange(role) } : null;
  };
  const index = cellOf(block, 'index');
  const isTask = item?.kind === 'row' && (item.responsibility.length > 0 || index !== null);
  return {
    kind: 'row',
    project: section('project'),
    group: section('group'),
    task: isTask
      ? {
          kind: 'task',
          number: index?.text.trim() ?? null,
          title: firstClause(cellOf(block, 'task')?.text ?? ''),
          units: rowUnits(item),
          range,
          selection: cellRange('task'),
        }
      : null,
  };
}

function rowUnits({ responsibility }: RowReading): readonly string[] {
  const units = responsibility.flatMap(({ annotation }) => annotation.units);
  const leads = units.filter((unit) => unit.role === 'lead');
  return (leads.length > 0 ? leads : units).map((unit) => unit.name);
}

interface TableOutline {
  row(row: Extract<Piece, { kind: 'row' }>): void;
  leave(): void;
}

/** Projects and groups of a task table as sections. One that is repeated on the next page stays one. */
function createTableOutline(add: (node: Found, level: number) => void, stack: readonly Growing[]): TableOutline {
  let [project, group]: [Found | null, Found | null] = [null, null];
  let base = 0;
  let inTable = false;
  return {
    leave() {
      [project, group, inTable] = [null, null, false];
    },
    row(row) {
      if (!inTable) [base, inTable] = [stack[stack.length - 1]?.level ?? 0, true];
      if (row.project && !sameProject(row.project, project)) {
        [project, group] = [row.project, null];
        add(project, base + 1);
      }
      if (row.group && !sameTitle(row.group, group)) {
        group = row.group;
        add(group, base + (project ? 2 : 1));
      }
      if (row.task) add(row.task, base + (project ? 1 : 0) + (group ? 1 : 0) + 1);
    },
  };
}

const sameTitle = (a: Found, b: Found | null): boolean => a.number === b?.number && a.title === b?.title;

/** The same chapter under a slightly different name (the number decides) is the same project continued. */
function sameProject(a: Found, b: Found | null): boolean {
  return sameTitle(a, b) || (b !== null && a.number !== null && a.number === b.number);
}

function numbered(title: string): { number: string | null; title: string } {
  const match = /^([一二三四五六七八九十]+)、(.+)$/.exec(title);
  return match ? { number: match[1]!, title: match[2]! } : { number: null, title };
}
