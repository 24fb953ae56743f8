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

/** The headings between the section and the task, as one line; null where the task stands directly in its section. */
export function groupOf(row: TaskRow): string | null {
  const path = row.section.slice(1);
  const last = row.section.at(-1);
  if (row.heading !== null && row.heading !== last) path.push(row.heading);
  return path.length > 0 ? path.join(' › ') : null;
}

/**
 * Whether most groups have several tasks. If so they get a heading row of their own; if not, that would double the
 * table's height for nothing, and the heading is written above the measure instead.
 */
export function groupsAreWide(rows: readonly TaskRow[]): boolean {
  let groups = 0;
  let grouped = 0;
  let before: string | null = null;
  for (const row of rows) {
    const group = groupOf(row);
    if (group !== null) {
      grouped++;
      if (group !== before) groups++;
    }
    before = group;
  }
  return grouped >= groups * 1.5;
}
