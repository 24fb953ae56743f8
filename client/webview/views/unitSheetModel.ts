/** What one unit leads and joins, and how it is written out to be sent: pure functions over rows. */
import type { PageStrings, TaskRow } from '../../src/preview/messages';
import { cellText, COLUMNS, columnNames, type ColumnTexts } from '../columns';
import { asHtml, fill } from '../text';

export interface UnitSheet {
  readonly unit: string;
  readonly leads: readonly TaskRow[];
  /** Tasks the unit joins and does not lead. */
  readonly joins: readonly TaskRow[];
}

export function sheetOf(rows: readonly TaskRow[], unit: string): UnitSheet {
  const leads = rows.filter((row) => row.lead.includes(unit));
  const joins = rows.filter((row) => !row.lead.includes(unit) && row.participants.includes(unit));
  return { unit, leads, joins };
}

/** The units a task has besides `unit`: those that lead it, then those that join. */
export function othersOf(row: TaskRow, unit: string): readonly string[] {
  return [...new Set([...row.lead, ...row.participants])].filter((name) => name !== unit);
}

type Texts = ColumnTexts & Pick<PageStrings, 'sheetTitle' | 'sheetLeads' | 'sheetJoins' | 'pair' | 'semicolon'>;

/** For a chat or a mail without tables: a line for each task, what else is known of it in the line below. */
export function sheetAsText(sheet: UnitSheet, title: string, texts: Texts): string {
  const part = (heading: string, rows: readonly TaskRow[]): string[] =>
    rows.length === 0 ? [] : ['', fill(heading, rows.length), ...rows.flatMap((row) => linesOf(row, texts))];
  return [
    fill(texts.sheetTitle, sheet.unit),
    title,
    ...part(texts.sheetLeads, sheet.leads),
    ...part(texts.sheetJoins, sheet.joins),
    '',
  ].join('\n');
}

function linesOf(row: TaskRow, texts: Texts): string[] {
  const names = columnNames(texts);
  const known = (['deadline', 'lead', 'participants', 'outcome'] as const).flatMap((column) => {
    const value = cellText(row, column);
    return value === '' ? [] : [fill(texts.pair, names[column], value)];
  });
  const label = row.label === null ? '' : /[\p{L}\p{N}]$/u.test(row.label) ? `${row.label}. ` : row.label;
  return [`${label}${row.text}`, ...(known.length > 0 ? [`    ${known.join(texts.semicolon)}`] : [])];
}

/** For Word, WPS and mail: a heading and one table for each role, without columns that would stay empty. */
export function sheetAsHtml(sheet: UnitSheet, title: string, texts: Texts): string {
  const cells = (tag: 'td' | 'th', values: readonly string[]): string =>
    `<tr>${values.map((value) => `<${tag}>${asHtml(value)}</${tag}>`).join('')}</tr>`;
  const names = columnNames(texts);
  const part = (heading: string, rows: readonly TaskRow[]): string => {
    if (rows.length === 0) return '';
    const columns = COLUMNS.filter((column) => rows.some((row) => cellText(row, column) !== ''));
    const heads = columns.map((column) => names[column]);
    const body = rows.map((row) => {
      const values = columns.map((column) => cellText(row, column));
      return cells('td', values);
    });
    const table = `<table border="1" cellspacing="0" cellpadding="4">${cells('th', heads)}${body.join('')}</table>`;
    return `<h3>${asHtml(fill(heading, rows.length))}</h3>${table}`;
  };
  const head = `<h2>${asHtml(fill(texts.sheetTitle, sheet.unit))}</h2><p>${asHtml(title)}</p>`;
  return head + part(texts.sheetLeads, sheet.leads) + part(texts.sheetJoins, sheet.joins);
}
