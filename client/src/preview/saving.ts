/** What the page asks to have saved: the tasks of a unit, a drawing. The person says where. */
import * as vscode from 'vscode';
import { writeExport } from '../exportPlan';
import { reasonOf } from '../reason';
import { asFileName, baseName, beside, endingOf, fileName, offerToOpen, writeBase64 } from '../savedFiles';
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
  await writeExport(server, log, uri, { target, format: { unit } });
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
  try {
    if (png !== null && endingOf(target) !== 'svg') await writeBase64(target, png);
    else await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(svg));
    offerToOpen(target, vscode.l10n.t('The picture was saved to {0}.', fileName(target)));
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The picture could not be saved: {0}', reasonOf(error)));
  }
}
