import type { Numbering } from '../../../plan/numbering/model';
import { offsetOf, rangeOf } from '../../../syntax/joined';
import type { Cell, ColumnRole } from '../../../syntax/table';
import type { Position, TextEdit } from '../../../text/position';
import { isNode } from './arrange';
import type { Span } from './extents';

/** Columns whose cells are merged over the rows they hold for; copied, all but the first are empty. */
const MERGED: readonly ColumnRole[] = ['project', 'group'];

/**
 * What else has to change when two runs of rows change places, so that each row stays in its group: the group is written
 * in its first row. `null` where that cannot be done.
 */
export function keepGroupCells(numbering: Numbering, above: Span, below: Span): readonly TextEdit[] | null {
  const { entries } = numbering;
  const [upper, lower] = [entries[above.first]!, entries[below.first]!];
  if (upper.block.kind !== 'row' || lower.block.kind !== 'row') return [];
  if (isLong(numbering, above) || isLong(numbering, below)) return isMerged(numbering, above, below) ? null : [];
  const after = entries[below.last + 1]?.block;
  const edits: TextEdit[] = [];
  for (const role of MERGED) {
    const [high, low] = [cellIn(upper.block.cells, role), cellIn(lower.block.cells, role)];
    if (!high || !low) continue;
    // The rows that would be below it look to it for their group.
    const next = after?.kind === 'row' ? cellIn(after.cells, role) : null;
    if (low.text.trim() !== '' && (next?.text.trim() === '' || high.text.trim() === '')) return null;
    if (low.text.trim() === '' && high.text.trim() !== '') {
      if (!isWritable(high, upper.block.line) || !isWritable(low, lower.block.line)) return null;
      edits.push({ range: rangeOf(high, 0, high.text.length, upper.top), newText: '' });
      edits.push({ range: rangeOf(low, 0, low.text.length, lower.top), newText: high.text });
    }
  }
  return edits;
}

/** Whether a place is in the cell of a row that names its group. */
export function isInGroupCell({ entries }: Numbering, node: number, { line, character }: Position): boolean {
  const { block, top } = entries[node]!;
  if (block.kind !== 'row') return false;
  return MERGED.some((role) => {
    const cell = cellIn(block.cells, role);
    return cell !== null && cell.text !== '' && offsetOf(cell, { line: line - top, character }) >= 0;
  });
}

const isLong = (numbering: Numbering, { first, last }: Span): boolean =>
  numbering.entries.slice(first, last + 1).filter((_, at) => isNode(numbering, first + at)).length > 1;

/** Whether some row of these leaves its group to a row above it. */
const isMerged = ({ entries }: Numbering, above: Span, below: Span): boolean =>
  entries
    .slice(above.first, below.last + 1)
    .some(({ block }) => block.kind === 'row' && MERGED.some((role) => cellIn(block.cells, role)?.text.trim() === ''));

const cellIn = (cells: readonly Cell[], role: ColumnRole): Cell | null =>
  cells.find((cell) => cell.role === role) ?? null;

/** Whether a cell stands in the row's own line, so that text can be put into it. */
const isWritable = ({ pieces }: Cell, line: number): boolean => pieces.length === 1 && pieces[0]!.line === line;
