import Papa from 'papaparse';
import type { Locale } from '../../core/text/locale';
import { cellsIn, HEADS, type TaskTable } from './taskTable';

const headOf = (table: TaskTable, locale: Locale): readonly string[] => table.columns.map((id) => HEADS[id][locale]);

const oneLine = (cell: string): string => cell.replace(/[\t\r\n]+/g, ' ');

/**
 * CSV with a byte order mark, so that spreadsheets read the Chinese, and with cells that would be formulas made harmless.
 * Line ends as RFC 4180 has them.
 */
export function toCsv(table: TaskTable, locale: Locale): string {
  const rows = [headOf(table, locale), ...table.rows.map((row) => cellsIn(table, row))];
  return `\ufeff${Papa.unparse(rows as string[][], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

/** Cells parted by tabs, as spreadsheets copy them; line ends inside a cell become spaces. Reads as a plan again. */
export function toTsv(table: TaskTable, locale: Locale): string {
  const rows = [headOf(table, locale), ...table.rows.map((row) => cellsIn(table, row))];
  return `${rows.map((row) => row.map(oneLine).join('\t')).join('\n')}\n`;
}

/** A Markdown table (GFM). Marks in the text stay text. Reads as a plan again. */
export function toMarkdown(table: TaskTable, locale: Locale): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => oneLine(cell).replace(/[\\|]/g, '\\$&')).join(' | ')} |`;
  const head = headOf(table, locale);
  const rows = table.rows.map((row) => line(cellsIn(table, row)));
  return `${[line(head), line(head.map(() => '---')), ...rows].join('\n')}\n`;
}
