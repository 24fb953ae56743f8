/** Somebody brings text from elsewhere into a plan, and turns measures into a table and back. */
import * as vscode from 'vscode';
import { equal, ok, showPlan, until } from './helpers';

const MEASURES =
  '云溪区养老服务实施方案（2024—2026年）\n\n一、任务\n（一）$0建立台账。（牵头单位：区民政局；责任单位：区财政局）\n（二）培训人员。（牵头单位：区人社局；责任单位：区民政局）\n';
const TABLE = '云溪区任务清单\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 甲。 | 区民政局 |\n$0';

const putCaret = (place: vscode.Position): void => {
  const editor = vscode.window.activeTextEditor;
  ok(editor, 'an editor is open');
  editor.selection = new vscode.Selection(place, place);
};

describe('粘贴和转换 paste and convert', () => {
  it('rows of the clipboard go into the table at the caret', async () => {
    const { document, caret } = await showPlan(TABLE);
    putCaret(caret);
    await vscode.env.clipboard.writeText('序号\t工作任务\t牵头单位\r\n2\t乙。\u00a0\t区财政局\r\n');
    await vscode.commands.executeCommand('plandoc.pasteAsPlan');
    await until('the row', () => document.getText().endsWith('| 2 | 乙。 | 区财政局 |'));
  });

  it('plain prose from the same plan is pasted as it is', async () => {
    const { document, caret } = await showPlan('云溪区方案\n\n一、任务\n$0');
    putCaret(caret);
    await vscode.env.clipboard.writeText('（一）建立\u00a0台账。');
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await until('the words', () => document.getText().endsWith('（一）建立\u00a0台账。'));
  });

  it('measures become a table, the table measures; each is one step of undo', async () => {
    const { document, caret } = await showPlan(MEASURES);
    const before = document.getText();
    putCaret(caret);
    await vscode.commands.executeCommand('plandoc.toTable', { form: 'markdown' });
    await until('the table', () => document.getText().includes('| 1 | 建立台账。 | 区民政局 | 区财政局 |'));
    putCaret(new vscode.Position(5, 4));
    await vscode.commands.executeCommand('plandoc.toProse');
    await until('the measures', () => document.getText() === before);
    await vscode.commands.executeCommand('undo');
    ok(document.getText().includes('| 2 | 培训人员。 |'), document.getText());
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before, 'after undo');
  });
});
