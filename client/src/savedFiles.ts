/** What commands that write a file have in common: asking where, writing, saying so. */
import * as vscode from 'vscode';

/** A format a person can choose. `name` is in their language. */
export interface FileFormat<F extends string> {
  readonly name: string;
  readonly ending: F;
  /** Put behind the name of the plan in the name proposed for the file. */
  readonly suffix?: string;
}

/** What the person chose. */
export interface Asked<T> {
  readonly target: vscode.Uri;
  readonly format: T;
}

/**
 * Asks for the format, then for the place; `undefined` when the person leaves it. `complete` asks for what else the format
 * needs, between the two.
 */
export async function askTarget<T extends FileFormat<string>>(
  from: vscode.Uri,
  formats: readonly T[],
  texts: { readonly placeHolder: string; readonly title: string },
  complete: (format: T) => Promise<T | undefined> = (format) => Promise.resolve(format),
): Promise<Asked<T> | undefined> {
  const items = formats.map((format) => ({ label: format.name, description: `.${format.ending}`, format }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: texts.placeHolder, matchOnDescription: true });
  const format = picked && (await complete(picked.format));
  if (!format) return undefined;
  const { ending, suffix = '' } = format;
  const target = await vscode.window.showSaveDialog({
    defaultUri: beside(from, `${baseName(from)}${suffix}.${ending}`),
    filters: { [picked.label]: [ending] },
    title: texts.title,
  });
  return target && { target, format };
}

/** Where a file made of a document is proposed to be saved. */
export const beside = (document: vscode.Uri, name: string): vscode.Uri =>
  document.scheme === 'untitled' ? vscode.Uri.file(name) : vscode.Uri.joinPath(document, '..', name);

/** Writes a file the server made. */
export async function writeBase64(target: vscode.Uri, base64: string): Promise<void> {
  await vscode.workspace.fs.writeFile(
    target,
    Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
  );
}

/** Says that a file was written and offers to open it: texts in the editor, all others by the system; and to show more. */
export function offerToOpen(target: vscode.Uri, text: string, more?: () => void): void {
  const open = vscode.l10n.t('Open');
  const details = vscode.l10n.t('Details');
  // Not awaited by the command: the file is written whether the message is answered or not.
  void vscode.window.showInformationMessage(text, open, ...(more ? [details] : [])).then(async (answer) => {
    if (answer === details) more?.();
    if (answer !== open) return;
    if (/\.(?:md|csv|tsv|json|ics)$/i.test(target.path)) await vscode.window.showTextDocument(target);
    else await vscode.env.openExternal(target);
  });
}

/** The ending of a file's name in small letters, without the dot. */
export const endingOf = (uri: vscode.Uri): string => /\.([a-z0-9]+)$/i.exec(uri.path)?.[1]?.toLowerCase() ?? '';

export const fileName = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** A unit's name without what file systems do not take. */
export const asFileName = (name: string): string => name.replace(/[\\/:*?"<>|\p{C}]/gu, '_').slice(0, 60);

/** The name of a plan's file without what only says that it is one. */
export const baseName = (uri: vscode.Uri): string => fileName(uri).replace(/\.(?:plan\.)?[a-z]+$/i, '');
