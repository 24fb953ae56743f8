/**
 * Printing the task table. A page of the editor cannot print itself: its frame may open no dialogs (`sandbox` without
 * `allow-modals`), neither on the desktop nor in a browser. So the server makes the exported page with what is to be printed,
 * the person's browser opens it, and it prints itself there, with the browser's own preview.
 */
import * as vscode from 'vscode';
import {
  PRINT_TASK_TABLE,
  type PrintedTable,
  type PrintPage,
  type PrintTaskTableParams,
} from '../../../server/src/protocol';
import { reasonOf } from '../reason';
import { baseName, beside, fileName, offerToOpen } from '../savedFiles';
import type { OpenPage, ServerController } from '../server';

export interface PrintServices {
  readonly server: ServerController;
  readonly log: vscode.LogOutputChannel;
  /** Absent in a browser's own extension host, which reaches neither files nor addresses. */
  readonly openPage?: OpenPage | undefined;
}

/** The whole table as written. */
export const WHOLE_TABLE: PrintedTable = { keys: null, hidden: [], note: '' };

/** Prints `what` of the table of `uri`; `download` hands a file to the browser where nothing else can. */
export async function printTable(
  { server, log, openPage }: PrintServices,
  uri: vscode.Uri,
  what: PrintedTable,
  download: (name: string, html: string) => void,
): Promise<void> {
  const name = `${baseName(uri)}-${vscode.l10n.t('print')}.html`;
  try {
    // The server knows open texts only.
    await vscode.workspace.openTextDocument(uri);
    const params: PrintTaskTableParams = { uri: uri.toString(), name: fileName(uri), ...what };
    const { html } = await server.request<PrintPage>(PRINT_TASK_TABLE, params);
    if (!openPage) {
      download(name, html);
      void vscode.window.showInformationMessage(vscode.l10n.t('{0} was downloaded. Open it, and it is printed.', name));
    } else if (!(await openPage(html))) await save(uri, name, html);
  } catch (error) {
    const reason = reasonOf(error);
    log.error(`print: ${reason}`);
    void vscode.window.showErrorMessage(vscode.l10n.t('The task table could not be printed: {0}', reason));
  }
}

/** No browser: the person may print the file elsewhere. */
async function save(uri: vscode.Uri, name: string, html: string): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    defaultUri: beside(uri, name),
    filters: { HTML: ['html'] },
    title: vscode.l10n.t('Save the Page to Print'),
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html));
  offerToOpen(target, vscode.l10n.t('The page to print was saved to {0}.', fileName(target)));
}
