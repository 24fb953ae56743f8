/** What the client said of itself when it connected, as the server asks it. */
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { localeOf, type Locale } from '../core/text/locale';
import type { InitializationOptions } from '../protocol';

export interface ClientInfo extends Required<InitializationOptions> {
  readonly locale: Locale;
  readonly capabilities: ClientCapabilities;
  /** It asks for findings; otherwise they are sent to it. */
  readonly pulls: boolean;
  /** It answers `workspace/configuration`. */
  readonly configures: boolean;
  /** It shows edits that need confirmation before it applies them (LSP 3.16, change annotations). */
  readonly previews: boolean;
  /** It has workspace folders and tells when they change. */
  readonly folders: boolean;
  /** What it asks for again when told to. */
  readonly refreshes: { readonly semanticTokens: boolean; readonly codeLens: boolean; readonly inlayHints: boolean };
  /** It watches files when asked; those that read files for us watch them by themselves. */
  readonly watches: boolean;
}

/** Reads it from the parameters of `initialize`; of a client that says nothing, nothing is expected. */
export function clientInfo(
  params: Pick<InitializeParams, 'capabilities' | 'initializationOptions' | 'locale'>,
): ClientInfo {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const { capabilities } = params;
  const { workspace, textDocument } = capabilities;
  const readsFiles = options.readsFiles === true;
  return {
    locale: localeOf(params.locale),
    capabilities,
    pulls: textDocument?.diagnostic !== undefined,
    configures: workspace?.configuration === true,
    folders: workspace?.workspaceFolders === true,
    refreshes: {
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
    },
    runsCommands: options.runsCommands === true,
    showsRegister: options.showsRegister === true,
    readsFiles,
    findsFiles: options.findsFiles === true,
    tellsCaret: options.tellsCaret === true,
    previews: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    watches: !readsFiles && workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}
