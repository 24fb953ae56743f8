/**
 * Plans as other programs want them. A bundle of its own (`dist/export.js`), loaded when something is exported; the
 * editor and the command line call the same function, so both give the same bytes.
 */
import type { Plan } from '../../core/plan/plan';
import type { Locale } from '../../core/text/locale';
import { toHtml } from './html';
import { toIcs } from './ics';
import { tasksAsJson } from './json';
import { COLUMN_IDS, taskTableOf, type ColumnId } from './taskTable';
import { toXlsx } from './xlsx';
import { toCsv, toMarkdown, toTsv } from './text';

export { COLUMN_IDS, type ColumnId };

/** What a plan can be exported to. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'tsv', 'md', 'html', 'json', 'ics'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats whose files are no text. */
export const BINARY_FORMATS: readonly ExportFormat[] = ['xlsx'];

export interface ExportRequest {
  readonly plan: Plan;
  /** The name of the plan's file, without folders: what stands in for a missing title, and in JSON. */
  readonly file: string;
  readonly format: ExportFormat;
  readonly locale: Locale;
  /** Columns of the task table, in order; `null`: those that say something. */
  readonly columns: readonly ColumnId[] | null;
  /** For calendars: only what this unit leads or joins; `null`: all tasks. */
  readonly unit: string | null;
}

/** The bytes of the exported file. The same request gives the same bytes, on any day and machine. Texts are UTF-8. */
export async function exportPlan(request: ExportRequest): Promise<Uint8Array> {
  const { plan, file, format, locale, columns, unit } = request;
  // Programs that read these want the same columns for every plan.
  const table = taskTableOf(plan, file, columns ?? (format === 'csv' || format === 'tsv' ? COLUMN_IDS : null));
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  switch (format) {
    case 'xlsx':
      return toXlsx(table, locale);
    case 'csv':
      return text(toCsv(table, locale));
    case 'tsv':
      return text(toTsv(table, locale));
    case 'md':
      return text(toMarkdown(table, locale));
    case 'html':
      return text(toHtml(table, locale));
    case 'ics':
      return text(toIcs(plan, file, locale, unit));
    case 'json':
      return text(`${JSON.stringify(tasksAsJson(plan, file))}\n`);
  }
}
