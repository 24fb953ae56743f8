/** A place in a text: zero-based line, zero-based UTF-16 character (LSP 3.17, “Position”). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, not including, `end` (LSP 3.17, “Range”). */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One replacement of text; the editor's and the fixes' common coin (LSP 3.17, “TextEdit”). */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** The range from one place to another, given as four numbers. */
export function range(line: number, character: number, endLine: number, endCharacter: number): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

/** Negative, zero or positive as `a` stands before, at or after `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether `position` lies in `range`, both ends included (a caret at the end of a name still touches it). */
export function touches(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

/** The same range `lines` further down. */
export function shiftLines(range: Range, lines: number): Range {
  if (lines === 0) return range;
  return {
    start: { line: range.start.line + lines, character: range.start.character },
    end: { line: range.end.line + lines, character: range.end.character },
  };
}
