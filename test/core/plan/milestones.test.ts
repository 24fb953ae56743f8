import { deepStrictEqual } from 'node:assert';
import { readPlan } from '../../../server/src/core/plan/plan';
import { listTasks } from '../../../server/src/core/plan/tasks';
import { readText } from '../../../server/src/core/syntax/source';

/** Each task as “deadline < milestones”. */
function checkMilestones(name: string, text: string, want: readonly string[]): void {
  it(name, () => {
    const tasks = listTasks(readPlan(readText(text)));
    deepStrictEqual(
      tasks.map(({ deadline, milestones }) =>
        [deadline?.end ?? '—', ...milestones.map(({ text: words, end }) => `${words} ${end}`)].join(' < '),
      ),
      want,
    );
  });
}

describe('milestones of a task', () => {
  checkMilestones(
    'are the other times its words name',
    `云溪区某项工作实施方案（2021—2025年）
一、任务
（一）建设平台。2022年底前完成首批，2023年6月底前完成第二批，2024年底前全部完成。（牵头单位：区数据局；完成时间：2024年底前）
（二）开展检查。2023年底前完成。（牵头单位：区司法局；责任单位：区财政局）
（三）长期坚持，每年12月底前总结，远景到2035年。（牵头单位：区司法局；完成时间：2025年底前）
`,
    ['2024-12-31 < 2022年底前 2022-12-31 < 2023年6月底前 2023-06-30', '2023-12-31', '2025-12-31'],
  );
  const table = (deadline: string, outcome: string): string =>
    `云溪区重点任务清单（2021—2025年）\n序号\t主要任务\t牵头单位\t完成时间\t成果形式\n1\t健全制度。\t区司法局\t${deadline}\t${outcome}\n`;
  checkMilestones(
    'stand in the outcome of a row, too',
    table('2022—2024年', '2022年底前印发办法，2023年6月底前试行，2024年底前评估。'),
    ['2024-12-31 < 2022年底前 2022-12-31 < 2023年6月底前 2023-06-30'],
  );
  checkMilestones('are no beginnings', table('2022年启动，2024年底前完成', '报告'), ['2024-12-31']);
  checkMilestones('stand in the deadline itself', table('2023年6月底前试行，2024年底前完成', '报告'), [
    '2024-12-31 < 2023年6月底前 2023-06-30',
  ]);
  checkMilestones('are none where nothing is known', table('长期坚持', '报告'), ['—']);
});
