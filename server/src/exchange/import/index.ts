/**
 * Import: Word, Excel, web pages and texts become the text of a plan. A bundle of its own (`dist/import.js`), loaded when
 * something is imported. Bytes in, a text and notes about what was not carried over out; a file that cannot be read is an
 * `ImportRefusal` with a sentence.
 */
import { cleanText, readTextFile } from './delimited';
import { readHtmlFile, htmlToPlan } from './html';
import { LIMITS, megabytes } from './limits';
import type { ImportOptions, Imported } from './model';
import { createNotes } from './notes';
import { ImportRefusal, REFUSALS } from './refusal';
import { kindOf } from './sniff';

export { htmlToPlan } from './html';
export { LIMITS } from './limits';
export type { ImportFormat, ImportOptions, Imported } from './model';
export { isLost, noteText, type ImportNote } from './notes';
export { ImportRefusal } from './refusal';

/** Reads a file of any known kind, told by its bytes. Throws an `ImportRefusal`. */
export async function importFile(bytes: Uint8Array, options: ImportOptions = {}): Promise<Imported> {
  if (bytes.length === 0) throw new ImportRefusal(REFUSALS.empty);
  if (bytes.length > LIMITS.fileBytes)
    throw new ImportRefusal(REFUSALS.tooLarge, { size: megabytes(bytes.length), limit: megabytes(LIMITS.fileBytes) });
  const kind = kindOf(bytes, options.name ?? '');
  if (kind === 'html') return readHtmlFile(bytes, options.encoding);
  if (kind === 'text') return readTextFile(bytes, options.name ?? '', options.encoding);
  throw new ImportRefusal(REFUSALS.unknown);
}

/** What a clipboard holds, the HTML preferred: as copied from Word, Excel, WPS or a browser. */
export function importClipboard({ html, text }: { readonly html?: string; readonly text?: string }): Imported {
  if (html !== undefined && html.trim() !== '') {
    const imported = htmlToPlan(html, 'clipboard');
    if (imported.text !== '') return imported;
  }
  const notes = createNotes();
  const plain = cleanText(text ?? '', notes);
  return { text: plain, format: 'text', notes: notes.list() };
}
