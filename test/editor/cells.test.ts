import * as vscode from 'vscode';
import { editCell } from '../../client/src/preview/cellEdit';
import type { ServerController } from '../../client/src/server';
import type { EditTaskParams, EditTaskResult } from '../../server/src/protocol';
import { equal, ok, showPlan, until } from './helpers';

const TEXT = '云溪区实施方案（2021—2025年）\n\n（一）健全制度。（牵头单位：区司法局；责任单位：区财政局）\n';

describe('在任务表里修改 cells of the task table', () => {
  const log = vscode.window.createOutputChannel('cells', { log: true });
  after(() => log.dispose());

  /** What the server answers, applied as the panel does it. */
  function change(document: vscode.TextDocument, answer: EditTaskResult): Promise<string | null> {
    const server = { request: () => Promise.resolve(answer) } as unknown as ServerController;
    const uri = document.uri.toString();
    const params: EditTaskParams = { uri, key: 't0', column: 'lead', value: '区政府办', old: '区司法局' };
    return editCell(document.uri, params, server, log);
  }

  const lead = { start: { line: 2, character: 14 }, end: { line: 2, character: 18 } };
  const joined = { start: { line: 2, character: 24 }, end: { line: 2, character: 28 } };

  it('changes the text at once; one undo takes it all back', async () => {
    const { document } = await showPlan(TEXT, '改格.plan');
    const before = document.getText();
    const edits = [
      { range: lead, newText: '区政府办' },
      { range: joined, newText: '区审计局' },
    ];
    equal(await change(document, { version: document.version, edits }), null, 'refusal');
    ok(document.getText().includes('（牵头单位：区政府办；责任单位：区审计局）'), document.getText());
    await vscode.commands.executeCommand('undo');
    await until('the text as it was', () => document.getText() === before);
  });

  it('changes nothing when the text is another by now, or the server refuses', async () => {
    const { document } = await showPlan(TEXT, '改格.plan');
    const before = document.getText();
    const edits = [{ range: lead, newText: '区政府办' }];
    ok(await change(document, { version: document.version - 1, edits }), 'a reason');
    equal(await change(document, { refused: '没有这一列' }), '没有这一列', 'refusal');
    equal(document.getText(), before, 'text');
  });
});
