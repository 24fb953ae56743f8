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
    vscode.commands.registerCommand('plandoc.openTaskTable', async (given?: unknown) => {
      const uri = await planFor(given);
      if (uri) tables.open(uri);
    }),
    vscode.commands.registerCommand('plandoc.openLockedTaskTable', async (given?: unknown) => {
      const uri = await planFor(given);
      if (uri) tables.openLocked(uri);
    }),
    vscode.commands.registerCommand('plandoc.printTaskTable', async (given?: unknown) => {
      // The title of a table passes the address of its page. There what is shown is printed; from the text, all of it.
      const isText = given instanceof vscode.Uri && given.scheme !== 'webview-panel';
      if (tables.active && !isText) return tables.active.print();
      const uri = await planFor(isText ? given : undefined);
      if (uri) await tables.print(uri);
    }),
    vscode.commands.registerCommand('plandoc.lockTaskTable', () => setLocked(tables, true)),
    vscode.commands.registerCommand('plandoc.unlockTaskTable', () => setLocked(tables, false)),
    vscode.commands.registerCommand('plandoc.restartServer', () => server.restart()),
    vscode.commands.registerCommand('plandoc.showLog', () => log.show(true)),
  );
}

/** The plan whose table is wanted; says so when there is none. */
async function planFor(given: unknown): Promise<vscode.Uri | undefined> {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a plan document first, then its task table.'));
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  return document.languageId === 'plan' || (await treatAsPlan(document)) ? document.uri : undefined;
}

function setLocked(tables: TaskTableManager, locked: boolean): void {
  if (tables.active) tables.setLocked(tables.active, locked);
  else void vscode.window.showInformationMessage(vscode.l10n.t('Go to a task table first.'));
}

/** Plans come as .txt from everywhere; only the person knows that this text is one. */
async function treatAsPlan(document: vscode.TextDocument): Promise<boolean> {
  const yes = vscode.l10n.t('Treat as a Plan');
  const question = vscode.l10n.t('This file is not open as a plan document, so it has no task table.');
  if ((await vscode.window.showInformationMessage(question, yes)) !== yes) return false;
  await vscode.languages.setTextDocumentLanguage(document, 'plan');
  return true;
}
