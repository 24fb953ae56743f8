import type { Locale, Message } from '../../../core/text/locale';
import { XML_HEAD } from '../../office/xml';
import { HEADS, type ColumnId, type TableRow, type TaskTable } from '../taskTable';
import { HEAD_HEIGHT, TITLE_HEIGHT, type Pages } from './pages';
import type { SharedStrings } from './strings';
import { MAIN, STYLES } from './styles';

/** The columns for computing, hidden beside the text: real dates, which sort and filter as dates. */
const DATE_HEADS: readonly Message[] = [
  { zh: '起始日期', en: 'Start date' },
  { zh: '截止日期', en: 'End date' },
];
const DATE_WIDTH = 12;
/** The number of the first row of tasks, below title and head; rows are counted from one. */
const FIRST_ROW = 3;
const CENTRED: readonly ColumnId[] = ['project', 'group', 'index', 'deadline'];
const INCH = 25.4;

/** What cells with a filter are, as the workbook has to name them too (`$A$2:$H$9`); `null` where there is none. */
export function filteredRange({ columns, rows }: TaskTable): string | null {
  const last = letterOf(columns.length + DATE_HEADS.length - 1);
  return rows.length === 0 ? null : `$A$${FIRST_ROW - 1}:$${last}$${FIRST_ROW + rows.length - 1}`;
}

/** The row that is printed on every page, as the workbook names it. */
export const PRINTED_TITLE = `$${FIRST_ROW - 1}:$${FIRST_ROW - 1}`;

/** `xl/worksheets/sheet1.xml`; elements in the order the schema asks for. */
export function sheetXml(table: TaskTable, pages: Pages, strings: SharedStrings, locale: Locale): string {
  const { columns } = table;
  const width = columns.length + DATE_HEADS.length;
  const filter = filteredRange(table)?.replaceAll('$', '');
  const merges = mergesOf(columns.length, pages);
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${letterOf(width - 1)}${FIRST_ROW + table.rows.length - 1}"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${FIRST_ROW - 1}" topLeftCell="A${FIRST_ROW}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(pages.widths)}`,
    '<sheetData>',
    ...rowsXml(table, pages, strings, locale),
    '</sheetData>',
    filter ? `<autoFilter ref="${filter}"/>` : '',
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    PAPER,
    breaksXml(pages.starts),
    '</worksheet>',
  ].join('');
}

/** A4 across, one page wide, as many high as it takes. */
const PAPER =
  '<printOptions horizontalCentered="1"/>' +
  `<pageMargins left="${15 / INCH}" right="${15 / INCH}" top="${15 / INCH}" bottom="${18 / INCH}" header="${8 / INCH}" footer="${8 / INCH}"/>` +
  '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' +
  '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>';

function columnsXml(widths: readonly number[]): string {
  const column = (at: number, width: number, more = ''): string =>
    `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${more}/>`;
  const dates = DATE_HEADS.map((_, at) => column(widths.length + at, DATE_WIDTH, ' hidden="1"'));
  return `<cols>${widths.map((width, at) => column(at, width)).join('')}${dates.join('')}</cols>`;
}

function rowsXml(table: TaskTable, { heights }: Pages, strings: SharedStrings, locale: Locale): readonly string[] {
  const { columns, rows, title } = table;
  const frames = columns.map((id, at) => frameOf(at, CENTRED.includes(id) ? STYLES.centred : STYLES.text, SHARED));
  const dates = DATE_HEADS.map((_, at) => frameOf(columns.length + at, STYLES.date));
  const counted = frameOf(columns.indexOf('index'), STYLES.centred);
  const numberOf = (words: string): number | null => (words === '' ? null : strings.of(words));
  const body = rows.map(({ cells, task }: TableRow, at) => {
    const row = `${at + FIRST_ROW}`;
    const xml: string[] = [];
    // What a merged cell covers keeps its value: filters see it, and it is there when somebody unmerges.
    for (let column = 0; column < columns.length; column++) {
      const words = cells[columns[column]!];
      if (columns[column] === 'index' && COUNTED.test(words)) addCell(xml, counted, row, Number(words));
      else addCell(xml, frames[column]!, row, numberOf(words));
    }
    addCell(xml, dates[0]!, row, serialOf(task.deadline?.start));
    addCell(xml, dates[1]!, row, serialOf(task.deadline?.end));
    return rowXml(row, heights[at]!, xml);
  });
  const top: string[] = [];
  const heads: string[] = [];
  for (const [at, head] of [...columns.map((id) => HEADS[id]), ...DATE_HEADS].entries())
    addCell(heads, frameOf(at, STYLES.head, SHARED), `${FIRST_ROW - 1}`, numberOf(head[locale]));
  addCell(top, frameOf(0, STYLES.title, SHARED), '1', numberOf(title));
  return [rowXml('1', TITLE_HEIGHT, top), rowXml(`${FIRST_ROW - 1}`, HEAD_HEIGHT, heads), ...body];
}

const rowXml = (row: string, height: number, cells: readonly string[]): string =>
  `<row r="${row}" ht="${height}" customHeight="1">${cells.join('')}</row>`;

/** What the cells of a column have in common, before and behind the number of their row. */
interface CellFrame {
  readonly before: string;
  readonly empty: string;
  readonly filled: string;
}

/** A 序号 that comes back as it was from a cell with a number: it sorts as one, and Excel does not warn of digits as text. */
const COUNTED = /^(?:0|[1-9]\d{0,8})$/;

/** The value of a cell is the number of a shared string. */
const SHARED = ' t="s"';

const frameOf = (column: number, style: number, type = ''): CellFrame => ({
  before: `<c r="${letterOf(column)}`,
  empty: `" s="${style}"/>`,
  filled: `" s="${style}"${type}><v>`,
});

/** Adds a cell in pieces: with all of a row joined at once, a large sheet takes a third less time than with texts added to texts. */
function addCell(xml: string[], { before, empty, filled }: CellFrame, row: string, value: number | null): void {
  if (value === null) xml.push(before, row, empty);
  else xml.push(before, row, filled, `${value}`, '</v></c>');
}

function mergesOf(width: number, { runs }: Pages): readonly string[] {
  const title = width > 1 ? [`<mergeCell ref="A1:${letterOf(width - 1)}1"/>`] : [];
  const merged = runs
    .filter(({ count }) => count > 1)
    .map(({ column, start, count }) => {
      const letter = letterOf(column);
      return `<mergeCell ref="${letter}${start + FIRST_ROW}:${letter}${start + FIRST_ROW + count - 1}"/>`;
    });
  return [...title, ...merged];
}

/** A break stands below the row it names. */
function breaksXml(starts: readonly number[]): string {
  if (starts.length === 0) return '';
  const breaks = starts.map((at) => `<brk id="${at + FIRST_ROW - 1}" max="16383" man="1"/>`);
  return `<rowBreaks count="${starts.length}" manualBreakCount="${starts.length}">${breaks.join('')}</rowBreaks>`;
}

/** A day as workbooks count them. */
const serialOf = (iso: string | null | undefined): number | null =>
  iso ? Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569 : null;

const letterOf = (column: number): string => String.fromCharCode(65 + column);
