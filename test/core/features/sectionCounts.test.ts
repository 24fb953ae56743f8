import assert from 'node:assert/strict';
import { sectionCounts, unitsCounted } from '../../../server/src/core/features/sectionCounts';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { textIn } from '../../support/marks';

/** Checks what is counted, as `title: tasks, units`. */
function checkCounts(text: string, ...expected: readonly string[]): void {
  const { tasks, sections } = sectionCounts(readPlan(readText(text)));
  const shown = sections.map(({ range, from, to }) => {
    const { role, count } = unitsCounted(tasks.slice(from, to));
    return `${textIn(text, range)}: ${to - from}, ${count} ${role}`;
  });
  assert.deepEqual(shown, expected);
}

describe('counts of sections', () => {
  it('are those of the plan and of every section with several tasks', () =>
    checkCounts(
      `云溪区实施方案（2021—2025年）
一、总体要求
坚持统筹。
二、主要任务
（一）清淤。（牵头单位：区水利局；责任单位：区财政局）
（二）护坡。（牵头单位：区水利局；责任单位：区住建局）
（三）巡河。（牵头单位：区公安分局）
三、保障
（一）宣传。（牵头单位：区委宣传部）
`,
      '云溪区实施方案（2021—2025年）: 4, 3 lead',
      '主要任务: 3, 2 lead',
    ));

  it('count all units where nobody leads', () =>
    checkCounts(
      '一、主要任务\n（一）清淤。（责任单位：区水利局、区财政局）\n（二）护坡。（责任单位：区水利局）\n',
      '主要任务: 2, 2 any',
    ));

  it('follow the groups of a table', () =>
    checkCounts(
      `云溪区河湖长制重点任务清单（2021—2025年）
序号\t任务类别\t主要任务\t牵头单位
1\t制度建设\t修订办法\t区水利局
2\t制度建设\t开展检查\t区审计局
3\t河道管护\t清淤\t区水利局
`,
      '云溪区河湖长制重点任务清单（2021—2025年）: 3, 2 lead',
      '制度建设: 2, 2 lead',
    ));

  it('leave out groups within the projects of a table', () =>
    checkCounts(
      `项目\t序号\t任务类别\t主要任务\t牵头单位
一、制度\t1\t河长制\t修订办法\t区水利局
\t2\t\t开展检查\t区审计局
\t3\t管护\t清淤\t区水利局
\t4\t\t护坡\t区水利局
`,
      '一、制度: 4, 2 lead',
    ));

  it('are one in a one-line document', () =>
    checkCounts(
      '一、主要任务 （一）清淤。（牵头单位：区水利局）（二）护坡。（牵头单位：区水利局） 二、保障 （三）宣传。（牵头单位：区委宣传部）（四）督查。（牵头单位：区政府办）',
      '主要任务: 2, 1 lead',
    ));

  it('are none in reports, damaged and empty texts', () => {
    checkCounts('');
    checkCounts('（牵头单位：\n二、（一）（\n');
  });
});
