/** Excel workbooks through one door: the library, and what has to be done before and after it, is known only here. */
import { strToU8, zipSync } from 'fflate';
import { formatValue } from 'hucre';
import { readXls, readXlsx, type Cell, type Sheet } from 'hucre/xlsx';
import type { Archive } from '../archive';
import { LIMITS } from '../limits';
import type { NoteKind, Notes } from '../notes';
import { ImportRefusal, REFUSALS } from '../refusal';
import { openOle } from '../ole';
import { mainPart, relationshipsOf, relationshipsPart } from '../parts';
import { CHINESE_FORMATS } from './formats';
import { readOldLooks, type OldSheetLooks } from './oldLooks';
import { squared, tooManyCells, type Grid, type Slot } from '../table';

export interface Workbook {
  readonly sheets: readonly DressedSheet[];
}

/** A sheet of the library's, with the comments and drawings that old workbooks keep in it. */
interface DressedSheet extends Sheet, Partial<Pick<OldSheetLooks, 'comments' | 'drawings'>> {}

/**
 * Reads a workbook of today's format. The library gets a copy of the parts that hold text, already inflated within our
 * limits: it never sees macros, pictures, links to other files, or a compressed byte.
 */
export async function readModern(archive: Archive): Promise<Workbook> {
  const main = mainPart(archive) ?? '';
  const parts: Record<string, Uint8Array> = {};
  for (const name of ['[Content_Types].xml', '_rels/.rels', main, relationshipsPart(main)])
    if (archive.has(name)) parts[name] = safeBytes(archive, name);
  for (const { type, target, external } of relationshipsOf(archive, main)) {
    if (external || !archive.has(target)) continue;
    if (type === 'worksheet') parts[target] = safeBytes(archive, target);
    else if (type === 'styles') parts[target] = strToU8(withChineseFormats(archive.text(target)));
    else if (type === 'sharedStrings') parts[target] = withoutGuides(archive, target);
  }
  return read(() => readXlsx(zipSync(parts, { level: 0 }), { readStyles: true }));
}

/** Reads a workbook of Excel 97 to 2003. The library gives the values; how they are shown is read beside it. */
export async function readOld(bytes: Uint8Array): Promise<Workbook> {
  const file = openOle(bytes);
  const stream = file.stream('Workbook');
  const looks = stream ? await read(() => readOldLooks(stream)) : [];
  const { sheets } = await read(() => readXls(bytes));
  return { sheets: sheets.map((sheet, at) => (looks[at] ? dressed(sheet, looks[at]) : sheet)) };
}

function dressed(sheet: Sheet, looks: OldSheetLooks): DressedSheet {
  const cells = new Map<string, Cell>();
  for (const [place, numFmt] of looks.formats) {
    const [row, column] = place.split(',').map(Number) as [number, number];
    cells.set(place, { value: sheet.rows[row]?.[column] ?? null, type: 'number', style: { numFmt } });
  }
  return {
    ...sheet,
    cells,
    hidden: looks.hidden,
    rowDefs: new Map([...looks.hiddenRows].map((row) => [row, { hidden: true }])),
    columns: Array.from({ length: Math.max(0, ...looks.hiddenColumns) + 1 }, (_, at) => ({
      hidden: looks.hiddenColumns.has(at),
    })),
    comments: looks.comments,
    drawings: looks.drawings,
  };
}

async function read<T>(step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The library's errors by their names and words, as sentences of ours. */
function refusalOf(error: unknown): ImportRefusal {
  if (error instanceof ImportRefusal) return error;
  const { name = '', message = '' } = error instanceof Error ? error : {};
  if (name === 'EncryptedFileError') return new ImportRefusal(REFUSALS.protected);
  if (/Unsupported XLS version/.test(message)) return new ImportRefusal(REFUSALS.oldExcel);
  if (/limit|spans/.test(message)) return tooManyCells();
  return new ImportRefusal(REFUSALS.damaged, { part: 'Excel' });
}

/** The bytes of a part that declares no DTD: the library is not trusted with entities. */
function safeBytes(archive: Archive, name: string): Uint8Array {
  const bytes = archive.read(name);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (/<!DOCTYPE|<!ENTITY/i.test(head)) throw new ImportRefusal(REFUSALS.doctype, { part: name });
  return bytes;
}

/** Texts without pronunciation guides, which would be read as words. */
const withoutGuides = (archive: Archive, name: string): Uint8Array =>
  strToU8(new TextDecoder().decode(safeBytes(archive, name)).replace(/<rPh\b[\s\S]*?<\/rPh>/g, ''));

function withChineseFormats(styles: string): string {
  const own = Object.entries(CHINESE_FORMATS)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('');
  if (/<numFmts[^>]*[^/]>/.test(styles)) return styles.replace(/<numFmts[^>]*>/, (open) => open + own);
  return styles.replace(/<styleSheet[^>]*>/, (open) => `${open}<numFmts>${own}</numFmts>`);
}

/** Kinds of parts that stay behind, by their place in the archive. */
const LEFT_BEHIND: readonly (readonly [RegExp, NoteKind])[] = [
  [/^xl\/media\//i, 'image'],
  [/^xl\/charts\/chart\d*\.xml$/i, 'chart'],
  [/^xl\/embeddings\//i, 'object'],
  [/^xl\/vbaProject\.bin$/i, 'macro'],
  [/^xl\/externalLinks\/[^/]+\.xml$/i, 'externalLink'],
];

/** Tells of what is in the workbook and not in its cells. */
export function tellLeftBehind(archive: Archive, notes: Notes): void {
  for (const name of archive.names) {
    const kind = LEFT_BEHIND.find(([pattern]) => pattern.test(name))?.[1];
    if (kind) notes.add(kind, name.replace(/.*\//, ''));
    if (/^xl\/drawings\/[^/]+\.xml$/i.test(name)) {
      for (const [shape] of archive.text(name).matchAll(/<xdr:sp\b[\s\S]*?<\/xdr:sp>/g)) {
        const words = wordsIn(shape, 'a:t');
        if (words !== '') notes.add('drawing', words);
      }
    }
    if (/^xl\/comments\d*\.xml$|^xl\/comments\/[^/]+\.xml$/i.test(name)) {
      for (const [, text] of archive.text(name).matchAll(/<comment\b[^>]*>([\s\S]*?)<\/comment>/g))
        notes.add('cellComment', wordsIn(text!, 't'));
    }
  }
}

/** What the elements of this name in a piece of XML hold. */
const wordsIn = (xml: string, name: string): string =>
  [...xml.matchAll(new RegExp(`<${name}\\b[^>]*>([^<]*)<`, 'g'))].map(([, words]) => words).join('');

/** The cells of a sheet as they are shown. */
export function gridOf(sheet: DressedSheet, notes: Notes): Grid {
  const rows = lastRow(sheet);
  const width = sheet.rows.slice(0, rows).reduce((most, row) => Math.max(most, row.length), 0);
  if (rows > LIMITS.rows || rows * width > LIMITS.cells) throw tooManyCells(sheet.name);
  const hidden = hiddenColumns(sheet, width);
  for (const [row, { hidden: isHidden }] of sheet.rowDefs ?? [])
    if (isHidden && row < rows) notes.add('hiddenRow', `${row + 1}`);
  for (const place of sheet.comments ?? []) {
    const [row, column] = place.split(',').map(Number) as [number, number];
    notes.add('cellComment', placeOf(row, column));
  }
  for (const kind of sheet.drawings ?? []) notes.add(kind, sheet.name);
  const covered = coveredPlaces(sheet, rows, width);
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (__, column): Slot => {
      const over = covered.get(row * width + column);
      return over ?? { text: cellText(sheet, row, column, notes), covered: 'no' };
    }),
  );
  for (const column of hidden)
    if (grid.some((row) => row[column]!.text !== '')) notes.add('hiddenColumn', headOf(grid, column));
  return squared(hidden.size === 0 ? grid : grid.map((row) => row.filter((_, column) => !hidden.has(column))));
}

const headOf = (grid: Grid, column: number): string =>
  grid.find((row) => row[column]!.text !== '')?.[column]?.text ?? '';

/** How many rows there are up to the last with something in it. */
function lastRow({ rows }: Sheet): number {
  return rows.findLastIndex((row) => row?.some((value) => value !== null && value !== undefined && value !== '')) + 1;
}

function hiddenColumns({ columns }: Sheet, width: number): ReadonlySet<number> {
  return new Set(Array.from({ length: width }, (_, at) => at).filter((at) => columns?.[at]?.hidden));
}

function coveredPlaces({ merges, name }: Sheet, rows: number, width: number): ReadonlyMap<number, Slot> {
  const covered = new Map<number, Slot>();
  let places = 0;
  for (const { startRow, startCol, endRow, endCol } of merges ?? []) {
    const lastRow = Math.min(endRow, rows - 1);
    const lastColumn = Math.min(endCol, width - 1);
    // Merged cells never overlap, but a file may say so.
    places += Math.max(0, lastRow - startRow + 1) * Math.max(0, lastColumn - startCol + 1);
    if (places > LIMITS.cells) throw tooManyCells(name);
    for (let row = startRow; row <= lastRow; row++) {
      for (let column = startCol; column <= lastColumn; column++) {
        if (row === startRow && column === startCol) continue;
        covered.set(row * width + column, { text: '', covered: row > startRow ? 'above' : 'left' });
      }
    }
  }
  return covered;
}

function cellText(sheet: Sheet, row: number, column: number, notes: Notes): string {
  const cell = sheet.cells?.get(`${row},${column}`);
  const value = sheet.rows[row]?.[column] ?? null;
  const place = placeOf(row, column);
  if (value === null) {
    if (cell?.formula !== undefined) notes.add('formulaWithoutValue', place);
    return '';
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value, cell, place, notes);
  if (typeof value === 'number') return numberText(value, cell, place, notes);
  if (/^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/.test(value)) notes.add('errorValue', place);
  return value.replace(/_x000D_/g, '').replace(/\r\n?/g, '\n');
}

/** A1, AB12. */
function placeOf(row: number, column: number): string {
  let letters = '';
  for (let at = column + 1; at > 0; at = Math.floor((at - 1) / 26))
    letters = String.fromCharCode(65 + ((at - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

function dateText(value: Date, cell: Cell | undefined, place: string, notes: Notes): string {
  const format = cell?.style?.numFmt;
  if (format !== undefined && Number.isFinite(value.getTime())) {
    tellDigits(format, place, notes);
    return formatValue(value, format);
  }
  notes.add('dateAsShown', place);
  return Number.isFinite(value.getTime())
    ? `${value.getUTCFullYear()}年${value.getUTCMonth() + 1}月${value.getUTCDate()}日`
    : '';
}

/** Excel shows fifteen figures at most, which hides that 0.1 + 0.2 is a little more than 0.3. */
function numberText(value: number, cell: Cell | undefined, place: string, notes: Notes): string {
  const format = cell?.style?.numFmt;
  if (format === undefined || /^(?:General|@)$/i.test(format)) return String(Number(value.toPrecision(15)));
  tellDigits(format, place, notes);
  return formatValue(value, format.replace(DIGITS, '')).trim();
}

/** Asks for Chinese digits, which the library does not write. */
const DIGITS = /\[DBNum\d\]/g;

function tellDigits(format: string, place: string, notes: Notes): void {
  if (format.search(DIGITS) >= 0) notes.add('numberFormat', place);
}
