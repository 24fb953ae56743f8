import { deepStrictEqual } from 'node:assert';
import { readPlan } from '../../../server/src/core/plan/plan';
import { listTasks } from '../../../server/src/core/plan/tasks';
import { readText } from '../../../server/src/core/syntax/source';
import { generatePlans } from '../../support/generator';
import { createRandom } from '../../support/random';

const ROUNDS = Number(process.env['PLANDOC_ROUNDS'] ?? 6);

describe('generated plans of every form', () => {
  it('are read exactly', function () {
    this.timeout(60_000);
    const random = createRandom();
    console.log(`      seed ${random.seed} (set PLANDOC_SEED to repeat)`);
    for (let round = 0; round < ROUNDS; round++) {
      for (const { form, text, title, period, tasks } of generatePlans(random)) {
        const plan = readPlan(readText(text));
        const found = listTasks(plan).map((task) => ({
          label: task.label,
          lead: task.lead.map((unit) => unit.name),
          participants: task.participants.map((unit) => unit.name),
          deadline: task.deadline && task.deadline.source !== 'inherited' ? task.deadline.text : null,
        }));
        deepStrictEqual(found, tasks, `${form}, seed ${random.seed}\n${text}`);
        deepStrictEqual(
          { title: plan.facts.title, period: plan.facts.period },
          { title, period },
          `${form}: title and period`,
        );
      }
    }
  });
});
