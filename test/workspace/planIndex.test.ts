import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readPlan } from '../../server/src/core/plan/plan';
import { readText } from '../../server/src/core/syntax/source';
import { createRegister } from '../../server/src/core/units/register';
import { isPlanName, PLAN_PATTERNS } from '../../server/src/core/plan/fileNames';
import { summarisePlan, type PlanSummary } from '../../server/src/workspace/planSummary';
import { matchInOrder, symbolsFor } from '../../server/src/workspace/symbols';
import { dutiesIn, homesOf, joinDuties, workIn, workOf, type UnitDuties } from '../../server/src/workspace/unitDuties';
import { textIn } from '../support/marks';

const PLAN = `云溪区人民政府办公室文件
云政办发〔2024〕11号
云溪区数据共享实施方案（2024—2026年）
一、主要任务
（一）健全制度。按照《澄江市数据共享方案》（澄政发〔2023〕5号）修订办法。（牵头单位：区司法局；责任单位：区财政局）
（二）开展检查。（牵头单位：云溪区司法局）
`;
const LIST = `重点任务清单
序号\t主要任务\t牵头单位\t责任单位\t完成时间
1\t完善程序\t区司法局\t区财政局\t2024年底前
2\t开展检查\t区审计局\t司法局\t2024年
`;

const summary = (text: string, uri = 'file:///甲.plan'): PlanSummary => summarisePlan(uri, readPlan(readText(text)));

describe('the summary of a plan', () => {
  it('has title, number, tasks, headings and citations, with their places', () => {
    const plan = summary(PLAN);
    assert.equal(plan.number, '云政办发〔2024〕11号');
    assert.equal(textIn(PLAN, plan.titleRange).slice(0, 6), plan.title!.slice(0, 6));
    assert.deepEqual(
      plan.tasks.map(({ label, head, lead }) => [label, head, lead.map(({ name }) => name)]),
      [
        ['（一）', '健全制度', ['区司法局']],
        ['（二）', '开展检查', ['云溪区司法局']],
      ],
    );
    for (const { lead } of plan.tasks) for (const { name, range } of lead) assert.equal(textIn(PLAN, range), name);
    assert.deepEqual(
      plan.headings.map(({ title, above }) => [title, above]),
      [
        ['主要任务', null],
        ['健全制度', '主要任务'],
        ['开展检查', '主要任务'],
      ],
    );
    assert.deepEqual(
      plan.citations.map(({ title, number, range }) => [title, number, textIn(PLAN, range)]),
      [['澄江市数据共享方案', '澄政发〔2023〕5号', '《澄江市数据共享方案》']],
    );
  });

  it('reads the number of a front matter, and does without', () => {
    assert.equal(summary('---\n标题: 某方案\n文号: 云政发〔2024〕3号\n---\n一、任务\n').number, '云政发〔2024〕3号');
    assert.equal(summary(LIST).number, null);
  });
});

describe('what units do in the workspace', () => {
  it('is put together under all names of a body, also from a plan that does not say its place', () => {
    const register = createRegister();
    const plans = [summary(PLAN), summary(LIST, 'file:///乙.plan.tsv')];
    const home = homesOf(plans);
    const all = plans.map((plan) => dutiesIn(plan, register, home(plan.home)));
    const justice = [...all[0]!.values()].find(({ names }) => names.includes('区司法局'))!;
    const together = joinDuties(
      all.flatMap((map): UnitDuties[] => (map.has(justice.body) ? [map.get(justice.body)!] : [])),
    )!;
    assert.deepEqual(together.names, ['区司法局', '云溪区司法局', '司法局']);
    assert.equal(together.lead.length, 3);
    assert.equal(together.participants.length, 1);
    assert.deepEqual(
      together.lead.map(({ plan, task }) => [plan.uri, task.head]),
      [
        ['file:///甲.plan', '健全制度'],
        ['file:///甲.plan', '开展检查'],
        ['file:///乙.plan.tsv', '完善程序'],
      ],
    );
  });

  it('is counted by names, with the same result', () => {
    const register = createRegister();
    for (const plan of [PLAN, LIST, PLAN.replace('（二）开展', '（二）复查。（责任单位：司法局）\n（三）开展')].map(
      (text) => summary(text),
    )) {
      const made = [...dutiesIn(plan, register, plan.home)].map(([body, duties]) => [body, workOf(duties)] as const);
      assert.ok(made.length > 1);
      assert.deepEqual([...workIn(plan, register, plan.home)], made);
    }
  });
});

describe('workspace symbols', () => {
  const plans = [summary(PLAN), summary(LIST, 'file:///%E4%B9%99.plan.tsv')];
  const units = plans.flatMap((plan) => [...dutiesIn(plan, createRegister(), plan.home).values()]);
  const names = (query: string): string[] => symbolsFor(query, plans, units).map(({ kind, name }) => `${kind} ${name}`);

  it('are found by characters in order, the nearest first', () => {
    assert.deepEqual(names('司法'), ['unit 区司法局', 'unit 区司法局']);
    assert.deepEqual(names('健制').slice(0, 1), ['task （一）健全制度']);
    assert.deepEqual(names('数据方案'), ['plan 云溪区数据共享实施方案（2024—2026年）']);
    assert.deepEqual(names('没有'), []);
  });

  it('are plans and units where nothing was typed', () => {
    assert.ok(names('').every((name) => /^(?:plan|unit)/.test(name)));
    assert.ok(names('').length > 3);
  });

  it('prefers what begins with the words', () => {
    assert.ok(matchInOrder('司法局', '司法')! < matchInOrder('区司法局', '司法')!);
    assert.ok(matchInOrder('区司法局', '司法')! < matchInOrder('公司执法', '司法')!);
  });
});

describe('plan files by name', () => {
  it('are those of the language in package.json', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { languages: { extensions: string[]; filenamePatterns: string[] }[] };
    };
    const [language] = manifest.contributes.languages;
    assert.deepEqual(PLAN_PATTERNS, [...language!.extensions.map((one) => `*${one}`), ...language!.filenamePatterns]);
  });

  it('are told from other files', () => {
    for (const name of [
      '甲.plan',
      '乙.plan.tsv',
      '某区实施方案.txt',
      '某市工作方案（定稿）.txt',
      '%E6%9F%90%E8%A1%8C%E5%8A%A8%E8%AE%A1%E5%88%92.md',
    ])
      assert.ok(isPlanName(`file:///a/${name}`), name);
    for (const name of ['units.yaml', '说明.txt', '实施方案.docx', '实施方案/说明.txt', '100%.txt'])
      assert.ok(!isPlanName(`file:///a/${name}`), name);
  });
});
