import { helpTyping, TYPING_TRIGGERS } from '../../core/features/typing/index';
import { guarded } from '../guard';
import type { LspFeature } from './feature';

const [firstTriggerCharacter, ...moreTriggerCharacter] = TYPING_TRIGGERS as [string, ...string[]];

/** `textDocument/onTypeFormatting`: what follows of a character just typed. */
export const onTypeFormatting: LspFeature = {
  capabilities: { documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter } },
  register({ connection, documents, sessions, settings }) {
    connection.onDocumentOnTypeFormatting(
      guarded(connection, documents, 'onTypeFormatting', null, async (document, { position, ch }) => {
        const own = await settings(document.uri);
        // The place belongs to the text as it was when the key was pressed.
        if (documents.get(document.uri) !== document) return null;
        const edits = helpTyping(
          { plan: sessions.planOf(document, own), position, character: ch },
          (name) => own.typing.get(name) !== false,
        );
        return edits.length > 0 ? [...edits] : null;
      }),
    );
  },
};
