/**
 * Plans as other programs want them. A bundle of its own (`dist/export.js`), loaded when something is exported; the
 * editor and the command line call the same function, so both give the same bytes.
 */
import { STANDARD_LAYOUT, type Layout, type Remark } from '../../core/plan/layout';
import type { Plan } from '../../core/plan/plan';
import { tasksUnplaced } from '../../core/plan/tasks';
import { say, type Locale, type Message } from '../../core/text/locale';
import { planToDocx, tableToDocx, unitToDocx } from './docx';
import { toHtml } from './html';
import { toIcs } from './ics';
import { tasksAsJson } from './json';
import { COLUMN_IDS, roleOf, taskTableOf, type ColumnId, type TaskTable } from './taskTable';
import { toCsv, toMarkdown, toTsv } from './text';
import type { Written } from './written';
import { toXlsx } from './xlsx';

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
  /** Only what this unit leads or joins, in Word as a sheet to be sent to it; `null`: all tasks. JSON always has all. */
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

export function exportPlan(request: ExportRequest): Exported {
  const { bytes, remarks } = write(request);
  const empty = emptiness(request);
  return {
    bytes,
    remarks: [...(empty ? [empty] : []), ...remarks].map(({ message, args }) => say(message, request.locale, args)),
  };
}

const EMPTY = {
  tasks: {
    zh: '文稿中没有读到任务，导出的表是空的。',
    en: 'No task was found in the document; the table is empty.',
  },
  unit: {
    zh: '文稿中没有写明由“{unit}”牵头或参加的任务；单位名称要与文稿里的写法一致。',
    en: 'The document names “{unit}” for no task; the name has to be as the document writes it.',
  },
  dates: {
    zh: '没有任务写明截止日期，日历是空的。',
    en: 'No task has a last day; the calendar is empty.',
  },
} as const satisfies Record<string, Message>;

/** Why a file has nothing in it, which nobody should find out by opening it. */
function emptiness({ plan, format, table, unit }: ExportRequest): Remark | null {
  if (format === 'json' || (format === 'docx' && !table && unit === null)) return null;
  const tasks = tasksUnplaced(plan);
  if (tasks.length === 0) return { message: EMPTY.tasks, args: {} };
  const theirs = unit === null ? tasks : tasks.filter((task) => roleOf(task, unit) !== null);
  if (theirs.length === 0) return { message: EMPTY.unit, args: { unit: unit! } };
  return format === 'ics' && theirs.every(({ deadline }) => !deadline?.end) ? { message: EMPTY.dates, args: {} } : null;
}

export interface PrintRequest {
  readonly plan: Plan;
  /** What stands in for a missing title. */
  readonly file: string;
  readonly locale: Locale;
  /** Which tasks, in this order, by their index (zero-based) in the plan; `null`: all as written. */
  readonly tasks: readonly number[] | null;
  /** Columns to leave out. */
  readonly hidden: readonly string[];
  /** A line below the title. */
  readonly note: string;
}

/** A page that has itself printed: the exported page with the rows and columns that somebody looks at. */
export function printPage({ plan, file, locale, tasks, hidden, note }: PrintRequest): string {
  const all = taskTableOf(plan, file);
  const rows = tasks?.flatMap((at) => all.rows[at] ?? []) ?? all.rows;
  return toHtml({ ...all, columns: all.columns.filter((id) => !hidden.includes(id)), rows }, locale, { note });
}

function write(request: ExportRequest): Written {
  const { plan, file, format, locale, columns, unit } = request;
  const table = (usual: readonly ColumnId[] | null = null): TaskTable =>
    taskTableOf(plan, file, columns ?? usual, unit);
  switch (format) {
    case 'docx':
      return toDocx(request);
    case 'xlsx':
      return toXlsx(table(), locale);
    // Programs that read these want the same columns for every plan.
    case 'csv':
      return text(toCsv(table(COLUMN_IDS), locale));
    case 'tsv':
      return text(toTsv(table(COLUMN_IDS), locale));
    case 'md':
      return text(toMarkdown(table(), locale));
    case 'html':
      return text(toHtml(table(), locale));
    case 'ics':
      return text(toIcs(plan, file, locale, unit));
    case 'json':
      return text(`${JSON.stringify(tasksAsJson(plan, file))}\n`);
  }
}

const text = (words: string): Written => ({ bytes: new TextEncoder().encode(words), remarks: [] });

function toDocx({ plan, file, table, columns, unit, locale, layout = STANDARD_LAYOUT }: ExportRequest): Written {
  if (unit !== null) {
    const duties = { ...taskTableOf(plan, file, columns, unit), title: plan.facts.title ?? file };
    return unitToDocx(duties, { unit, columns, layout, locale });
  }
  return table ? tableToDocx(taskTableOf(plan, file, columns), layout, locale) : planToDocx(plan, file, layout);
}
