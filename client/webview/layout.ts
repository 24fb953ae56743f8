/** Which rows stand together: pure functions, rows in, blocks out. */
import type { TaskRow } from '../src/preview/messages';

/** A table of its own on the page. */
export interface Cut {
  readonly section: string | null;
  readonly rows: readonly TaskRow[];
}

/**
 * Blocks are what the browser leaves undrawn while they are out of sight, so long sections are cut. A block may grow to
 * `LONGEST` by edits before it is cut again, so that one new row does not move all the others.
 */
const LENGTH = 60;
const LONGEST = 90;

/** Cuts rows into blocks: one per outermost heading, long ones into several. */
export function cut(rows: readonly TaskRow[]): Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  for (let end = 1; end <= rows.length; end++) {
    const section = sectionOf(rows[start]);
    if (end < rows.length && sectionOf(rows[end]) === section) continue;
    const step = end - start > LONGEST ? LENGTH : LONGEST;
    for (; start < end; start += step) cuts.push({ section, rows: rows.slice(start, Math.min(start + step, end)) });
    start = end;
  }
  return cuts;
}

function sectionOf(row: TaskRow | undefined): string | null {
  return row?.section[0] ?? null;
}

/** A cell over several rows: from row `start` (zero-based) on, `count` of them. */
export interface MergedCell {
  readonly start: number;
  readonly count: number;
  readonly text: string;
}

/** The runs of rows with the same 项目 or 分组; a group ends where its project does. */
export function mergedIn(rows: readonly TaskRow[], column: 'project' | 'group'): readonly MergedCell[] {
  const cells: { start: number; count: number; text: string }[] = [];
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1];
    if (before?.[column] === row[column] && before.project === row.project) cells.at(-1)!.count++;
    else cells.push({ start: at, count: 1, text: row[column] });
  }
  return cells;
}

/** The headings between the section and the task, outermost first. */
export function pathOf(row: TaskRow): readonly string[] {
  return row.section.slice(1);
}

/**
 * A heading nearer to the task than its sections (a group of a task list). Null when there is none, or when it would only
 * say again what stands there: the innermost section without its number, or the words the measure begins with.
 */
export function ownHeading(row: TaskRow): string | null {
  const { heading } = row;
  if (heading === null || heading === '' || row.text.startsWith(heading)) return null;
  return row.section.at(-1)?.endsWith(heading) ? null : heading;
}

/**
 * Whether most such headings have several tasks. If so they get a row of their own; if not, that would double the table's
 * height for nothing, and the heading is written above the measure instead.
 */
export function headingsAreWide(rows: readonly TaskRow[]): boolean {
  let headings = 0;
  let headed = 0;
  let before: string | null = null;
  for (const row of rows) {
    const own = ownHeading(row);
    if (own !== null) {
      headed++;
      if (own !== before) headings++;
    }
    before = own;
  }
  return headed >= headings * 1.5;
}
