import { say, type Locale } from '../core/text/locale';
import type { Imported } from '../exchange/import';
import {
  IMPORT_CLIPBOARD,
  IMPORT_FILE,
  type ImportClipboardParams,
  type ImportFileParams,
  type ImportResult,
} from '../protocol';
import type { Services } from './services';

type ImportModule = typeof import('../exchange/import');

/** Files and clipboards that become plans. What is wrong with one is an answer, not an error of the request. */
export function registerImports({ connection, environment, locale }: Services): void {
  const answer = async (
    read: (module: ImportModule) => ImportResult | Promise<ImportResult>,
  ): Promise<ImportResult> => {
    const module = await environment.loadImport();
    try {
      return await read(module);
    } catch (error) {
      if (error instanceof module.ImportRefusal) return { refused: say(error.sentence, locale(), error.args) };
      throw error;
    }
  };
  connection.onRequest<ImportResult, void>(
    IMPORT_FILE,
    ({ base64, asksForSheet, ...options }: ImportFileParams): Promise<ImportResult> =>
      answer(async (module) => {
        const bytes = fromBase64(base64);
        if (asksForSheet && options.sheet === undefined) {
          const sheets = await module.sheetsOf(bytes, options.name);
          if (sheets.length > 1) return { sheets };
        }
        return resultOf(module, await module.importFile(bytes, options), locale());
      }),
  );
  connection.onRequest<ImportResult, void>(
    IMPORT_CLIPBOARD,
    (clipboard: ImportClipboardParams): Promise<ImportResult> =>
      answer((module) => resultOf(module, module.importClipboard(clipboard), locale())),
  );
}

function resultOf({ isLost, noteText }: ImportModule, { text, notes }: Imported, locale: Locale): ImportResult {
  const remarks = notes.map((note) => ({
    text: noteText(note, locale, 20),
    brief: noteText(note, locale),
    lost: isLost(note),
  }));
  return { text, remarks };
}

/** `atob` is in every host, `Buffer` only in Node. */
function fromBase64(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
