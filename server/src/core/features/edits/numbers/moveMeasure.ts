import { comparePositions, type Position, type Range } from '../../../text/position';
import { readNumbering, type Numbering } from '../../../plan/numbering/model';
import { refused, type EditContext, type EditOutcome, type PlanEdit } from '../edit';
import { arrange, isNode, nodesOf, type ArrangedNode } from './arrange';
import {
  endBefore,
  firstOf,
  lastWritten,
  nodeAt,
  ownSpanOf,
  parentOf,
  rangeOfSpan,
  siblingOf,
  spanOf,
  startOf,
  type Span,
} from './extents';
import { swapAndRenumber } from './finish';
import { atNode, type AtNode } from './measures';
import { isInGroupCell, keepMergedCells } from './mergedCells';

const MESSAGES = {
  first: { zh: '已经是第一条，不能再上移。', en: 'This is the first one already.' },
  last: { zh: '已经是最后一条，不能再下移。', en: 'This is the last one already.' },
  group: {
    zh: '这里有几行共用的分组或者单位，移动后会串到别的行。请先把它们写到各行，再移动。',
    en: 'Rows here share a group or units written only in the first of them, and would take over those of others. Write them into each row first.',
  },
  where: {
    zh: '不能移到那里。请放到同级的条目上，或者放到上一级的章节上。',
    en: 'It cannot go there. Drop it on one of its own level, or on a section one level up.',
  },
} as const;

/** The measure, section or row at the caret changes places with the one above, across a section's head where it is the first. */
export const moveMeasureUp: PlanEdit = { action: null, run: atNode(moveUp) };

/** The same downwards. */
export const moveMeasureDown: PlanEdit = { action: null, run: atNode(moveDown) };

/**
 * A measure or section is moved to another one, as in the structure view. Options: `from` and `to`, places in both. On
 * one of its own level it takes its place; on one a level up it becomes the last of it.
 */
export const moveMeasureTo: PlanEdit = { action: null, run: moveTo };

function moveUp({ numbering, node, caret }: AtNode): EditOutcome {
  const own = spanOf(numbering, node);
  const sibling = siblingOf(numbering, node, -1);
  if (sibling !== null) return swap(numbering, spanOf(numbering, sibling), own, 'below', caret);
  const head = spanAboveHead(numbering, node);
  return head ? pass(numbering, head, own, 'below', caret) : refused(MESSAGES.first);
}

function moveDown({ numbering, node, caret }: AtNode): EditOutcome {
  const own = spanOf(numbering, node);
  const sibling = siblingOf(numbering, node, 1);
  if (sibling !== null) return swap(numbering, own, spanOf(numbering, sibling), 'above', caret);
  const head = spanOfNextHead(numbering, node);
  return head ? pass(numbering, own, head, 'above', caret) : refused(MESSAGES.last);
}

/** The head of the section whose first measure this is, where a section stands above that takes the measure. */
function spanAboveHead(numbering: Numbering, node: number): Span | null {
  const { entries } = numbering;
  if (entries[node]!.block.kind === 'row') return headerBetween(numbering, node, -1);
  const parent = parentOf(numbering, node);
  const section = parent === null ? null : siblingOf(numbering, parent, -1);
  if (parent === null || section === null || !takes(numbering, section, node)) return null;
  return { first: firstOf(numbering, parent), last: lastWritten(numbering, firstOf(numbering, node) - 1) };
}

/** The head of the section that follows the one whose last measure this is. */
function spanOfNextHead(numbering: Numbering, node: number): Span | null {
  const { entries } = numbering;
  if (entries[node]!.block.kind === 'row') return headerBetween(numbering, node, 1);
  const parent = parentOf(numbering, node);
  const next = parent === null ? null : siblingOf(numbering, parent, 1);
  return next === null || !takes(numbering, next, node) ? null : ownSpanOf(numbering, next);
}

/** The repeated head of a table that goes on over a page, with rows on its other side. */
function headerBetween(numbering: Numbering, node: number, step: 1 | -1): Span | null {
  const { entries } = numbering;
  const { block } = entries[node]!;
  if (block.kind !== 'row') return null;
  let at = step > 0 ? spanOf(numbering, node).last + 1 : firstOf(numbering, node) - 1;
  const seen: number[] = [];
  for (; at >= 0 && at < entries.length; at += step) {
    const other = entries[at]!.block;
    if (other.kind === 'row') return seen.length > 0 && other.columns.key === block.columns.key ? spanOver(seen) : null;
    if (other.kind === 'header') seen.push(at);
    else if (entries[at]!.sort !== 'aside') return null;
  }
  return null;
}

const spanOver = (seen: readonly number[]): Span => ({ first: Math.min(...seen), last: Math.max(...seen) });

/** Two of a kind change places; the blank between them stays between them. */
function swap(numbering: Numbering, above: Span, below: Span, moved: 'above' | 'below', caret: Position): EditOutcome {
  const ranges = [rangeOfSpan(numbering, above), rangeOfSpan(numbering, below)] as const;
  return exchange(numbering, [above, below], ranges, moved, caret);
}

/** A measure passes something else, such as the head of a section; each keeps the blank above it. */
function pass(numbering: Numbering, above: Span, below: Span, moved: 'above' | 'below', caret: Position): EditOutcome {
  const [upper, lower] = [rangeOfSpan(numbering, above), rangeOfSpan(numbering, below)];
  const top = endBefore(numbering, upper.start);
  const middle = endBefore(numbering, lower.start);
  if (!top || !middle) return swap(numbering, above, below, moved, caret);
  const ranges = [
    { start: top, end: middle },
    { start: middle, end: lower.end },
  ] as const;
  return exchange(numbering, [above, below], ranges, moved, caret);
}

function exchange(
  numbering: Numbering,
  [above, below]: readonly [Span, Span],
  ranges: readonly [Range, Range],
  moved: 'above' | 'below',
  caret: Position,
): EditOutcome {
  const cells = keepMergedCells(numbering, above, below);
  if (cells === null) return refused(MESSAGES.group);
  const nodes = nodesOf(numbering);
  const inSpan = ({ first, last }: Span): readonly ArrangedNode[] =>
    nodes.filter(({ entry }) => entry! >= first && entry! <= last);
  const before = nodes.filter(({ entry }) => entry! < above.first);
  const after = nodes.filter(({ entry }) => entry! > below.last);
  const arrangement = arrange(numbering, [...before, ...inSpan(below), ...inSpan(above), ...after]);
  return swapAndRenumber(numbering, arrangement, ranges, moved, caret, cells);
}

function moveTo({ plan, options }: EditContext): EditOutcome {
  const numbering = readNumbering(plan);
  const [from, to] = [options['from'], options['to']].map((place) =>
    isPosition(place) ? nodeAt(numbering, place) : null,
  );
  if (from === null || from === undefined || to === null || to === undefined) return refused(MESSAGES.where);
  const { entries } = numbering;
  // A group of a table is no row, though it is written in its first.
  if (isInGroupCell(numbering, from, options['from'] as Position)) return refused(MESSAGES.where);
  const own = spanOf(numbering, from);
  const [moved, target] = [entries[from]!, entries[to]!];
  const rows = (moved.block.kind === 'row') !== (target.block.kind === 'row');
  if (to >= own.first && to <= own.last) return refused(MESSAGES.where);
  if (moved.part !== target.part || rows) return refused(MESSAGES.where);
  const under = target.level < moved.level;
  if (!under && target.level !== moved.level) return refused(MESSAGES.where);
  if (under && !takes(numbering, to, from)) return refused(MESSAGES.where);
  const caret = startOf(numbering, from);
  const { first, last } = spanOf(numbering, to);
  const above = { first, last: lastWritten(numbering, own.first - 1) };
  if (!under) {
    return to > from
      ? swap(numbering, own, { first: own.last + 1, last }, 'above', caret)
      : swap(numbering, above, own, 'below', caret);
  }
  if (last > own.last) return pass(numbering, own, { first: own.last + 1, last }, 'above', caret);
  // It is in that section already, as its last.
  if (last === own.last) return refused(MESSAGES.last);
  return pass(numbering, { ...above, first: last + 1 }, own, 'below', caret);
}

/** Whether a section holds nodes numbered like this one, or none yet: under others it would not be one of them. */
function takes(numbering: Numbering, section: number, node: number): boolean {
  const { entries, items } = numbering;
  const keyOf = (at: number): string | null => {
    const { item } = entries[at]!;
    return item === null ? null : items[item]!.key;
  };
  const parent = parentOf(numbering, node);
  if (parent === null || entries[parent]!.level !== entries[section]!.level) return false;
  const { last } = spanOf(numbering, section);
  for (let at = section + 1; at <= last; at++) if (isNode(numbering, at)) return keyOf(at) === keyOf(node);
  return true;
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== 'object' || value === null) return false;
  const { line, character } = value as Partial<Position>;
  return (
    Number.isInteger(line) &&
    Number.isInteger(character) &&
    comparePositions(value as Position, { line: 0, character: 0 }) >= 0
  );
}
