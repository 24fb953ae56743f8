/** Who has how much to do by when: pure functions over rows. */
import type { TaskRow } from '../../src/preview/messages';
import { dueOf, unitsOf, type Role } from '../filter';

export interface UnitLoad {
  readonly unit: string;
  /** Tasks by year, as `Workload.years` has them. */
  readonly counts: readonly number[];
  readonly total: number;
  /** Tasks it leads, and those it joins. */
  readonly leads: number;
  readonly joins: number;
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
  const byUnit = new Map<string, { counts: number[]; leads: number; joins: number }>();
  for (const [index, row] of rows.entries()) {
    const year = place.get(dues[index] ?? 'none') ?? 0;
    totals[year] = (totals[year] ?? 0) + 1;
    for (const unit of unitsOf(row, role)) {
      let load = byUnit.get(unit);
      if (!load) byUnit.set(unit, (load = { counts: years.map(() => 0), leads: 0, joins: 0 }));
      load.counts[year] = (load.counts[year] ?? 0) + 1;
      if (row.lead.includes(unit)) load.leads++;
      if (row.participants.includes(unit)) load.joins++;
    }
  }
  const units = [...byUnit]
    .map(([unit, load]) => ({ unit, ...load, total: load.counts.reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => b.total - a.total);
  const most = units.reduce((max, { counts }) => Math.max(max, ...counts), 0);
  return { years, units, totals, total: rows.length, most };
}

/** What units are put in order by: their names, a year (its place in `Workload.years`), or a sum. */
export type LoadOrder = 'name' | 'total' | 'leads' | 'joins' | number;

const byName = new Intl.Collator('zh-Hans-CN');

/** The largest first, names from a on; units alike stay as they are. */
export function inOrder(units: readonly UnitLoad[], order: LoadOrder): readonly UnitLoad[] {
  if (order === 'total') return units;
  if (order === 'name') return [...units].sort((a, b) => byName.compare(a.unit, b.unit));
  const valueOf = (load: UnitLoad): number => (typeof order === 'number' ? (load.counts[order] ?? 0) : load[order]);
  return [...units].sort((a, b) => valueOf(b) - valueOf(a));
}

/**
 * How warm a cell is: 0 for nothing, else 1 to 4. By the root of its share, since one collective name (各有关部门) has most of
 * the tasks and all others would look alike beside it.
 */
export function heatOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * 4));
}
