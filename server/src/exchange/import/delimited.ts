/** Texts: plain ones are plans already; comma-separated ones become a table. */
import Papa from 'papaparse';
import { decodeText } from './decode';
import { createDraft } from './draft';
import { LIMITS } from './limits';
import type { Imported } from './model';
import { createNotes, type Notes } from './notes';
import { ImportRefusal, REFUSALS } from './refusal';
import { squared, tableLines, tooManyCells, type Slot } from './table';

/** Reads a text file by its bytes; `name` tells a `.csv`. */
export function readTextFile(bytes: Uint8Array, name: string, label?: string): Imported {
  const notes = createNotes();
  const { text, encoding } = decodeText(bytes, label);
  if (text.length > LIMITS.textLength) throw new ImportRefusal(REFUSALS.tooLong, { limit: LIMITS.textLength });
  if (encoding !== 'utf-8') notes.add('encoding', encoding.toUpperCase());
  const csv = /\.csv$/i.test(name);
  const plan = csv ? commaText(text, notes) : cleanText(text, notes);
  if (plan.trim() === '') throw new ImportRefusal(REFUSALS.nothing);
  return { text: plan, format: csv ? 'csv' : 'text', notes: notes.list() };
}

/**
 * Takes out only what cannot matter: carriage returns and page feeds end lines, characters no editor shows go. The words,
 * blank lines, tabs and spaces stay as they are.
 */
export function cleanText(text: string, notes: Notes): string {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\n?[\f\v]\n?/g, '\n');
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  const clean = lines.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, () => {
    notes.add('control');
    return '';
  });
  return clean === '' || clean.endsWith('\n') ? clean : `${clean}\n`;
}

function commaText(text: string, notes: Notes): string {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: false });
  if (data.length > LIMITS.rows) throw tooManyCells();
  const grid = squared(data.map((row) => row.map((cell): Slot => ({ text: withoutGuard(cell), covered: 'no' }))));
  const draft = createDraft();
  draft.table(tableLines(grid, notes));
  return draft.text();
}

/** Exports put an apostrophe before what a spreadsheet would take for a formula. */
const withoutGuard = (cell: string): string => cell.replace(/\r\n?/g, '\n').replace(/^'(?=[=+\-@])/, '');
