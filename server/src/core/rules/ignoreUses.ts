import type { Plan } from '../plan/plan';
import { lineAt } from '../syntax/source';
import { range, shiftLines, type Range } from '../text/position';
import { nearest } from '../units/near';
import type { IgnoreComment } from './ignoreComments';
import type { IgnoreUse, Rule } from './rule';
import type { Run } from './run';
import type { Silence } from './suppress';

/** So many slips of the pen lead from one rule's name to another's. */
const REACH = 4;

/** The comments of a document as rules about comments see them. `rules`: all there are, whether they ran or not. */
export function usesOf(silence: Silence, plan: Plan, rules: readonly Rule[], run: Run): readonly IgnoreUse[] {
  const comments = silence.comments();
  if (comments.length === 0) return [];
  const ids = rules.map(({ id }) => id);
  const faulty = new Set(run.faults.map(({ rule }) => rule));
  // Of itself a rule about comments cannot tell whether it was kept quiet.
  const ran = new Set(run.rules.filter((rule) => !rule.comments && !faulty.has(rule.id)).map(({ id }) => id));
  return comments.map(({ comment, above, used, partner, partnerAbove }): IgnoreUse => {
    const { kind, names, reason, reasonPlace, hasColon } = comment;
    return {
      kind,
      names: names.map(({ id, range: place }) => ({
        id,
        range: shiftLines(place, above),
        state: !ids.includes(id) ? 'unknown' : used.has(id) ? 'used' : ran.has(id) ? 'unused' : 'idle',
        near: ids.includes(id) ? null : (nearest(id, ids, REACH)[0]?.form ?? null),
      })),
      reason,
      reasonPlace: { line: reasonPlace.line + above, character: reasonPlace.character },
      hasColon,
      range: shiftLines(comment.range, above),
      removal: removalOf(comment, above, plan),
      partner: partner && removalOf(partner, partnerAbove, plan),
    };
  });
}

/** The comment with its line where it stands alone, so that no empty line is left. */
function removalOf({ alone, range: own }: IgnoreComment, above: number, { source }: Plan): Range {
  const whole = shiftLines(own, above);
  if (!alone) return whole;
  const { line } = whole.start;
  const next = whole.end.line + 1;
  if (next < source.lineCount) return range(line, 0, next, 0);
  // On the last line the line break above it goes.
  return line === 0
    ? range(0, 0, whole.end.line, lineAt(source, whole.end.line).length)
    : range(line - 1, lineAt(source, line - 1).length, whole.end.line, lineAt(source, whole.end.line).length);
}
