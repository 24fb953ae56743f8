import { foldsOf } from '../../core/features/folding';
import { toFoldingRange } from '../convert';
import { guarded } from '../guard';
import type { LspFeature } from './feature';

/** `textDocument/foldingRange`. */
export const folding: LspFeature = {
  capabilities: { foldingRangeProvider: true },
  register({ connection, documents, sessions, settings }) {
    connection.onFoldingRanges(
      guarded(connection, documents, 'foldingRange', [], async (document) =>
        foldsOf(sessions.planOf(document, await settings(document.uri))).map(toFoldingRange),
      ),
    );
  },
};
