/**
 * Import: Word, Excel, web pages and texts become the text of a plan. A bundle of its own (`dist/import.js`), loaded when
 * something is imported. Bytes in, a text and notes about what was not carried over out; a file that cannot be read is an
 * `ImportRefusal` with a sentence.
 */
import { openArchive, type Archive } from './archive';
import { cleanText, readTextFile } from './delimited';
import { readDocx } from './docx';
import { readHtmlFile, htmlToPlan } from './html';
import { LIMITS, megabytes } from './limits';
import type { ImportOptions, Imported } from './model';
import { createNotes } from './notes';
import { mainPart } from './parts';
import { ImportRefusal, REFUSALS } from './refusal';
import { readSheet, sheetsOf as sheetsIn, type SheetInfo } from './sheet';
import { kindOf } from './sniff';

export { htmlToPlan } from './html';
export { LIMITS } from './limits';
export type { ImportFormat, ImportOptions, Imported } from './model';
export { isLost, noteText, type ImportNote } from './notes';
export { ImportRefusal } from './refusal';

/** Reads a file of any known kind, told by its bytes. Throws an `ImportRefusal`. */
export async function importFile(bytes: Uint8Array, options: ImportOptions = {}): Promise<Imported> {
  const file = open(bytes, options.name ?? '');
  switch (file.kind) {
    case 'docx':
      return readDocx(file.archive, file.main, options);
    case 'xlsx':
      return readSheet(file.archive, options);
    case 'xls':
      return readSheet(bytes, options);
    case 'html':
      return readHtmlFile(bytes, options);
    case 'text':
      return readTextFile(bytes, options.name ?? '', options.encoding);
  }
}

/** The sheets of a workbook that hold anything; none of any other file. Throws an `ImportRefusal`. */
export async function sheetsOf(bytes: Uint8Array, name = ''): Promise<readonly SheetInfo[]> {
  const file = open(bytes, name);
  if (file.kind === 'xlsx') return sheetsIn(file.archive);
  return file.kind === 'xls' ? sheetsIn(bytes) : [];
}

/** Refuses a file by its size in bytes, before it is read. */
export function checkSize(size: number): void {
  if (size > LIMITS.fileBytes)
    throw new ImportRefusal(REFUSALS.tooLarge, { size: megabytes(size), limit: megabytes(LIMITS.fileBytes) });
}

type OpenFile =
  | { readonly kind: 'docx'; readonly archive: Archive; readonly main: string }
  | { readonly kind: 'xlsx'; readonly archive: Archive }
  | { readonly kind: 'xls' | 'html' | 'text' };

function open(bytes: Uint8Array, name: string): OpenFile {
  if (bytes.length === 0) throw new ImportRefusal(REFUSALS.empty);
  checkSize(bytes.length);
  const kind = kindOf(bytes, name);
  return kind === 'zip' ? openOffice(openArchive(bytes)) : { kind };
}

/** Tells Office files apart by the parts they have; others made of a zip archive are refused by name. */
function openOffice(archive: Archive): OpenFile {
  const main = mainPart(archive);
  if (archive.has('OFD.xml')) throw new ImportRefusal(REFUSALS.ofd);
  if (main === null && archive.has('META-INF/manifest.xml')) throw new ImportRefusal(REFUSALS.openDocument);
  if (main?.endsWith('.bin')) throw new ImportRefusal(REFUSALS.binarySheet);
  if (main?.startsWith('ppt/')) throw new ImportRefusal(REFUSALS.slides);
  if (main?.startsWith('xl/')) return { kind: 'xlsx', archive };
  if (main !== null) return { kind: 'docx', archive, main };
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
