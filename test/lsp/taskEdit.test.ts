import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/text/edits';
import type { EditTaskResult, TaskColumn, TaskTable } from '../../server/src/protocol';
import { sharedEditor, type OpenText } from './editor';

const PLAN = `云溪区某项工作实施方案（2021—2025年）
一、任务
（一）健全制度。（牵头单位：区司法局；责任单位：区财政局）
（二）开展检查。（牵头单位：区审计局）
`;

describe('a cell of the task table', () => {
  const editor = sharedEditor();
  const watch = (plan: OpenText) =>
    editor().connection.sendRequest<TaskTable>('plandoc/watchTaskTable', { uri: plan.uri });
  const edit = (plan: OpenText, key: string, column: TaskColumn, value: string, old: string) =>
    editor().connection.sendRequest<EditTaskResult>('plandoc/editTask', { uri: plan.uri, key, column, value, old });

  it('is changed in the text', async () => {
    const plan = editor().open(PLAN);
    const { rows } = await watch(plan);
    const result = await edit(plan, rows[1]!.key, 'lead', '区政府办', '区审计局');
    assert.ok('edits' in result, JSON.stringify(result));
    assert.equal(result.version, 1);
    assert.equal(applyEdits(PLAN, result.edits), PLAN.replace('区审计局', '区政府办'));
    assert.deepEqual(await edit(plan, rows[1]!.key, 'lead', '区审计局', '区审计局'), { version: 1, edits: [] });
  });

  it('is refused with a sentence where the text cannot carry it or has changed', async () => {
    const plan = editor().open(PLAN);
    const { rows } = await watch(plan);
    const refusal = async (column: TaskColumn, value: string, old: string, key = rows[0]!.key): Promise<string> => {
      const result = await edit(plan, key, column, value, old);
      return 'refused' in result ? result.refused : JSON.stringify(result);
    };
    assert.match(await refusal('label', '（九）', '（一）'), /序号/);
    assert.match(await refusal('lead', '区政府办', '区教育局'), /刚刚改过/);
    assert.match(await refusal('lead', '区政府办', '区司法局', 'nobody'), /已经不在/);
    // Rows move down: whether or not the table was told of it yet, no other row is changed.
    const start = { line: 2, character: 0 };
    editor().change(plan, [{ range: { start, end: start }, text: '（〇）先做。（牵头单位：区司法局）\n' }]);
    const moved = await edit(plan, rows[0]!.key, 'lead', '区政府办', '区司法局');
    if ('edits' in moved) assert.equal(moved.edits[0]!.range.start.line, 3);
    else assert.match(moved.refused, /刚刚/);
    const unwatched = editor().open(PLAN);
    const result = await edit(unwatched, rows[0]!.key, 'lead', '区政府办', '区司法局');
    assert.ok('refused' in result);
  });
});
