/** What holds of any change of a cell of the task table in any document: it makes that change and no other, or is refused. */
import assert from 'node:assert/strict';
import { cellValue, changeCell } from '../../../../server/src/core/features/edits/taskCell/index';
import { readPlan, type Plan } from '../../../../server/src/core/plan/plan';
import type { Task } from '../../../../server/src/core/plan/task';
import { listTasks } from '../../../../server/src/core/plan/tasks';
import { readText, textOf } from '../../../../server/src/core/syntax/source';
import { applyEdits } from '../../../../server/src/core/text/edits';
import type { TaskColumn } from '../../../../server/src/protocol';
import { corpus, examples, seeds } from '../../../support/documents';
import { generatePlans } from '../../../support/generator';
import { createRandom, type Random } from '../../../support/random';

type Column = Exclude<TaskColumn, 'label'>;

const COLUMNS = ['text', 'lead', 'participants', 'deadline', 'outcome'] as const;
const VALUES: Readonly<Record<Column, readonly string[]>> = {
  text: ['建立协同机制。定期通报。', '完善“一件事”清单|台账\t表', '改“甲”为乙'],
  lead: ['区政府办', '区大数据局、区委编办', ''],
  participants: ['区政府办、各区、县（市）政府', '区大数据局', '', '区委组织部（人才办）、团区委'],
  deadline: ['2024年底前', '2023年6月底前', '2021—2025年', '长期坚持', ''],
  outcome: ['印发制度文件', '清单、台账', ''],
};

interface Read {
  readonly text: string;
  readonly plan: Plan;
  readonly tasks: readonly Task[];
}

function read(text: string, period: Plan['facts']['period'] = null): Read {
  const plan = readPlan(readText(text), { period });
  return { text, plan, tasks: listTasks(plan) };
}

/** The document after a change, `null` where it is refused. */
function changed({ text, plan, tasks }: Read, index: number, column: Column, value: string): Read | null {
  const outcome = changeCell(plan, tasks, index, { column, value, old: cellValue(tasks[index]!, column) });
  return outcome.kind === 'edits' ? read(applyEdits(text, outcome.edits), plan.facts.period) : null;
}

const plain = (value: string): string => value.replaceAll('\t', ' ').replaceAll('\\|', '|');

/** Nothing else changed but what goes with the change: who leads no longer takes part, other words hold another time. */
function checkOthers(before: Read, after: Read, index: number, column: Column, what: string): void {
  assert.equal(after.tasks.length, before.tasks.length, what);
  const follows: Readonly<Record<Column, readonly Column[]>> = {
    text: ['deadline'],
    lead: ['participants'],
    participants: [],
    deadline: ['text'],
    outcome: ['deadline'],
  };
  for (const [at, task] of before.tasks.entries()) {
    for (const one of ['label', ...COLUMNS] as const) {
      if (at === index && one !== 'label' && (one === column || follows[column].includes(one))) continue;
      assert.equal(cellValue(after.tasks[at]!, one), cellValue(task, one), `${what}: ${one} of task ${at}`);
    }
  }
}

function checkChange(before: Read, random: Random, index: number, column: Column, name: string): boolean {
  const value = random.pick(VALUES[column]);
  const what = `seed ${random.seed}: ${name}, task ${index}, ${column} = ${JSON.stringify(value)}`;
  const old = cellValue(before.tasks[index]!, column);
  const after = changed(before, index, column, value);
  if (!after) return false;
  const units = column === 'lead' || column === 'participants';
  // The first annotation makes the plan one in which only annotated measures are tasks.
  if (units && !before.plan.facts.hasUnits) return true;
  checkOthers(before, after, index, column, what);
  const said = cellValue(after.tasks[index]!, column);
  // Without a time of its own a task shows that of its sentence, or of the plan.
  if (column !== 'deadline' || value !== '') assert.equal(plain(said), plain(value), what);
  else assert.ok(said === '' || after.tasks[index]!.deadline?.source !== 'stated', what);
  assert.equal(changed(after, index, column, said)?.text, after.text, `${what}: once more`);
  const back = changed(after, index, column, old);
  if (back) {
    assert.equal(cellValue(back.tasks[index]!, column), old, `${what}: and back`);
    // Words go back to the letter, marks inside them aside; lists as far as they were written as the document does.
    if (column === 'text' && !before.text.includes('**') && !/\n\s*\n/.test(before.text))
      assert.equal(bare(back.text), bare(before.text), what);
  }
  return true;
}

/** All tasks of short documents, some of long ones. */
function someOf(tasks: readonly Task[], random: Random): readonly number[] {
  const all = [...tasks.keys()];
  return all.length <= MOST ? all : Array.from({ length: MOST }, () => random.pick(all));
}

const MOST = 30;

const bare = (text: string): string => text.replace(/\s/g, '');

describe('改任务表的一格：性质 properties of changes of cells', function () {
  this.timeout(120_000);
  const random = createRandom();
  const counts = { done: 0, refused: 0 };
  const count = (done: boolean): void => void counts[done ? 'done' : 'refused']++;
  before(() => console.log(`      seed ${random.seed} (set PLANDOC_SEED to repeat)`));
  after(() => console.log(`      ${counts.done} changed, ${counts.refused} refused`));

  it('every task of every document', () => {
    for (const { name, text } of [...examples(), ...seeds(), ...corpus()]) {
      const document = read(textOf(readText(text)));
      for (const index of someOf(document.tasks, random))
        count(checkChange(document, random, index, random.pick(COLUMNS), name));
    }
    assert.ok(counts.done > counts.refused * 2, JSON.stringify(counts));
  });

  it('plans of every form', () => {
    for (const { text } of generatePlans(random)) {
      const document = read(textOf(readText(text)));
      if (document.tasks.length === 0) continue;
      for (let turn = 0; turn < 8; turn++) {
        const index = random.below(document.tasks.length);
        count(checkChange(document, random, index, random.pick(COLUMNS), text.slice(0, 80)));
      }
    }
  });

  it('nothing fails, whatever the text and what is typed', () => {
    const alphabet = [
      ...'一（）1.、：；，|"\t\n*牵头单位责任负责配合区司法局财政2024年底前完成。',
      '牵头单位：',
      '（责任单位：',
    ];
    for (let turn = 0; turn < 400; turn++) {
      let text =
        random.below(3) === 0 ? '序号\t主要任务\t牵头单位\t责任单位\t完成时限\n' : '（一）建立台账。（区司法局负责）\n';
      let value = '';
      for (let at = random.below(80); at > 0; at--) text += random.pick(alphabet);
      for (let at = random.below(8); at > 0; at--) value += random.pick(alphabet);
      const { plan, tasks } = read(text);
      for (const [index, task] of tasks.entries())
        for (const column of COLUMNS) changeCell(plan, tasks, index, { column, value, old: cellValue(task, column) });
    }
  });
});
