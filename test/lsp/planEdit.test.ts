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
});
