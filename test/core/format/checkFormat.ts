/** Checks of formatting that read like documents: the text before and after. */
import assert from 'node:assert/strict';
import { formatDocument, formatRange, formatText, type FormatContext } from '../../../server/src/core/format/format';
import { DEFAULT_CONFIG, DEFAULT_FORMAT, type FormatOptions } from '../../../server/src/core/rules/config';
import { readText } from '../../../server/src/core/syntax/source';
import { applyEdits } from '../../../server/src/core/text/edits';
import { createRegister } from '../../../server/src/core/units/register';
import { readMarks } from '../../support/marks';

const register = createRegister();

/** Formatting with the base register and every rule at its own level. */
export function contextWith(options: Partial<FormatOptions> = {}, off: readonly string[] = []): FormatContext {
  const severities = Object.fromEntries(off.map((rule) => [rule, 'off'] as const));
  return {
    register,
    review: { ...DEFAULT_CONFIG, severities },
    reading: { period: null },
    options: { ...DEFAULT_FORMAT, ...options },
  };
}

/** What formatting must leave as it is: everything but white space, marks and their width. */
export const wordsIn = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/** `before` becomes `after`, word for word the same, and stays so. */
export function checkFormat(before: string, after: string, context = contextWith()): void {
  assert.notEqual(before, after, 'nothing is formatted: use checkFormatted');
  assert.equal(formatText(before, context), after);
  assert.equal(wordsIn(after), wordsIn(before));
  checkFormatted(after, context);
}

/** The text is formatted as it is. */
export function checkFormatted(text: string, context = contextWith()): void {
  assert.deepEqual(formatDocument(readText(text), context), []);
}

/** Of `before` only what the range between `<|` and `|>` touches is formatted. */
export function checkFormatRange(before: string, after: string, context = contextWith()): void {
  const { text, ranges } = readMarks(before);
  const source = readText(text);
  const edits = formatRange(source, ranges[0]!, context);
  assert.equal(applyEdits(text, edits), after);
  const whole = formatDocument(source, context);
  for (const edit of edits) assert.ok(whole.some((one) => JSON.stringify(one) === JSON.stringify(edit)));
}
