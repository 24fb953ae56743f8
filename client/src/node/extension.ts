/** Entry point in the Node extension host: the server is a process of its own, spoken to over IPC. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import { startPlandoc, type PlandocApi } from '../extension';
import { openInBrowser } from './browserPage';

export { deactivate } from '../extension';

export function activate(context: vscode.ExtensionContext): PlandocApi {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-node.js').fsPath;
  const run: NodeModule = { module, transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  return startPlandoc(context, {
    create: (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
    release: () => undefined,
    openPage: openInBrowser,
  });
}
