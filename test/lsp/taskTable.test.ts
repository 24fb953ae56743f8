import assert from 'node:assert/strict';
import type { StatusParams, TaskLocation, TaskRow, TaskTable, TaskTableChange } from '../../server/src/protocol';
import { sharedEditor, type OpenText } from './editor';
import { endOf, textIn } from '../support/marks';

const PLAN = `云溪区某项工作实施方案（2021—2025年）
一、任务
（一）健全制度。2024年底前完成。（牵头单位：区司法局；责任单位：区财政局）
（二）开展检查。（牵头单位：区审计局）
（三）总结提高。$0（责任单位：区司法局、区民政局）
`;

describe('the task table', () => {
  const editor = sharedEditor();
  const watch = (plan: OpenText) =>
    editor().connection.sendRequest<TaskTable>('plandoc/watchTaskTable', { uri: plan.uri });
  const nextChange = (plan: OpenText, version: number) =>
    editor().next<TaskTableChange>(
      'plandoc/taskTableChanged',
      (change) => change.uri === plan.uri && change.version === version,
    );
  const insert = (plan: OpenText, line: number, character: number, text: string): number =>
    editor().change(plan, [{ range: { start: { line, character }, end: { line, character } }, text }]);

  /** What a page does with a change. */
  function spliced(rows: readonly TaskRow[], change: TaskTableChange): TaskRow[] {
    const next = [...rows];
    next.splice(change.start, change.deleteCount, ...change.rows);
    return next;
  }

  it('is given whole to who begins to watch', async () => {
    const plan = editor().open(PLAN);
    const { rows, ...head } = await watch(plan);
    assert.deepEqual(head, {
      uri: plan.uri,
      version: 1,
      title: '云溪区某项工作实施方案（2021—2025年）',
      kind: 'plan',
      period: { start: 2021, end: 2025 },
      findingCounts: [{ rule: 'missing-lead', title: '缺少牵头单位', severity: 'warning', count: 1 }],
    });
    assert.deepEqual(
      rows.map(({ label, heading, lead, participants, deadline, severity }) => [
        label,
        heading,
        lead,
        participants,
        deadline?.end ?? null,
        severity,
      ]),
      [
        ['（一）', '健全制度', ['区司法局'], ['区财政局'], '2024-12-31', null],
        ['（二）', '开展检查', ['区审计局'], [], null, null],
        ['（三）', '总结提高', [], ['区司法局', '区民政局'], null, 'warning'],
      ],
    );
    assert.equal(new Set(rows.map((row) => row.key)).size, 3);
  });

  it('changes by splices that lead to the table one would be given', async () => {
    const plan = editor().open(PLAN);
    let { rows } = await watch(plan);
    const edits: readonly (readonly [line: number, character: number, text: string])[] = [
      [3, 5, '年度'],
      [2, 0, '（〇）先做准备。（牵头单位：区民政局）\n'],
      [6, 0, '（四）再做一项。（牵头单位：区民政局）\n（五）又做一项。（牵头单位：区民政局）\n'],
      [0, 0, '\n'],
      [6, 4, '。（牵头单位：区教体局）\n（六）'],
    ];
    for (const [line, character, text] of edits) {
      const version = insert(plan, line, character, text);
      await editor().findings(plan, version);
      if (text !== '\n') rows = spliced(rows, await nextChange(plan, version));
      const whole = await watch(plan);
      assert.deepEqual(rows.map(withoutKey), whole.rows.map(withoutKey), text);
      rows = whole.rows;
    }
  });

  it('keeps the key of a row that is edited in place, and of those around it', async () => {
    const plan = editor().open(PLAN);
    const { rows } = await watch(plan);
    const change = await nextChange(plan, insert(plan, 3, 5, '年度'));
    assert.deepEqual([change.start, change.deleteCount, change.rows.length], [1, 1, 1]);
    assert.equal(change.rows[0]!.key, rows[1]!.key);
    const more = await nextChange(plan, insert(plan, 3, 0, '（插）中间一项。（牵头单位：区民政局）\n'));
    const after = spliced(spliced(rows, change), more);
    assert.equal(new Set(after.map((row) => row.key)).size, 4);
    assert.equal(after[0]!.key, rows[0]!.key);
    assert.equal(after[3]!.key, rows[2]!.key);
  });

  it('tells where a row stands now, and which row the caret is in', async () => {
    const plan = editor().open(PLAN);
    const { rows } = await watch(plan);
    const { connection } = editor();
    const locate = (key: string) =>
      connection.sendRequest<TaskLocation | null>('plandoc/locateTask', { uri: plan.uri, key });
    const [last] = rows.slice(-1);
    const here = await locate(last!.key);
    assert.match(textIn(plan.text, here!.range), /^（三）总结提高。（责任单位：区司法局、区民政局）$/);
    const at = await connection.sendRequest('plandoc/taskAt', { uri: plan.uri, position: plan.caret });
    assert.deepEqual(at, { key: last!.key });
    const title = await connection.sendRequest('plandoc/taskAt', {
      uri: plan.uri,
      position: { line: 0, character: 3 },
    });
    assert.deepEqual(title, { key: null });
    assert.equal(await locate('no such key'), null);
    await editor().findings(plan, insert(plan, 0, 0, '\n\n'));
    await editor().roundTrip();
    assert.equal((await locate(last!.key))!.range.start.line, here!.range.start.line + 2);
  });

  it('says what was found in a row, and where each finding stands', async () => {
    const text = PLAN.replace('2024年底前', '2031年底前').replace('；责任单位：区财政局', '');
    const plan = editor().open(text);
    const { rows } = await watch(plan);
    const [first, second] = rows;
    assert.deepEqual(
      first!.findings.map(({ severity }) => severity),
      ['error'],
    );
    assert.match(first!.findings[0]!.message, /2031|规划期/);
    assert.deepEqual(second!.findings, []);
    const locate = (finding: number) =>
      editor().connection.sendRequest<TaskLocation | null>('plandoc/locateTask', {
        ...{ uri: plan.uri, key: first!.key, finding },
      });
    assert.match(textIn(plan.text, (await locate(0))!.range), /^2031年/);
    assert.match(textIn(plan.text, (await locate(7))!.range), /^（一）健全制度/);
  });

  it('counts what was found, and leads to one place after the other', async () => {
    const plan = editor().open(`云溪区某项工作实施方案
一、任务
（一）开展检查。（责任单位：区司法局、区民政局）
（二）总结提高。（责任单位：区司法局、区财政局）
（三）健全制度。（牵头单位：区司法局；责任单位：区财政局）
`);
    const { findingCounts } = await watch(plan);
    assert.deepEqual(
      findingCounts.map(({ rule, severity, count }) => `${severity} ${rule} ${count}`),
      ['warning missing-lead 2', 'info missing-deadline 1'],
    );
    const locate = async (line: number | null): Promise<number | undefined> => {
      const after = line === null ? null : { line, character: 99 };
      const params = { uri: plan.uri, rule: 'missing-lead', severity: 'warning', after };
      const found = await editor().connection.sendRequest<TaskLocation | null>('plandoc/locateFinding', params);
      return found?.range.start.line;
    };
    assert.deepEqual([await locate(null), await locate(2), await locate(3)], [2, 3, 2], 'from the last to the first');
    const change = await nextChange(plan, insert(plan, 3, 9, '牵头单位：区司法局；'));
    assert.deepEqual(
      change.findingCounts.map(({ count }) => count),
      [1, 1, 1],
    );
  });

  it('tells the times on the way to a deadline', async () => {
    const plan = editor().open(`序号\t主要任务\t牵头单位\t完成时间\t成果形式
1\t健全制度\t区司法局\t2024年底前\t2022年底前印发办法，2024年底前评估。
`);
    const { rows } = await watch(plan);
    assert.deepEqual(rows[0]!.milestones, [{ text: '2022年底前', end: '2022-12-31' }]);
  });

  it('is not sent to nobody', async () => {
    const plan = editor().open(PLAN);
    await watch(plan);
    void editor().connection.sendNotification('plandoc/unwatchTaskTable', { uri: plan.uri });
    await editor().findings(plan, insert(plan, 3, 5, '年度'));
    await editor().roundTrip();
    const sent = editor().waiting<TaskTableChange>('plandoc/taskTableChanged');
    assert.deepEqual(
      sent.filter(({ uri }) => uri === plan.uri),
      [],
    );
    await assert.rejects(() => editor().connection.sendRequest('plandoc/watchTaskTable', { uri: 'untitled:/nobody' }));
  });
});

const withoutKey = ({ key: _, ...row }: TaskRow): Omit<TaskRow, 'key'> => row;

describe('the status of a plan', () => {
  const editor = sharedEditor();
  const statusOf = (uri: string, version: number) =>
    editor().next<StatusParams>('plandoc/statusChanged', (one) => one.uri === uri && one.version === version);

  it('is told after the first check and when it becomes another', async () => {
    const plan = editor().open(PLAN);
    // Whether the check was slow depends on the machine.
    assert.deepEqual(
      { ...(await statusOf(plan.uri, 1)), slow: null },
      {
        uri: plan.uri,
        version: 1,
        kind: 'plan',
        kindReason: 'title',
        tasks: 3,
        period: { start: 2021, end: 2025 },
        counts: { error: 0, warning: 1, info: 0, hint: 0 },
        registers: [],
        known: 0,
        faults: [],
        slow: null,
        config: null,
      },
    );
    const end = endOf(plan.text);
    const version = editor().change(plan, [
      { range: { start: end, end }, text: '（四）再办。2031年底前完成。（牵头单位：区司法局）\n' },
    ]);
    const second = await statusOf(plan.uri, version);
    assert.deepEqual([second.tasks, second.counts.error], [4, 1]);
  });
});
