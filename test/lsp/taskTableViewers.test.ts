import assert from 'node:assert/strict';
import type { TaskTable, TaskTableChange } from '../../server/src/protocol';
import { sharedEditor, type OpenText } from './editor';

const PLAN = `云溪区某项工作实施方案（2021—2025年）
一、任务
（一）健全制度。2024年底前完成。（牵头单位：区司法局；责任单位：区财政局）
（二）开展检查。（牵头单位：区审计局）
（三）总结提高。（责任单位：区司法局、区民政局）
`;

describe('those who look at a task table', () => {
  const editor = sharedEditor();
  const look = (plan: OpenText, viewer: number) =>
    editor().connection.sendRequest<TaskTable>('plandoc/watchTaskTable', { uri: plan.uri, viewer });
  const nextChange = (plan: OpenText, version: number) =>
    editor().next<TaskTableChange>(
      'plandoc/taskTableChanged',
      (change) => change.uri === plan.uri && change.version === version,
    );
  const insert = (plan: OpenText, line: number, character: number, text: string): number =>
    editor().change(plan, [{ range: { start: { line, character }, end: { line, character } }, text }]);

  it('is printed as somebody sees it, or all of it', async () => {
    const plan = editor().open(PLAN);
    const { rows } = await look(plan, 1);
    const print = async (
      keys: readonly string[] | null,
      hidden: readonly string[] = [],
      note = '',
    ): Promise<string> => {
      const params = { uri: plan.uri, name: 'a.plan', keys, hidden, note };
      return (await editor().connection.sendRequest<{ html: string }>('plandoc/printTaskTable', params)).html;
    };
    const measures = (html: string): string[] =>
      [...html.matchAll(/<td class="task">([^<]*)/g)].map(([, text]) => text!);
    const all = await print(null);
    assert.equal(measures(all).length, 3);
    assert.match(all, /<table data-print/);
    const some = await print([rows[2]!.key, 'gone', rows[0]!.key], ['deadline'], '2 / 3 <项>');
    assert.deepEqual(measures(some), [measures(all)[2], measures(all)[0]]);
    assert.doesNotMatch(some, /完成时限/);
    assert.match(some, /<small>2 \/ 3 &#60;项&#62;<\/small>/);
  });

  it('are told which units a cell may name, by pinyin too, those in use first', async () => {
    const plan = editor().open(PLAN);
    const ask = (typed: string, role: 'lead' | 'participant', others: readonly string[] = []) =>
      editor().connection.sendRequest<readonly string[]>('plandoc/unitNames', { uri: plan.uri, typed, role, others });
    assert.equal((await ask('sfj', 'lead'))[0], '区司法局');
    assert.equal((await ask('财政', 'participant'))[0], '区财政局');
    assert.ok(!(await ask('司法', 'lead', ['区司法局'])).includes('区司法局'), 'not twice in a cell');
    assert.ok((await ask('教育', 'lead')).includes('区教育局'), 'known to the register, though not in the plan');
    assert.deepEqual(await ask('没有这个词', 'lead'), []);
  });

  it('is one list for several who look at it', async () => {
    const plan = editor().open(PLAN);
    const leave = (viewer: number) =>
      editor().connection.sendNotification('plandoc/unwatchTaskTable', { uri: plan.uri, viewer });
    const { rows } = await look(plan, 1);
    const change = await nextChange(plan, insert(plan, 3, 0, '（插）中间一项。（牵头单位：区民政局）\n'));
    const second = await look(plan, 2);
    const spliced = [...rows];
    spliced.splice(change.start, change.deleteCount, ...change.rows);
    assert.deepEqual(second.rows, spliced);
    void leave(1);
    await nextChange(plan, insert(plan, 4, 5, '年度'));
    void leave(2);
    await editor().findings(plan, insert(plan, 4, 5, '半'));
    await editor().roundTrip();
    const sent = editor().waiting<TaskTableChange>('plandoc/taskTableChanged');
    assert.deepEqual(
      sent.filter(({ uri }) => uri === plan.uri),
      [],
    );
  });
});
