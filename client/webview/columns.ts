/** The columns: what stands in them, which are shown, how wide they are. Nothing of the page is in here. */
import type { PageStrings, TaskRow } from '../src/preview/messages';

/** What a task says of itself. */
export const COLUMNS = ['label', 'text', 'lead', 'participants', 'deadline', 'outcome'] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * Columns merged over the rows they hold, as the official table has them. Where there is no room for them, headings say the
 * same.
 */
export const MERGED = ['project', 'group'] as const;
export type MergedColumn = (typeof MERGED)[number];

export const ALL_COLUMNS = [...MERGED, ...COLUMNS] as const;
export type AnyColumn = Column | MergedColumn;

/** Columns a person may hide; a table without number and measure would be none. */
export const HIDEABLE: readonly AnyColumn[] = [...MERGED, 'lead', 'participants', 'deadline', 'outcome'];

export type ColumnTexts = Pick<PageStrings, `column${Capitalize<AnyColumn>}`>;

export function columnNames(strings: ColumnTexts): Readonly<Record<AnyColumn, string>> {
  return {
    project: strings.columnProject,
    group: strings.columnGroup,
    label: strings.columnLabel,
    text: strings.columnText,
    lead: strings.columnLead,
    participants: strings.columnParticipants,
    deadline: strings.columnDeadline,
    outcome: strings.columnOutcome,
  };
}

/** What a cell says, in plain words; units joined by `、`. */
export const cellText = (row: TaskRow, column: AnyColumn): string => {
  switch (column) {
    case 'project':
    case 'group':
      return row[column];
    case 'label':
      return row.label ?? '';
    case 'text':
      return row.text;
    case 'lead':
      return row.lead.join('、');
    case 'participants':
      return row.participants.join('、');
    case 'deadline':
      return row.deadline?.text ?? '';
    case 'outcome':
      return row.outcome ?? '';
  }
};

/** What a person made of the columns. Widths in CSS pixels; columns that are not named have their own. */
export interface ColumnChoice {
  readonly hidden: readonly AnyColumn[];
  readonly widths: Readonly<Partial<Record<AnyColumn, number>>>;
}

export const EVERYTHING: ColumnChoice = { hidden: [], widths: {} };

/** The columns there are on the page, in order. */
export const shownColumns = ({ hidden }: ColumnChoice, merged: boolean): readonly AnyColumn[] =>
  (merged ? ALL_COLUMNS : COLUMNS).filter((column) => !hidden.includes(column));

/** How many columns a heading of a group spans: all that are shown but the outcome, which has a cell of its own. */
export const spanOf = ({ hidden }: ColumnChoice): number =>
  COLUMNS.filter((column) => column !== 'outcome' && !hidden.includes(column)).length;

/** What was kept of a choice over a reload. */
export function readColumns(value: unknown): ColumnChoice {
  if (typeof value !== 'object' || value === null) return EVERYTHING;
  const { hidden, widths } = value as { readonly hidden?: unknown; readonly widths?: unknown };
  const known = (widths ?? {}) as Readonly<Record<string, unknown>>;
  return {
    hidden: HIDEABLE.filter((column) => Array.isArray(hidden) && hidden.includes(column)),
    widths: Object.fromEntries(
      ALL_COLUMNS.flatMap((column) => (typeof known[column] === 'number' ? [[column, known[column]]] : [])),
    ),
  };
}
