/** What the page asks to have saved: the tasks of a unit, a drawing. The person says where. */
import * as vscode from 'vscode';
import { EXPORT, type ExportParams, type ExportResult } from '../../../server/src/protocol';
import { asFileName, baseName, endingOf, offerToOpen, writeBase64, fileName } from '../savedFiles';
import type { ServerController } from '../server';
import type { UnitFormat } from './messages';

interface Services {
  readonly server: ServerController;
  readonly log: vscode.LogOutputChannel;
}

/** Saves what `unit` leads and joins of the plan `uri`. */
export async function exportUnit(
  { server, log }: Services,
  uri: vscode.Uri,
  { unit, format }: { readonly unit: string; readonly format: UnitFormat },
): Promise<void> {
  const names: Readonly<Record<UnitFormat, string>> = {
    docx: vscode.l10n.t('Word document'),
    xlsx: vscode.l10n.t('Excel workbook'),
    ics: vscode.l10n.t('Calendar'),
  };
  const target = await vscode.window.showSaveDialog({
    defaultUri: beside(uri, `${baseName(uri)}-${asFileName(unit)}.${format}`),
    filters: { [names[format]]: [format] },
    title: vscode.l10n.t('Save the Tasks of {0}', unit),
  });
  if (!target) return;
  // The server knows open texts only.
  await vscode.workspace.openTextDocument(uri);
  const params: ExportParams = { uri: uri.toString(), name: fileName(uri), format, unit };
  try {
    const { base64, remarks } = await server.request<ExportResult>(EXPORT, params);
    await writeBase64(target, base64);
    for (const remark of remarks) log.info(`${fileName(target)}: ${remark}`);
    offerToOpen(target, vscode.l10n.t('The tasks of {0} were saved to {1}.', unit, fileName(target)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error(`export of ${unit}: ${reason}`);
    void vscode.window.showErrorMessage(vscode.l10n.t('The plan could not be exported: {0}', reason));
  }
}

/** Saves a drawing as the kind of picture the chosen name ends in. */
export async function savePicture(
  uri: vscode.Uri,
  { svg, png }: { readonly svg: string; readonly png: string | null },
): Promise<void> {
  const kinds = { ...(png === null ? {} : { PNG: ['png'] }), SVG: ['svg'] };
  const target = await vscode.window.showSaveDialog({
    defaultUri: beside(uri, `${baseName(uri)}-${vscode.l10n.t('Timeline')}.${png === null ? 'svg' : 'png'}`),
    filters: kinds,
    title: vscode.l10n.t('Save as Picture'),
  });
  if (!target) return;
  if (png !== null && endingOf(target) !== 'svg') await writeBase64(target, png);
  else await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(svg));
  offerToOpen(target, vscode.l10n.t('The picture was saved to {0}.', fileName(target)));
}

function beside(uri: vscode.Uri, name: string): vscode.Uri {
  return uri.scheme === 'untitled' ? vscode.Uri.file(name) : vscode.Uri.joinPath(uri, '..', name);
}
