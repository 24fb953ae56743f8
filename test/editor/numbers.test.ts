/** Numbers that renumber themselves, as somebody has them who writes: by command, by Enter, and in one step of undo. */
import * as vscode from 'vscode';
import { equal, ok, showPlan, until } from './helpers';

const PLAN = `临湖县养老服务工作实施方案（2024—2026年）

一、重点任务
（一）建立台账。$0
（二）开展检查，对照“（一）”。
（三）总结评估，对照“（二）”。

二、工作保障
按照本方案第一部分第（三）项执行。
`;

async function place(caret: vscode.Position): Promise<vscode.TextEditor> {
  const editor = vscode.window.activeTextEditor;
  ok(editor, 'an editor is in front');
  editor.selection = new vscode.Selection(caret, caret);
  return editor;
}

/** Runs a command until it changes the text: the server may still be starting. */
async function change(document: vscode.TextDocument, command: string): Promise<void> {
  const { version } = document;
  await until(`${command} to change the text`, async () => {
    await vscode.commands.executeCommand(command);
    return document.version > version;
  });
}

describe('编号 numbers', () => {
  it('a measure put in moves numbers and references on, and one undo takes all back', async () => {
    const { document, caret } = await showPlan(PLAN);
    const editor = await place(caret);
    const before = document.getText();
    await change(document, 'plandoc.insertMeasure');
    const after = document.getText();
    ok(
      after.includes('（一）建立台账。\n（二）\n（三）开展检查，对照“（一）”。\n（四）总结评估，对照“（三）”。'),
      after,
    );
    ok(after.includes('按照本方案第一部分第（四）项执行。'), after);
    equal(document.lineAt(editor.selection.active.line).text, '（二）', 'the caret is behind the new number');
    equal(editor.selection.active.character, 3, 'column');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before, 'text after undo');
  });

  it('a measure moves by its command, and back', async () => {
    const { document, caret } = await showPlan(PLAN);
    const editor = await place(caret);
    const before = document.getText();
    await change(document, 'plandoc.moveMeasureDown');
    ok(document.getText().includes('（一）开展检查，对照“（二）”。\n（二）建立台账。\n（三）'), document.getText());
    equal(document.lineAt(editor.selection.active.line).text, '（二）建立台账。', 'the caret went along');
    await change(document, 'plandoc.moveMeasureUp');
    equal(document.getText(), before, 'text after moving back');
  });

  it('Enter writes the next number, and on a number alone takes it away', async () => {
    const { document, caret } = await showPlan(PLAN);
    const editor = await place(caret);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the next number', () => document.getText().includes('（一）建立台账。\n（二）\n（三）开展检查'));
    equal(document.lineAt(editor.selection.active.line).text, '（二）', 'line of the caret');
    equal(editor.selection.active.character, 3, 'column of the caret');
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the number to go', () => document.getText().includes('（一）建立台账。\n\n（二）开展检查'));
    equal(editor.selection.active.line, 4, 'the caret stays on the empty line');
  });
});
