/**
 * How a workbook of Excel 97 to 2003 shows its cells, which the library that reads their values leaves out: number formats,
 * hidden sheets, rows and columns, comments, a password (records of [MS-XLS], 2.3).
 */
import { ImportRefusal, REFUSALS } from '../refusal';
import { CHINESE_FORMATS, NUMBER_FORMATS } from './formats';

export interface OldSheetLooks {
  readonly hidden: boolean;
  /** Number formats of cells by `row,column`, zero-based; cells of the general format have none. */
  readonly formats: ReadonlyMap<string, string>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Cells that have a comment, as `row,column`. */
  readonly comments: readonly string[];
  /** What is drawn over the cells. */
  readonly drawings: readonly ('image' | 'chart' | 'drawing')[];
}

const BOF = 0x809;
const EOF = 0x0a;
const NOTE = 0x1c;
const FILEPASS = 0x2f;
const COLINFO = 0x7d;
const BOUNDSHEET = 0x85;
const MULRK = 0xbd;
const XF = 0xe0;
const ROW = 0x208;
const FORMAT = 0x41e;
const OBJ = 0x5d;
/** FORMULA, NUMBER, BOOLERR, RK: row, column and format stand first in each. */
const CELLS: ReadonlySet<number> = new Set([0x06, 0x203, 0x205, 0x27e]);

interface BiffRecord {
  readonly id: number;
  readonly data: DataView;
}

/** The looks of all sheets of the stream `Workbook`, in the workbook's order. Refuses one that is encrypted. */
export function readOldLooks(stream: Uint8Array): readonly OldSheetLooks[] {
  const formatCodes = new Map<number, string>();
  const formatOf: number[] = [];
  const sheets: { at: number; hidden: boolean }[] = [];
  for (const { id, data } of records(stream, 0)) {
    if (id === FILEPASS) throw new ImportRefusal(REFUSALS.protected);
    if (id === FORMAT) formatCodes.set(u16(data, 0), textAt(data, 2));
    else if (id === XF) formatOf.push(u16(data, 2));
    else if (id === BOUNDSHEET)
      sheets.push({ at: u16(data, 0) + u16(data, 2) * 0x10000, hidden: (u16(data, 4) & 3) !== 0 });
  }
  if (new Set(sheets.map(({ at }) => at)).size < sheets.length)
    throw new ImportRefusal(REFUSALS.damaged, { part: 'Workbook' });
  const codeOf = (xf: number): string | undefined => {
    const format = formatOf[xf] ?? 0;
    return formatCodes.get(format) ?? CHINESE_FORMATS[format] ?? NUMBER_FORMATS[format];
  };
  return sheets.map(({ at, hidden }) => ({ hidden, ...sheetLooks(records(stream, at), codeOf) }));
}

function sheetLooks(
  all: Iterable<BiffRecord>,
  codeOf: (xf: number) => string | undefined,
): Omit<OldSheetLooks, 'hidden'> {
  const formats = new Map<string, string>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const comments: string[] = [];
  const drawings: OldSheetLooks['drawings'][number][] = [];
  const cell = (row: number, column: number, xf: number): void => {
    const code = codeOf(xf);
    if (code !== undefined && code !== 'General') formats.set(`${row},${column}`, code);
  };
  for (const { id, data } of all) {
    const first = u16(data, 0);
    const second = u16(data, 2);
    if (CELLS.has(id)) cell(first, second, u16(data, 4));
    else if (id === MULRK)
      for (let at = 4, column = second; at + 6 < data.byteLength; at += 6) cell(first, column++, u16(data, at));
    else if (id === ROW && (u16(data, 12) & 0x20) !== 0) hiddenRows.add(first);
    else if (id === COLINFO && (u16(data, 8) & 1) !== 0)
      for (let column = first; column <= Math.min(second, 255); column++) hiddenColumns.add(column);
    else if (id === OBJ) drawings.push(...drawingOf(u16(data, 4)));
    else if (id === NOTE) comments.push(`${first},${second}`);
  }
  return { formats, hiddenRows, hiddenColumns, comments, drawings };
}

/** Kinds of objects (2.5.143); comments, buttons and lists of filters are no pictures. */
function drawingOf(kind: number): OldSheetLooks['drawings'] {
  if (kind === 8) return ['image'];
  if (kind === 5) return ['chart'];
  return kind === 2 || kind === 6 || kind === 0x1e ? ['drawing'] : [];
}

/** The records from `start` to the end of the part they are in; charts inside a sheet are parts of their own. */
function* records(stream: Uint8Array, start: number): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = start, depth = 0; at + 4 <= view.byteLength;) {
    const id = view.getUint16(at, true);
    const length = Math.min(view.getUint16(at + 2, true), view.byteLength - at - 4);
    if (id === BOF) depth++;
    if (depth === 1) yield { id, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    if (id === EOF && --depth <= 0) return;
    at += 4 + length;
  }
}

/** A number of two bytes; 0 where a record is shorter than it should be. */
const u16 = (data: DataView, at: number): number => (at + 2 <= data.byteLength ? data.getUint16(at, true) : 0);

/** A text with its length in characters before it; one byte each, or two (2.5.293). */
function textAt(data: DataView, at: number): string {
  const wide = (u16(data, at + 2) & 1) !== 0;
  const from = data.byteOffset + at + 3;
  const length = Math.min(u16(data, at) * (wide ? 2 : 1), Math.max(0, data.byteLength - at - 3));
  return new TextDecoder(wide ? 'utf-16le' : 'latin1').decode(new Uint8Array(data.buffer, from, length));
}
