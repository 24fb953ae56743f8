/** Plans of every form with nothing wrong in their structure: the rules about it are silent. */
import assert from 'node:assert/strict';
import { readPlan } from '../../../server/src/core/plan/plan';
import { createChecker } from '../../../server/src/core/rules/check';
import { RULES } from '../../../server/src/core/rules/index';
import { readText } from '../../../server/src/core/syntax/source';
import { createRegister } from '../../../server/src/core/units/register';
import { generatePlans } from '../../support/generator';
import { createRandom } from '../../support/random';
import { sentence } from './findings';

const ROUNDS = Number(process.env['PLANDOC_ROUNDS'] ?? 6);

describe('结构没有错的方案 plans whose structure is right', () => {
  it('of every form', function () {
    this.timeout(60_000);
    const random = createRandom();
    console.log(`      seed ${random.seed} (set PLANDOC_SEED to repeat)`);
    const register = createRegister();
    // The sentences are drawn at random, so that a paragraph may come twice.
    const rules = RULES.filter(({ id, topic }) => topic === 'structure' && id !== 'duplicate-paragraph');
    assert.ok(rules.length > 10);
    for (let round = 0; round < ROUNDS; round++) {
      for (const { form, text } of generatePlans(random)) {
        const { findings } = createChecker(rules)(readPlan(readText(text)), register);
        const wrong = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
        assert.deepEqual(
          wrong.map((one) => `${one.range.start.line + 1} ${one.rule} ${sentence(one)}`),
          [],
          `${form}, seed ${random.seed}\n${text}`,
        );
      }
    }
  });
});
