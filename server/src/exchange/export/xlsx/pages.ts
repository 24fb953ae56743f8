/** What the sheet looks like on paper: widths, heights, where pages end, what is merged on each. */
import { linesIn } from '../measure';
import { pageStarts } from '../pages';
import { spansOf, type ColumnId, type TaskTable } from '../taskTable';
import { tableWidths } from '../widths';

/**
 * What fits an A4 page across at full size, in the unit of column widths: digits of the normal font (宋体 11: 8 pixels of
 * 1/96 inch, and 5 more a column). 297 mm less margins of 15 mm are 1009 pixels; characters of 10.5 points are 14.
 */
const PAPER = { total: 120, character: 14 / 8, padding: 5 / 8 } as const;

/** Points. A4 across is 595 high; margins of 15 mm and 18 mm and a line for the page number go off. */
const PAGE_HEIGHT = 490;
const LINE_HEIGHT = 14.5;
const ROW_PADDING = 5;
const ONE_LINE = LINE_HEIGHT + ROW_PADDING;
export const TITLE_HEIGHT = 36;
export const HEAD_HEIGHT = 24;
/** Excel takes no higher row. */
const MAX_ROW_HEIGHT = 409;

/** Rows of one page that share a cell of 项目 or 分组: `count` rows from `start` on (zero-based among the tasks). */
export interface Run {
  readonly column: number;
  readonly start: number;
  readonly count: number;
  readonly text: string;
}

export interface Pages {
  /** Of the columns. */
  readonly widths: readonly number[];
  /** Of the tasks, points. */
  readonly heights: readonly number[];
  /** The tasks (zero-based) that begin a further page. */
  readonly starts: readonly number[];
  readonly runs: readonly Run[];
}

export function pagesOf(table: TaskTable): Pages {
  const widths = tableWidths(table, PAPER);
  const single = table.columns.flatMap((id, at) => (isMerged(id) ? [] : [{ id, width: widths[at]! }]));
  const heights = table.rows.map(({ cells }) =>
    single.reduce((height, { id, width }) => Math.max(height, heightOf(cells[id], width)), ONE_LINE),
  );
  const { starts } = pageStarts(heights, {
    room: PAGE_HEIGHT,
    first: TITLE_HEIGHT + HEAD_HEIGHT,
    further: HEAD_HEIGHT,
  });
  const runs = runsOf(table, starts);
  stretchRows(heights, runs, widths);
  return { widths, heights, starts, runs };
}

const isMerged = (id: ColumnId): boolean => id === 'project' || id === 'group';

function heightOf(text: string, width: number): number {
  // In 10.5 points half a character takes 7 of a unit's 8 pixels; not all are counted on, since a line too many does no
  // harm and one too few hides words.
  return Math.min(MAX_ROW_HEIGHT, linesIn(text, Math.max(2, Math.floor(width * 1.05))) * LINE_HEIGHT + ROW_PADDING);
}

/** None runs over a page's end, so that each page names what it shows. */
function runsOf(table: TaskTable, starts: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const id of ['project', 'group'] as const) {
    const column = table.columns.indexOf(id);
    if (column < 0) continue;
    let next = 0;
    for (const { start, count, text } of spansOf(table, id)) {
      const end = start + count;
      let from = start;
      while (starts[next] !== undefined && starts[next]! <= from) next++;
      for (; starts[next] !== undefined && starts[next]! < end; next++) {
        runs.push({ column, start: from, count: starts[next]! - from, text });
        from = starts[next]!;
      }
      runs.push({ column, start: from, count: end - from, text });
    }
  }
  return runs.filter(({ text }) => text !== '');
}

/** A merged cell whose words need more than its rows have makes the last of them higher. */
function stretchRows(heights: number[], runs: readonly Run[], widths: readonly number[]): void {
  for (const { column, start, count, text } of runs) {
    const has = heights.slice(start, start + count).reduce((sum, height) => sum + height, 0);
    const lacks = heightOf(text, widths[column]!) - has;
    const last = start + count - 1;
    if (lacks > 0) heights[last] = Math.min(MAX_ROW_HEIGHT, heights[last]! + lacks);
  }
}
