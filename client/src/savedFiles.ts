/** What commands that write a file have in common: asking where, writing, saying so. */
import * as vscode from 'vscode';

/** A format a person can choose. `name` is in their language. */
export interface FileFormat<F extends string> {
  readonly name: string;
  readonly ending: F;
}

/** Asks for the format, then for the place; `undefined` when the person leaves it. */
export async function askTarget<F extends string>(
  from: vscode.Uri,
  formats: readonly FileFormat<F>[],
  texts: { readonly placeHolder: string; readonly title: string; readonly suffix: string },
): Promise<vscode.Uri | undefined> {
  const items = formats.map(({ name, ending }) => ({ label: name, description: `.${ending}`, ending }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: texts.placeHolder, matchOnDescription: true });
  if (!picked) return undefined;
  const name = `${baseName(from)}${texts.suffix}.${picked.ending}`;
  return vscode.window.showSaveDialog({
    defaultUri: from.scheme === 'untitled' ? vscode.Uri.file(name) : vscode.Uri.joinPath(from, '..', name),
    filters: { [picked.label]: [picked.ending] },
    title: texts.title,
  });
}

/** Writes a file the server made. */
export async function writeBase64(target: vscode.Uri, base64: string): Promise<void> {
  await vscode.workspace.fs.writeFile(
    target,
    Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
  );
}

/** Says that a file was written and offers to open it: texts in the editor, all others by the system. */
export function offerToOpen(target: vscode.Uri, text: string): void {
  const open = vscode.l10n.t('Open');
  // Not awaited by the command: the file is written whether the message is answered or not.
  void vscode.window.showInformationMessage(text, open).then(async (answer) => {
    if (answer !== open) return;
    if (/\.(?:md|csv|tsv|json|ics)$/i.test(target.path)) await vscode.window.showTextDocument(target);
    else await vscode.env.openExternal(target);
  });
}

/** The ending of a file's name in small letters, without the dot. */
export const endingOf = (uri: vscode.Uri): string => /\.([a-z0-9]+)$/i.exec(uri.path)?.[1]?.toLowerCase() ?? '';

export const fileName = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** The name of a plan's file without what only says that it is one. */
export const baseName = (uri: vscode.Uri): string => fileName(uri).replace(/\.(?:plan\.)?[a-z]+$/i, '');
