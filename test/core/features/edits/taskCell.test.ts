import assert from 'node:assert/strict';
import type { EditOutcome } from '../../../../server/src/core/features/edits/edit';
import { cellValue, changeCell } from '../../../../server/src/core/features/edits/taskCell/index';
import { readPlan } from '../../../../server/src/core/plan/plan';
import { listTasks } from '../../../../server/src/core/plan/tasks';
import { readText } from '../../../../server/src/core/syntax/source';
import { applyEdits } from '../../../../server/src/core/text/edits';
import type { TaskColumn } from '../../../../server/src/protocol';

/** Changes one cell of the task with this index; `old` is what it says if nothing else is given. */
function change(text: string, index: number, column: TaskColumn, value: string, old?: string): EditOutcome {
  const plan = readPlan(readText(text));
  const tasks = listTasks(plan);
  const said = tasks[index] ? cellValue(tasks[index], column) : '';
  return changeCell(plan, tasks, index, { column, value, old: old ?? said });
}

/** Task `index` of `before` with `value` in `column` makes the text `after`; once more changes nothing. */
function checkCell(before: string, index: number, column: TaskColumn, value: string, after: string): void {
  const outcome = change(before, index, column, value);
  assert.equal(outcome.kind, 'edits', JSON.stringify(outcome));
  if (outcome.kind !== 'edits') return;
  assert.equal(applyEdits(before, outcome.edits), after);
  const again = change(after, index, column, value);
  assert.deepEqual(again, { kind: 'edits', edits: [], selection: null });
}

function checkRefused(
  before: string,
  index: number,
  column: TaskColumn,
  value: string,
  says: RegExp,
  old?: string,
): void {
  const outcome = change(before, index, column, value, old);
  assert.equal(outcome.kind, 'refused', JSON.stringify(outcome));
  if (outcome.kind === 'refused') assert.match(outcome.message.zh, says);
}

const LABELLED = '（一）建立台账。逐项登记。（牵头单位：区司法局；责任单位：区财政局、区人社局等）\n';

describe('改任务表的一格 taskCell', () => {
  describe('括注 annotations', () => {
    it('names are changed where they differ; labels, separators and 等 stay', () => {
      checkCell(LABELLED, 0, 'lead', '区政府办', LABELLED.replace('区司法局', '区政府办'));
      checkCell(LABELLED, 0, 'lead', '区司法局、区政府办', LABELLED.replace('区司法局', '区司法局、区政府办'));
      checkCell(
        LABELLED,
        0,
        'participants',
        '区财政局 区人社局 区民政局',
        LABELLED.replace('区人社局', '区人社局、区民政局'),
      );
      checkCell(LABELLED, 0, 'participants', '区人社局', LABELLED.replace('区财政局、', ''));
      checkCell(
        LABELLED,
        0,
        'participants',
        '各区、县（市）政府',
        LABELLED.replace('区财政局、区人社局', '各区、县（市）政府'),
      );
    });

    it('a role is taken away with its label, and given one', () => {
      const two = '（一）建立台账。（牵头单位：区司法局；责任单位：区财政局）\n';
      const lead = '（一）建立台账。（牵头单位：区司法局）\n';
      checkCell(two, 0, 'participants', '', lead);
      checkCell(lead, 0, 'participants', '区财政局', two);
      checkCell(two, 0, 'lead', '', '（一）建立台账。（责任单位：区财政局）\n');
      checkCell('（一）建立台账。（责任单位：区财政局）\n', 0, 'lead', '区司法局', two);
      const half = '（一）建立台账。(牵头部门:区司法局)\n';
      checkCell(half, 0, 'participants', '区财政局', '（一）建立台账。(牵头部门:区司法局;责任部门:区财政局)\n');
      checkRefused(lead, 0, 'lead', '', /至少要留一个/);
    });

    it('roles said by verbs', () => {
      const said = '（一）建立台账。（区司法局牵头，区财政局、区人社局配合）\n';
      checkCell(said, 0, 'lead', '区政府办', said.replace('区司法局', '区政府办'));
      checkCell(said, 0, 'participants', '区财政局', said.replace('、区人社局', ''));
      checkCell(said, 0, 'participants', '', '（一）建立台账。（区司法局牵头）\n');
      const together = '（一）建立台账。（区司法局会同区财政局负责）\n';
      checkCell(together, 0, 'participants', '区人社局', together.replace('区财政局', '区人社局'));
      const alone = '（一）建立台账。（区司法局牵头负责）\n';
      const helped = '（一）建立台账。（区司法局牵头负责，区财政局配合）\n';
      checkCell(alone, 0, 'participants', '区财政局', helped);
      checkCell(helped, 0, 'participants', '', alone);
      const shared = '（一）建立台账。（区财政局、区人社局等按职责分工负责）\n';
      checkCell(shared, 0, 'lead', '区司法局', shared.replace('（区财政局', '（区司法局牵头，区财政局'));
    });

    it('a deadline said by verbs comes and goes with its verb', () => {
      const said = '（一）建立台账。（区司法局负责）\n';
      const timed = said.replace('负责', '负责，2024年底前完成');
      checkCell(said, 0, 'deadline', '2024年底前', timed);
      checkCell(timed, 0, 'deadline', '', said);
      checkCell(timed, 0, 'deadline', '2025年底前', timed.replace('2024', '2025'));
    });

    it('a role that is put in goes by the words and marks the document mostly uses', () => {
      const others =
        '（二）归集数据。（牵头单位：区大数据局，参加单位：区财政局，区人社局）\n（三）办。（牵头单位：区教育局，参加单位：区民政局，区卫健委）\n（四）责。（责任单位：区民政局）\n';
      const lead = '（一）建立台账。（牵头单位：区司法局）\n';
      const after = lead.replace('区司法局', '区司法局，参加单位：区民政局，区财政局');
      checkCell(lead + others, 0, 'participants', '区民政局、区财政局', after + others);
      checkCell(after + others, 0, 'participants', '', lead + others);
    });

    it('where the first one leads the list keeps its order; who leads no longer takes part', () => {
      const ruled =
        '（一）建立台账。（责任单位：区司法局、区财政局、区人社局，列第一位的为牵头单位，下同）\n（二）办。（责任单位：区司法局、区财政局、区人社局）\n';
      const last = ruled.split('\n')[1]!;
      checkCell(ruled, 1, 'lead', '区政府办', ruled.replace(last, last.replace('区司法局', '区政府办')));
      checkCell(ruled, 1, 'lead', '区财政局', ruled.replace(last, '（二）办。（责任单位：区财政局、区人社局）'));
      checkCell(
        ruled,
        1,
        'participants',
        '区人社局',
        ruled.replace(last, '（二）办。（责任单位：区司法局、区人社局）'),
      );
      checkRefused(ruled, 1, 'lead', '', /第一位/);
      checkCell(ruled, 0, 'participants', '', ruled.replace('区司法局、区财政局、区人社局，列', '区司法局，列'));
    });

    it('where those before the first comma lead, who is put in stands on the right side of it', () => {
      const ruled =
        '（一）建立台账。（责任单位：区司法局、区政府办，区财政局。第一个逗号前为牵头单位，下同）\n（二）办。（责任单位：区司法局）\n';
      const [first, last] = ruled.split('\n') as [string, string];
      checkCell(ruled, 1, 'participants', '区财政局', `${first}\n${last.replace('局）', '局，区财政局）')}\n`);
      const both = `${first}\n（二）办。（责任单位：区司法局，区财政局）\n`;
      checkCell(both, 1, 'participants', '', ruled);
      checkCell(
        both,
        1,
        'lead',
        '区司法局、区政府办',
        both.replace('区司法局，区财政局）', '区司法局、区政府办，区财政局）'),
      );
    });

    it('deadlines and outcomes are changed, added in the words of the document, and taken away', () => {
      const other = '（二）办。（牵头单位：区财政局；时间节点：2024年6月底前；预期成果：台账）\n';
      const text = LABELLED + other;
      checkCell(text, 1, 'deadline', '2025年底前', text.replace('2024年6月底前', '2025年底前'));
      checkCell(text, 1, 'deadline', '', text.replace('；时间节点：2024年6月底前', ''));
      checkCell(text, 1, 'outcome', '登记册', text.replace('台账）\n', '登记册）\n'));
      checkCell(text, 0, 'deadline', '2023年底前', text.replace('区人社局等', '区人社局等；时间节点：2023年底前'));
      checkCell(text, 0, 'outcome', '清单', text.replace('区人社局等', '区人社局等；预期成果：清单'));
      checkCell(
        LABELLED,
        0,
        'deadline',
        '2023年底前',
        LABELLED.replace('区人社局等', '区人社局等；完成时限：2023年底前'),
      );
      checkRefused(text, 1, 'deadline', '尽量快些', /没有读成/);
    });

    it('deadlines of the sentence and of the plan', () => {
      const spoken = '（一）2023年底前建立台账。（牵头单位：区司法局）\n';
      checkCell(spoken, 0, 'deadline', '2024年6月底前', spoken.replace('2023年底前', '2024年6月底前'));
      checkRefused(spoken, 0, 'deadline', '长期坚持', /写在正文里/);
      checkRefused(spoken, 0, 'deadline', '', /写在正文里/);
      const target = '（一）建立台账。到2025年，**建成**50个站点。2023年启动。（牵头单位：区司法局）\n';
      checkCell(target, 0, 'deadline', '2024年底前', target.replace('到2025年', '2024年底前'));
      const plan =
        '（一）建立台账。（牵头单位：区司法局）\n\n除有明确时间要求的任务外，其他各项任务应于2025年底前完成。\n';
      checkCell(plan, 0, 'deadline', '2024年底前', plan.replace('区司法局）', '区司法局；完成时限：2024年底前）'));
      checkRefused(plan, 0, 'deadline', '', /全文统一/);
    });
  });

  describe('措施的文字 words', () => {
    it('only what differs is touched: number, run-in head, bold marks and annotation stay', () => {
      const text = '**（一）强化监督。**健全制度。（牵头单位：区司法局）\n';
      checkCell(text, 0, 'text', '强化监督。完善制度，定期通报。', text.replace('健全制度。', '完善制度，定期通报。'));
      checkCell(text, 0, 'text', '改进服务。健全制度。', text.replace('强化监督', '改进服务'));
      checkRefused(text, 0, 'text', ' ', /不能为空/);
      checkRefused(text, 0, 'text', '强化监督。（牵头单位：区财政局）', /读成别的/);
    });

    it('torn and one-line documents', () => {
      const torn =
        '（一）建立台账。全区行政执法事项，依托平台逐项登\n记入册，定期通报执行情况。（牵头单位：区司\n法局）\n（二）办。（牵头单位：区财政局）\n';
      const words = '建立台账。全区行政执法事项，依托平台逐项登记入册，定期通报执行情况。';
      checkCell(torn, 0, 'text', words.replace('入册', '成册'), torn.replace('入册', '成册'));
      checkCell(torn, 0, 'text', words.replace('逐项登记', '逐条编'), torn.replace('逐项登\n记', '逐条编'));
      checkCell(torn, 0, 'lead', '区政府办', torn.replace('区司\n法局', '区政府办'));
      const line =
        '云溪区实施方案（2021—2025年） 一、总则 （一）建立台账。（牵头单位：区司法局；责任单位：区财政局） （二）健全制度。（牵头单位：区财政局；责任单位：区人社局） （三）完善平台。（牵头单位：区人社局；责任单位：区司法局）';
      checkCell(line, 1, 'lead', '区政府办', line.replace('牵头单位：区财政局', '牵头单位：区政府办'));
      checkCell(line, 1, 'text', '健全各项制度。', line.replace('健全制度', '健全各项制度'));
    });

    it('line ends typed are joined', () => {
      checkCell(LABELLED, 0, 'text', '建立台账。\n逐条登记。', LABELLED.replace('逐项', '逐条'));
    });
  });

  describe('没有括注的 narrative', () => {
    it('a first annotation in the usual words', () => {
      const text =
        '关于健全机制的实施意见\n\n一、总则\n（一）建立台账。逐项登记。\n二、保障\n（二）健全制度。按月通报。\n';
      const outcome = change(text, 0, 'lead', '区司法局');
      assert.equal(outcome.kind, 'edits', JSON.stringify(outcome));
      if (outcome.kind === 'edits')
        assert.equal(applyEdits(text, outcome.edits), text.replace('逐项登记。', '逐项登记。（牵头单位：区司法局）'));
      checkRefused(text, 0, 'outcome', '台账', /还没有责任括注/);
      checkCell(text, 0, 'text', '建立总台账。按月登记。', text.replace('建立台账。逐项', '建立总台账。按月'));
    });

    it('behind a heading there is no place for one', () => {
      const text = '关于健全机制的实施意见\n\n一、总则\n（一）建立台账\n逐项登记。\n（二）健全制度\n按月通报。\n';
      checkRefused(text, 0, 'lead', '区司法局', /显示的是标题/);
    });
  });

  it('refuses what is no longer so, numbers, and words that are no names', () => {
    checkRefused(LABELLED, 0, 'lead', '区政府办', /刚刚改过/, '区教育局');
    checkRefused(LABELLED, 3, 'lead', '区政府办', /已经不在/);
    checkRefused(LABELLED, 0, 'label', '（三）', /序号/);
    checkRefused(LABELLED, 0, 'lead', '区政府办牵头', /只写单位名称/);
  });
});

const HEAD = '序号\t主要任务\t牵头单位\t责任单位\t完成时间\t成果形式\n';
describe('改任务表的一格：表格 taskCell in tables', () => {
  it('cells of a pasted table', () => {
    const text = `${HEAD}1\t建立台账\t区司法局\t区财政局 区人社局\t2023年\t台账\n2\t健全制度\t区财政局\t\t\t\n`;
    checkCell(text, 0, 'text', '建立统一台账', text.replace('建立台账', '建立统一台账'));
    checkCell(text, 0, 'participants', '区财政局、区人社局、区民政局', text.replace('区人社局', '区人社局 区民政局'));
    checkCell(text, 1, 'deadline', '2024年底前', text.replace('区财政局\t\t\t\n', '区财政局\t\t2024年底前\t\n'));
    checkCell(text, 1, 'participants', '区司法局', text.replace('区财政局\t\t\t\n', '区财政局\t区司法局\t\t\n'));
    checkCell(text, 0, 'outcome', '', text.replace('\t台账\n', '\t\n'));
    checkCell(text, 0, 'outcome', '台账\n清单', text.replace('\t台账\n', '\t"台账\n清单"\n'));
  });

  it('quoted cells and cells a row lacks', () => {
    const text = `${HEAD}1\t"建立\n台账"\t区司法局\t"区财政局\n区人社局"\t2023年\t"甲""乙"\n2\t健全制度\t区财政局\n`;
    checkCell(text, 0, 'text', '建立总台账', text.replace('建立\n台账"', '建立总\n台账"'));
    checkCell(
      text,
      0,
      'participants',
      '区财政局、区人社局、区民政局',
      text.replace('区人社局"', '区人社局\n区民政局"'),
    );
    checkCell(text, 1, 'deadline', '2024年', text.replace('\t区财政局\n', '\t区财政局\t\t2024年\n'));
  });

  it('Markdown', () => {
    const text =
      '| 序号 | 主要任务 | 牵头单位 | 完成时间 |\n| --- | --- | --- | --- |\n| 1 | 建立台账 | 区司法局 |  |\n| 2 | 健全制度 | 区财政局 | 2024年 |\n';
    checkCell(text, 0, 'deadline', '2023年', text.replace('区司法局 |  |', '区司法局 | 2023年 |'));
    checkCell(text, 0, 'lead', '区政府办', text.replace('区司法局', '区政府办'));
    checkRefused(text, 0, 'outcome', '台账', /没有“成果形式”列|没有“\{column\}”列/);
  });

  it('names are parted as in the other cells of their column', () => {
    const text = `${HEAD}1\t建立台账\t区司法局 区政府办\t区财政局，区人社局\t2023年\t\n2\t健全制度\t区财政局\t区司法局\t\t\n`;
    checkCell(text, 1, 'lead', '区财政局、区教育局', text.replace('\t区财政局\t区', '\t区财政局 区教育局\t区'));
    checkCell(text, 1, 'participants', '区司法局、区教育局', text.replace('区司法局\t\t', '区司法局，区教育局\t\t'));
  });

  it('a cell that would be read like the one above is not emptied', () => {
    const text = `${HEAD}1\t建立台账\t区司法局\t\t2023年\t\n2\t健全制度\t区财政局\t\t\t\n3\t办\t\t\t\t\n`;
    checkRefused(text, 1, 'lead', '', /同上一行/);
    checkRefused(text, 2, 'lead', '', /同上一行/);
  });

  it('a time of the sentence behind a cell without one stays in the sentence', () => {
    const text = `${HEAD}1\t2024年6月底前建立台账\t区司法局\t\t\t\n`;
    checkRefused(text, 0, 'deadline', '', /写在正文里/);
    checkCell(text, 0, 'deadline', '2024年底前', text.replace('区司法局\t\t\t', '区司法局\t\t2024年底前\t'));
  });

  it('rows under merged cells get cells of their own; rows below keep what they said', () => {
    const text = `${HEAD}1\t建立台账\t区司法局\t区财政局\t2023年\t\n2\t健全制度\t\t\t\t\n3\t完善平台\t同上\t同上\t同上\t\n`;
    const outcome = change(text, 1, 'lead', '区政府办');
    assert.equal(outcome.kind, 'edits', JSON.stringify(outcome));
    if (outcome.kind !== 'edits') return;
    const after = listTasks(readPlan(readText(applyEdits(text, outcome.edits))));
    assert.deepEqual(
      after.map((task) => cellValue(task, 'lead')),
      ['区司法局', '区政府办', '区司法局'],
    );
    assert.deepEqual(
      after.map((task) => cellValue(task, 'participants')),
      ['区财政局', '区财政局', '区财政局'],
    );
  });
});
