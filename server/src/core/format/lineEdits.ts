import { range, type TextEdit } from '../text/position';

/** Letters, figures and whatever is no mark and no white space; halves of characters beyond the base plane are such too. */
const LETTER = /[\p{L}\p{N}\p{M}\ud800-\udfff]/u;

const isLetter = (char: string): boolean => LETTER.test(char);

/** What formatting may never change: the text without white space and marks. */
export function wordsOf(text: string): string {
  let words = '';
  for (let at = 0; at < text.length; at++) if (isLetter(text[at]!)) words += text[at]!;
  return words;
}

/** How far marks and white space go from `from` on. */
function endOfMarks(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLetter(text[at]!)) at++;
  return at;
}

/**
 * The smallest edits that make `after` of `before`, the line `line`, which must differ in marks and white space only:
 * `null` where a word differs.
 */
export function editsOfLine(before: string, after: string, line: number): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  let [from, to] = [0, 0];
  while (from < before.length || to < after.length) {
    if (before[from] === after[to]) {
      from++;
      to++;
      continue;
    }
    let [endBefore, endAfter] = [endOfMarks(before, from), endOfMarks(after, to)];
    const next = [endBefore, endAfter] as const;
    if (next[0] === from && next[1] === to) return null;
    if (before[next[0]] !== after[next[1]]) return null;
    while (endBefore > from && endAfter > to && before[endBefore - 1] === after[endAfter - 1]) {
      endBefore--;
      endAfter--;
    }
    edits.push({ range: range(line, from, line, endBefore), newText: after.slice(to, endAfter) });
    [from, to] = next;
  }
  return edits;
}
