import { splitLines } from '../text/lines';
import type { Position, Range } from '../text/position';
import { frontMatterEnd, isBlank, isSafeStart, MAX_FRONT_MATTER, opensFrontMatter } from './line';
import { readPassage, type Passage } from './passage';
import { sameState, START, type ReadingState } from './state';

/** A document as passages, read and ready. Immutable: an edit gives a new one that shares what it did not touch. */
export interface Source {
  readonly passages: readonly Passage[];
  /** First line of each passage (zero-based). */
  readonly starts: readonly number[];
  readonly lineCount: number;
}

/** A passage is cut once it has so many lines or characters: small, since an edit reads a whole one again. */
const MIN_LINES = 12;
const MIN_LENGTH = 1200;
const MAX_QUOTED_LINES = 40;

const EMPTY: Source = { passages: [], starts: [], lineCount: 0 };

/** Reads a whole text. */
export function readText(text: string): Source {
  return withStarts(EMPTY, 0, readGroups(cutLines(splitLines(text), true), START), 0);
}

/** The number of the passage that holds `line`; lines past the end belong to the last passage. */
export function passageAt(source: Source, line: number): number {
  let low = 0;
  let high = source.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (source.starts[middle]! <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function lineAt(source: Source, line: number): string {
  const index = passageAt(source, line);
  return source.passages[index]?.lines[line - source.starts[index]!] ?? '';
}

/** The text of a range, lines ended by `\n`. */
export function textIn(source: Source, { start, end }: Range): string {
  if (start.line === end.line) return lineAt(source, start.line).slice(start.character, end.character);
  const lines = [lineAt(source, start.line).slice(start.character)];
  for (let line = start.line + 1; line < end.line; line++) lines.push(lineAt(source, line));
  return [...lines, lineAt(source, end.line).slice(0, end.character)].join('\n');
}

/** The whole text, lines ended by `\n`. */
export function textOf(source: Source): string {
  return source.passages.map((passage) => passage.lines.join('\n')).join('\n');
}

/** A position moved into the text, as LSP asks of servers: past the end of a line means its end. */
export function clampPosition(source: Source, position: Position): Position {
  if (position.line < 0) return { line: 0, character: 0 };
  const line = Math.min(position.line, source.lineCount - 1);
  const { length } = lineAt(source, line);
  if (position.line > line) return { line, character: length };
  return { line, character: Math.max(0, Math.min(position.character, length)) };
}

/**
 * The source after `range` was replaced by `newText`. Only the passages the edit touches are cut and read again, and
 * those below whose entering state it changed.
 */
export function editSource(source: Source, range: Range, newText: string): Source {
  const start = clampPosition(source, range.start);
  const end = clampPosition(source, range.end);
  const prefix = lineAt(source, start.line).slice(0, start.character);
  const suffix = lineAt(source, end.line).slice(end.character);
  const inserted = splitLines(prefix + newText + suffix);

  let first = passageAt(source, start.line);
  // A passage's first line decides whether it may stand apart from the one above; when it changes, both are cut again.
  if (first > 0 && start.line === source.starts[first]) first--;
  let last = passageAt(source, end.line);
  if (start.line < MAX_FRONT_MATTER && (opensFrontMatter(lineAt(source, 0)) || opensFrontMatter(inserted[0]!))) {
    // Front matter is one passage with what follows it; an edit may close it further down or open it again.
    first = 0;
    last = Math.max(last, passageAt(source, MAX_FRONT_MATTER + end.line - start.line));
  }
  const lines: string[] = [];
  for (let index = first; index <= last; index++) lines.push(...source.passages[index]!.lines);
  lines.splice(start.line - source.starts[first]!, end.line - start.line + 1, ...inserted);
  while (last + 1 < source.passages.length && !canFollow(source.passages[last + 1]!, lines)) {
    lines.push(...source.passages[++last]!.lines);
  }
  const enter = first === 0 ? START : source.passages[first]!.enter;
  const read = readGroups(cutLines(lines, first === 0), enter);
  const next = rereadBelow(source, last + 1, read);
  return withStarts(source, first, read, next);
}

/**
 * Reads the passages from `index` on again as far as their entering state is another than it was, and adds them to
 * `read`. Gives the number of the first that stays.
 */
function rereadBelow(source: Source, index: number, read: Passage[]): number {
  let state = read[read.length - 1]!.exit;
  let at = index;
  for (; at < source.passages.length; at++) {
    const old = source.passages[at]!;
    if (sameState(old.enter, state)) break;
    const passage = readPassage(old.lines, state);
    read.push(passage);
    state = passage.exit;
  }
  return at;
}

/** The source with `read` in place of its passages from `first` up to `next`; what stays is copied, not walked. */
function withStarts(source: Source, first: number, read: readonly Passage[], next: number): Source {
  const starts: number[] = [];
  let line = source.starts[first] ?? source.lineCount;
  for (const passage of read) {
    starts.push(line);
    line += passage.lines.length;
  }
  const below = source.starts.slice(next);
  const moved = line - (below[0] ?? source.lineCount);
  return {
    passages: source.passages.slice(0, first).concat(read, source.passages.slice(next)),
    starts: source.starts.slice(0, first).concat(starts, moved === 0 ? below : below.map((start) => start + moved)),
    lineCount: source.lineCount + moved,
  };
}

function readGroups(groups: readonly (readonly string[])[], enter: ReadingState): Passage[] {
  let state = enter;
  return groups.map((lines) => {
    const passage = readPassage(lines, state);
    state = passage.exit;
    return passage;
  });
}

/** Whether `next` may stay a passage of its own below `lines`. */
function canFollow(next: Passage, lines: readonly string[]): boolean {
  return (
    isSafeStart(next.lines[0]!, lastText(lines)) && !lines.slice(-MAX_QUOTED_LINES).some((line) => line.includes('"'))
  );
}

function lastText(lines: readonly string[]): string {
  for (let at = lines.length - 1; at >= 0; at--) if (!isBlank(lines[at]!)) return lines[at]!;
  return '';
}

/** Cuts lines into groups where each cut is safe and each group is worth its own reading. */
function cutLines(lines: readonly string[], fromStart: boolean): (readonly string[])[] {
  const groups: (readonly string[])[] = [];
  let from = 0;
  let length = 0;
  let above = '';
  let quote = -1;
  const matter = fromStart ? frontMatterEnd(lines) : 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const worth = at - from >= MIN_LINES || length >= MIN_LENGTH;
    if (worth && at > matter && !isInsideQuote(quote, at) && isSafeStart(line, above)) {
      groups.push(lines.slice(from, at));
      from = at;
      length = 0;
    }
    length += line.length;
    if (!isBlank(line)) above = line;
    if (line.includes('"')) quote = at;
  }
  groups.push(lines.slice(from));
  return groups;
}

/** Near a straight quote a cell may run over line ends, so nothing is cut there; documents hardly use straight quotes. */
function isInsideQuote(quote: number, at: number): boolean {
  return quote >= 0 && at - quote <= MAX_QUOTED_LINES;
}
