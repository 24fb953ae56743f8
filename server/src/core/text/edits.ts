import { comparePositions, type Position, type TextEdit } from './position';

/**
 * The text after edits that all refer to it as it was. Line ends stay as they are: only what an edit covers changes.
 * Of overlapping edits the first in order of place wins and the others are left out.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  const offset = ({ line, character }: TextEdit['range']['start']): number =>
    Math.min(text.length, (starts[line] ?? text.length) + character);
  const sorted = [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start));
  let out = '';
  let at = 0;
  for (const { range, newText } of sorted) {
    const from = offset(range.start);
    if (from < at) continue;
    out += text.slice(at, from) + newText;
    at = offset(range.end);
  }
  return out + text.slice(at);
}

/** The place behind `text` where it begins at `start`. */
export function behind({ line, character }: Position, text: string): Position {
  const lines = text.split('\n');
  const last = lines[lines.length - 1]!.length;
  return lines.length === 1
    ? { line, character: character + last }
    : { line: line + lines.length - 1, character: last };
}

/** Where a place of the text is after edits that do not cover it; text put in right at it comes behind it. */
export function positionAfter(position: Position, edits: readonly TextEdit[]): Position {
  let moved = position;
  // From the last to the first: what stands further up does not change where the others are.
  const above = edits.filter(({ range }) => comparePositions(range.start, position) < 0);
  for (const { range, newText } of above.sort((a, b) => comparePositions(b.range.start, a.range.start))) {
    const { start, end } = range;
    const now = behind(start, newText);
    const onLine = moved.line === end.line;
    moved = {
      line: moved.line + now.line - end.line,
      character: onLine ? moved.character + now.character - end.character : moved.character,
    };
  }
  return moved;
}

/** Edits of a text as edits of a part of it that begins at `start`. */
export function editsWithin(edits: readonly TextEdit[], start: Position): readonly TextEdit[] {
  const shift = ({ line, character }: Position): Position => ({
    line: line - start.line,
    character: line === start.line ? character - start.character : character,
  });
  return edits.map(({ range, newText }) => ({ range: { start: shift(range.start), end: shift(range.end) }, newText }));
}

/** Edits in order of place, those that put text in right where another begins made one with it. */
export function joinEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort(
    (a, b) => comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end),
  );
  const joined: TextEdit[] = [];
  for (const edit of sorted) {
    const last = joined[joined.length - 1];
    if (last && comparePositions(last.range.start, edit.range.start) === 0) {
      joined[joined.length - 1] = { range: edit.range, newText: last.newText + edit.newText };
    } else joined.push(edit);
  }
  return joined;
}
