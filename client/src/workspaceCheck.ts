/**
 * Problems of the whole workspace, on demand: every plan in it is read and checked once, with progress and cancel. Files
 * that are open are left out, since the server reports them itself.
 */
import * as vscode from 'vscode';
import { CHECK_TEXT, type CheckTextResult } from '../../server/src/protocol';
import type { ServerController } from './server';

/** More files than this and the list of problems would help no one. */
const MAX_FILES = 2000;
const MAX_BYTES = 20 * 1024 * 1024;

interface LanguageContribution {
  readonly extensions?: readonly string[];
  readonly filenamePatterns?: readonly string[];
}

export function registerWorkspaceCheck(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('plandoc-workspace');
  return vscode.Disposable.from(
    collection,
    vscode.commands.registerCommand('plandoc.checkWorkspace', () => checkAll(server, collection, log)),
    // From then on the server reports what is in it, and does so as it changes.
    vscode.workspace.onDidOpenTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => collection.delete(uri))),
  );
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
  const counts = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking all plans of the workspace'),
      cancellable: true,
    },
    async (progress, token) => {
      const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
      const files = (await vscode.workspace.findFiles(pattern(), undefined, MAX_FILES, token)).sort(byPath);
      const seen = { files: 0, problems: 0, unread: 0 };
      for (const uri of files) {
        if (token.isCancellationRequested) break;
        progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length });
        if (open.has(uri.toString())) continue;
        try {
          const problems = await checkFile(server, uri);
          collection.set(uri, problems);
          seen.files++;
          seen.problems += problems.length;
        } catch (error) {
          seen.unread++;
          log.warn(`${uri.toString(true)}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return seen;
    },
  );
  const parts = [vscode.l10n.t('{0} problems in {1} plans that are not open.', counts.problems, counts.files)];
  if (counts.unread > 0) parts.push(vscode.l10n.t('{0} files could not be read (see the log).', counts.unread));
  void vscode.window.showInformationMessage(parts.join(' '));
  if (counts.problems > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** The names under which plans are known to the editor, as one pattern. */
function pattern(): string {
  const extension = vscode.extensions.getExtension('plandoc.plandoc');
  const manifest = extension?.packageJSON as { contributes?: { languages?: LanguageContribution[] } } | undefined;
  const language = manifest?.contributes?.languages?.[0];
  const endings = (language?.extensions ?? ['.plan']).map((ending) => `*${ending}`);
  const names = (language?.filenamePatterns ?? []).flatMap(expandBraces);
  return `**/{${[...endings, ...names].join(',')}}`;
}

/** `*方案*.{txt,md}` as its parts: braces inside braces are not for every finder of files. */
function expandBraces(glob: string): string[] {
  const match = /^(.*)\{([^{}]+)\}(.*)$/.exec(glob);
  return match ? match[2]!.split(',').map((part) => `${match[1]}${part}${match[3]}`) : [glob];
}

async function checkFile(server: ServerController, uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (bytes.length > MAX_BYTES) throw new Error(vscode.l10n.t('larger than {0} MB', MAX_BYTES / 1024 / 1024));
  const params = { uri: uri.toString(), text: decode(bytes) };
  const { diagnostics } = await server.request<CheckTextResult>(CHECK_TEXT, params);
  return (diagnostics as readonly WireDiagnostic[]).map(toDiagnostic);
}

/** UTF-8 where it is that, else GB18030, as old systems write. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
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
