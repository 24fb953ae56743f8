import { readNumbering, type Numbering } from '../../../plan/numbering/model';
import { rangeOf } from '../../../syntax/joined';
import type { TextEdit } from '../../../text/position';
import type { EditContext, EditOutcome, PlanEdit } from '../edit';
import { annexAt, removeAnnex } from './annexes';
import { arrange, nodesOf } from './arrange';
import { rangeOfSpan, spanOf, withGap } from './extents';
import { deleteAndRenumber } from './finish';
import { atNode, type AtNode } from './measures';

/** The measure, section or row at the caret goes, with everything under it, and the rest is renumbered. */
export const deleteMeasure: PlanEdit = { action: null, run };

function run(context: EditContext): EditOutcome {
  const numbering = readNumbering(context.plan);
  const annex = annexAt(numbering, context.selection.start.line);
  return annex ? removeAnnex(numbering, annex) : atNode(remove)(context);
}

function remove({ numbering, node }: AtNode): EditOutcome {
  const span = spanOf(numbering, node);
  const nodes = nodesOf(numbering).filter(({ entry }) => entry! < span.first || entry! > span.last);
  const gone = withGap(numbering, rangeOfSpan(numbering, span));
  return deleteAndRenumber(numbering, arrange(numbering, nodes), gone, handDownGroup(numbering, node, span.last));
}

/** A group written in a row that goes is written in the next, which looked to it. */
function handDownGroup({ entries }: Numbering, node: number, last: number): readonly TextEdit[] {
  const [gone, next] = [entries[node]!, entries[last + 1]];
  if (gone.block.kind !== 'row' || next?.block.kind !== 'row') return [];
  const edits: TextEdit[] = [];
  for (const [at, { role, text }] of gone.block.cells.entries()) {
    const cell = next.block.cells[at];
    if ((role !== 'project' && role !== 'group') || text.trim() === '' || cell?.text.trim() !== '') continue;
    if (cell.pieces[0]!.line !== next.block.line) continue;
    edits.push({ range: rangeOf(cell, 0, cell.text.length, next.top), newText: text });
  }
  return edits;
}
