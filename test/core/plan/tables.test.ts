import { deepStrictEqual } from 'node:assert';
import { readPlan } from '../../../server/src/core/plan/plan';
import { listTasks } from '../../../server/src/core/plan/tasks';
import { readText } from '../../../server/src/core/syntax/source';

function checkTable(name: string, text: string, want: readonly string[]): void {
  it(name, () => {
    const tasks = listTasks(readPlan(readText(text))).map((task) =>
      [
        [...task.section, task.heading ?? ''].join('/'),
        task.label ?? '',
        task.text,
        task.lead.map((unit) => unit.name).join('、'),
        task.participants.map((unit) => unit.name).join('、'),
        task.deadline?.source === 'inherited' ? '' : (task.deadline?.text ?? ''),
        task.outcome ?? '',
      ].join('｜'),
    );
    deepStrictEqual(tasks, want);
  });
}

const rows = (...lines: readonly string[]): string => `云溪区重点任务清单（2021—2025年）\n${lines.join('\n')}\n`;

describe('task lists in prose', () => {
  checkTable(
    'a goal between heading and responsibility is the outcome',
    rows(
      '一、部分地区推进不力。',
      '整改目标：压实各级责任。',
      '整改时限：2023年12月底',
      '责任单位：区司法局',
      '督导单位：区委督查室',
      '整改措施：',
      '（一）每半年听取一次汇报。（区政府办）',
    ),
    [
      '部分地区推进不力｜一、｜部分地区推进不力｜｜区司法局｜2023年12月底｜压实各级责任。',
      '一、部分地区推进不力/每半年听取一次汇报｜（一）｜每半年听取一次汇报。｜｜区政府办｜｜',
    ],
  );
});

describe('responsibilities behind points', () => {
  checkTable(
    'are for the measure whose points they are',
    rows(
      '（一）预案建设',
      '1.完善预案体系',
      '（1）加强预案管理，规范编制和发布。',
      '（2）推进预案精编。',
      '（责任单位：区司法局）',
      '2.开展演练。每年一次。',
      '（1）明确频次。',
      '（责任单位：区财政局）',
      '（2）完善制度。',
      '（责任单位：区审计局）',
    ),
    [
      '（一）预案建设/完善预案体系｜1.｜完善预案体系｜｜区司法局｜｜',
      '（一）预案建设/2.开展演练/明确频次｜（1）｜明确频次。｜｜区财政局｜｜',
      '（一）预案建设/2.开展演练/完善制度｜（2）｜完善制度。｜｜区审计局｜｜',
    ],
  );
});

describe('task tables', () => {
  checkTable(
    'merged cells left empty keep project and group',
    rows(
      '项目\t序号\t主要任务\t\t牵头部门\t责任部门\t完成时间\t主要成果形式',
      '一、甲行动\t1\t甲组\t做甲一。\t区司法局\t区财政局\t2022年\t报告',
      '\t2\t\t做甲二。\t区司法局 区审计局\t各镇街，各园区\t2022-2023年\t清单',
      '',
      '一、甲行动\t3\t乙组\t做甲三。\t区司法局\t区财政局\t2023年\t制度',
      '二、乙行动\t4\t丙组\t做乙一。\t区审计局\t区财政局\t2024年\t方案',
    ),
    [
      '一、甲行动/甲组｜1｜做甲一。｜区司法局｜区财政局｜2022年｜报告',
      '一、甲行动/甲组｜2｜做甲二。｜区司法局、区审计局｜各镇街、各园区｜2022-2023年｜清单',
      '一、甲行动/乙组｜3｜做甲三。｜区司法局｜区财政局｜2023年｜制度',
      '二、乙行动/丙组｜4｜做乙一。｜区审计局｜区财政局｜2024年｜方案',
    ],
  );
  checkTable(
    'a short row that holds the words of headers is a row',
    rows(
      '序号\t改革事项\t主要内容\t牵头单位',
      '1\t精简事项\t公布事项清单\t区司法局',
      '\t清理措施\t列出措施清单\t区财政局',
      '2\t压缩时限\t规范办事内容\t区审计局',
    ),
    [
      '精简事项｜1｜公布事项清单｜区司法局｜｜｜',
      '清理措施｜｜列出措施清单｜区财政局｜｜｜',
      '压缩时限｜2｜规范办事内容｜区审计局｜｜｜',
    ],
  );
  checkTable(
    'a cell that says 同上 repeats the one above it, others of the row say their own',
    rows(
      '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
      '1\t做甲。\t区司法局\t区财政局、各镇街\t2022年底',
      '2\t做乙。\t区审计局\t同上\t2023年底',
      '3\t做丙。\t同上\t区人社局\t同上',
    ),
    [
      '｜1｜做甲。｜区司法局｜区财政局、各镇街｜2022年底｜',
      '｜2｜做乙。｜区审计局｜区财政局、各镇街｜2023年底｜',
      '｜3｜做丙。｜区审计局｜区人社局｜2023年底｜',
    ],
  );
  checkTable(
    'a row of one cell is the head of those below it; <br> parts the lines of a Markdown cell',
    rows(
      '| 序号 | 重点任务 | 牵头单位 | 责任单位 | 完成时限 |',
      '|---|---|---|---|---|',
      '| 一、稳增长 |||||',
      '| 1 | 做甲。<br>做乙。 | 区司法局 | 区财政局<br>区审计局<br/>各镇街 | 2022年底 |',
      '| 二、惠民生 | | | | |',
      '| 2 | 做丙。 | 区人社局 | 区财政局 | 2023年底 |',
    ),
    [
      '一、稳增长｜1｜做甲。做乙。｜区司法局｜区财政局、区审计局、各镇街｜2022年底｜',
      '二、惠民生｜2｜做丙。｜区人社局｜区财政局｜2023年底｜',
    ],
  );
  checkTable(
    'a row that slipped to the left is read in its place',
    rows(
      '项目\t序号\t主要任务\t\t牵头部门\t责任部门\t完成时间\t主要成果形式',
      '一、甲行动\t1\t甲组\t做甲一。\t区司法局\t区财政局\t2022年\t报告',
      '\t2\t做甲二，推进制度建设。\t区司法局 区审计局\t各镇街\t2023年\t形成制度文本。\t',
    ),
    [
      '一、甲行动/甲组｜1｜做甲一。｜区司法局｜区财政局｜2022年｜报告',
      '一、甲行动/甲组｜2｜做甲二，推进制度建设。｜区司法局、区审计局｜各镇街｜2023年｜形成制度文本。',
    ],
  );
  checkTable(
    'category rows between data rows',
    rows(
      '序号\t改革举措\t主要内容\t责任单位\t推广范围',
      '一、知识产权方面（共1项）',
      '1\t快速审判\t缩短周期。\t区法院、区检察院\t全区',
      '二、科技方面（共1项）',
      '2\t技术经理人\t全程参与。\t区科技局\t全区',
    ),
    [
      '一、知识产权方面（共1项）/快速审判｜1｜缩短周期。｜｜区法院、区检察院｜｜',
      '二、科技方面（共1项）/技术经理人｜2｜全程参与。｜｜区科技局｜｜',
    ],
  );
  checkTable(
    'lead and participants in one cell, empty cells mean the same as above',
    rows(
      '一级指标\t二级指标\t序号\t主要任务\t牵头、责任部门\t完成时限',
      '政务\t公开\t1\t做公开。\t牵头单位：区政务服务办；责任单位：各镇街\t2023年底前',
      '\t\t2\t做规范。\t\t',
      '\t\t3\t做监督。\t区司法局牵头，区财政局配合\t2024年',
    ),
    [
      '政务/公开｜1｜做公开。｜区政务服务办｜各镇街｜2023年底前｜',
      '政务/公开｜2｜做规范。｜区政务服务办｜各镇街｜2023年底前｜',
      '政务/公开｜3｜做监督。｜区司法局｜区财政局｜2024年｜',
    ],
  );
  checkTable(
    'two header rows',
    rows('序号\t工作任务\t责任单位\t\t完成时限', '\t\t牵头单位\t配合单位\t', '1\t做甲。\t区司法局\t区财政局\t2023年'),
    ['｜1｜做甲。｜区司法局｜区财政局｜2023年｜'],
  );
  checkTable(
    'Markdown',
    rows(
      '| 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限 |',
      '|---|:--|---|---|---|',
      '| 1 | 做甲\\|乙。 | 区司法局 | 区财政局、区审计局 | 2023年底前 |',
    ),
    ['｜1｜做甲\\|乙。｜区司法局｜区财政局、区审计局｜2023年底前｜'],
  );
  checkTable(
    'quoted cells with line breaks',
    rows(
      '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
      '1\t"做甲，\n并做""乙""。"\t区司法局\t"区财政局\n区审计局"\t2022年',
      '2\t做丙。\t区审计局\t\t2023年',
    ),
    ['｜1｜做甲，并做""乙""。｜区司法局｜区财政局、区审计局｜2022年｜', '｜2｜做丙。｜区审计局｜｜2023年｜'],
  );
  checkTable(
    'columns in another order, persons are not units',
    rows(
      '序号\t牵头领导\t责任单位\t工作任务\t完成时限\t责任人',
      '1\t张某\t区司法局、区财政局\t做甲。\t2023年6月\t李某',
    ),
    ['｜1｜做甲。｜｜区司法局、区财政局｜2023年6月｜'],
  );
  checkTable(
    'several tables in one document',
    rows(
      '一、第一部分',
      '序号\t主要任务\t牵头单位\t完成时间',
      '1\t做甲。\t区司法局\t2022年',
      '二、第二部分',
      '序号\t完成时限\t责任单位\t工作任务',
      '1\t2023年\t区财政局\t做乙。',
    ),
    ['第一部分｜1｜做甲。｜区司法局｜｜2022年｜', '第二部分｜1｜做乙。｜｜区财政局｜2023年｜'],
  );
});
