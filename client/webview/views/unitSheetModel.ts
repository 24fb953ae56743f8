/** What one unit leads and joins, and how it is written out to be sent: pure functions over rows. */
import type { PageStrings, TaskRow } from '../../src/preview/messages';
import { fill } from '../text';

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

type Texts = Pick<
  PageStrings,
  | 'sheetTitle'
  | 'sheetLeads'
  | 'sheetJoins'
  | 'columnLabel'
  | 'columnText'
  | 'columnLead'
  | 'columnParticipants'
  | 'columnDeadline'
  | 'columnOutcome'
  | 'pair'
  | 'semicolon'
>;

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
  const known = [
    [texts.columnDeadline, row.deadline?.text],
    [texts.columnLead, row.lead.join('、')],
    [texts.columnParticipants, row.participants.join('、')],
    [texts.columnOutcome, row.outcome],
  ].flatMap(([name = '', value]) => (value ? [fill(texts.pair, name ?? '', value)] : []));
  const label = row.label === null ? '' : /[\p{L}\p{N}]$/u.test(row.label) ? `${row.label}. ` : row.label;
  return [`${label}${row.text}`, ...(known.length > 0 ? [`    ${known.join(texts.semicolon)}`] : [])];
}

/** For Word, WPS and mail: a heading and one table for each role, without columns that would stay empty. */
export function sheetAsHtml(sheet: UnitSheet, title: string, texts: Texts): string {
  const cells = (tag: 'td' | 'th', values: readonly string[]): string =>
    `<tr>${values.map((value) => `<${tag}>${escape(value)}</${tag}>`).join('')}</tr>`;
  const part = (heading: string, rows: readonly TaskRow[]): string => {
    if (rows.length === 0) return '';
    const columns = columnsOf(texts).filter(([, valueOf]) => rows.some((row) => valueOf(row) !== ''));
    const names = columns.map(([name]) => name);
    const body = rows.map((row) =>
      cells(
        'td',
        columns.map(([, valueOf]) => valueOf(row)),
      ),
    );
    const table = `<table border="1" cellspacing="0" cellpadding="4">${cells('th', names)}${body.join('')}</table>`;
    return `<h3>${escape(fill(heading, rows.length))}</h3>${table}`;
  };
  const head = `<h2>${escape(fill(texts.sheetTitle, sheet.unit))}</h2><p>${escape(title)}</p>`;
  return head + part(texts.sheetLeads, sheet.leads) + part(texts.sheetJoins, sheet.joins);
}

const columnsOf = (texts: Texts): readonly (readonly [name: string, valueOf: (row: TaskRow) => string])[] => [
  [texts.columnLabel, ({ label }) => label ?? ''],
  [texts.columnText, ({ text }) => text],
  [texts.columnLead, ({ lead }) => lead.join('、')],
  [texts.columnParticipants, ({ participants }) => participants.join('、')],
  [texts.columnDeadline, ({ deadline }) => deadline?.text ?? ''],
  [texts.columnOutcome, ({ outcome }) => outcome ?? ''],
];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
