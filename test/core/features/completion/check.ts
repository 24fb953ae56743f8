import assert from 'node:assert/strict';
import {
  createCompleter,
  createVocabulary,
  type Surroundings,
} from '../../../../server/src/core/features/completion/complete';
import { plainText, type Proposal } from '../../../../server/src/core/features/completion/proposal';
import { createLaws } from '../../../../server/src/core/lexicon/laws';
import { readPlan } from '../../../../server/src/core/plan/plan';
import { readText } from '../../../../server/src/core/syntax/source';
import { createRegister } from '../../../../server/src/core/units/register';
import { readMarks, textIn } from '../../../support/marks';

const register = createRegister();
export const vocabulary = createVocabulary(() => createLaws([]).titles);

/** What is proposed at `$0`, best first, after a look at what every proposal must be. */
export function proposalsIn(marked: string, surroundings: Partial<Surroundings> = {}): readonly Proposal[] {
  const { text, caret } = readMarks(marked);
  const plan = readPlan(readText(text));
  const proposals = createCompleter(vocabulary)(plan, caret, { register, superiors: [], ...surroundings });
  const seen = new Set<string>();
  for (const { kind, label, typed } of proposals) {
    assert.ok(!seen.has(`${kind} ${label}`), `proposed twice: ${label}`);
    seen.add(`${kind} ${label}`);
    const { start } = typed.range;
    assert.equal(textIn(text, { start, end: caret }), typed.text, `${label}: what was typed`);
    assert.deepEqual(typed.replace.start, start);
    for (const { end } of [typed.range, typed.replace])
      assert.ok(end.line === caret.line && end.character >= caret.character);
  }
  return proposals;
}

export const labelsIn = (marked: string, surroundings?: Partial<Surroundings>): readonly string[] =>
  proposalsIn(marked, surroundings).map(({ label }) => label);

/** The first proposals at `$0` are these, in this order. */
export function checkCompletion(marked: string, labels: readonly string[], surroundings?: Partial<Surroundings>): void {
  assert.ok(labels.length > 0, 'expect something, or use checkQuiet');
  assert.deepEqual(labelsIn(marked, surroundings).slice(0, labels.length), labels);
}

/** Nothing is proposed at `$0`. */
export function checkQuiet(marked: string): void {
  assert.deepEqual(labelsIn(marked), []);
}

/** The text after the proposal `label` was accepted, its holes filled as they come. */
export function accepted(marked: string, label: string, surroundings?: Partial<Surroundings>): string {
  const { text } = readMarks(marked);
  const proposals = proposalsIn(marked, surroundings);
  const proposal = proposals.find((one) => one.label === label);
  assert.ok(proposal, `no ${label} among ${proposals.map((one) => one.label).join(' ')}`);
  const lines = text.split('\n');
  const { start, end } = proposal.typed.range;
  const line = lines[start.line]!;
  lines[start.line] = line.slice(0, start.character) + plainText(proposal.insert) + line.slice(end.character);
  return lines.join('\n');
}
