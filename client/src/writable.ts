/** Whether a document can be saved where it is. Edits of a read-only one would be refused only then, or lost. */
import * as vscode from 'vscode';

export async function isWritable({ uri }: vscode.TextDocument): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) === 0;
  } catch {
    return true; // It has no file yet, or its file system cannot tell.
  }
}

/** What the commands that change a plan say of one that cannot be changed. */
export function sayReadOnly({ uri }: vscode.TextDocument): void {
  const name = vscode.workspace.asRelativePath(uri, false);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{0} is read-only, so nothing was changed. Save it under another name first.', name),
  );
}
