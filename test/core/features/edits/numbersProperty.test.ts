/** What holds of edits of numbers in any document: nothing but numbers changes, and what is undone by hand is undone. */
import assert from 'node:assert/strict';
import { PLAN_EDITS } from '../../../../server/src/core/features/edits/index';
import { readNumbering } from '../../../../server/src/core/plan/numbering/model';
import { readPlan } from '../../../../server/src/core/plan/plan';
import { readText, textOf } from '../../../../server/src/core/syntax/source';
import { applyEdits } from '../../../../server/src/core/text/edits';
import { comparePositions, type Position } from '../../../../server/src/core/text/position';
import { createRegister } from '../../../../server/src/core/units/register';
import type { PlanEditName } from '../../../../server/src/protocol';
import { corpus, examples, seeds, type Sample } from '../../../support/documents';
import { createRandom, type Random } from '../../../support/random';

const register = createRegister();
const ON_MEASURES: readonly PlanEditName[] = [
  'insertMeasure',
  'deleteMeasure',
  'moveMeasureUp',
  'moveMeasureDown',
  'promoteMeasure',
  'demoteMeasure',
];

interface Done {
  readonly text: string;
  readonly caret: Position;
}

/** The text after an edit, `null` where it is refused. Edits that overlap or leave the text fail. */
function run(name: PlanEditName, text: string, place: Position, options = {}): Done | null {
  const plan = readPlan(readText(text));
  const selection = { start: place, end: place };
  const outcome = PLAN_EDITS[name].run({ plan, register, selection, options });
  if (outcome.kind === 'refused') return null;
  const sorted = [...outcome.edits].sort((a, b) => comparePositions(a.range.start, b.range.start));
  for (const [at, { range }] of sorted.entries()) {
    assert.ok(comparePositions(range.start, range.end) <= 0 && range.end.line < plan.source.lineCount, name);
    const next = sorted[at + 1];
    if (next) assert.ok(comparePositions(range.end, next.range.start) <= 0, `${name}: edits overlap`);
  }
  return { text: applyEdits(text, outcome.edits), caret: outcome.selection?.start ?? place };
}

const withoutDigits = (text: string): string => text.replace(/[\d一二三四五六七八九十百零①-⑳]+/g, '#');

/** Some of a document's numbered items, as places; all where it is short. */
function places(text: string, random: Random, count: number): readonly Position[] {
  const { items } = readNumbering(readPlan(readText(text)));
  const own = items.filter(({ key }) => key !== 'annex').map(({ range }) => range.start);
  if (own.length <= count) return own;
  return Array.from({ length: count }, () => random.pick(own));
}

const plain = ({ text }: Sample): string => textOf(readText(text));
const samples = [...examples(), ...seeds(), ...corpus()];

describe('编号的性质 properties of edits of numbers', function () {
  this.timeout(60_000);
  const random = createRandom();
  before(() => console.log(`      seed ${random.seed} (set PLANDOC_SEED to repeat)`));

  it('moving a measure there and back gives the text as it was', () => {
    for (const sample of samples) {
      const text = plain(sample);
      for (const place of places(text, random, 6)) {
        for (const [there, back] of [
          ['moveMeasureUp', 'moveMeasureDown'],
          ['moveMeasureDown', 'moveMeasureUp'],
        ] as const) {
          const moved = run(there, text, place);
          if (moved) assert.equal(run(back, moved.text, moved.caret)?.text, text, `${sample.name} ${place.line + 1}`);
        }
      }
    }
  });

  it('a measure put in and taken away again leaves the text as it was', () => {
    for (const sample of examples()) {
      const text = plain(sample);
      for (const place of places(text, random, 6)) {
        const added = run('insertMeasure', text, place);
        assert.ok(added, `${sample.name} ${place.line + 1}`);
        assert.equal(run('deleteMeasure', added.text, added.caret)?.text, text, `${sample.name} ${place.line + 1}`);
      }
    }
  });

  it('renumbering changes numbers only, and once', () => {
    const zero = { line: 0, character: 0 };
    for (const sample of samples) {
      // A number here and there made wrong, as careless copying does.
      const text = plain(sample).replace(/^（四）/gm, '（三）');
      const done = run('renumber', text, zero);
      if (!done) continue;
      assert.equal(withoutDigits(done.text), withoutDigits(text), sample.name);
      assert.equal(run('renumber', done.text, zero), null, `${sample.name}: not in order after one turn`);
    }
  });

  it('documents as they came are renumbered nowhere without a finding', () => {
    for (const sample of [...seeds(), ...corpus()]) {
      assert.equal(run('renumber', plain(sample), { line: 0, character: 0 }), null, sample.name);
    }
  });

  it('no edit fails, whatever the text and the place', () => {
    const alphabet = '一二三、（）1.．①第条章\n\n\t|附件“”《》项序号#建立台账。区司法局 \u3000\u200b';
    for (let turn = 0; turn < 400; turn++) {
      const length = random.below(160);
      let text = random.below(3) === 0 ? '序号\t主要任务\t责任单位\n1\t甲\t区司法局\n' : '';
      for (let at = 0; at < length; at++) text += random.pick([...alphabet]);
      const place = { line: random.below(12), character: random.below(20) };
      for (const name of ON_MEASURES) run(name, text, place);
      run('renumber', text, place);
      const to = { line: random.below(12), character: random.below(20) };
      run('moveMeasureTo', text, place, { from: place, to });
    }
    for (const nonsense of [undefined, 7, { line: 'a' }, { line: -1, character: 0 }]) {
      assert.equal(
        run('moveMeasureTo', '一、任务\n', { line: 0, character: 0 }, { from: nonsense, to: nonsense }),
        null,
      );
    }
  });
});
