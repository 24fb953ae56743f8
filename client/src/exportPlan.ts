/** The command that writes a plan in another format; the server makes the same file as the command line. */
import * as vscode from 'vscode';
import { EXPORT, type ExportParams, type FileResult } from '../../server/src/protocol';
import { askTarget, endingOf, fileName, offerToOpen, writeBase64, type FileFormat } from './savedFiles';
import type { ServerController } from './server';

export function registerExport(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand('plandoc.export', async (given?: unknown, to?: unknown) => {
    const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    if (document?.languageId !== 'plan') {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a plan document first, then export it.'));
      return;
    }
    const target = to instanceof vscode.Uri ? to : await ask(document.uri);
    if (target) await write(server, log, document.uri, target);
  });
}

/** The formats in the order of use. */
function formats(): readonly FileFormat<string>[] {
  return [
    { name: vscode.l10n.t('Task table as Excel workbook'), ending: 'xlsx' },
    { name: vscode.l10n.t('Web page with a filter'), ending: 'html' },
    { name: vscode.l10n.t('Task table as CSV'), ending: 'csv' },
    { name: vscode.l10n.t('Task table as tab-separated text'), ending: 'tsv' },
    { name: vscode.l10n.t('Task table as Markdown'), ending: 'md' },
    { name: vscode.l10n.t('Deadlines as calendar'), ending: 'ics' },
    { name: vscode.l10n.t('Tasks as JSON, for programs'), ending: 'json' },
  ];
}

function ask(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  return askTarget(uri, formats(), {
    placeHolder: vscode.l10n.t('Format to export to'),
    title: vscode.l10n.t('Export the Plan'),
    suffix: '',
  });
}

async function write(
  server: ServerController,
  log: vscode.LogOutputChannel,
  uri: vscode.Uri,
  target: vscode.Uri,
): Promise<void> {
  const params: ExportParams = { uri: uri.toString(), name: fileName(uri), format: endingOf(target) };
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Exporting {0}', fileName(target)),
    cancellable: true,
  };
  try {
    const written = await vscode.window.withProgress(options, async (_, cancellation) => {
      const { base64 } = await server.request<FileResult>(EXPORT, params);
      if (cancellation.isCancellationRequested) return false;
      await writeBase64(target, base64);
      return true;
    });
    if (written) offerToOpen(target, vscode.l10n.t('The plan was exported to {0}.', fileName(target)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error(`export: ${reason}`);
    void vscode.window.showErrorMessage(vscode.l10n.t('The plan could not be exported: {0}', reason));
  }
}
