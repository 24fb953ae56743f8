import { comparePositions, type TextEdit } from '../text/position';
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
 * one that touches what an earlier one changes is left for the next round.
 */
export function chooseFixes(findings: readonly Finding[], accept: (fix: EditFix, finding: Finding) => boolean): Chosen {
  const taken: TextEdit[] = [];
  const mended: Finding[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.filter(isEditFix).find((one) => accept(one, finding));
    if (!fix || fix.edits.some((edit) => taken.some((other) => collide(edit, other)))) continue;
    taken.push(...fix.edits);
    mended.push(finding);
  }
  taken.sort((a, b) => comparePositions(a.range.start, b.range.start));
  return { edits: taken, findings: mended };
}

/** What may be applied without asking. */
export function chooseSafeFixes(findings: readonly Finding[]): Chosen {
  return chooseFixes(findings, (fix) => fix.safe);
}

/** Whether two edits overlap or meet at one place, where their order would decide. */
function collide({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
