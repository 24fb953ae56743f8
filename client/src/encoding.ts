/**
 * Plans from older systems are often GB18030. Read as UTF-8 they are full of replacement characters; once per document
 * we offer to read the file again, and change nothing by ourselves.
 */
import * as vscode from 'vscode';

/** Looked at per document: enough to tell, and not more on a large file. */
const SAMPLE = 20_000;
/** A damaged character or two is a damaged file, not a wrong encoding. */
const AT_LEAST = 8;
const SHARE = 0.02;

/** Whether so much of `text` is U+FFFD that it must have been read in the wrong encoding. */
export function looksMisread(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  let count = 0;
  for (let at = sample.indexOf('\uFFFD'); at >= 0; at = sample.indexOf('\uFFFD', at + 1)) count++;
  return count >= AT_LEAST && count >= sample.length * SHARE;
}

export function registerEncodingHint(log: vscode.LogOutputChannel): vscode.Disposable {
  const asked = new Set<string>();
  const look = (editor: vscode.TextEditor | undefined): void => {
    const document = editor?.document;
    if (document?.languageId !== 'plan' || document.isUntitled || document.isDirty) return;
    const key = document.uri.toString();
    if (asked.has(key) || !looksMisread(head(document))) return;
    asked.add(key);
    offer(document).then(undefined, (error: unknown) => log.warn(`reopen with encoding: ${String(error)}`));
  };
  look(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(look);
}

function head(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(SAMPLE)));
}

async function offer(document: vscode.TextDocument): Promise<void> {
  const reopen = vscode.l10n.t('Reopen with GB18030');
  const text = vscode.l10n.t(
    'This file seems to be in another encoding (probably GB18030): many characters cannot be read.',
  );
  if ((await vscode.window.showInformationMessage(text, reopen)) === reopen) await reopenAsGb18030(document);
}

/** `encoding` in the options is newer than our oldest editor (1.100); a document that tells its encoding shows it is there. */
type OpenWithEncoding = (uri: vscode.Uri, options: { encoding: string }) => Thenable<vscode.TextDocument>;

async function reopenAsGb18030(document: vscode.TextDocument): Promise<void> {
  if ('encoding' in document) {
    await (vscode.workspace.openTextDocument as OpenWithEncoding)(document.uri, { encoding: 'gb18030' });
    return;
  }
  const command = 'workbench.action.editor.changeEncoding';
  if (!(await vscode.commands.getCommands(true)).includes(command)) return;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand(command);
}
