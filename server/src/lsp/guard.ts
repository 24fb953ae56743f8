import { type CancellationToken, LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import type { Documents, PlanDocument } from './documents';

/**
 * Wraps the handler of a request about one plan: finds the document, answers `empty` when it is not an open plan, and
 * turns a fault into a log line that names feature and document. The editor then shows the empty answer, not a dialog.
 */
export function guarded<P extends { textDocument: { uri: string } }, R>(
  connection: Connection,
  documents: Documents,
  feature: string,
  empty: R,
  handle: (document: PlanDocument, params: P) => R | Promise<R>,
): (params: P, token?: CancellationToken) => Promise<R | ResponseError<void>> {
  return async (params, token) => {
    if (token?.isCancellationRequested) return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'cancelled');
    const document = documents.get(params.textDocument.uri);
    if (document?.type !== 'plan') return empty;
    try {
      return await handle(document, params);
    } catch (error) {
      logFault(connection, feature, document.uri, error);
      return empty;
    }
  };
}

export function logFault(connection: Connection, feature: string, uri: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  connection.console.error(`${feature} (${uri}): ${text}`);
}
