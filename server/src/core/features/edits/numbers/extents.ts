import type { Entry, Numbering } from '../../../plan/numbering/model';
import { entryRange } from '../../../plan/numbering/model';
import { isBlank } from '../../../syntax/line';
import { lineAt } from '../../../syntax/source';
import { comparePositions, type Position, type Range } from '../../../text/position';
import { isNode } from './arrange';

/** Consecutive entries, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The node at a place: the measure, section or row the caret is in, or `null` outside all of them. */
export function nodeAt(numbering: Numbering, position: Position): number | null {
  const { entries } = numbering;
  let at = lastStartingBy(numbering, position);
  // A comment right above a measure is said of it.
  while (at >= 0 && at + 1 < entries.length && isCommentOn(numbering, at)) at++;
  for (; at >= 0; at--) {
    const { sort } = entries[at]!;
    if (isNode(numbering, at)) return at;
    if (sort === 'opens' || sort === 'tail' || entries[at]!.block.kind === 'front-matter') return null;
  }
  return null;
}

/** The last entry that begins at or before a place. */
function lastStartingBy(numbering: Numbering, position: Position): number {
  const { entries } = numbering;
  let [low, high] = [-1, entries.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (comparePositions(startOf(numbering, middle), position) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A node with everything that stands under it, and the comments right above it. */
export function spanOf(numbering: Numbering, node: number): Span {
  const { entries } = numbering;
  const { level, block, part } = entries[node]!;
  let last = node;
  for (let at = node + 1; at < entries.length; at++) {
    const entry = entries[at]!;
    const ends = entry.part !== part || entry.sort === 'opens' || entry.sort === 'tail';
    if (ends || (isNode(numbering, at) && entry.level <= level)) break;
    if (block.kind === 'row' && entry.block.kind !== 'row') break;
    if (entry.sort !== 'aside') last = at;
  }
  return { first: firstOf(numbering, node), last };
}

/** A node's own text: without the nodes under it. */
export function ownSpanOf(numbering: Numbering, node: number): Span {
  const { first, last } = spanOf(numbering, node);
  for (let at = node + 1; at <= last; at++) {
    if (isNode(numbering, at)) return { first, last: lastWritten(numbering, at - 1) };
  }
  return { first, last };
}

/** `at`, or what stands above it where comments and furniture do. */
export function lastWritten({ entries }: Numbering, at: number): number {
  let last = at;
  while (last > 0 && entries[last]!.sort === 'aside') last--;
  return last;
}

export function firstOf(numbering: Numbering, node: number): number {
  let first = node;
  while (first > 0 && isCommentOn(numbering, first - 1)) first--;
  return first;
}

/** Whether an entry is a comment with something else on the very next line. */
function isCommentOn({ entries }: Numbering, at: number): boolean {
  const [here, next] = [entries[at]!, entries[at + 1]];
  return here.block.kind === 'comment' && next !== undefined && endLine(here) + 1 === next.block.line + next.top;
}

const endLine = ({ block, top }: Entry): number => block.endLine + top;

/** The text of a span: from the line's start where nothing stands before it, to the end of its last line's words. */
export function rangeOfSpan(numbering: Numbering, { first, last }: Span): Range {
  return { start: startOf(numbering, first), end: endOf(numbering, last) };
}

export function startOf(numbering: Numbering, at: number): Position {
  const { start } = entryRange(numbering, numbering.entries[at]!);
  const before = lineAt(numbering.plan.source, start.line).slice(0, start.character);
  return before.trim() === '' ? { line: start.line, character: 0 } : start;
}

/** Where the words of an entry end. */
export function endOf(numbering: Numbering, at: number): Position {
  const { end } = entryRange(numbering, numbering.entries[at]!);
  const line = lineAt(numbering.plan.source, end.line);
  if (line.slice(end.character).trim() === '') return { line: end.line, character: line.length };
  return { line: end.line, character: line.slice(0, end.character).trimEnd().length };
}

/** Where the text above a place ends; `null` where there is none. */
export function endBefore({ plan: { source } }: Numbering, { line, character }: Position): Position | null {
  const here = lineAt(source, line).slice(0, character).trimEnd();
  if (here !== '') return { line, character: here.length };
  for (let at = line - 1; at >= 0; at--) {
    const text = lineAt(source, at);
    if (!isBlank(text)) return { line: at, character: text.length };
  }
  return null;
}

/** The range with the blank that would be left double: of what stands before and behind it the longer stays. */
export function withGap(numbering: Numbering, range: Range): Range {
  const { source } = numbering.plan;
  const before = endBefore(numbering, range.start);
  const after = startAfter(numbering, range.end);
  if (!before) return { start: range.start, end: after ?? range.end };
  if (!after) return { start: before, end: range.end };
  const above = range.start.line - before.line;
  const below = after.line - range.end.line;
  // Nothing but a line end stands before it: what follows takes its place.
  const line = lineAt(source, range.start.line);
  if (above > below || (above === below && line.slice(0, range.start.character).trim() === '')) {
    return { start: range.start, end: after };
  }
  return { start: before, end: range.end };
}

function startAfter({ plan: { source } }: Numbering, { line, character }: Position): Position | null {
  const rest = lineAt(source, line).slice(character);
  if (rest.trim() !== '') return { line, character: character + rest.length - rest.trimStart().length };
  for (let at = line + 1; at < source.lineCount; at++)
    if (!isBlank(lineAt(source, at))) return { line: at, character: 0 };
  return null;
}

/** The node beside `node` that stands under the same one at the same level; `null` where there is none. */
export function siblingOf(numbering: Numbering, node: number, step: 1 | -1): number | null {
  const { entries } = numbering;
  const { level, part, block } = entries[node]!;
  for (let at = node + step; at >= 0 && at < entries.length; at += step) {
    const entry = entries[at]!;
    if (entry.part !== part || entry.sort === 'opens') return null;
    if (block.kind === 'row' && entry.block.kind !== 'row') return null;
    if (!isNode(numbering, at)) continue;
    if (entry.level < level) return null;
    if (entry.level === level) return at;
  }
  return null;
}

/** The node that `node` stands under, headings without a number included. */
export function parentOf(numbering: Numbering, node: number): number | null {
  const { entries } = numbering;
  const { level, part } = entries[node]!;
  for (let at = node - 1; at >= 0 && entries[at]!.part === part && entries[at]!.sort !== 'opens'; at--) {
    if (isNode(numbering, at) && entries[at]!.level < level) return at;
  }
  return null;
}
