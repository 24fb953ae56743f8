import type { HeaderRow, Row } from '../../../core/syntax/block';
import type { Joined } from '../../../core/syntax/joined';
import { looksTabular, splitBars, splitTabs, withBreaks, type ColumnRole } from '../../../core/syntax/table';

/** A cell of a table as it is printed. */
export interface Slot {
  readonly text: string;
  /** How many columns it takes. */
  readonly across: number;
  /** Its place in a run of rows merged into one cell. */
  readonly down: 'single' | 'first' | 'covered';
}

/** A table as it stands in the text: `heads` are repeated on each page. All rows take as many columns as `roles` has. */
export interface TextTable {
  readonly roles: readonly ColumnRole[];
  readonly heads: readonly (readonly Slot[])[];
  readonly rows: readonly (readonly Slot[])[];
}

/** A row before it is fitted into its table; `across`: it is one cell over all columns (一、知识产权保护方面). */
export type DraftRow = { readonly cells: readonly string[] } | { readonly across: string };

const MERGED: readonly ColumnRole[] = ['project', 'group'];

/** Puts a table together. Cells of 项目 and 分组 left empty belong to the one above, as merged cells are written. */
export function textTable(
  roles: readonly ColumnRole[],
  heads: readonly (readonly string[])[],
  rows: readonly DraftRow[],
): TextTable {
  const least = Math.max(roles.length, 1, ...heads.map(({ length }) => length));
  const width = rows.reduce((most, row) => Math.max(most, 'cells' in row ? row.cells.length : 1), least);
  const all = Array.from({ length: width }, (_, at) => roles[at] ?? 'other');
  return { roles: all, heads: headRows(heads, width), rows: bodyRows(rows, all) };
}

function headRows(heads: readonly (readonly string[])[], width: number): readonly (readonly Slot[])[] {
  const grid = heads.map((cells) => Array.from({ length: width }, (_, at) => (cells[at] ?? '').trim()));
  return grid.map((cells, row) => {
    const slots: Slot[] = [];
    for (let at = 0; at < width;) {
      const under = row > 0 && cells[at] === '' && grid[row - 1]![at] !== '';
      let across = 1;
      // 主要任务 over two columns: the second head is empty, and nothing stands below it that would fill it.
      while (!under && at + across < width && cells[at + across] === '' && row === 0) across++;
      const over = row + 1 < grid.length && across === 1 && grid[row + 1]![at] === '';
      slots.push({ text: cells[at]!, across, down: under ? 'covered' : over ? 'first' : 'single' });
      at += across;
    }
    return slots;
  });
}

function bodyRows(rows: readonly DraftRow[], roles: readonly ColumnRole[]): readonly (readonly Slot[])[] {
  const grid = rows.map((row) =>
    'cells' in row ? roles.map((_, at) => (row.cells[at] ?? '').replace(/\*\*/g, '').trim()) : null,
  );
  const merges = (row: number, at: number): boolean =>
    MERGED.includes(roles[at]!) && row > 0 && grid[row]?.[at] === '' && grid[row - 1] !== null;
  return grid.map((cells, row) => {
    if (!cells) return [{ text: (rows[row] as { across: string }).across, across: roles.length, down: 'single' }];
    return cells.map((text, at): Slot => {
      const down = merges(row, at) ? 'covered' : merges(row + 1, at) ? 'first' : 'single';
      return { text, across: 1, down };
    });
  });
}

/** The cells of a row: those its columns know, and in the last of them what the line has beyond. */
export function cellsOf(row: Row | HeaderRow, lines: readonly string[]): readonly string[] {
  const cells = row.cells.map(plainCell);
  if (row.kind === 'header' || row.slipped > 0) return cells;
  const beyond = splitLine(lines.slice(row.line, row.endLine + 1))
    .slice(cells.length)
    .map(plainCell)
    .filter((text) => text.trim() !== '');
  return beyond.length === 0 ? cells : [...cells.slice(0, -1), [cells.at(-1) ?? '', ...beyond].join('\n').trim()];
}

/** The cells of a line that is part of a table nobody knows; `null` where it is none. */
export function cellsOfLine(line: string): readonly string[] | null {
  return looksTabular(line) === null ? null : splitLine([line]).map(plainCell);
}

function splitLine(lines: readonly string[]): readonly Joined[] {
  return looksTabular(lines[0]!) === 'markdown' ? splitBars(lines[0]!, 0).map(withBreaks) : splitTabs(lines, 0).cells;
}

/** A quote inside a quoted cell is doubled, a bar inside a Markdown cell has a backslash. */
const plainCell = ({ text, pieces }: Joined): string =>
  pieces[0]!.character > 0 && text.includes('""') ? text.replace(/""/g, '"') : text.replace(/\\\|/g, '|');
