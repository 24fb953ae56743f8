import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { PLAN_EDITS } from '../../../../server/src/core/features/edits/index';
import { readPlan, type Plan } from '../../../../server/src/core/plan/plan';
import { listTasks } from '../../../../server/src/core/plan/tasks';
import { readText } from '../../../../server/src/core/syntax/source';
import { applyEdits } from '../../../../server/src/core/text/edits';
import type { Range } from '../../../../server/src/core/text/position';
import { createRegister } from '../../../../server/src/core/units/register';
import type { PlanEditName } from '../../../../server/src/protocol';
import { generatePlans } from '../../../support/generator';
import { endOf } from '../../../support/marks';
import { createRandom } from '../../../support/random';

const register = createRegister();

/** The text after an edit; `null` where it refuses. */
function edit(name: PlanEditName, text: string, selection: Range): string | null {
  const outcome = PLAN_EDITS[name].run({ plan: readPlan(readText(text)), register, selection, options: {} });
  return outcome.kind === 'edits' ? applyEdits(text, outcome.edits) : null;
}

/** What must be the same in either form. */
function tasksOf(plan: Plan): readonly string[] {
  return listTasks(plan).map(({ text, lead, participants, deadline, outcome }) =>
    [
      text.replace(/[\s。|\\*]/g, ''),
      lead.map(({ name }) => name).join('、'),
      participants.map(({ name }) => name).join('、'),
      deadline?.end ?? deadline?.kind ?? '',
      (outcome ?? '').replace(/[\s。]/g, ''),
    ].join(' | '),
  );
}

const caretIn = (text: string, words: string): Range => {
  const place = endOf(text.slice(0, text.indexOf(words)));
  return { start: place, end: place };
};

describe('表格与措施互转 there and back', () => {
  const { seed } = createRandom();

  it(`generated plans: the tasks stay the same (seed ${seed})`, () => {
    let [tables, converted] = [0, 0];
    for (const { text, form } of generatePlans(createRandom(seed))) {
      const before = tasksOf(readPlan(readText(text)));
      if (form.startsWith('table/')) {
        tables++;
        const prose = edit('toProse', text, caretIn(text, form.endsWith('markdown') ? '主要任务' : '序号'));
        assert.ok(prose, form);
        assert.deepEqual(tasksOf(readPlan(readText(prose))), before, prose);
        continue;
      }
      // All chapters at once: their headings become groups.
      const start = endOf(text.slice(0, text.search(/(?:## )?一、|第一章/)));
      const table = edit('toTable', text, { start, end: endOf(text) });
      assert.ok(table, `${form} refuses\n${text}`);
      converted++;
      assert.deepEqual(tasksOf(readPlan(readText(table))), before, `${form}\n${table}`);
      const back = edit('toProse', table, caretIn(table, '主要任务'));
      assert.ok(back, `${form} refuses the way back\n${table}`);
      assert.deepEqual(tasksOf(readPlan(readText(back))), before, `${form}\n${table}\n${back}`);
    }
    assert.ok(tables === 2 && converted > 30, `${tables} tables, ${converted} of prose`);
  });

  const seeds = '../shared/seeds';
  const file = (number: string): string | undefined =>
    existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith(number) && name.endsWith('.txt')) : undefined;

  it('a real table becomes prose with the same tasks', function () {
    const name = file('000');
    if (!name) return this.skip();
    const text = readFileSync(`${seeds}/${name}`, 'utf8');
    const prose = edit('toProse', text, caretIn(text, '主要任务'));
    assert.ok(prose);
    assert.deepEqual(tasksOf(readPlan(readText(prose))), tasksOf(readPlan(readText(text))));
  });

  it('nothing throws, whatever is selected', () => {
    const random = createRandom(seed);
    for (const { text } of generatePlans(random)) {
      const lines = text.split('\n');
      const place = (): Range['start'] => {
        const line = random.below(lines.length);
        return { line, character: random.below(lines[line]!.length + 1) };
      };
      for (const name of ['toTable', 'toProse', 'rowToMeasure', 'wrapAnnotation'] as const) {
        const [a, b] = [place(), place()].sort((x, y) => x.line - y.line || x.character - y.character);
        const after = edit(name, text, { start: a!, end: random.below(2) === 0 ? a! : b! });
        // What was there is there afterwards, apart from numbers, labels and marks.
        if (after !== null && name === 'toProse') assert.ok(after.length > 0);
      }
    }
  });
});
