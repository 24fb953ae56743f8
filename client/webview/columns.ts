/** The columns: which are shown, how wide they are. */
import type { PageStrings } from '../src/preview/messages';

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

export function columnNames(strings: PageStrings): Readonly<Record<AnyColumn, string>> {
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

/** What a person made of the columns. Widths in CSS pixels; columns that are not named have their own. */
export interface ColumnChoice {
  readonly hidden: readonly AnyColumn[];
  readonly widths: Readonly<Partial<Record<AnyColumn, number>>>;
}

export const EVERYTHING: ColumnChoice = { hidden: [], widths: {} };

const MIN_WIDTH = 48;

/** Applies a choice to the page: classes hide columns, custom properties set widths, for every table at once. */
export function applyColumns({ hidden, widths }: ColumnChoice): void {
  for (const column of HIDEABLE) document.body.classList.toggle(`hide-${column}`, hidden.includes(column));
  for (const column of ALL_COLUMNS) {
    const width = widths[column];
    const name = `--width-${column}`;
    if (width === undefined) document.documentElement.style.removeProperty(name);
    else document.documentElement.style.setProperty(name, `${Math.max(MIN_WIDTH, Math.round(width))}px`);
  }
}

/** Where 项目 and 分组 have room for columns of their own. */
const WIDE = '(width >= 1100px)';

/** Makes the page the official table where there is room, else one with headings; `changed` is told at once and ever after. */
export function followWidth(changed: (merged: boolean) => void, signal: AbortSignal): void {
  const wide = window.matchMedia(WIDE);
  const apply = (): void => {
    document.body.classList.toggle('merged-columns', wide.matches);
    // There are no headings that stay in sight then.
    document.documentElement.style.setProperty('--heading', wide.matches ? '4px' : '52px');
    changed(wide.matches);
  };
  wide.addEventListener('change', apply, { signal });
  apply();
}

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

/**
 * Lets a person drag the right edge of a column head. `changed` gets the width in pixels when the drag ends, `null` after a
 * double click, which gives the column its own width back.
 */
export function makeResizable(head: HTMLElement, column: AnyColumn, changed: (width: number | null) => void): void {
  const grip = document.createElement('span');
  grip.className = 'grip';
  grip.addEventListener('pointerdown', (down) => {
    down.preventDefault();
    grip.setPointerCapture(down.pointerId);
    const start = head.getBoundingClientRect().width;
    let width = start;
    const move = (event: PointerEvent): void => {
      width = Math.max(MIN_WIDTH, start + event.clientX - down.clientX);
      document.documentElement.style.setProperty(`--width-${column}`, `${Math.round(width)}px`);
    };
    grip.addEventListener('pointermove', move);
    grip.addEventListener(
      'lostpointercapture',
      () => {
        grip.removeEventListener('pointermove', move);
        if (width !== start) changed(Math.round(width));
      },
      { once: true },
    );
  });
  grip.addEventListener('dblclick', () => changed(null));
  head.append(grip);
}
