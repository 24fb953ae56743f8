/** In which order rows stand, and under which headings: pure functions over rows. */
import type { TaskRow } from '../src/preview/messages';
import { dueOf } from './filter';

export type GroupBy = 'section' | 'lead' | 'year';
export type SortBy = 'text' | 'due' | 'lead' | 'findings';

export interface Arrangement {
  readonly group: GroupBy;
  readonly sort: SortBy;
}

/** As the text has them. */
export const AS_WRITTEN: Arrangement = { group: 'section', sort: 'text' };

/** What groups without a name are called. */
export interface GroupNames {
  readonly noLead: string;
  readonly noDue: string;
  /** With `{0}` for the year. */
  readonly year: string;
}

const GRAVITY = ['error', 'warning', 'info', 'hint'];

/**
 * The rows in another order. Grouped by something else than sections, a row's section is the group it stands in. Rows that
 * are alike keep the order of the text. A task with several leads stands under the first.
 */
export function arrange(rows: readonly TaskRow[], how: Arrangement, names: GroupNames): readonly TaskRow[] {
  const { group, sort } = how;
  if (group === 'section' && sort === 'text') return rows;
  const sorted = sort === 'text' ? [...rows] : [...rows].sort((a, b) => compare(sortKey(a, sort), sortKey(b, sort)));
  if (group === 'section') {
    // Sections stay where they are; rows move within them.
    const place = new Map<string, number>();
    for (const row of rows) if (!place.has(row.section[0] ?? '')) place.set(row.section[0] ?? '', place.size);
    return sorted.sort((a, b) => place.get(a.section[0] ?? '')! - place.get(b.section[0] ?? '')!);
  }
  const groups = new Map<string, TaskRow[]>();
  for (const row of sorted) {
    const key = group === 'lead' ? (row.lead[0] ?? '') : dueOf(row, false);
    const same = groups.get(key);
    if (same) same.push(row);
    else groups.set(key, [row]);
  }
  const keys = [...groups.keys()].sort((a, b) =>
    group === 'year' ? compare(a, b) : groups.get(b)!.length - groups.get(a)!.length,
  );
  const nameOf = (key: string): string => {
    if (group === 'lead') return key === '' ? names.noLead : key;
    return key === 'none' ? names.noDue : names.year.replace('{0}', key);
  };
  // Tasks that lack what they are grouped by come last.
  const named = keys.filter((key) => key !== '' && key !== 'none');
  const rest = keys.filter((key) => key === '' || key === 'none');
  return [...named, ...rest].flatMap((key) => groups.get(key)!.map((row) => underGroup(row, nameOf(key))));
}

const LAST = '\uffff';

function sortKey(row: TaskRow, by: Exclude<SortBy, 'text'>): string {
  if (by === 'due') return row.deadline?.end ?? LAST;
  if (by === 'lead') return row.lead[0] ?? LAST;
  return row.severity === null ? LAST : String(GRAVITY.indexOf(row.severity));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const moved = new WeakMap<TaskRow, TaskRow>();

/** The row under another heading; the same object as long as neither changes, so that it is not painted anew. */
function underGroup(row: TaskRow, group: string): TaskRow {
  const known = moved.get(row);
  if (known?.section[0] === group) return known;
  const made = { ...row, section: [group], heading: null, project: group, group: '' };
  moved.set(row, made);
  return made;
}

/** What was kept of an arrangement over a reload. */
export function readArrangement(value: unknown): Arrangement {
  if (typeof value !== 'object' || value === null) return AS_WRITTEN;
  const { group, sort } = value as { readonly group?: unknown; readonly sort?: unknown };
  return {
    group: group === 'lead' || group === 'year' ? group : 'section',
    sort: sort === 'due' || sort === 'lead' || sort === 'findings' ? sort : 'text',
  };
}

/** The splice that turns one list of rows into another; `null` when they are the same. */
export function spliceBetween(
  before: readonly TaskRow[],
  after: readonly TaskRow[],
): { readonly start: number; readonly deleteCount: number; readonly rows: readonly TaskRow[] } | null {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const deleteCount = before.length - start - tail;
  const rows = after.slice(start, after.length - tail);
  return deleteCount === 0 && rows.length === 0 ? null : { start, deleteCount, rows };
}
