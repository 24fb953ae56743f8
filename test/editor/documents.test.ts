/** The documents that people really have: each opens as a plan, with an outline. */
import * as vscode from 'vscode';
import { equal, ok, symbols, workspaceFolder } from './helpers';

/** Names a plan may have without being told (`contributes.languages` in package.json). */
const plainText = /\.(txt|md|tsv|plan)$/;

async function filesIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries
    .filter(([name, type]) => type === vscode.FileType.File && plainText.test(name) && !/^(测试|README)/i.test(name))
    .map(([name]) => vscode.Uri.joinPath(folder, name));
}

async function checkOpens(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  const outline = await symbols(document);
  ok(outline.length > 0, 'an outline');
  const last = document.lineCount - 1;
  for (const symbol of flatten(outline)) {
    ok(symbol.name.trim() !== '', `a name for the symbol in line ${symbol.range.start.line + 1}`);
    ok(symbol.range.contains(symbol.selectionRange), `${symbol.name}: the name stands inside its section`);
    ok(symbol.range.end.line <= last, `${symbol.name}: ends inside the document`);
  }
}

const flatten = (all: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] =>
  all.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);

describe('文件 documents', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('examples/ open as plans with an outline', async () => {
    const files = await filesIn(workspaceFolder());
    ok(files.length >= 5, `examples in the folder, found ${files.length}`);
    for (const uri of files) {
      await checkOpens(uri);
      equal(vscode.window.activeTextEditor?.document.languageId, 'plan', uri.path);
    }
  });

  it('the seeds, whose names say nothing, work once they are called plans', async function () {
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'seeds');
    const files = await filesIn(folder).catch(() => []);
    // They are not part of the repository; run-tests.mjs says so when they are absent.
    if (files.length === 0) return this.skip();
    for (const uri of files) {
      await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'plan');
      await checkOpens(uri);
    }
  });
});
