import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver/node';
import type { PlanEditResult } from '../../server/src/protocol';
import { inTime, sharedEditor, type OpenText } from './editor';

describe('edits asked for by name', () => {
  const editor = sharedEditor();
  const ask = (uri: string, version: number, selection: unknown): Promise<PlanEditResult> =>
    inTime(
      'plandoc/edit',
      editor().connection.sendRequest('plandoc/edit', { uri, version, edit: 'wrapAnnotation', selection }),
    );
  const open = (): OpenText => editor().open('云溪区实施方案\n一、任务\n（一）建立台账。<|区司法局|>\n');

  it('gives the edits, for the version it was asked for', async () => {
    const plan = open();
    assert.deepEqual(await ask(plan.uri, 1, plan.ranges[0]), {
      version: 1,
      edits: [{ range: plan.ranges[0], newText: '（责任单位：区司法局）' }],
      selection: { start: { line: 2, character: 19 }, end: { line: 2, character: 19 } },
    });
  });

  it('refuses when the text has changed meanwhile, and what is not open', async () => {
    const plan = open();
    editor().change(plan, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '甲' },
    ]);
    const late = await ask(plan.uri, 1, plan.ranges[0]);
    assert.match('refused' in late ? late.refused : '', /再试一次/);
    const closed = await ask('untitled:/无.plan', 1, plan.ranges[0]);
    assert.match('refused' in closed ? closed.refused : '', /打开方案/);
  });

  it('is offered in the light bulb where it fits, and only there', async () => {
    const plan = open();
    const titles = async (range: unknown): Promise<readonly string[]> =>
      (
        await editor().ask<CodeAction[]>('textDocument/codeAction', plan, {
          range,
          context: { diagnostics: [], only: ['refactor'] },
        })
      ).map(({ title }) => title);
    assert.deepEqual(await titles(plan.ranges[0]), ['写成责任括注']);
    const start = { line: 0, character: 0 };
    assert.deepEqual(await titles({ start, end: start }), []);
  });

  it('tells of references that were left as they are', async () => {
    const plan = editor().open('云溪区实施方案\n一、任务\n（一）建立台账。\n（二）总结，对照“（一）”。\n');
    const place = { line: 2, character: 3 };
    const result = await inTime(
      'plandoc/edit',
      editor().connection.sendRequest<PlanEditResult>('plandoc/edit', {
        uri: plan.uri,
        version: 1,
        edit: 'deleteMeasure',
        selection: { start: place, end: place },
      }),
    );
    assert.match('told' in result ? (result.told ?? '') : '', /1 处引用没有改，请核对以下各行：3 “（一）”。/);
  });

  it('renumbering is offered where it is asked for, and on faults of numbering', async () => {
    const plan = editor().open(
      '云溪区便民服务提升实施方案（2021—2025年）\n一、主要任务\n（一）建立台账。\n（二）开展检查。\n（二）总结。\n',
    );
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } };
    const titles = async (only: readonly string[] | undefined): Promise<readonly string[]> =>
      (
        await editor().ask<CodeAction[]>('textDocument/codeAction', plan, {
          range,
          context: { diagnostics: [], ...(only && { only }) },
        })
      ).map(({ title }) => title);
    assert.deepEqual(await titles(['source.renumber']), ['全文重新编号']);
    assert.ok((await titles(['quickfix'])).includes('全文重新编号（1 处）'));
    assert.ok(!(await titles(undefined)).includes('全文重新编号'));
  });
});
