import Papa from 'papaparse';
import type { Locale } from '../../core/text/locale';
import { tableLines, type TableForm } from '../../core/features/edits/convert/tableText';
import { cellsIn, HEADS, type TaskTable } from './taskTable';

const headOf = (table: TaskTable, locale: Locale): readonly string[] => table.columns.map((id) => HEADS[id][locale]);

/**
 * CSV with a byte order mark, so that spreadsheets read the Chinese, and with cells that would be formulas made harmless.
 * Line ends as RFC 4180 has them.
 */
export function toCsv(table: TaskTable, locale: Locale): string {
  const rows = [headOf(table, locale), ...table.rows.map((row) => cellsIn(table, row))];
  return `\ufeff${Papa.unparse(rows as string[][], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

/** Cells parted by tabs, as spreadsheets copy them. Reads as a plan again. */
export const toTsv = (table: TaskTable, locale: Locale): string => written('tabs', table, locale);

/** A Markdown table (GFM). Bars in the text stay text. Reads as a plan again. */
export const toMarkdown = (table: TaskTable, locale: Locale): string => written('markdown', table, locale);

function written(form: TableForm, table: TaskTable, locale: Locale): string {
  const rows = table.rows.map((row) => cellsIn(table, row));
  return `${tableLines(form, headOf(table, locale), rows).join('\n')}\n`;
}
