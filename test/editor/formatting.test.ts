/** Formatting and help while writing, as the editor itself does them: applied, and taken back by one undo. */
import * as vscode from 'vscode';
import { equal, showPlan, until } from './helpers';

const head = '临湖县养老服务工作实施方案（2024—2026年）\n\n一、重点任务\n';

/** Types as a keyboard does, so that what the editor does while typing happens. */
async function type(caret: vscode.Position, text: string): Promise<void> {
  vscode.window.activeTextEditor!.selection = new vscode.Selection(caret, caret);
  for (const char of text) await vscode.commands.executeCommand('type', { text: char });
}

describe('格式化和输入 formatting and typing', () => {
  it('the document is formatted, and one undo takes it back', async () => {
    const rough = `${head}（一）健全机制,推行承诺(含容缺)。 \n\n\n（二）每年开展 1 次评查。\n`;
    const { document } = await showPlan(rough, '格式.plan');
    await until('the document to be formatted', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return document.getText() === `${head}（一）健全机制，推行承诺（含容缺）。\n\n（二）每年开展1次评查。\n`;
    });
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), rough, 'after undo');
  });

  it('a comma behind Chinese becomes full-width, and undo gives back what was typed', async () => {
    const { document, caret } = await showPlan(`${head}（一）健全机制$0推行承诺。\n`, '输入.plan');
    await type(caret, ',');
    await until('the full-width comma', () => document.lineAt(3).text === '（一）健全机制，推行承诺。');
    await vscode.commands.executeCommand('undo');
    await until('what was typed', () => document.lineAt(3).text === '（一）健全机制,推行承诺。');
  });

  it('brackets open and close full-width', async () => {
    const { document, caret } = await showPlan(`${head}（一）健全机制$0推行承诺。\n`, '括号.plan');
    await type(caret, '(');
    await until('the opening bracket', () => document.lineAt(3).text === '（一）健全机制（推行承诺。');
    await type(caret.translate(0, 1), '2024');
    await type(caret.translate(0, 5), ')');
    await until('the closing bracket', () => document.lineAt(3).text === '（一）健全机制（2024）推行承诺。');
  });
});
