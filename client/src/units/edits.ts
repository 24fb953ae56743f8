/** Changes of a register: always as an edit that is seen before it is saved, or as a new text where it cannot be written. */
import * as vscode from 'vscode';
import { REGISTER_EDIT, type RegisterEditParams, type RegisterEditResult } from '../../../server/src/protocol';
import { reasonOf } from '../reason';
import type { ServerController } from '../server';

type Change = Exclude<RegisterEditResult, { refused: string }>;

/** Asks the server for a change and applies it; whether there is a changed register to be seen now. */
export async function editRegister(
  server: ServerController,
  log: vscode.LogOutputChannel,
  params: RegisterEditParams,
): Promise<boolean> {
  let result: RegisterEditResult;
  try {
    result = await server.request<RegisterEditResult>(REGISTER_EDIT, params);
  } catch (error) {
    log.error(`${REGISTER_EDIT}: ${reasonOf(error)}`);
    say(vscode.l10n.t('The language server gave no answer, so nothing was changed.'));
    return false;
  }
  if ('refused' in result) {
    say(result.refused);
    return false;
  }
  const target = result.register === null ? undefined : vscode.Uri.parse(result.register);
  if (target === undefined || !(await isWritable(target, result.exists))) return offerText(result, target);
  return applyTo(target, result);
}

/** Read-only files and file systems are told before an edit that could never be saved. */
async function isWritable(file: vscode.Uri, exists: boolean): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(file.scheme) === false) return false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(exists ? file : vscode.Uri.joinPath(file, '..'));
    return (permissions & vscode.FilePermission.Readonly) === 0;
  } catch {
    return !exists; // A folder that is not there yet will be made with the file.
  }
}

async function offerText({ text }: Change, target: vscode.Uri | undefined): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: text });
  await vscode.window.showTextDocument(document);
  say(
    target
      ? vscode.l10n.t(
          '{0} cannot be written. The changed register is in a new file; save it where you can.',
          nameOf(target),
        )
      : vscode.l10n.t(
          'There is no folder for a register. It is in a new file; save it as units.yaml beside the plans.',
        ),
  );
  return true;
}

async function applyTo(file: vscode.Uri, change: Change): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const { start, end } = change.edit.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  if (change.exists) {
    const document = await vscode.workspace.openTextDocument(file);
    const text = document.getText();
    const after =
      text.slice(0, document.offsetAt(range.start)) + change.edit.newText + text.slice(document.offsetAt(range.end));
    // Made for another state of the file, the edit would land in the wrong place.
    if (after !== change.text) {
      say(vscode.l10n.t('The register has just changed, so nothing was done. Try again.'));
      return false;
    }
    edit.replace(file, range, change.edit.newText);
  } else {
    edit.createFile(file, { ignoreIfExists: true });
    edit.insert(file, new vscode.Position(0, 0), change.text);
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    say(vscode.l10n.t('The register could not be changed. The reason is in the log.'));
    return false;
  }
  const document = await vscode.workspace.openTextDocument(file);
  const first = document.positionAt(document.offsetAt(range.start) + leadingBreaks(change.edit.newText));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(first, first), preview: false });
  tell(change);
  return true;
}

const leadingBreaks = (text: string): number => /^[\r\n]*/.exec(text)![0].length;

function tell({ added, slips }: Change): void {
  const parts = [
    vscode.l10n.t(
      '{0} units are in the register now, not saved yet. Their kinds are guessed by their names: look them through.',
      added.length,
    ),
  ];
  if (slips.length > 0) {
    const names = slips
      .map(({ name, meant }) => vscode.l10n.t('“{0}” (“{1}”?)', name, meant))
      .join(vscode.l10n.t(', '));
    parts.push(vscode.l10n.t('Left out, since they look like slips: {0}.', names));
  }
  say(parts.join(' '));
}

function nameOf(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file, false);
}

export function say(text: string): void {
  void vscode.window.showInformationMessage(text);
}
