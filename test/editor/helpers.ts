/** Waiting, comparing and opening documents, for tests that run in either extension host (so nothing of Node here). */
import * as vscode from 'vscode';

export const extensionId = 'plandoc.plandoc';

/**
 * How long an answer may take on a busy machine; a test fails by this, not by mocha's clock, and says what was missing.
 * After two of them the server is most likely not there at all, and the rest of the suite need not wait so long.
 */
let patience = 20_000;
let disappointments = 0;

/** Looks every few milliseconds until `look` gives something other than undefined, null or false. */
export async function until<T>(what: string, look: () => T | PromiseLike<T>): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  let error: unknown;
  while (Date.now() < end) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== null && seen !== false) return seen;
      error = undefined;
    } catch (thrown) {
      error = thrown;
    }
    await new Promise((done) => setTimeout(done, 25));
  }
  if (++disappointments === 2) patience = 3000;
  throw new Error(`waited in vain for: ${what}${error instanceof Error ? ` (${error.message})` : ''}`);
}

export function equal<T>(actual: T, expected: T, what = 'value'): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(`not so: ${what}`);
}

export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'a folder is open');
  return folder.uri;
}

/**
 * Writes `text` to a file of the opened folder and shows it. A `$0` in the text is taken out and its place returned.
 * A real file rather than an untitled one, as that is what people work on.
 */
export async function showPlan(
  text: string,
  name = '测试.plan',
): Promise<{ readonly document: vscode.TextDocument; readonly caret: vscode.Position }> {
  const offset = text.indexOf('$0');
  const content = text.replace('$0', '');
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  const document = await showEmptied(uri);
  await replaceAll(document, content);
  return { document, caret: document.positionAt(Math.max(offset, 0)) };
}

async function showEmptied(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const there = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (there === undefined) await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  const document = there ?? (await vscode.workspace.openTextDocument(uri));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  ok(await vscode.workspace.applyEdit(edit), 'the edit was applied');
}

/** Types `text` at a place, as a person's edit and not as a file change. */
export async function insert(document: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at, text);
  ok(await vscode.workspace.applyEdit(edit), 'the edit was applied');
}

/** The place of `words` in the document. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const offset = document.getText().indexOf(words);
  ok(offset >= 0, `the document has ${words}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + words.length));
}

export const ruleOf = (diagnostic: vscode.Diagnostic): string =>
  String(typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code);

/** Waits for a finding of `rule`, at `words` when they are named. */
export function finding(document: vscode.TextDocument, rule: string, words?: string): Promise<vscode.Diagnostic> {
  return until(`finding ${rule} ${words ?? ''}`, () =>
    vscode.languages
      .getDiagnostics(document.uri)
      .find((one) => ruleOf(one) === rule && (words === undefined || document.getText(one.range).includes(words))),
  );
}

/** Asks the editor as its own commands would, until the answer is not empty. */
export function answer<T>(what: string, command: string, ...args: readonly unknown[]): Promise<readonly T[]> {
  return until(what, async () => {
    const items = await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...args);
    return items !== undefined && items.length > 0 ? items : undefined;
  });
}

export function symbols(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  return answer(`symbols of ${document.uri.path}`, 'vscode.executeDocumentSymbolProvider', document.uri);
}
