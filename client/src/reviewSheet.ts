/** The command that writes the review sheet (审查意见单) of a plan: the format is asked for, then the place. */
import * as vscode from 'vscode';
import { REVIEW_SHEET, type ReviewSheetParams, type ReviewSheetResult } from '../../server/src/protocol';
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
    const target = to instanceof vscode.Uri ? to : await askTarget(document.uri);
    if (target) await write(server, document.uri, target);
  });
}

async function askTarget(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const formats: (vscode.QuickPickItem & { readonly format: Format })[] = [
    { label: vscode.l10n.t('Word document'), description: '.docx', format: 'docx' },
    { label: vscode.l10n.t('Web page'), description: '.html', format: 'html' },
    { label: 'Markdown', description: '.md', format: 'md' },
  ];
  const placeHolder = vscode.l10n.t('Format of the review sheet');
  const picked = await vscode.window.showQuickPick(formats, { placeHolder });
  if (!picked) return undefined;
  const name = `${baseName(uri)}${vscode.l10n.t(' review sheet')}.${picked.format}`;
  return vscode.window.showSaveDialog({
    defaultUri: uri.scheme === 'untitled' ? vscode.Uri.file(name) : vscode.Uri.joinPath(uri, '..', name),
    filters: { [picked.label]: [picked.format] },
    title: vscode.l10n.t('Save the Review Sheet'),
  });
}

async function write(server: ServerController, uri: vscode.Uri, target: vscode.Uri): Promise<void> {
  const format = formatOf(target);
  const params: ReviewSheetParams = { uri: uri.toString(), name: fileName(uri), format };
  const title = vscode.l10n.t('Writing the review sheet');
  try {
    const { count } = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title },
      async () => {
        const result = await server.request<ReviewSheetResult>(REVIEW_SHEET, params);
        const bytes = Uint8Array.from(atob(result.base64), (char) => char.charCodeAt(0));
        await vscode.workspace.fs.writeFile(target, bytes);
        return result;
      },
    );
    await offerToOpen(target, format, count);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The review sheet could not be written: {0}', reason));
  }
}

async function offerToOpen(target: vscode.Uri, format: Format, count: number): Promise<void> {
  const open = vscode.l10n.t('Open');
  const text = vscode.l10n.t('The review sheet with {0} remarks is in {1}.', count, fileName(target));
  // Not awaited by the command: the sheet is written whether the message is answered or not.
  void vscode.window.showInformationMessage(text, open).then(async (answer) => {
    if (answer !== open) return;
    if (format === 'md') await vscode.window.showTextDocument(target);
    else await vscode.env.openExternal(target);
  });
}

function formatOf(uri: vscode.Uri): Format {
  const ending = /\.(docx|html?|md)$/i.exec(uri.path)?.[1]?.toLowerCase();
  return ending === 'docx' || ending === 'md' ? ending : ending ? 'html' : 'docx';
}

const fileName = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

const baseName = (uri: vscode.Uri): string => fileName(uri).replace(/\.(?:plan\.)?[a-z]+$/i, '');
