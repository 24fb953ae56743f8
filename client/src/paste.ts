/**
 * Pasting from Word, Excel, WPS and web pages: clean text, or rows that fit the table at the caret. VS Code asks for it on
 * every paste where it can (paste providers, from 1.97 on) and offers plain paste beside it; the command does the same
 * with the clipboard's plain text everywhere.
 */
import * as vscode from 'vscode';
import { PASTE, type PasteParams, type PasteResult } from '../../server/src/protocol';
import { reasonOf } from './reason';
import type { ServerController } from './server';
import { isWritable, sayReadOnly } from './writable';

/** What we use of the paste API, which the oldest supported editor (1.91) does not have and its types do not know. */
interface PasteKind {
  append(...parts: readonly string[]): PasteKind;
}

interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit;
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<readonly PasteEdit[] | undefined>;
}

interface PasteApi {
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: PasteKind };
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: { readonly providedPasteEditKinds: readonly PasteKind[]; readonly pasteMimeTypes: readonly string[] },
    ): vscode.Disposable;
  };
}

export function registerPaste(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  const command = vscode.commands.registerCommand('plandoc.pasteAsPlan', (given?: unknown) =>
    pasteAsPlan(server, typeof given === 'string' ? given : undefined),
  );
  const api = pasteApi();
  if (!api) return command;
  try {
    return vscode.Disposable.from(command, registerProvider(api, server, log));
  } catch (error) {
    // Editors before 1.97 have the function and refuse the call.
    log.debug(`no paste provider: ${reasonOf(error)}`);
    return command;
  }
}

/** The paste API, if this editor has all of it. */
function pasteApi(): PasteApi | null {
  const api = vscode as unknown as Partial<PasteApi>;
  const register: unknown = (vscode.languages as Partial<PasteApi['languages']>).registerDocumentPasteEditProvider;
  const whole = typeof register === 'function' && api.DocumentPasteEdit && api.DocumentDropOrPasteEditKind;
  return whole ? (vscode as unknown as PasteApi) : null;
}

function registerProvider(api: PasteApi, server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  const kind = api.DocumentDropOrPasteEditKind.Empty.append('text', 'plandoc');
  const provider: PasteProvider = {
    async provideDocumentPasteEdits(document, ranges, data, _context, token) {
      const [range] = ranges;
      if (!range || ranges.length > 1 || !isSmart(document)) return undefined;
      const clipboard = await foreignClipboard(data);
      if (!clipboard || token.isCancellationRequested) return undefined;
      try {
        const result = await askServer(server, document, range, clipboard);
        return result && document.version === result.version
          ? [editFor(api, kind, document, range, result)]
          : undefined;
      } catch (error) {
        log.debug(`paste: ${reasonOf(error)}`);
        return undefined; // The editor pastes as it would without us.
      }
    },
  };
  const pasteMimeTypes = ['text/html', 'text/plain'];
  return api.languages.registerDocumentPasteEditProvider({ language: 'plan' }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes,
  });
}

const isSmart = (document: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration('plandoc', document).get<string>('paste', 'smart') !== 'plain';

interface Clipboard {
  readonly text: string;
  readonly html?: string;
}

/** The clipboard, if it comes from another program and holds more than plain prose; ordinary pastes are left alone. */
async function foreignClipboard(data: vscode.DataTransfer): Promise<Clipboard | null> {
  // What was copied in an editor like this one is pasted as it is, coloured or not.
  if (data.get('vscode-editor-data')) return null;
  const text = (await data.get('text/plain')?.asString()) ?? '';
  const html = await data.get('text/html')?.asString();
  if (html !== undefined && html.trim() !== '' && !/<div style="[^"]*white-space:\s*pre/.test(html))
    return { text, html };
  return text.includes('\t') && /[\n\t].*\t/s.test(text) ? { text } : null;
}

function askServer(
  server: ServerController,
  document: vscode.TextDocument,
  { start, end }: vscode.Range,
  clipboard: Clipboard,
): Promise<PasteResult | null> {
  const range = { start, end };
  const params: PasteParams = { uri: document.uri.toString(), version: document.version, range, ...clipboard };
  return server.request<PasteResult | null>(PASTE, params);
}

const rangeOf = ({ start, end }: PasteResult['edit']['range']): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

function titleOf(what: PasteResult['what']): string {
  if (what === 'rows') return vscode.l10n.t('Paste as rows of this table');
  return what === 'table' ? vscode.l10n.t('Paste as a task table') : vscode.l10n.t('Paste as plan text');
}

function editFor(
  api: PasteApi,
  kind: PasteKind,
  document: vscode.TextDocument,
  range: vscode.Range,
  { what, edit }: PasteResult,
): PasteEdit {
  const where = rangeOf(edit.range);
  if (where.isEqual(range)) return new api.DocumentPasteEdit(edit.newText, titleOf(what), kind);
  // Rows that go below the row the caret is in: nothing is put at the caret itself.
  const paste = new api.DocumentPasteEdit(document.getText(range), titleOf(what), kind);
  paste.additionalEdit = new vscode.WorkspaceEdit();
  paste.additionalEdit.replace(document.uri, where, edit.newText);
  return paste;
}

/** The command: what the clipboard holds as plain text, fitted to the place; other files get an ordinary paste. */
async function pasteAsPlan(server: ServerController, given: string | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'plan') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This command works in a plan document. Open one and put the caret in its text.'),
    );
    return;
  }
  if (!(await isWritable(editor.document))) return sayReadOnly(editor.document);
  const text = given ?? (await vscode.env.clipboard.readText());
  if (text === '') {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no text in the clipboard.'));
    return;
  }
  const { document, selection } = editor;
  const result = await askServer(server, document, selection, { text }).catch(() => null);
  const edit = result && document.version === result.version ? result.edit : null;
  await editor.edit((builder) => {
    if (edit) builder.replace(rangeOf(edit.range), edit.newText);
    else for (const one of editor.selections) builder.replace(one, text);
  });
  if (edit && edit.range.start.line === selection.start.line)
    editor.selection = new vscode.Selection(editor.selection.active, editor.selection.active);
}
