import { comparePositions, type Range, type TextEdit } from '../text/position';
import type { Finding, Fix } from './rule';

/** A fix that edits the document itself. */
export type EditFix = Fix & { readonly kind: 'edit' };

export const isEditFix = (fix: Fix): fix is EditFix => fix.kind === 'edit';

export interface Chosen {
  readonly edits: readonly TextEdit[];
  /** The findings these edits mend. */
  readonly findings: readonly Finding[];
}

/**
 * The edits of the first fix of each finding that `accept` allows, in order of place. A fix is taken whole or not at all:
 * one that overlaps what an earlier one changes is left for the next round.
 */
export function chooseFixes(findings: readonly Finding[], accept: (fix: EditFix, finding: Finding) => boolean): Chosen {
  /** In order of place, so that what an edit could touch is found by halves: a habit is mended at thousands of places. */
  let taken: TextEdit[] = [];
  const mended: Finding[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.filter(isEditFix).find((one) => accept(one, finding));
    if (!fix || fix.edits.some((edit) => touches(taken, edit))) continue;
    if (fix.edits.length > FEW) taken = inOrder([...taken, ...fix.edits]);
    else for (const edit of fix.edits) taken.splice(placeIn(taken, edit), 0, edit);
    mended.push(finding);
  }
  return { edits: taken, findings: mended };
}

/** What may be applied without asking. */
export function chooseSafeFixes(findings: readonly Finding[]): Chosen {
  return chooseFixes(findings, (fix) => fix.safe);
}

/** Up to so many edits are put among the others one by one. */
const FEW = 20;

function inOrder(edits: TextEdit[]): TextEdit[] {
  return edits.sort((a, b) => comparePositions(a.range.start, b.range.start));
}

/** The number of edits in `taken` that begin before or where `edit` begins. */
function placeIn(taken: readonly TextEdit[], edit: TextEdit): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePositions(taken[middle]!.range.start, edit.range.start) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether `edit` collides with one of `taken`, which are in order and apart. */
function touches(taken: readonly TextEdit[], edit: TextEdit): boolean {
  const place = placeIn(taken, edit);
  // Edits of one fix may meet each other, so the one before the neighbour is looked at too.
  return taken.slice(Math.max(0, place - 2), place + 1).some((other) => collide(edit, other));
}

/** Whether two edits overlap, or meet where one only puts something in, so that their order would decide. */
function collide({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  const [before, after] = [comparePositions(a.start, b.end), comparePositions(b.start, a.end)];
  return isEmpty(a) || isEmpty(b) ? before <= 0 && after <= 0 : before < 0 && after < 0;
}

const isEmpty = ({ start, end }: Range): boolean => comparePositions(start, end) === 0;
