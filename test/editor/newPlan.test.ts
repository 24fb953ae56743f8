/** Somebody begins a plan from a template, and what stands there is a plan. */
import * as vscode from 'vscode';
import { equal, ok, until, workspaceFolder } from './helpers';

const tasksOf = async (document: vscode.TextDocument): Promise<number> => {
  const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const count = (all: readonly vscode.DocumentSymbol[]): number =>
    all.reduce((sum, one) => sum + 1 + count(one.children), 0);
  return symbols ? count(symbols) : 0;
};

describe('新建方案 new plan', () => {
  it('opens an untitled plan with what was answered, ready to be typed over', async () => {
    await vscode.commands.executeCommand('plandoc.newPlan', {
      template: 'implementation-plan',
      topic: '养老服务提质',
      region: '云溪区',
      period: '2026—2028',
      lead: '区民政局',
    });
    const editor = vscode.window.activeTextEditor;
    ok(editor, 'an editor is open');
    const { document } = editor;
    equal([document.isUntitled, document.languageId], [true, 'plan'], 'document');
    ok(document.getText().startsWith('云溪区养老服务提质实施方案（2026—2028年）'), document.getText().slice(0, 40));
    equal(document.getText(editor.selection), '《上位文件名称》（文号）', 'the first tab stop is selected');
    await until('an outline', async () => (await tasksOf(document)) > 8);
    const errors = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    equal(errors.length, 0, 'errors');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('asked for without answers it asks, and Escape leaves nothing behind', async () => {
    const before = vscode.workspace.textDocuments.length;
    const asked = vscode.commands.executeCommand('plandoc.newPlan', workspaceFolder());
    // The question may not be there yet when it is to be closed, so it is closed until the command ends.
    let ended = false;
    void asked.then(() => (ended = true));
    await until('the command to end', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return ended;
    });
    equal(vscode.workspace.textDocuments.length, before, 'documents');
  });
});
