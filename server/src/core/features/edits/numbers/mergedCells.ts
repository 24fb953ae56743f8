import type { Numbering } from '../../../plan/numbering/model';
import type { Plan } from '../../../plan/plan';
import { SAME_AS_ABOVE, SAYS_SAME } from '../../../plan/reading';
import type { Row } from '../../../syntax/block';
import { offsetOf, rangeOf } from '../../../syntax/joined';
import type { Cell, ColumnRole } from '../../../syntax/table';
import type { Position, TextEdit } from '../../../text/position';
import { fillEmptyCell, type TableForm } from '../convert/tableText';
import { isNode } from './arrange';
import type { Span } from './extents';

/** Columns whose cells are merged over the rows they hold for; copied, all but the first are empty, each sort by itself. */
const GROUPS: readonly ColumnRole[] = ['project', 'group'];
const UNITS: readonly ColumnRole[] = ['lead', 'participants', 'responsible'];
const MERGED: readonly (readonly ColumnRole[])[] = [['project'], ['group'], UNITS];

/**
 * What else has to change when two runs of rows change places, so that each row stays in its group and with its units,
 * which are written in the first row they hold for. `null` where that cannot be done.
 */
export function keepMergedCells(numbering: Numbering, above: Span, below: Span): readonly TextEdit[] | null {
  const { entries, plan } = numbering;
  const [upper, lower] = [entries[above.first]!, entries[below.first]!];
  const [high, low] = [upper.block, lower.block];
  if (high.kind !== 'row' || low.kind !== 'row') return [];
  if (isLong(numbering, above) || isLong(numbering, below)) return isMerged(numbering, above, below) ? null : [];
  const after = entries[below.last + 1]?.block;
  if ([high, low, after].some((row) => row?.kind === 'row' && repeatsAbove(row))) return null;
  const edits: TextEdit[] = [];
  for (const roles of MERGED) {
    if (!roles.some((role) => cellIn(high, role) && cellIn(low, role))) continue;
    // The rows that would be below it look to it for what they do not say.
    if (speaks(low, roles)) {
      if ((after?.kind === 'row' && !speaks(after, roles)) || !speaks(high, roles)) return null;
    } else if (speaks(high, roles)) {
      for (const role of roles === UNITS ? [...UNITS, 'deadline' as const] : roles) {
        const [from, to] = [cellIn(high, role), cellIn(low, role)];
        if (!from || !to || isSilent(from) || !isSilent(to)) continue;
        if (!isWritable(from, high.line) || !isWritable(to, low.line)) return null;
        edits.push(...written(plan, high, from, upper.top, to.text), ...written(plan, low, to, lower.top, from.text));
      }
    }
  }
  return edits;
}

/** What fills the cells that the row below leaves to a row that goes away; the group, the units and the deadline. */
export function handDownCells({ entries, plan }: Numbering, node: number, last: number): readonly TextEdit[] {
  const [gone, next] = [entries[node]!.block, entries[last + 1]];
  if (gone.kind !== 'row' || next?.block.kind !== 'row') return [];
  const row = next.block;
  const named = speaks(row, UNITS);
  return [...GROUPS, ...UNITS, 'deadline' as const].flatMap((role) => {
    const [from, to] = [cellIn(gone, role), cellIn(row, role)];
    if (!from || !to || isSilent(from) || !isSilent(to) || !isWritable(to, row.line)) return [];
    // A row that names somebody takes over only what it says it does.
    if (named && !GROUPS.includes(role) && !SAYS_SAME.test(to.text)) return [];
    return written(plan, row, to, next.top, from.text);
  });
}

function written(plan: Plan, { columns }: Row, cell: Cell, top: number, text: string): readonly TextEdit[] {
  if (cell.text === '') return text === '' ? [] : [fillEmptyCell(plan, formOf(columns), cell, top, text)];
  return [{ range: rangeOf(cell, 0, cell.text.length, top), newText: text }];
}

const formOf = ({ markdown }: Row['columns']): TableForm => (markdown ? 'markdown' : 'tabs');

const isSilent = ({ text }: Cell): boolean => SAME_AS_ABOVE.test(text);

const speaks = ({ cells }: Row, roles: readonly ColumnRole[]): boolean =>
  cells.some((cell) => roles.includes(cell.role) && !isSilent(cell));

/** Whether a row that names somebody leaves another cell to the row above it (同上). */
const repeatsAbove = (row: Row): boolean =>
  speaks(row, UNITS) &&
  row.cells.some(({ role, text }) => (UNITS.includes(role) || role === 'deadline') && SAYS_SAME.test(text));

/** Whether a place is in the cell of a row that names its group. */
export function isInGroupCell({ entries }: Numbering, node: number, { line, character }: Position): boolean {
  const { block, top } = entries[node]!;
  if (block.kind !== 'row') return false;
  return GROUPS.some((role) => {
    const cell = cellIn(block, role);
    return cell !== null && cell.text !== '' && offsetOf(cell, { line: line - top, character }) >= 0;
  });
}

const isLong = (numbering: Numbering, { first, last }: Span): boolean =>
  numbering.entries.slice(first, last + 1).filter((_, at) => isNode(numbering, first + at)).length > 1;

/** Whether some row of these leaves its group or its units to a row above it. */
const isMerged = ({ entries }: Numbering, above: Span, below: Span): boolean =>
  entries
    .slice(above.first, below.last + 1)
    .some(
      ({ block }) =>
        block.kind === 'row' &&
        MERGED.some((roles) => roles.some((role) => cellIn(block, role)) && !speaks(block, roles)),
    );

const cellIn = ({ cells }: Row, role: ColumnRole): Cell | null => cells.find((cell) => cell.role === role) ?? null;

/** Whether a cell stands in the row's own line, so that text can be put into it. */
const isWritable = ({ pieces }: Cell, line: number): boolean => pieces.length === 1 && pieces[0]!.line === line;
