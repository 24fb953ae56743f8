import { cleanPasted } from '../../core/features/paste/clean';
import { fitPaste } from '../../core/features/paste/fitPaste';
import { PASTE, type PasteParams, type PasteResult } from '../../protocol';
import type { Services } from '../services';
import type { LspFeature } from './feature';

/** `plandoc/paste`: what a clipboard holds, as clean text or rows that fit the place. Nothing is changed by it. */
export const paste: LspFeature = {
  capabilities: {},
  register(services) {
    const { connection, documents } = services;
    connection.onRequest<PasteResult | null, void>(PASTE, async (params: PasteParams) => {
      const document = documents.get(params.uri);
      if (document?.type !== 'plan' || document.version !== params.version) return null;
      const plan = services.sessions.planOf(document, await services.settings(document.uri));
      const text = await textOf(params, services);
      if (documents.get(params.uri) !== document) return null;
      const fitted = fitPaste(plan, params.range, text);
      return fitted && { version: document.version, what: fitted.what, edit: fitted.edit };
    });
  },
};

async function textOf({ html, text }: PasteParams, { environment, connection, locale }: Services): Promise<string> {
  const plain = cleanPasted(text);
  if (html === undefined || html.trim() === '') return plain;
  try {
    const { importClipboard, isLost, noteText } = await environment.loadImport();
    const { text: whole, notes } = importClipboard({ html, text });
    const imported = whole.replace(/\n+$/, '');
    for (const note of notes.filter(isLost)) connection.console.info(`paste: ${noteText(note, locale())}`);
    // A few words from the middle of a page are no paragraph: they go in where the caret is.
    return imported === '' ? plain : imported;
  } catch (error) {
    connection.console.warn(`paste: ${error instanceof Error ? error.message : String(error)}`);
    return plain;
  }
}
