/**
 * The review sheet (审查意见单): what a reviewer sends back. A bundle of its own (`dist/sheet.js`), loaded when a sheet is
 * asked for.
 */
import type { Locale } from '../../core/text/locale';
import { toDocx } from './docx';
import { toHtml } from './html';
import { toMarkdown } from './markdown';
import type { Sheet } from './model';

export { sheetOf, type Sheet, type SheetInput } from './model';

export const SHEET_FORMATS = ['docx', 'md', 'html'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** Sheets in one file. Text formats are UTF-8; the same sheets give the same bytes. */
export function writeSheets(sheets: readonly Sheet[], format: SheetFormat, locale: Locale): Uint8Array {
  if (format === 'docx') return toDocx(sheets, locale);
  return new TextEncoder().encode(format === 'html' ? toHtml(sheets, locale) : toMarkdown(sheets, locale));
}

export { toHtml, toMarkdown };
