import type { ColumnRole } from '../../core/syntax/table';
import { widthOf } from './measure';
import { cellsIn, HEADS, type TaskTable } from './taskTable';

/** What columns of a few words take of the width, in hundredths, as task tables are usually drawn. */
const SHARES: Readonly<Partial<Record<ColumnRole, number>>> = {
  project: 7,
  index: 5.2,
  deadline: 9.5,
  person: 8,
};
/** No column of text is narrower, in hundredths of the width. */
const LEAST_SHARE = 9;
/** Characters left free beside numbers: not every program has the digits of our fonts, and a narrow column breaks （14） in two. */
const INDEX_SLACK = 0.4;
/** Numbers such as （二十一） stay on one line up to this share. */
const MOST_INDEX = 10;
/** Below 1: columns that hold little get more than their part, since their longest cell makes a row high. */
const FLATTEN = 0.75;

/** Lengths on paper, in one unit. */
export interface Measures {
  /** The width of all columns. */
  readonly total: number;
  /** A Chinese character. */
  readonly character: number;
  /** What a cell leaves free, both sides together. */
  readonly padding: number;
}

/**
 * Widths of columns, whole numbers that make up the total: columns of a few words have their usual width; the others share
 * what is left by how much they hold, so that rows are as low as they can be. All rows have a cell for each role.
 */
export function columnWidths(
  roles: readonly ColumnRole[],
  heads: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
  { total, character, padding }: Measures,
): readonly number[] {
  const fixed = roles.map((role, at) => {
    const usual = SHARES[role] ?? 0;
    if (role !== 'index') return usual;
    const most = rows.reduce((wide, row) => Math.max(wide, widthOf(row[at]!)), 0);
    return Math.min(MOST_INDEX, Math.max(usual, (((most + INDEX_SLACK) * character + padding) / total) * 100));
  });
  const weights = roles.map((_, at) => {
    if (fixed[at]! > 0) return 0;
    const mean = rows.reduce((sum, row) => sum + row[at]!.length, 0) / Math.max(rows.length, 1);
    return Math.max(mean, 1, ...heads.map((row) => row[at]?.length ?? 0)) ** FLATTEN;
  });
  const free = 100 - fixed.reduce((sum, share) => sum + share, 0);
  const shares = shareOut(weights, Math.max(free, 0)).map((share, at) => share + fixed[at]!);
  const sum = shares.reduce((all, share) => all + share, 0);
  const widths = shares.map((share) => Math.floor((share / sum) * total));
  const rest = total - widths.reduce((all, width) => all + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}

/** Those of a task table. */
export const tableWidths = (table: TaskTable, measures: Measures): readonly number[] =>
  columnWidths(
    table.columns,
    [table.columns.map((id) => HEADS[id].zh)],
    table.rows.map((row) => cellsIn(table, row)),
    measures,
  );

/** Parts of `free` in proportion to the weights above 0, none of them below the least share. */
function shareOut(weights: readonly number[], free: number): readonly number[] {
  const least = Math.min(LEAST_SHARE, free / Math.max(weights.filter((weight) => weight > 0).length, 1));
  let [small, room] = [new Set<number>(), free];
  for (;;) {
    const sum = weights.reduce((all, weight, at) => (small.has(at) ? all : all + weight), 0);
    const low = weights.flatMap((weight, at) =>
      weight > 0 && !small.has(at) && (weight / sum) * room < least ? [at] : [],
    );
    if (low.length === 0)
      return weights.map((weight, at) => (weight === 0 ? 0 : small.has(at) ? least : (weight / sum) * room));
    small = new Set([...small, ...low]);
    room -= low.length * least;
  }
}
