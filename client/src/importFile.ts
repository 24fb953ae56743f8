/** Word, Excel, web and text files become plans: a command that opens one as a new plan, and files dropped into a plan. */
import * as vscode from 'vscode';
import {
  IMPORT_FILE,
  MAX_IMPORT_BYTES,
  type ImportFileParams,
  type ImportRemark,
  type ImportResult,
  type SheetChoice,
} from '../../server/src/protocol';
import { withCancel } from './cancellable';
import { reasonOf } from './reason';
import { fileName } from './savedFiles';
import type { ServerController } from './server';

const ENDINGS = ['docx', 'docm', 'xlsx', 'xlsm', 'xls', 'html', 'htm', 'txt', 'tsv', 'csv'];
/** What is worth importing when it is dropped into a plan; a dropped text is left to the editor. */
const DROPPED = /\.(?:docx|docm|xlsx|xlsm|xls|html?|csv)$/i;

interface Services {
  readonly server: ServerController;
  readonly log: vscode.LogOutputChannel;
}

/** A file to import: its name, and how to get at its bytes. */
interface Source {
  readonly name: string;
  read(): Promise<Uint8Array>;
}

type Imported = Extract<ImportResult, { readonly text: string }>;

export function registerImport(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  const services = { server, log };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('plandoc.importFile', async (given?: unknown) => {
      const uri = given instanceof vscode.Uri ? given : await askFile();
      if (uri) await importAsPlan(uri, services);
    }),
    vscode.languages.registerDocumentDropEditProvider(
      { language: 'plan' },
      {
        async provideDocumentDropEdits(document, position, transfer, token) {
          const text = await dropped(transfer, token, services);
          return text === undefined ? undefined : editFor(document, position, text);
        },
      },
    ),
  );
}

async function askFile(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import as a Plan'),
    openLabel: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Word, Excel, web pages, text')]: ENDINGS },
  });
  return picked?.[0];
}

async function importAsPlan(uri: vscode.Uri, services: Services): Promise<void> {
  const imported = await readFile(fileSource(uri), {}, services);
  if (!imported) return;
  const document = await vscode.workspace.openTextDocument({ language: 'plan', content: imported.text });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** The text of a file dropped into a plan, without a front matter of its own; nothing when it is none of ours. */
async function dropped(
  transfer: vscode.DataTransfer,
  token: vscode.CancellationToken,
  services: Services,
): Promise<string | undefined> {
  const source = await droppedSource(transfer);
  if (!source || token.isCancellationRequested) return undefined;
  const imported = await readFile(source, { bodyOnly: true }, services);
  return imported && !token.isCancellationRequested ? imported.text : undefined;
}

/** Puts a text in lines of its own: into an empty line, or below the line it was dropped on, which stays whole. */
function editFor(document: vscode.TextDocument, position: vscode.Position, text: string): vscode.DocumentDropEdit {
  const lines = text.replace(/\n+$/, '');
  const line = document.lineAt(position.line);
  if (line.isEmptyOrWhitespace) return new vscode.DocumentDropEdit(lines);
  const edit = new vscode.DocumentDropEdit('');
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.insert(document.uri, line.range.end, `\n${lines}`);
  return edit;
}

async function droppedSource(transfer: vscode.DataTransfer): Promise<Source | undefined> {
  for (const [, item] of transfer) {
    const file = item.asFile();
    if (file && DROPPED.test(file.name)) return { name: file.name, read: () => Promise.resolve(file.data()) };
  }
  // From the explorer only addresses come; several files are left to the editor, which inserts their paths.
  const list = (await transfer.get('text/uri-list')?.asString())
    ?.split(/\r?\n/)
    .filter((line) => line && !line.startsWith('#'));
  if (list?.length !== 1 || !DROPPED.test(list[0]!)) return undefined;
  return fileSource(vscode.Uri.parse(list[0]!));
}

function fileSource(uri: vscode.Uri): Source {
  return {
    name: fileName(uri),
    async read() {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > MAX_IMPORT_BYTES) throw new TooLarge();
      return vscode.workspace.fs.readFile(uri);
    },
  };
}

class TooLarge extends Error {}

/** Reads a file through the server, asking for the sheet where there are several. `undefined`: told why, or left. */
async function readFile(
  source: Source,
  options: Pick<ImportFileParams, 'bodyOnly'>,
  services: Services,
): Promise<Imported | undefined> {
  const changes = vscode.workspace
    .getConfiguration('plandoc')
    .get<'accept' | 'reject'>('import.trackedChanges', 'accept');
  try {
    const base64 = toBase64(await source.read());
    const params: ImportFileParams = { ...options, base64, name: source.name, changes, asksForSheet: true };
    let result = await ask(params, services);
    if (result && 'sheets' in result) {
      const sheet = await askSheet(result.sheets);
      if (sheet === undefined) return undefined;
      result = await ask({ ...params, sheet }, services);
    }
    if (!result || 'sheets' in result) return undefined;
    if ('refused' in result) return tell(source.name, result.refused, services);
    tellRemarks(source.name, result.remarks, services);
    return result;
  } catch (error) {
    const limit = MAX_IMPORT_BYTES / 1024 / 1024;
    const reason =
      error instanceof TooLarge
        ? vscode.l10n.t('It is larger than {0} MB. Take out pictures or split it, then import it again.', limit)
        : reasonOf(error);
    return tell(source.name, reason, services);
  }
}

/** Sends a request under a progress bar; `undefined` when the person does not want to wait for it. */
function ask(params: ImportFileParams, { server }: Services): Promise<ImportResult | undefined> {
  return withCancel(vscode.l10n.t('Importing {0}', params.name), (token) =>
    server.request<ImportResult>(IMPORT_FILE, params, token),
  );
}

async function askSheet(sheets: readonly SheetChoice[]): Promise<string | undefined> {
  const items = sheets.map(({ name, rows, hidden, isTaskTable }) => ({
    label: name,
    description: [
      vscode.l10n.t('{0} rows', rows),
      ...(isTaskTable ? [vscode.l10n.t('task table')] : []),
      ...(hidden ? [vscode.l10n.t('hidden')] : []),
    ].join(' · '),
    rank: (isTaskTable ? 0 : 1) + (hidden ? 2 : 0),
  }));
  const picked = await vscode.window.showQuickPick(
    items.toSorted((a, b) => a.rank - b.rank),
    { placeHolder: vscode.l10n.t('Sheet to import') },
  );
  return picked?.label;
}

function tell(name: string, reason: string, { log }: Services): undefined {
  log.warn(`import ${name}: ${reason}`);
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not imported: {1}', name, reason));
  return undefined;
}

/** How many kinds of lost things the message names; all of them are in the log. */
const MOST_LOST = 3;

/** All remarks go to the log; a message says that there are some, and whether anything was left behind. */
function tellRemarks(name: string, remarks: readonly ImportRemark[], { log }: Services): void {
  if (remarks.length === 0) return;
  for (const { text } of remarks) log.info(`import ${name}: ${text}`);
  const details = vscode.l10n.t('Show Details');
  const lost = remarks.filter((remark) => remark.lost);
  const answer =
    lost.length > 0
      ? vscode.window.showWarningMessage(lostMessage(name, lost), details)
      : vscode.window.showInformationMessage(
          vscode.l10n.t('{0} was imported, with {1} remarks.', name, remarks.length),
          details,
        );
  void answer.then((picked) => {
    if (picked === details) log.show(true);
  });
}

function lostMessage(name: string, lost: readonly ImportRemark[]): string {
  const named = lost
    .slice(0, MOST_LOST)
    .map(({ brief }) => brief)
    .join(' ');
  const more = lost.length - MOST_LOST;
  return more > 0
    ? vscode.l10n.t('Not everything of {0} could be carried over: {1} And {2} more.', name, named, more)
    : vscode.l10n.t('Not everything of {0} could be carried over: {1}', name, named);
}

const CHUNK = 0x8000;

/** `btoa` is in every host, `Buffer` only in Node. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
