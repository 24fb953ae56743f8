/** Carries the change of a cell from the page to the text: asked of the server, applied as one edit that one undo takes back. */
import * as vscode from 'vscode';
import { EDIT_TASK, type EditTaskParams, type EditTaskResult } from '../../../server/src/protocol';
import type { ServerController } from '../server';

/** Changes the text of `uri`; `null`, or a sentence that says why it was not changed. */
export async function editCell(
  uri: vscode.Uri,
  params: EditTaskParams,
  server: ServerController,
  log: vscode.LogOutputChannel,
): Promise<string | null> {
  let result: EditTaskResult;
  try {
    result = await server.request<EditTaskResult>(EDIT_TASK, params);
  } catch (error) {
    log.warn(`editTask: ${String(error)}`);
    return vscode.l10n.t('The language server gave no answer, so nothing was changed.');
  }
  if ('refused' in result) return result.refused;
  if (result.edits.length === 0) return null;
  const { version, edits } = result;
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  const change = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    change.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  // The edit is for this version: between the check and it no keystroke can come in.
  if (document?.version === version && (await vscode.workspace.applyEdit(change))) return null;
  return vscode.l10n.t('The text has just changed, so nothing was done. Try again.');
}
