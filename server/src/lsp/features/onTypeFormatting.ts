import { helpTyping, TYPING_TRIGGERS } from '../../core/features/typing/index';
import { comparePositions, type Position } from '../../core/text/position';
import { guarded } from '../guard';
import type { LspFeature } from './feature';

const [firstTriggerCharacter, ...moreTriggerCharacter] = TYPING_TRIGGERS as [string, ...string[]];

/**
 * So many changes after a help it may be undone and the same typed once more: the help, the undoing of it and of the
 * character, the character again. Who does that wants it as it was typed.
 */
const SOON = 4;

interface Help {
  readonly version: number;
  readonly position: Position;
  readonly character: string;
}

/** `textDocument/onTypeFormatting`: what follows of a character just typed. */
export const onTypeFormatting: LspFeature = {
  capabilities: { documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter } },
  register({ connection, documents, sessions, settings }) {
    /** The last help in each document. */
    const given = new Map<string, Help>();
    documents.onDidClose(({ document }) => void given.delete(document.uri));
    connection.onDocumentOnTypeFormatting(
      guarded(connection, documents, 'onTypeFormatting', null, async (document, { position, ch }) => {
        const own = await settings(document.uri);
        // The place belongs to the text as it was when the key was pressed.
        if (documents.get(document.uri) !== document) return null;
        const now = { version: document.version, position, character: ch };
        const last = given.get(document.uri);
        given.delete(document.uri);
        if (last && isAgain(last, now)) return null;
        const edits = helpTyping(
          { plan: sessions.planOf(document, own), position, character: ch },
          (name) => own.typing.get(name) !== false,
        );
        if (edits.length === 0) return null;
        given.set(document.uri, now);
        return [...edits];
      }),
    );
  },
};

/** Whether the same is typed at the same place right after the help was taken back. */
function isAgain(last: Help, now: Help): boolean {
  return (
    now.version - last.version <= SOON &&
    now.character === last.character &&
    comparePositions(now.position, last.position) === 0
  );
}
