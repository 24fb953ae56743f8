import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import type { PasteResult, PlanEditResult } from '../../server/src/protocol';
import { inTime, sharedEditor, type OpenText } from './editor';

describe('paste and convert', () => {
  const editor = sharedEditor();
  const send = <R>(method: string, params: object): Promise<R> =>
    inTime(method, editor().connection.sendRequest<R>(method, params));
  const table = '云溪区任务清单\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 甲。 | 区民政局 |\n$0';
  const paste = (plan: OpenText, clip: object): Promise<PasteResult | null> =>
    send('plandoc/paste', { uri: plan.uri, version: 1, range: { start: plan.caret, end: plan.caret }, ...clip });

  it('a table from a page or a word processor becomes rows of the table at the caret', async () => {
    const plan = editor().open(table);
    const html =
      '<table><tr><td>序号</td><td>工作任务</td><td>牵头单位</td></tr><tr><td>2</td><td>乙&nbsp;</td><td>区财政局</td></tr></table>';
    const result = await paste(plan, { text: '乙', html });
    assert.deepEqual([result?.what, result?.edit.newText], ['rows', '| 2 | 乙 | 区财政局 |']);
  });

  it('text from a page is clean; at another version nothing is said', async () => {
    const plan = editor().open('云溪区方案\n\n一、任务\n$0');
    const result = await paste(plan, { text: '建立\u00a0台账。', html: '<p>建立&nbsp;台账。</p><p>登记。</p>' });
    assert.deepEqual([result?.what, result?.edit.newText.replace(/\s+/g, ' ')], ['text', '建立 台账。 登记。']);
    const range = { start: plan.caret, end: plan.caret };
    assert.equal(await send('plandoc/paste', { uri: plan.uri, version: 9, range, text: '甲' }), null);
  });

  it('conversions are in the light bulb where measures or rows are selected', async () => {
    const plan = editor().open('云溪区方案\n\n一、任务\n<|（一）甲。（牵头单位：区民政局）\n|>');
    const only = { diagnostics: [], only: ['refactor'] };
    const titles = async (range: unknown): Promise<readonly string[]> =>
      (await editor().ask<CodeAction[]>('textDocument/codeAction', plan, { range, context: only })).map(
        ({ title }) => title,
      );
    assert.deepEqual(await titles(plan.ranges[0]), ['转成任务表']);
    const { start } = plan.ranges[0]!;
    assert.deepEqual(await titles({ start, end: start }), []);
    const params = { uri: plan.uri, version: 1, edit: 'toTable', selection: { start, end: start } };
    const result = await send<PlanEditResult>('plandoc/edit', { ...params, options: { form: 'markdown' } });
    assert.match('edits' in result ? result.edits[0]!.newText : '', /^\| 序号 \| 主要任务 \| 牵头单位 \|\n/);
  });
});
