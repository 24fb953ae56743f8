/** Checks of edits that read like documents: the text before with `<|…|>` or `$0` for the selection, the text after. */
import assert from 'node:assert/strict';
import { PLAN_EDITS } from '../../../../server/src/core/features/edits/index';
import type { EditOptions, EditOutcome } from '../../../../server/src/core/features/edits/edit';
import { readPlan } from '../../../../server/src/core/plan/plan';
import { readText } from '../../../../server/src/core/syntax/source';
import { applyEdits } from '../../../../server/src/core/text/edits';
import { createRegister } from '../../../../server/src/core/units/register';
import type { PlanEditName } from '../../../../server/src/protocol';
import { readMarks } from '../../../support/marks';

const register = createRegister();

/** What an edit makes of a marked text, and that text without its marks. */
export function runEdit(
  name: PlanEditName,
  before: string,
  options: EditOptions = {},
): { text: string; outcome: EditOutcome } {
  const marked = readMarks(before);
  const selection = marked.ranges[0] ?? { start: marked.caret, end: marked.caret };
  const plan = readPlan(readText(marked.text));
  return { text: marked.text, outcome: PLAN_EDITS[name].run({ plan, register, selection, options }) };
}

/** The edit turns `before` into `after`; a `$0` in `after` is where the caret or selection must begin. */
export function checkEdit(name: PlanEditName, before: string, after: string, options: EditOptions = {}): void {
  const { text, outcome } = runEdit(name, before, options);
  assert.equal(outcome.kind, 'edits', JSON.stringify(outcome));
  if (outcome.kind !== 'edits') return;
  const wanted = readMarks(after);
  assert.equal(applyEdits(text, outcome.edits), wanted.text);
  if (after.includes('$0')) assert.deepEqual(outcome.selection?.start, wanted.caret);
}

/** The edit refuses, with a sentence that `says` this. */
export function checkRefused(name: PlanEditName, before: string, says: RegExp, options: EditOptions = {}): void {
  const { outcome } = runEdit(name, before, options);
  assert.equal(outcome.kind, 'refused', JSON.stringify(outcome));
  if (outcome.kind === 'refused') assert.match(outcome.message.zh, says);
}
