/** Checks of help while writing: `$0` is where the key is pressed. The text after the key and its help, and the caret. */
import assert from 'node:assert/strict';
import { helpTyping } from '../../../../server/src/core/features/typing/index';
import { readPlan } from '../../../../server/src/core/plan/plan';
import { readText } from '../../../../server/src/core/syntax/source';
import { applyEdits } from '../../../../server/src/core/text/edits';
import { comparePositions, type Position, type TextEdit } from '../../../../server/src/core/text/position';
import { endOf, readMarks } from '../../../support/marks';

/** Types `key` at `$0` of `before`; `indent` is what the editor sets in by itself behind a line end. */
export function typeKey(before: string, key: string, indent = ''): { text: string; caret: Position } {
  const { text, caret } = readMarks(before);
  const lines = text.split('\n');
  const offset = lines.slice(0, caret.line).reduce((sum, line) => sum + line.length + 1, 0) + caret.character;
  const typed = text.slice(0, offset) + key + indent;
  const plan = readPlan(readText(typed + text.slice(offset)));
  const position = endOf(typed);
  const edits = helpTyping({ plan, position, character: key }, () => true);
  return { text: applyEdits(typed + text.slice(offset), edits), caret: caretAfter(position, edits) };
}

/** The caret behind edits as editors move it: text put in where it stands goes before it. */
function caretAfter(position: Position, edits: readonly TextEdit[]): Position {
  let { line, character } = position;
  for (const { range, newText } of edits) {
    if (comparePositions(range.end, position) > 0) continue;
    const added = newText.split('\n');
    line += added.length - 1 - (range.end.line - range.start.line);
    if (range.end.line !== position.line) continue;
    const last = added[added.length - 1]!.length;
    character += last - range.end.character + (added.length > 1 ? 0 : range.start.character);
  }
  return { line, character };
}

/** Pressing Enter at `$0` makes `before` into `after`, with the caret at its `$0`. */
export function checkEnter(before: string, after: string, indent = ''): void {
  const { text, caret } = typeKey(before, '\n', indent);
  const wanted = readMarks(after);
  assert.equal(text, wanted.text);
  assert.deepEqual(caret, wanted.caret);
}

/** Pressing Enter at `$0` does nothing but break the line. */
export function checkPlainEnter(before: string): void {
  checkEnter(before, before.replace('$0', '\n$0'));
}
