/** The command that writes the review sheet (审查意见单) of a plan: the format is asked for, then the place. */
import * as vscode from 'vscode';
import { REVIEW_SHEET, type ReviewSheetParams, type ReviewSheetResult } from '../../server/src/protocol';
import { withCancel } from './cancellable';
import { reasonOf } from './reason';
import { askTarget, endingOf, fileName, offerToOpen, writeBase64, type FileFormat } from './savedFiles';
import type { ServerController } from './server';

type Format = ReviewSheetParams['format'];

export function registerReviewSheet(server: ServerController): vscode.Disposable {
  return vscode.commands.registerCommand('plandoc.exportReviewSheet', async (given?: unknown, to?: unknown) => {
    const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    if (document?.languageId !== 'plan') {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a plan document first, then its review sheet.'));
      return;
    }
    const target = to instanceof vscode.Uri ? to : await ask(document.uri);
    if (target) await write(server, document.uri, target);
  });
}

async function ask(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const suffix = vscode.l10n.t(' review sheet');
  const formats: FileFormat<Format>[] = [
    { name: vscode.l10n.t('Word document'), ending: 'docx', suffix },
    { name: vscode.l10n.t('Web page'), ending: 'html', suffix },
    { name: 'Markdown', ending: 'md', suffix },
  ];
  const asked = await askTarget(uri, formats, {
    placeHolder: vscode.l10n.t('Format of the review sheet'),
    title: vscode.l10n.t('Save the Review Sheet'),
  });
  return asked?.target;
}

async function write(server: ServerController, uri: vscode.Uri, target: vscode.Uri): Promise<void> {
  const params: ReviewSheetParams = { uri: uri.toString(), name: fileName(uri), format: formatOf(target) };
  const title = vscode.l10n.t('Writing the review sheet');
  try {
    const made = await withCancel(title, (token) => server.request<ReviewSheetResult>(REVIEW_SHEET, params, token));
    if (!made) return;
    await writeBase64(target, made.base64);
    offerToOpen(target, vscode.l10n.t('The review sheet with {0} remarks is in {1}.', made.count, fileName(target)));
  } catch (error) {
    const reason = reasonOf(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The review sheet could not be written: {0}', reason));
  }
}

function formatOf(uri: vscode.Uri): Format {
  const ending = endingOf(uri);
  return ending === 'md' ? 'md' : ending === 'html' || ending === 'htm' ? 'html' : 'docx';
}
