import type { Plan } from '../../../plan/plan';
import type { RowReading } from '../../../plan/reading';
import type { HeaderRow } from '../../../syntax/block';
import { comparePositions, type Range, type TextEdit } from '../../../text/position';
import { blocksFrom, blocksIn, type PlacedBlock } from './placed';
import { fillEmptyCell } from './tableText';

/** A row of the table with what merged cells above it say. */
export interface TableRow {
  readonly placed: PlacedBlock;
  readonly item: RowReading;
  readonly project: string;
  readonly group: string;
  /** The row whose units and deadline hold here; itself where it names anybody. */
  readonly units: RowReading;
}

/** The head of a table and the lines it takes: a second head and the rule of a Markdown table among them. */
export interface TableHead {
  readonly block: HeaderRow;
  /** Lines of the document, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** Other rows stand between it and the run. */
  readonly serves: boolean;
}

/** A run of rows and heads without anything between, and which of the rows are meant. */
export interface TableAt {
  readonly range: Range;
  /** It may stand above the run, over headings that divide the table. */
  readonly head: TableHead | null;
  /** A row further down, below other headings, that has no head of its own; `null` where there is none. */
  readonly next: PlacedBlock | null;
  readonly rows: readonly TableRow[];
  /** Of `rows`, the first that is meant and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * The table at the selection. With a mere caret the whole table is meant, or only the row the caret is in (`one`). `null`
 * where there is none, or where the selection holds more than rows of one table.
 */
export function tableAt(plan: Plan, selection: Range, one: boolean): TableAt | null {
  const selected = blocksIn(plan, selection);
  const [first] = selected;
  if (!first || !selected.every(isOfTable)) return null;
  const blocks: PlacedBlock[] = [];
  for (const placed of blocksFrom(plan, first, 'up'))
    if (isOfTable(placed)) blocks.unshift(placed);
    else break;
  for (const placed of blocksFrom(plan, first, 'down'))
    if (isOfTable(placed)) blocks.push(placed);
    else break;
  const rows = rowsOf(blocks);
  const meant = new Set(selected.map(({ block }) => block));
  const all = !one && comparePositions(selection.start, selection.end) === 0;
  const from = all ? 0 : rows.findIndex(({ placed }) => meant.has(placed.block));
  if (from < 0) return null;
  let to = all ? rows.length : from;
  while (to < rows.length && meant.has(rows[to]!.placed.block)) to++;
  if (rows.length === 0) return null;
  const [top, bottom] = [blocks[0]!, blocks[blocks.length - 1]!];
  const range = { start: top.range.start, end: bottom.range.end };
  return { range, head: headOf(plan, rows[0]!), next: rowBelow(plan, bottom), rows, from, to };
}

/** The head in force at the first row of a run: in the run, or above headings and rows that it was over before. */
function headOf(plan: Plan, first: TableRow): TableHead | null {
  let below = first.placed;
  let serves = false;
  const found: { readonly block: HeaderRow; readonly from: number; readonly to: number }[] = [];
  for (const placed of blocksFrom(plan, first.placed, 'up')) {
    const { block, range } = placed;
    if (block.kind === 'header') found.push({ block, from: range.start.line, to: below.range.start.line });
    else if (found.length > 0 || (block.kind !== 'heading' && block.kind !== 'row')) break;
    serves ||= block.kind === 'row';
    below = placed;
  }
  const [last, top] = [found[0], found[found.length - 1]];
  return last && top ? { block: top.block, from: top.from, to: last.to, serves } : null;
}

/** The row below the headings that follow a run, where it is read by the head above the run. */
function rowBelow(plan: Plan, last: PlacedBlock): PlacedBlock | null {
  for (const placed of blocksFrom(plan, last, 'down')) {
    if (placed.block.kind === 'row' && placed.block !== last.block) return placed;
    if (placed.block.kind !== 'heading' && placed.block !== last.block) return null;
  }
  return null;
}

const isOfTable = ({ block }: PlacedBlock): boolean => block.kind === 'row' || block.kind === 'header';

function rowsOf(blocks: readonly PlacedBlock[]): readonly TableRow[] {
  const rows: TableRow[] = [];
  let [project, group] = ['', ''];
  let last: RowReading | null = null;
  for (const placed of blocks) {
    const { item } = placed;
    if (item?.kind !== 'row') continue;
    const said = (role: 'project' | 'group'): string =>
      item.block.cells
        .find((cell) => cell.role === role)
        ?.text.replace(/\n/g, '')
        .trim() ?? '';
    const next = said('project');
    if (next !== '' && next !== project) [project, group] = [next, ''];
    group = said('group') || group;
    if (item.responsibility.length > 0) last = item;
    rows.push({ placed, item, project, group, units: item.responsibility.length > 0 ? item : (last ?? item) });
  }
  return rows;
}

/** What fills the cells that a row leaves to the rows above it, when those go away. */
export function filledFrom(plan: Plan, row: TableRow): readonly TextEdit[] {
  const { placed, item, project, group, units } = row;
  const above = placed.range.start.line - item.block.line;
  return item.block.cells.flatMap((cell, at): readonly TextEdit[] => {
    if (cell.text.trim() !== '') return [];
    const merged = units !== item && ['lead', 'participants', 'responsible', 'deadline'].includes(cell.role);
    const value =
      cell.role === 'project' ? project : cell.role === 'group' ? group : merged ? units.block.cells[at]!.text : '';
    const [piece] = cell.pieces;
    // A row with too few cells has no place for it.
    if (value === '' || !piece || piece.line !== item.block.line) return [];
    return [fillEmptyCell(plan, item.block.columns.markdown ? 'markdown' : 'tabs', cell, above, value)];
  });
}
