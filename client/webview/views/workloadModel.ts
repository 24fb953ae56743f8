/** Who has how much to do by when: pure functions over rows. */
import type { TaskRow } from '../../src/preview/messages';
import { dueOf, type Role } from '../filter';

export interface UnitLoad {
  readonly unit: string;
  /** Tasks by year, as `Workload.years` has them. */
  readonly counts: readonly number[];
  readonly total: number;
}

export interface Workload {
  /** Years in order; `none` comes last, where tasks have no last day. */
  readonly years: readonly string[];
  /** The most loaded first; units alike in the order of the text. */
  readonly units: readonly UnitLoad[];
  /** All tasks by year, also those no unit has in this role. */
  readonly totals: readonly number[];
  readonly total: number;
  /** The largest number in a cell. */
  readonly most: number;
}

/** A unit that leads and joins the same task has it once. */
export function workloadOf(rows: readonly TaskRow[], role: Role): Workload {
  const dues = rows.map((row) => dueOf(row, false));
  const years = [...new Set(dues)].sort((a, b) => (a === 'none' ? 1 : b === 'none' ? -1 : a < b ? -1 : 1));
  const place = new Map(years.map((year, index) => [year, index]));
  const totals = years.map(() => 0);
  const byUnit = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const year = place.get(dues[index] ?? 'none') ?? 0;
    totals[year] = (totals[year] ?? 0) + 1;
    for (const unit of unitsOf(row, role)) {
      let counts = byUnit.get(unit);
      if (!counts) byUnit.set(unit, (counts = years.map(() => 0)));
      counts[year] = (counts[year] ?? 0) + 1;
    }
  }
  const units = [...byUnit]
    .map(([unit, counts]) => ({ unit, counts, total: counts.reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => b.total - a.total);
  const most = units.reduce((max, { counts }) => Math.max(max, ...counts), 0);
  return { years, units, totals, total: rows.length, most };
}

/** The units of a row in a role, each once. */
export function unitsOf(row: TaskRow, role: Role): ReadonlySet<string> {
  return new Set([...(role === 'participant' ? [] : row.lead), ...(role === 'lead' ? [] : row.participants)]);
}

/** How warm a cell is: 0 for nothing, else 1 to 4. */
export function heatOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4));
}
