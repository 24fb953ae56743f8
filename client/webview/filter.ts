/** Which rows a person wants to see: pure functions over rows. */
import type { TaskRow } from '../src/preview/messages';

export type Role = 'any' | 'lead' | 'participant';

/** What rows must have, all of it at once; an empty text asks for nothing. */
export interface Wanted {
  /** Words parted by spaces; each must stand somewhere in the row. */
  readonly query: string;
  /** A unit by its name as written. */
  readonly unit: string;
  readonly role: Role;
  /** A year (`2025`), a quarter (`2025Q2`), or `none` for tasks without a last day. */
  readonly due: string;
  /** An outermost heading. */
  readonly section: string;
  /** Only rows something was found in. */
  readonly findings: boolean;
  /** Only rows with this gravest finding, past their last day, or without a lead. */
  readonly only: Only;
}

export const ONLY = ['', 'error', 'warning', 'info', 'hint', 'overdue', 'noLead'] as const;
export type Only = (typeof ONLY)[number];

export const ALL: Wanted = { query: '', unit: '', role: 'any', due: '', section: '', findings: false, only: '' };

export type Matches = (row: TaskRow) => boolean;

const cache = new WeakMap<TaskRow, string>();

/** Everything of a row a person may look for, in one lower-case text; kept as long as the row is. */
function searchText(row: TaskRow): string {
  let text = cache.get(row);
  if (text === undefined) {
    const parts = [row.label, ...row.section, row.heading, row.text, ...row.lead, ...row.participants];
    text = [...parts, row.deadline?.text, row.outcome].filter(Boolean).join('\n').toLowerCase();
    cache.set(row, text);
  }
  return text;
}

/** A test for rows; `null` where nothing is asked for, which all rows pass. `today`: ISO date. */
export function matcherOf(wanted: Wanted, today: string): Matches | null {
  const tests: Matches[] = [];
  const words = wanted.query
    .toLowerCase()
    .split(/[\s\u3000]+/u)
    .filter(Boolean);
  if (words.length > 0) tests.push((row) => words.every((word) => searchText(row).includes(word)));
  const { unit, role, due, section } = wanted;
  if (unit !== '')
    tests.push(
      (row) =>
        (role !== 'participant' && row.lead.includes(unit)) || (role !== 'lead' && row.participants.includes(unit)),
    );
  if (due !== '') tests.push((row) => dueOf(row, due.includes('Q')) === due);
  if (section !== '') tests.push((row) => sectionOf(row) === section);
  const { only } = wanted;
  if (only === 'overdue') tests.push((row) => isOverdue(row, today));
  else if (only === 'noLead') tests.push((row) => row.lead.length === 0);
  else if (only !== '') tests.push((row) => row.severity === only);
  if (wanted.findings) tests.push((row) => row.severity !== null);
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

/** A test for rows that must pass all of `filters`. */
export function matcherOfAll(filters: readonly Wanted[], today: string): Matches | null {
  const tests = filters.map((wanted) => matcherOf(wanted, today)).filter((test) => test !== null);
  if (tests.length < 2) return tests[0] ?? null;
  return (row) => tests.every((test) => test(row));
}

/** Whether a task's last day lies before `today` (ISO date). */
export const isOverdue = ({ deadline }: TaskRow, today: string): boolean => !!deadline?.end && deadline.end < today;

/** The year a task is due in, or its quarter; `none` without a last day. */
export function dueOf({ deadline }: TaskRow, quarter: boolean): string {
  const end = deadline?.end;
  if (!end) return 'none';
  return quarter ? quarterOf(end) : end.slice(0, 4);
}

/** The quarter of an ISO date, such as `2025Q2`. */
export const quarterOf = (date: string): string => `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

export const sectionOf = (row: TaskRow): string => row.section[0] ?? '';

/** The units of a row in a role, each once. */
export function unitsOf(row: TaskRow, role: Role): ReadonlySet<string> {
  return new Set([...(role === 'participant' ? [] : row.lead), ...(role === 'lead' ? [] : row.participants)]);
}

/** A choice of a filter, and how many rows it would leave of all. */
export interface Choice {
  readonly value: string;
  readonly count: number;
}

/** What the rows offer to choose from; `role`: the units are counted in this role. */
export function choicesIn(
  rows: readonly TaskRow[],
  role: Role,
): { readonly units: readonly Choice[]; readonly dues: readonly Choice[]; readonly sections: readonly Choice[] } {
  const [units, years, quarters, sections] = [counter(), counter(), counter(), counter()];
  for (const row of rows) {
    for (const name of unitsOf(row, role)) units.add(name);
    years.add(dueOf(row, false));
    if (row.deadline?.end) quarters.add(dueOf(row, true));
    sections.add(sectionOf(row));
  }
  const inTime = (a: Choice, b: Choice): number => (a.value < b.value ? -1 : 1);
  return {
    units: units.all().sort((a, b) => b.count - a.count),
    dues: [...years.all(), ...(quarters.all().length >= years.all().length ? quarters.all() : [])].sort(inTime),
    sections: sections.all().filter(({ value }) => value !== ''),
  };
}

function counter(): { add(value: string): void; all(): Choice[] } {
  const counts = new Map<string, number>();
  return {
    add: (value) => void counts.set(value, (counts.get(value) ?? 0) + 1),
    all: () => [...counts].map(([value, count]) => ({ value, count })),
  };
}

/** What was kept of a filter over a reload; anything that is not one asks for nothing. */
export function readWanted(value: unknown): Wanted {
  if (typeof value !== 'object' || value === null) return ALL;
  const fields = value as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const role = text('role');
  return {
    query: text('query'),
    unit: text('unit'),
    role: role === 'lead' || role === 'participant' ? role : 'any',
    due: text('due'),
    section: text('section'),
    findings: fields['findings'] === true,
    only: ONLY.find((one) => one === fields['only']) ?? '',
  };
}
