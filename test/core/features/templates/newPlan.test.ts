import assert from 'node:assert/strict';
import { newPlan, TEMPLATE_TITLES } from '../../../../server/src/core/features/templates/index';
import { regionWords } from '../../../../server/src/core/features/templates/regionWords';
import { LEVELS } from '../../../../server/src/core/plan/level';
import { readPlan } from '../../../../server/src/core/plan/plan';
import { listTasks } from '../../../../server/src/core/plan/tasks';
import { createChecker } from '../../../../server/src/core/rules/check';
import { RULES } from '../../../../server/src/core/rules/index';
import { readText } from '../../../../server/src/core/syntax/source';
import { createRegister } from '../../../../server/src/core/units/register';
import type { PlanTemplate, TemplateAnswers } from '../../../../server/src/protocol';
import { textIn } from '../../../support/marks';

const register = createRegister();
const TODAY = '2026-03-05';
const TEMPLATES = Object.keys(TEMPLATE_TITLES) as PlanTemplate[];

/** Answers of every level, with and without names, one year and several. */
const ANSWERS: readonly TemplateAnswers[] = [
  { today: TODAY },
  ...LEVELS.map((level) => ({ level, today: TODAY })),
  { region: '云溪区', today: TODAY, topic: '养老服务提质', period: { start: 2024, end: 2026 }, lead: '区民政局' },
  { region: '临湖县', today: TODAY, topic: '传统村落保护', period: { start: 2026, end: 2026 } },
  { region: '澄江市', level: 'city', today: TODAY, topic: '全民健身', table: 'tabs' },
  { region: '澄江市', level: 'county', today: TODAY, table: 'tabs' },
  { region: '青岚高新区', today: TODAY },
  { region: '柳桥镇', today: TODAY },
  { region: '城关街道', level: 'township', today: TODAY },
  ...['区司法局', '区财政局', '区发展改革委', '区数据局', '区政府办'].map((lead) => ({
    region: '云溪区',
    lead,
    today: TODAY,
  })),
  { region: '云溪区', today: '2026-12-20', period: { start: 2026, end: 2026 } },
  { region: '云溪区', today: '2026-09-01', period: { start: 2026, end: 2026 } },
  { region: '云溪区', today: '2025-11-30', period: { start: 2026, end: 2030 } },
  { region: '某某自治区', level: 'province', today: TODAY },
];

/** The plan is read as what it is, has tasks that somebody does, and gives no cause for errors or warnings. */
function checkNewPlan(template: PlanTemplate, answers: TemplateAnswers): void {
  const { text, snippet } = newPlan(template, answers);
  const plan = readPlan(readText(text));
  const about = `${template} ${JSON.stringify(answers)}\n${text}`;
  const kinds = { notice: 'notice', 'task-list': 'task-list' } as const;
  assert.equal(plan.facts.kind, template in kinds ? kinds[template as keyof typeof kinds] : 'plan', about);
  const tasks = listTasks(plan);
  assert.ok(tasks.length >= 4 && tasks.every(({ lead }) => lead.length > 0), about);
  if (template !== 'task-list') assert.equal(plan.facts.issueDate, answers.today, about);
  const { findings, faults } = createChecker(RULES)(plan, register);
  assert.deepEqual(faults, []);
  const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  assert.deepEqual(
    grave.map(({ rule, range }) => `${rule} ${textIn(text, range)}`),
    [],
    about,
  );
  assert.equal(fromSnippet(snippet), text);
  assert.doesNotMatch(text, /\{[a-z]+\}|\[\[|\]\]|undefined/, about);
}

/** The text of a snippet with every tab stop left as it is. */
function fromSnippet(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\$0$/, '')
    .replace(/\\([\\$}])/g, '$1');
}

describe('新建方案 newPlan', () => {
  for (const template of TEMPLATES) {
    it(`${template}: read as what it is, with tasks, at every level, without errors and warnings`, () => {
      // Every level with each template; the further answers with the first, whose text most others share.
      for (const answers of template === 'implementation-plan' ? ANSWERS : ANSWERS.slice(0, 8))
        checkNewPlan(template, answers);
    });
  }

  it('answers stand where they belong', () => {
    const { text } = newPlan('implementation-plan', ANSWERS[6]!);
    assert.match(text, /^云溪区养老服务提质实施方案（2024—2026年）\n/);
    assert.match(text, /结合我区实际/);
    assert.match(text, /（牵头单位：区民政局；责任单位：区政府各部门；完成时限：2026年底前）/);
    assert.match(text, /\n　+云溪区人民政府办公室\n　+2026年3月5日\n/);
    assert.match(newPlan('task-list', ANSWERS[7]!).text, /^临湖县2026年传统村落保护重点任务清单\n/);
  });

  it('what was not answered is one tab stop wherever it stands', () => {
    const { snippet } = newPlan('notice', { today: TODAY });
    const stops = [...snippet.matchAll(/\$\{(\d+):政务服务提升\}/g)].map(([, stop]) => stop);
    assert.ok(stops.length > 3 && new Set(stops).size === 1, snippet);
    assert.match(
      snippet,
      /^\$\{1:某某区\}人民政府办公室关于印发《\$\{1:某某区\}\$\{2:政务服务提升\}实施方案（2026—2028年）》的通知/,
    );
    assert.ok(snippet.endsWith('$0'));
  });

  it('marks of templates and snippets in an answer are words', () => {
    const { text, snippet } = newPlan('action-plan', { topic: '[[甲}$1\\乙{lead}]]', region: '云溪区', today: TODAY });
    assert.match(text, /^云溪区甲\$1\\乙lead行动计划/);
    assert.match(snippet, /^云溪区甲\\\$1\\\\乙lead行动计划/);
  });

  it('words of a region follow its level', () => {
    const said = (name: string, level: Parameters<typeof regionWords>[1]): string => {
      const { our, office, clerk } = regionWords(name, level);
      return `${our} ${office} ${clerk}`;
    };
    assert.equal(said('云溪区', 'county'), '我区 云溪区人民政府办公室 区政府办');
    assert.equal(said('澄江市', 'county'), '我市 澄江市人民政府办公室 市政府办');
    assert.equal(said('临湖县', 'county'), '我县 临湖县人民政府办公室 县政府办');
    assert.equal(said('东海省', 'province'), '我省 东海省人民政府办公厅 省政府办公厅');
    assert.equal(said('青岚高新区', 'park'), '我区 青岚高新区管理委员会办公室 党政办');
    assert.equal(said('城关街道', 'township'), '我街道 城关街道办事处 党政办公室');
  });
});
