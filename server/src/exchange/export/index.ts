/**
 * Plans as other programs want them. A bundle of its own (`dist/export.js`), loaded when something is exported; the
 * editor and the command line call the same function, so both give the same bytes.
 */
import { STANDARD_LAYOUT, type Layout } from '../../core/plan/layout';
import type { Plan } from '../../core/plan/plan';
import { say, type Locale } from '../../core/text/locale';
import { planToDocx, tableToDocx, type WordFile } from './docx';
import { toHtml } from './html';
import { toIcs } from './ics';
import { tasksAsJson } from './json';
import { COLUMN_IDS, taskTableOf, type ColumnId } from './taskTable';
import { toXlsx } from './xlsx';
import { toCsv, toMarkdown, toTsv } from './text';

export { COLUMN_IDS, type ColumnId };

/** What a plan can be exported to. */
export const EXPORT_FORMATS = ['docx', 'xlsx', 'csv', 'tsv', 'md', 'html', 'json', 'ics'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats whose files are no text. */
export const BINARY_FORMATS: readonly ExportFormat[] = ['docx', 'xlsx'];

export interface ExportRequest {
  readonly plan: Plan;
  /** The name of the plan's file, without folders: what stands in for a missing title, and in JSON. */
  readonly file: string;
  readonly format: ExportFormat;
  readonly locale: Locale;
  /** Columns of the task table, in order; `null`: those that say something. */
  readonly columns: readonly ColumnId[] | null;
  /** Only what this unit leads or joins; `null`: all tasks. JSON always has all. */
  readonly unit: string | null;
  /** For Word: the task table alone instead of the whole plan. */
  readonly table?: boolean;
  /** For Word; without it the standard's. */
  readonly layout?: Layout;
}

/** An exported file. */
export interface Exported {
  /** The same request gives the same bytes, on any day and machine. Texts are UTF-8. */
  readonly bytes: Uint8Array;
  /** What is not in the file, and where its layout is not the standard's, a sentence each. */
  readonly remarks: readonly string[];
}

export async function exportPlan(request: ExportRequest): Promise<Exported> {
  if (request.format !== 'docx') return { bytes: await write(request, request.format), remarks: [] };
  const { bytes, remarks } = toDocx(request);
  return { bytes, remarks: remarks.map(({ message, args }) => say(message, request.locale, args)) };
}

function toDocx({ plan, file, table, columns, locale, layout = STANDARD_LAYOUT }: ExportRequest): WordFile {
  return table ? tableToDocx(taskTableOf(plan, file, columns), layout, locale) : planToDocx(plan, file, layout);
}

async function write(request: ExportRequest, format: Exclude<ExportFormat, 'docx'>): Promise<Uint8Array> {
  const { plan, file, locale, columns, unit } = request;
  // Programs that read these want the same columns for every plan.
  const table = taskTableOf(plan, file, columns ?? (format === 'csv' || format === 'tsv' ? COLUMN_IDS : null), unit);
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
