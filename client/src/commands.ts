import * as vscode from 'vscode';
import type { TaskTableManager } from './preview/manager';
import type { ServerController } from './server';

interface Services {
  readonly server: ServerController;
  readonly tables: TaskTableManager;
  readonly log: vscode.LogOutputChannel;
}

export function registerCommands(services: Services): vscode.Disposable {
  const { server, tables, log } = services;
  return vscode.Disposable.from(
    // A title button passes the file's address, the palette and a key press pass nothing.
    vscode.commands.registerCommand('plandoc.openTaskTable', (uri?: unknown) =>
      openTaskTable(tables, uri instanceof vscode.Uri ? uri : undefined),
    ),
    vscode.commands.registerCommand('plandoc.restartServer', () => server.restart()),
    vscode.commands.registerCommand('plandoc.showLog', () => log.show(true)),
  );
}

async function openTaskTable(tables: TaskTableManager, given: vscode.Uri | undefined): Promise<void> {
  const uri = given ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a plan document first, then its task table.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.languageId !== 'plan' && !(await treatAsPlan(document))) return;
  tables.open(document.uri);
}

/** Plans come as .txt from everywhere; only the person knows that this text is one. */
async function treatAsPlan(document: vscode.TextDocument): Promise<boolean> {
  const yes = vscode.l10n.t('Treat as a Plan');
  const question = vscode.l10n.t('This file is not open as a plan document, so it has no task table.');
  if ((await vscode.window.showInformationMessage(question, yes)) !== yes) return false;
  await vscode.languages.setTextDocumentLanguage(document, 'plan');
  return true;
}
