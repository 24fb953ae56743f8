import type { ColumnRole } from '../../../core/syntax/table';
import type { Layout } from '../../../core/plan/layout';
import { linesIn } from '../measure';
import { pageStarts } from '../pages';
import { columnWidths } from '../widths';
import type { Page } from './page';
import { STYLES, tablePitch } from './styles';
import type { Slot, TextTable } from './textTable';
import { fromPoints, paragraphXml, runXml } from './xml';

const CENTRED: readonly ColumnRole[] = ['project', 'group', 'index', 'deadline'];
/** Half a point, in eighths of a point. */
const BORDER = 'w:val="single" w:sz="4" w:space="0" w:color="000000"';
const CELL_MARGIN = 85;
const ROW_MARGIN = 30;

/** Tables with so many columns do not fit an upright page. */
const WIDE = 5;
export const isWide = ({ roles }: TextTable): boolean => roles.length >= WIDE;

/**
 * A table: its head on every page, rows that are not broken, merged cells whose words are said again where a page ends (as
 * far as that can be told: programs break lines by their own fonts). `above`: what is taken of the first page, `end`: of the
 * last, twips.
 */
export function tableXml(
  table: TextTable,
  page: Page,
  layout: Layout,
  above: number,
): { readonly xml: string; readonly end: number } {
  const widths = widthsOf(table, page.textWidth, layout.sizes.table);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const heads = table.heads.map((row) => rowXml(row, widths, table.roles, true));
  const heights = heightsOf(table, widths, layout);
  const head = table.heads.length * (tablePitch(layout.sizes.tableHead) + 2 * ROW_MARGIN);
  const { starts, end } = pageStarts(heights, { room: page.textHeight, first: above + head, further: head });
  const rows = repeatMerged(table.rows, new Set(starts)).map((row) => rowXml(row, widths, table.roles, false));
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) => `<w:${edge} ${BORDER}/>`);
  const xml = `<w:tbl><w:tblPr><w:tblW w:w="${page.textWidth}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${edges.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="${ROW_MARGIN}" w:type="dxa"/><w:left w:w="${CELL_MARGIN}" w:type="dxa"/><w:bottom w:w="${ROW_MARGIN}" w:type="dxa"/><w:right w:w="${CELL_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${heads.join('')}${rows.join('')}</w:tbl>`;
  return { xml, end };
}

/** Rows that are one cell over all columns do not count. */
function widthsOf({ roles, rows, heads }: TextTable, total: number, size: number): readonly number[] {
  const whole = rows.filter(({ length }) => length === roles.length);
  const textsOf = (slots: readonly Slot[]): readonly string[] => slots.map(({ text }) => text);
  const measures = { total, character: fromPoints(size), padding: 2 * CELL_MARGIN };
  return columnWidths(roles, heads.map(textsOf), whole.map(textsOf), measures);
}

function rowXml(
  slots: readonly (Slot & { readonly repeated?: boolean })[],
  widths: readonly number[],
  roles: readonly ColumnRole[],
  head: boolean,
): string {
  let column = 0;
  let cells = '';
  for (const { text, across, down, repeated } of slots) {
    let width = 0;
    for (let at = column; at < column + across; at++) width += widths[at] ?? 0;
    const role = across > 1 && !head ? 'other' : roles[column]!;
    const style = head ? STYLES.tableHead : CENTRED.includes(role) ? STYLES.tableCentred : STYLES.tableText;
    const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : '';
    const merge = down === 'first' ? '<w:vMerge w:val="restart"/>' : down === 'covered' ? '<w:vMerge/>' : '';
    const properties = repeated ? REPEATED : undefined;
    const content = (down === 'covered' ? '' : text)
      .split('\n')
      .map((line) => paragraphXml(style, runXml(line, properties)));
    cells += `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${content.join('')}</w:tc>`;
    column += across;
  }
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;
}

const REPEATED = `<w:rStyle w:val="${STYLES.repeated}"/><w:rFonts w:hint="eastAsia"/>`;

/** About how high each row is; what is merged has the room of all its rows. */
function heightsOf({ rows }: TextTable, widths: readonly number[], { sizes }: Layout): readonly number[] {
  const pitch = tablePitch(sizes.table);
  return rows.map((slots) => {
    let column = 0;
    let lines = 1;
    for (const { text, across, down } of slots) {
      let width = -2 * CELL_MARGIN;
      for (let at = column; at < column + across; at++) width += widths[at] ?? 0;
      if (down === 'single')
        lines = Math.max(lines, linesIn(text, Math.max(2, Math.floor(width / (sizes.table * 10)))));
      column += across;
    }
    return lines * pitch + 2 * ROW_MARGIN;
  });
}

type PrintedSlot = Slot & { readonly repeated?: boolean };

/** Cuts merged cells where a page begins and says their words again. */
function repeatMerged(
  rows: readonly (readonly Slot[])[],
  starts: ReadonlySet<number>,
): readonly (readonly PrintedSlot[])[] {
  const words: string[] = [];
  return rows.map((slots, row) =>
    slots.map((slot, at): PrintedSlot => {
      if (slot.down === 'first') words[at] = slot.text;
      if (slot.down === 'single' || (slot.down === 'covered' && !starts.has(row))) return slot;
      const goesOn = rows[row + 1]?.[at]?.down === 'covered' && !starts.has(row + 1);
      const down = goesOn ? 'first' : 'single';
      return slot.down === 'first' ? { ...slot, down } : { ...slot, text: words[at] ?? '', down, repeated: true };
    }),
  );
}
