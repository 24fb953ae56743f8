/** Excel workbooks through one door: the library, and what has to be done before and after it, is known only here. */
import { strToU8, zipSync } from 'fflate';
import { formatValue } from 'hucre';
import { readXls, readXlsx, type Cell, type Sheet } from 'hucre/xlsx';
import type { Archive } from '../archive';
import { LIMITS } from '../limits';
import type { NoteKind, Notes } from '../notes';
import { ImportRefusal, REFUSALS } from '../refusal';
import { squared, tooManyCells, type Grid, type Slot } from '../table';

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/**
 * Reads a workbook of today's format. The library gets a copy of the parts that hold text, already inflated within our
 * limits: it never sees macros, pictures, links to other files, or a compressed byte.
 */
export async function readModern(archive: Archive): Promise<Workbook> {
  const parts = archive.names.filter((name) => TEXT_PARTS.test(name));
  const copy = Object.fromEntries(parts.map((name) => [name, partBytes(archive, name)]));
  return read(() => readXlsx(zipSync(copy, { level: 0 }), { readStyles: true }));
}

/** Reads a workbook of Excel 97 to 2003. */
export const readOld = (bytes: Uint8Array): Promise<Workbook> => read(() => readXls(bytes));

const TEXT_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.xml(?:\.rels)?|xl\/(?:styles|sharedStrings\d*)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

async function read(step: () => Promise<Workbook>): Promise<Workbook> {
  try {
    return await step();
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The library's errors by their names and words, as sentences of ours. */
function refusalOf(error: unknown): ImportRefusal {
  const { name = '', message = '' } = error instanceof Error ? error : {};
  if (name === 'EncryptedFileError') return new ImportRefusal(REFUSALS.protected);
  if (/Unsupported XLS version/.test(message)) return new ImportRefusal(REFUSALS.oldExcel);
  if (/limit|spans/.test(message)) return tooManyCells('');
  return new ImportRefusal(REFUSALS.damaged, { part: 'Excel' });
}

/**
 * Number formats that every Chinese Excel has built in under these numbers; files give the number only (ECMA-376 part 1,
 * 18.8.30, zh-cn). The library knows the American ones, so they are written into the style sheet it reads.
 */
const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

function partBytes(archive: Archive, name: string): Uint8Array {
  if (/styles\.xml$/i.test(name)) return strToU8(withChineseFormats(archive.text(name)));
  const bytes = archive.read(name);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (/<!DOCTYPE|<!ENTITY/i.test(head)) throw new ImportRefusal(REFUSALS.doctype, { part: name });
  // Pronunciation guides would be read as words.
  return /sharedStrings/i.test(name) ? strToU8(archive.text(name).replace(/<rPh\b[\s\S]*?<\/rPh>/g, '')) : bytes;
}

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
    if (/^xl\/comments\d*\.xml$|^xl\/comments\/[^/]+\.xml$/i.test(name)) {
      for (const [, text] of archive.text(name).matchAll(/<comment\b[^>]*>([\s\S]*?)<\/comment>/g))
        notes.add('cellComment', [...text!.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, words]) => words).join(''));
    }
  }
}

/** The cells of a sheet as they are shown. `shown`: whether the file says how (`.xls` does not, as far as it is read). */
export function gridOf(sheet: Sheet, notes: Notes): Grid {
  const rows = lastRow(sheet);
  const width = sheet.rows.slice(0, rows).reduce((most, row) => Math.max(most, row.length), 0);
  if (rows > LIMITS.rows || rows * width > LIMITS.cells) throw tooManyCells(sheet.name);
  const hidden = hiddenColumns(sheet, width);
  for (const [row, { hidden: isHidden }] of sheet.rowDefs ?? [])
    if (isHidden && row < rows) notes.add('hiddenRow', `${row + 1}`);
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

function coveredPlaces({ merges }: Sheet, rows: number, width: number): ReadonlyMap<number, Slot> {
  const covered = new Map<number, Slot>();
  for (const { startRow, startCol, endRow, endCol } of merges ?? []) {
    for (let row = startRow; row <= Math.min(endRow, rows - 1); row++) {
      for (let column = startCol; column <= Math.min(endCol, width - 1); column++) {
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
  if (typeof value === 'number') return numberText(value, cell);
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
  if (format !== undefined && Number.isFinite(value.getTime())) return formatValue(value, format);
  notes.add('dateAsShown', place);
  return Number.isFinite(value.getTime())
    ? `${value.getUTCFullYear()}年${value.getUTCMonth() + 1}月${value.getUTCDate()}日`
    : '';
}

/** Excel shows fifteen figures at most, which hides that 0.1 + 0.2 is a little more than 0.3. */
function numberText(value: number, cell: Cell | undefined): string {
  const format = cell?.style?.numFmt;
  if (format === undefined || /^(?:General|@)$/i.test(format)) return String(Number(value.toPrecision(15)));
  return formatValue(value, format.replace(/\[DBNum\d\]/g, '')).trim();
}
