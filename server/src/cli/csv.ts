import Papa from 'papaparse';

/**
 * Rows as CSV with a byte order mark, so that spreadsheets read the Chinese, and with cells that would be formulas made
 * harmless. Line ends as RFC 4180 has them.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${Papa.unparse(rows as string[][], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
