/** Rows as the clipboard takes them: a table for Word and mail, cells parted by tabs for spreadsheets. */
import type { PageStrings, TaskRow } from '../src/preview/messages';
import { cellText, columnNames, type AnyColumn } from './columns';
import { asHtml } from './text';

/** Lets `event` copy `rows`; not while words are marked or written, nor without any: then it says `false`. */
export function copyRows(
  event: ClipboardEvent,
  rows: readonly TaskRow[],
  columns: readonly AnyColumn[],
  strings: PageStrings,
): boolean {
  if (event.clipboardData === null || window.getSelection()?.isCollapsed === false || rows.length === 0) return false;
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) return false;
  const { plain, html } = clipboardOf(rows, columns, strings);
  event.clipboardData.setData('text/plain', plain);
  event.clipboardData.setData('text/html', html);
  event.preventDefault();
  return true;
}

/** Both forms of `rows`, with the heads of `columns`. */
export function clipboardOf(
  rows: readonly TaskRow[],
  columns: readonly AnyColumn[],
  strings: PageStrings,
): { readonly plain: string; readonly html: string } {
  const names = columnNames(strings);
  const lines = [
    columns.map((column) => names[column]),
    ...rows.map((row) => columns.map((column) => cellText(row, column))),
  ];
  const plain = lines.map((line) => line.map(tabCell).join('\t')).join('\n');
  const htmlRows = lines.map((line, at) => {
    const tag = at === 0 ? 'th' : 'td';
    // Spreadsheets would make dates of 2-1, numbers of 1.2 and formulas of =1+1: Excel and WPS are told by the style, LibreOffice
    // by the attribute. Written as text: elements with a style would break the policy.
    const cells = line.map(
      (text) => `<${tag} style="mso-number-format:'\\@'" sdnum="1033;0;@">${asHtml(text)}</${tag}>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return { plain, html: `<meta charset="utf-8"><table>${htmlRows.join('')}</table>` };
}

/**
 * As spreadsheets write it: a cell with a tab, a line end or a quotation mark stands in quotation marks. What would be a formula
 * is made harmless, as exports do.
 */
function tabCell(text: string): string {
  const harmless = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[\t\r\n"]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
