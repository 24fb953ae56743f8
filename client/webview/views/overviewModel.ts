/** The figures of a plan at a glance: pure functions over rows. */
import type { TaskRow } from '../../src/preview/messages';
import { dueOf, isOverdue, quarterOf, type Choice } from '../filter';
import { workloadOf } from './workloadModel';

export type Severity = NonNullable<TaskRow['severity']>;

export interface Overview {
  readonly tasks: number;
  readonly leads: number;
  /** Units in any role. */
  readonly units: number;
  /** Tasks whose last day was before today. Whether they were done the plan does not say. */
  readonly overdue: number;
  /** Tasks due in the quarter of today, `quarter`. */
  readonly thisQuarter: number;
  readonly quarter: string;
  readonly noLead: number;
  readonly noDue: number;
  /** Quarters in which something is due, in order; years instead, where there are too many quarters to look at. */
  readonly dues: readonly Choice[];
  /** Tasks by their worst finding, the gravest first. */
  readonly severities: readonly { readonly severity: Severity; readonly count: number }[];
  /** The units that lead most. */
  readonly loads: readonly Choice[];
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
const MOST_DUES = 24;
const MOST_LOADS = 10;

/** `today`: ISO date. */
export function overviewOf(rows: readonly TaskRow[], today: string): Overview {
  const quarter = quarterOf(today);
  const quarters = countBy(rows, (row) => dueOf(row, true));
  const count = (test: (row: TaskRow) => boolean): number => rows.filter(test).length;
  const leads = workloadOf(rows, 'lead').units;
  return {
    tasks: rows.length,
    leads: leads.length,
    units: workloadOf(rows, 'any').units.length,
    overdue: count((row) => isOverdue(row, today)),
    thisQuarter: count((row) => dueOf(row, true) === quarter),
    quarter,
    noLead: count((row) => row.lead.length === 0),
    noDue: count((row) => dueOf(row, false) === 'none'),
    dues: quarters.length > MOST_DUES ? countBy(rows, (row) => dueOf(row, false)) : quarters,
    severities: SEVERITIES.map((severity) => ({ severity, count: count((row) => row.severity === severity) })),
    loads: leads.slice(0, MOST_LOADS).map(({ unit, total }) => ({ value: unit, count: total })),
  };
}

/** How many rows have which time, in order; those without one are left out. */
function countBy(rows: readonly TaskRow[], due: (row: TaskRow) => string): readonly Choice[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(due(row), (counts.get(due(row)) ?? 0) + 1);
  counts.delete('none');
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1));
}
