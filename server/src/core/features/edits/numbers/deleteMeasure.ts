import { readNumbering } from '../../../plan/numbering/model';
import { planAfter, type EditContext, type EditOutcome, type PlanEdit } from '../edit';
import { annexAt, removeAnnex } from './annexes';
import { arrange, nodesOf } from './arrange';
import { rangeOfSpan, spanOf, withGap } from './extents';
import { deleteAndRenumber } from './finish';
import { handDownCells } from './mergedCells';
import { atNode, type AtNode } from './measures';

const MESSAGES = {
  rule: {
    zh: '删去的文字里有全文谁牵头的说明（“下同”），其余各项因此没有了牵头单位。请把它写到别处，或者撤销。',
    en: 'What was deleted says who leads in the whole document, so the other measures have no lead now. Say it elsewhere, or undo.',
  },
} as const;

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
  const outcome = deleteAndRenumber(
    numbering,
    arrange(numbering, nodes),
    gone,
    handDownCells(numbering, node, span.last),
  );
  if (outcome.kind !== 'edits' || numbering.plan.facts.leadRule === null) return outcome;
  const kept = planAfter(numbering.plan, outcome.edits).facts.leadRule !== null;
  return kept ? outcome : { ...outcome, told: { message: MESSAGES.rule } };
}
