import { comparePositions, type TextEdit } from './position';

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
