/** Tables of Word, Excel and web pages in the plan's own form: one row a line, cells parted by tabs (docs/format.md §4). */
import { readHeader, readSecondHeader, type ColumnRole, type Columns } from '../../core/syntax/table';
import { joinLines, trimLayout } from './draft';
import { LIMITS } from './limits';
import type { Notes } from './notes';
import { ImportRefusal, REFUSALS } from './refusal';

/** One place of the grid; a merged cell has its text in its first place, the others know from where they are covered. */
export interface Slot {
  readonly text: string;
  readonly covered: 'no' | 'left' | 'above';
}

export type Grid = readonly (readonly Slot[])[];

/** A cell as HTML has them: placed by those before it. */
export interface SpanCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

const EMPTY: Slot = { text: '', covered: 'no' };
const LEFT: Slot = { text: '', covered: 'left' };
const ABOVE: Slot = { text: '', covered: 'above' };

/** Lays cells with spans into a grid, as browsers do (HTML, “Forming a table”). Spans never reach past the last row. */
export function gridOfSpans(rows: readonly (readonly SpanCell[])[]): Grid {
  const grid: Slot[][] = rows.map(() => []);
  let taken = 0;
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column]) column++;
      const width = Math.min(Math.max(cell.columns, 1), 1000);
      const height = Math.min(Math.max(cell.rows, 1), rows.length - row);
      taken += width * height;
      if (taken > LIMITS.cells) throw tooManyCells();
      for (let down = 0; down < height; down++) {
        for (let across = 0; across < width; across++) {
          const first = down === 0 && across === 0;
          grid[row + down]![column + across] ??= first ? { text: cell.text, covered: 'no' } : down > 0 ? ABOVE : LEFT;
        }
      }
      column += width;
    }
  });
  return squared(grid);
}

/** `sheet` is the name of the sheet; none for tables of other files. */
export function tooManyCells(sheet?: string): ImportRefusal {
  const limits = { rows: LIMITS.rows, cells: LIMITS.cells };
  return sheet === undefined
    ? new ImportRefusal(REFUSALS.tableTooLarge, limits)
    : new ImportRefusal(REFUSALS.tooManyCells, { sheet, ...limits });
}

/** Every row as wide as the widest; holes become empty places. */
export function squared(grid: readonly (readonly (Slot | undefined)[])[]): Grid {
  const width = Math.max(0, ...grid.slice(0, 1).map((row) => row.length));
  const most = grid.reduce((widest, row) => Math.max(widest, row.length), width);
  if (most * grid.length > LIMITS.cells) throw tooManyCells();
  const isFull = (row: readonly (Slot | undefined)[]): row is readonly Slot[] =>
    row.length === most && !row.includes(undefined);
  return grid.map((row) => (isFull(row) ? row : Array.from({ length: most }, (_, at) => row[at] ?? EMPTY)));
}

/** Columns whose merged cells hold for every row they cover; the reader takes over projects and groups by itself. */
const REPEATED: ReadonlySet<ColumnRole> = new Set([
  'lead',
  'participants',
  'responsible',
  'deadline',
  'outcome',
  'person',
]);
const TAKEN_OVER: ReadonlySet<ColumnRole> = new Set(['project', 'group', 'index']);
/** Rows above the head: a title, a note, who fills it in. */
const MAX_ABOVE_HEAD = 12;

/** The lines of a table. One column is no table: its cells are paragraphs. */
export function tableLines(given: Grid, notes: Notes): readonly string[] {
  const grid = withoutEmptyColumns(given);
  const width = grid[0]?.length ?? 0;
  if (width === 0) return [];
  if (width === 1) return grid.flatMap(([cell]) => linesOf(cell!.text));
  const head = findHead(grid);
  const first = head ? head.row + head.rows : 0;
  const heads = head ? new Set(grid.slice(head.row, first).map(headKey)) : new Set<string>();
  const above: string[] = [];
  const out: string[] = [];
  grid.forEach((row, at) => {
    const inHead = head !== null && at >= head.row && at < first;
    if (!inHead && at >= first && heads.has(headKey(row))) {
      notes.add('repeatedHead');
      return;
    }
    row.forEach((slot, column) => {
      if (slot.covered === 'no') above[column] = slot.text;
    });
    if (at === head?.row) pushGap(out);
    if (inHead) out.push(row.map((slot) => quoted(joinLines(trimLayout(slot.text)))).join('\t'));
    else if (row.every((slot) => slot.text.trim() === '' && slot.covered !== 'above')) pushGap(out);
    else if (standsAlone(row)) for (const line of linesOf(row[0]!.text)) out.push(line);
    else if (head && at < head.row) out.push(aboveHead(row));
    else out.push(rowLine(row, head?.columns ?? null, above, notes));
  });
  return out;
}

function pushGap(out: string[]): void {
  if (out.length > 0 && out[out.length - 1] !== '') out.push('');
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(trimLayout)
    .filter((line) => line !== '');

/** A row whose only text is at its beginning: a title above the head, a group, a note below. */
function standsAlone(row: readonly Slot[]): boolean {
  return (
    row[0]!.text.trim() !== '' && row.slice(1).every((slot) => slot.text.trim() === '' && slot.covered !== 'above')
  );
}

/** A row above the head: who fills the table in, and when. */
const aboveHead = (row: readonly Slot[]): string =>
  row
    .map((slot) => joinLines(trimLayout(slot.text)).replace(/\t/g, ' '))
    .filter((text) => text !== '')
    .join('　');

function rowLine(row: readonly Slot[], columns: Columns | null, above: readonly string[], notes: Notes): string {
  const cells = row.map((slot, column) => {
    const role = columns?.roles[column] ?? 'other';
    if (slot.covered !== 'above') return slot.text;
    // A cell merged over rows and columns stands in the first of its columns.
    const origin = above[column] ?? '';
    if (origin === '') return '';
    if (REPEATED.has(role)) notes.add('mergedFilled', origin);
    else if (!TAKEN_OVER.has(role)) notes.add('mergedOther', origin);
    return REPEATED.has(role) ? origin : '';
  });
  return cells.map((text) => quoted(cellText(text, row.length))).join('\t');
}

/** Lines of a cell that is not empty; more than the reader takes for one cell, or a table it takes for prose: joined. */
const MAX_CELL_LINES = 38;

function cellText(text: string, width: number): string {
  const lines = linesOf(text.replace(/\t/g, ' '));
  return lines.length > MAX_CELL_LINES || width < 3 ? joinLines(lines.join('\n')) : lines.join('\n');
}

/** As RFC 4180 and spreadsheets quote: only where a line end or a leading quote asks for it. */
const quoted = (text: string): string =>
  text.includes('\n') || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text.replace(/\t/g, ' ');

interface Head {
  readonly row: number;
  readonly rows: 1 | 2;
  readonly columns: Columns;
}

/** Finds the head as the reader of plans would: the first row of column words, and a second one below it. */
export function findHead(grid: Grid): Head | null {
  for (let row = 0; row < Math.min(grid.length, MAX_ABOVE_HEAD); row++) {
    const cells = headCells(grid[row]!);
    const columns = readHeader(cells, false);
    if (!columns) continue;
    const below = grid[row + 1];
    const second = below?.some((slot) => slot.covered === 'above') ? readSecondHeader(columns, headCells(below)) : null;
    return second ? { row, rows: 2, columns: second } : { row, rows: 1, columns };
  }
  return null;
}

const headCells = (row: readonly Slot[]): string[] => row.map((slot) => joinLines(trimLayout(slot.text)));

const headKey = (row: readonly Slot[]): string => headCells(row).join('\t').replace(/[ 　]/g, '');

/** Without columns in which no row has anything of its own: cells whose edges do not quite meet make such columns. */
function withoutEmptyColumns(grid: Grid): Grid {
  const width = grid[0]?.length ?? 0;
  const kept = Array.from({ length: width }, (_, at) => at).filter((at) =>
    grid.some((row) => row[at]!.covered === 'no' && row[at]!.text.trim() !== ''),
  );
  return kept.length === width ? grid : grid.map((row) => kept.map((at) => row[at]!));
}
