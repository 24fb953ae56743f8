/** The base register as a read-only page: where “go to definition” leads for units that no file of the workspace has. */
import * as vscode from 'vscode';
import { REGISTER_PAGE, type RegisterPageResult } from '../../server/src/protocol';
import { reasonOf } from './reason';
import type { ServerController } from './server';

const SCHEME = 'plandoc-register';

export function registerBaseRegister(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent() {
      try {
        return (await server.request<RegisterPageResult>(REGISTER_PAGE, {})).text;
      } catch (error) {
        log.error(`${REGISTER_PAGE}: ${reasonOf(error)}`);
        return vscode.l10n.t('The language server gave no answer. Close this page and open it again.');
      }
    },
  });
}
