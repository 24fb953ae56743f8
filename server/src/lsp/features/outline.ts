import { outlineOf } from '../../core/plan/outline';
import { toSymbol } from '../convert';
import { guarded } from '../guard';
import type { LspFeature } from './feature';

/** `textDocument/documentSymbol`: sections, measures and tasks with who leads them. */
export const outline: LspFeature = {
  capabilities: { documentSymbolProvider: true },
  register({ connection, documents, sessions, settings }) {
    connection.onDocumentSymbol(
      guarded(connection, documents, 'documentSymbol', [], async (document) =>
        outlineOf(sessions.planOf(document, await settings(document.uri))).map(toSymbol),
      ),
    );
  },
};
