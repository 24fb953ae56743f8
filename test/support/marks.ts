import assert from 'node:assert/strict';
import type { Position, Range } from 'vscode-languageserver/node';

/** Plan text as a test writes it, with its marks taken out. */
export interface Marked {
  readonly text: string;
  /** Where `$0` stood. Asking for it where the text has none fails the test. */
  readonly caret: Position;
  /** What stood between `<|` and `|>`, in order. */
  readonly ranges: readonly Range[];
}

const MARK = /\$0|<\||\|>/g;

/** Reads `$0` (the caret) and `<|…|>` (a range) out of a text. */
export function readMarks(marked: string): Marked {
  let text = '';
  let from = 0;
  let caret: Position | null = null;
  let start: Position | null = null;
  const ranges: Range[] = [];
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const here = endOf(text);
    if (match[0] === '$0') caret = here;
    else if (match[0] === '<|') start = here;
    else {
      assert.ok(start, 'a range ends that never began');
      ranges.push({ start, end: here });
      start = null;
    }
  }
  assert.equal(start, null, 'a range begins that never ends');
  return {
    text: text + marked.slice(from),
    get caret(): Position {
      assert.ok(caret, 'the text has no $0');
      return caret;
    },
    ranges,
  };
}

/** The position after the last character of `text`. */
export function endOf(text: string): Position {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines[lines.length - 1]!.length };
}

/** What stands in `range`. */
export function textIn(text: string, { start, end }: Range): string {
  const lines = text.split(/\r\n|\n|\r/).slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines[lines.length - 1]?.slice(0, end.character) ?? '';
  lines[0] = lines[0]?.slice(start.character) ?? '';
  return lines.join('\n');
}
