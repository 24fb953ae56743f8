import { writeXlsx, type CellStyle, type CellValue, type MergeRange, type WriteSheet } from 'hucre/xlsx';
import type { Locale, Message } from '../../core/text/locale';
import { linesIn } from './measure';
import { HEADS, spansOf, type ColumnId, type TaskTable } from './taskTable';

/** How the columns share the width of the page, as task tables are usually drawn. */
const SHARES: Readonly<Record<ColumnId, number>> = {
  project: 9,
  group: 11,
  index: 6,
  task: 32,
  lead: 13,
  participants: 15,
  deadline: 10,
  outcome: 18,
};
/**
 * What fits an A4 page across at full size, in the unit of column widths: digits of the normal font (宋体 11: 8 pixels of
 * 1/96 inch, and 5 more a column). 297 mm less margins of 15 mm are 1009 pixels.
 */
const PAGE_WIDTH = 120;
/** The columns for computing, hidden beside the text: real dates, which sort and filter as dates. */
const DATE_HEADS: readonly Message[] = [
  { zh: '起始日期', en: 'Start date' },
  { zh: '截止日期', en: 'End date' },
];

/** Points. A4 across is 595 high; margins of 15 mm and 18 mm and a line for the page number go off. */
const PAGE_HEIGHT = 490;
const LINE_HEIGHT = 14.5;
const ROW_PADDING = 5;
const TITLE_HEIGHT = 36;
const HEAD_HEIGHT = 24;
/** Excel takes no higher row. */
const MAX_ROW_HEIGHT = 409;
/** The sheet has a title and a head above its rows. */
const FIRST_ROW = 2;
const INCH = 25.4;

const FONT = { name: '仿宋', size: 10.5 } as const;
const EDGE = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };
const TITLE: CellStyle = {
  font: { name: '方正小标宋简体', size: 18 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const HEAD: CellStyle = {
  font: { name: '黑体', size: 12 },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const TEXT: CellStyle = { font: FONT, border: BORDER, alignment: { vertical: 'center', wrapText: true } };
const CENTERED: CellStyle = { ...TEXT, alignment: { ...TEXT.alignment, horizontal: 'center' } };
const DATE: CellStyle = { ...CENTERED, numFmt: 'yyyy-mm-dd' };

const STRINGS = { sheet: { zh: '任务分解表', en: 'Tasks' }, page: { zh: '— &P —', en: '— &P —' } } as const;

/**
 * The task table as a workbook (Office Open XML): merged 项目 and 分组 that begin anew on each printed page, wrapped rows
 * with their heights, the head frozen, repeated in print and with a filter, A4 across, real dates hidden beside the words.
 */
export async function toXlsx(table: TaskTable, locale: Locale): Promise<Uint8Array> {
  const columns = [...table.columns];
  const widths = widthsOf(columns);
  const heights = table.rows.map((row) =>
    Math.max(...columns.map((id, at) => (isMerged(id) ? ONE_LINE : heightOf(row.cells[id], widths[at]!)))),
  );
  const breaks = pageBreaks(heights);
  const merged = mergedRuns(table, columns, breaks);
  stretchRows(heights, merged, widths);
  const dates = columns.length;
  const width = columns.length + DATE_HEADS.length;
  const rows: CellValue[][] = [
    [table.title],
    [...columns.map((id) => HEADS[id][locale]), ...DATE_HEADS.map((head) => head[locale])],
    ...table.rows.map(({ cells, task }) => [
      // What a merged cell covers keeps its value: filters see it, and it is there when somebody unmerges.
      ...columns.map((id) => cells[id] || null),
      dateOf(task.deadline?.start ?? null),
      dateOf(task.deadline?.end ?? null),
    ]),
  ];
  const sheet: WriteSheet = {
    name: STRINGS.sheet[locale],
    rows,
    cells: stylesOf(rows, columns, dates),
    columns: [...widths.map((width) => ({ width })), ...DATE_HEADS.map(() => ({ width: 12, hidden: true }))],
    rowDefs: new Map([
      [0, { height: TITLE_HEIGHT }],
      [1, { height: HEAD_HEIGHT }],
      ...heights.map((height, at) => [at + FIRST_ROW, { height }] as const),
    ]),
    merges: [
      ...(columns.length > 1 ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }] : []),
      ...merged.filter(({ count }) => count > 1).map(toMerge),
    ],
    ...(breaks.length > 0 && { rowBreaks: breaks.map((row) => row + FIRST_ROW - 1) }),
    freezePane: { rows: FIRST_ROW },
    ...(table.rows.length > 0 && { autoFilter: { range: `A2:${letter(width - 1)}${rows.length}` } }),
    pageSetup: PAGE,
    headerFooter: { oddFooter: `&C${STRINGS.page[locale]}` },
    a11y: { summary: table.title, headerRow: 1 },
  };
  return writeXlsx({
    sheets: [sheet],
    defaultFont: { name: '宋体', size: 11 },
    // Without dates of its own the file would hold the moment it was made, and never be the same twice.
    properties: { title: table.title, creator: 'Plandoc', created: EPOCH, modified: EPOCH },
  });
}

/** A4 across, one page wide, as many high as it takes. */
const PAGE: NonNullable<WriteSheet['pageSetup']> = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  printTitlesRow: '$2:$2',
  margins: {
    top: 15 / INCH,
    bottom: 18 / INCH,
    left: 15 / INCH,
    right: 15 / INCH,
    header: 8 / INCH,
    footer: 8 / INCH,
  },
};

const EPOCH = new Date(Date.UTC(2000, 0, 1));

function stylesOf(
  rows: readonly CellValue[][],
  columns: readonly ColumnId[],
  dates: number,
): NonNullable<WriteSheet['cells']> {
  const cells: NonNullable<WriteSheet['cells']> = new Map([['0,0', { style: TITLE }]]);
  for (let row = 1; row < rows.length; row++) {
    for (let column = 0; column < rows[row]!.length; column++) {
      const id = columns[column];
      const centered = id === 'project' || id === 'group' || id === 'index' || id === 'deadline';
      const style = row === 1 ? HEAD : column >= dates ? DATE : centered ? CENTERED : TEXT;
      cells.set(`${row},${column}`, { style });
    }
  }
  return cells;
}

function widthsOf(columns: readonly ColumnId[]): readonly number[] {
  const sum = columns.reduce((all, id) => all + SHARES[id], 0);
  return columns.map((id) => Math.round((SHARES[id] / sum) * PAGE_WIDTH));
}

const isMerged = (id: ColumnId): boolean => id === 'project' || id === 'group';

const ONE_LINE = LINE_HEIGHT + ROW_PADDING;

function heightOf(text: string, width: number): number {
  // In 10.5 points a character takes about what one unit of width gives; an edge is left, since a line too many does no
  // harm and one too few hides words.
  return Math.min(MAX_ROW_HEIGHT, linesIn(text, Math.max(2, width - 1)) * LINE_HEIGHT + ROW_PADDING);
}

/** The rows (zero-based among the tasks) that begin a new page. */
function pageBreaks(heights: readonly number[]): readonly number[] {
  const breaks: number[] = [];
  let used = TITLE_HEIGHT + HEAD_HEIGHT;
  for (const [at, height] of heights.entries()) {
    if (used + height > PAGE_HEIGHT && at > (breaks[breaks.length - 1] ?? 0)) {
      breaks.push(at);
      used = HEAD_HEIGHT;
    }
    used += height;
  }
  return breaks;
}

/** Rows of one page that share a cell of 项目 or 分组: `count` rows from `start` on (zero-based among the tasks). */
interface Run {
  readonly column: number;
  readonly start: number;
  readonly count: number;
  readonly text: string;
}

/** None runs over a page's end, so that each page names what it shows. */
function mergedRuns(table: TaskTable, columns: readonly ColumnId[], breaks: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const id of ['project', 'group'] as const) {
    const column = columns.indexOf(id);
    if (column < 0) continue;
    let next = 0;
    for (const { start, count, text } of spansOf(table, id)) {
      const end = start + count;
      let from = start;
      while (breaks[next] !== undefined && breaks[next]! <= from) next++;
      for (; breaks[next] !== undefined && breaks[next]! < end; next++) {
        runs.push({ column, start: from, count: breaks[next]! - from, text });
        from = breaks[next]!;
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

const toMerge = ({ column, start, count }: Run): MergeRange => ({
  startRow: start + FIRST_ROW,
  endRow: start + count - 1 + FIRST_ROW,
  startCol: column,
  endCol: column,
});

/** An ISO date as the day it names; workbooks hold days without a zone. */
const dateOf = (iso: string | null): Date | null => (iso === null ? null : new Date(`${iso}T00:00:00Z`));

const letter = (column: number): string => String.fromCharCode(65 + column);
