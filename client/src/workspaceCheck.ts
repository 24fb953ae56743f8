/**
 * Problems of the whole workspace, on demand: every plan in it is read and checked once, with progress and cancel. Files
 * that are open are left out, since the server reports them itself.
 */
import * as vscode from 'vscode';
import { CHECK_TEXT, type CheckTextResult } from '../../server/src/protocol';
import { readBytes } from './bytes';
import { decode } from './decode';
import { planPattern } from './planFiles';
import { reasonOf } from './reason';
import type { ServerController } from './server';

/** More files than this and the list of problems would help no one. */
const MAX_FILES = 2000;
const MAX_BYTES = 20 * 1024 * 1024;

export function registerWorkspaceCheck(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('plandoc-workspace');
  return vscode.Disposable.from(
    collection,
    vscode.commands.registerCommand('plandoc.checkWorkspace', () => checkAll(server, collection, log)),
    // From then on the server reports what is in it, and does so as it changes.
    vscode.workspace.onDidOpenTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => forget(uri, collection))),
    vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => forget(oldUri, collection))),
  );
}

/** Takes away what was said of a file, or of all files in a folder. */
function forget(gone: vscode.Uri, collection: vscode.DiagnosticCollection): void {
  const folder = `${gone.toString().replace(/\/$/, '')}/`;
  const below: vscode.Uri[] = [];
  collection.forEach((uri) => {
    if (uri.toString().startsWith(folder)) below.push(uri);
  });
  for (const uri of [gone, ...below]) collection.delete(uri);
}

/** What a run came to. */
interface Seen {
  files: number;
  problems: number;
  unread: number;
  /** There are more plans than were looked at. */
  more: boolean;
  /** The server went away before all was done. */
  stopped: boolean;
}

async function checkAll(
  server: ServerController,
  collection: vscode.DiagnosticCollection,
  log: vscode.LogOutputChannel,
): Promise<void> {
  collection.clear();
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder with plans first.'));
    return;
  }
  const seen = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking all plans of the workspace'),
      cancellable: true,
    },
    (progress, token) => checkFiles(server, collection, log, progress, token),
  );
  void vscode.window.showInformationMessage(describe(seen).join(' '));
  if (seen.problems > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function checkFiles(
  server: ServerController,
  collection: vscode.DiagnosticCollection,
  log: vscode.LogOutputChannel,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Seen> {
  const found = await vscode.workspace.findFiles(planPattern(), undefined, MAX_FILES + 1, token);
  const files = found.slice(0, MAX_FILES).sort(byPath);
  const seen: Seen = { files: 0, problems: 0, unread: 0, more: found.length > MAX_FILES, stopped: false };
  for (const uri of files) {
    if (token.isCancellationRequested) break;
    progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length });
    if (isOpen(uri)) continue;
    try {
      const problems = await checkFile(server, uri);
      // It may have been opened meanwhile, and then the server reports it.
      if (isOpen(uri)) continue;
      collection.set(uri, problems);
      seen.files++;
      seen.problems += problems.length;
    } catch (error) {
      if (server.state !== 'running') {
        seen.stopped = true;
        break;
      }
      seen.unread++;
      log.warn(`${uri.toString(true)}: ${reasonOf(error)}`);
    }
  }
  return seen;
}

function isOpen(uri: vscode.Uri): boolean {
  const address = uri.toString();
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === address);
}

function describe({ files, problems, unread, more, stopped }: Seen): readonly string[] {
  return [
    vscode.l10n.t('{0} problems in {1} plans that are not open.', problems, files),
    ...(unread > 0 ? [vscode.l10n.t('{0} files could not be read (see the log).', unread)] : []),
    ...(more ? [vscode.l10n.t('There are more than {0} plans; the others were not looked at.', MAX_FILES)] : []),
    ...(stopped ? [vscode.l10n.t('The server stopped before all plans were looked at.')] : []),
  ];
}

async function checkFile(server: ServerController, uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MAX_BYTES) throw new Error(vscode.l10n.t('larger than {0} MB', MAX_BYTES / 1024 / 1024));
  const text = decode(await readBytes(uri));
  if (text === null) throw new Error(vscode.l10n.t('neither UTF-8, UTF-16 nor GB18030 text'));
  const params = { uri: uri.toString(), text };
  const { diagnostics } = await server.request<CheckTextResult>(CHECK_TEXT, params);
  return (diagnostics as readonly WireDiagnostic[]).map(toDiagnostic);
}

interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A diagnostic as LSP sends it. */
interface WireDiagnostic {
  readonly range: WireRange;
  readonly severity: number;
  readonly message: string;
  readonly code: string;
}

function toDiagnostic({ range, severity, message, code }: WireDiagnostic): vscode.Diagnostic {
  const { start, end } = range;
  const place = new vscode.Range(start.line, start.character, end.line, end.character);
  // LSP counts severities from 1, the editor from 0.
  const diagnostic = new vscode.Diagnostic(place, message, severity - 1);
  diagnostic.source = 'plandoc';
  diagnostic.code = code;
  return diagnostic;
}

const byPath = (a: vscode.Uri, b: vscode.Uri): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
