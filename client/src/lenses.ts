/** The commands behind the code lenses. They are in no menu: their arguments come from the server. */
import * as vscode from 'vscode';
import type { TaskTableManager } from './preview/manager';

export function registerLenses(tables: TaskTableManager): vscode.Disposable {
  return vscode.commands.registerCommand('plandoc.showTasks', (uri: unknown, section: unknown) => {
    if (typeof uri === 'string' && typeof section === 'string') tables.open(vscode.Uri.parse(uri), section);
  });
}
