import type { Plan } from '../../../plan/plan';
import { placeOf, rangeOf, type Joined } from '../../../syntax/joined';
import { textIn } from '../../../syntax/source';
import { MARKDOWN_BREAK } from '../../../syntax/table';
import type { TextEdit } from '../../../text/position';

/** A replacement inside a joined text: `[from, to)` becomes `text`. Offsets are UTF-16 units. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Splices of a joined text as edits of the document; `above` is how many lines stand above its passage. */
export function spliceEdits(
  plan: Plan,
  joined: Joined,
  above: number,
  splices: readonly Splice[],
): readonly TextEdit[] {
  return splices.flatMap((splice) => editsOf(plan, joined, above, splice));
}

function editsOf(plan: Plan, joined: Joined, above: number, { from, to, text }: Splice): readonly TextEdit[] {
  if (from === to) {
    const at = placeOf(joined, from, from > 0 ? 'end' : 'start', above);
    return [{ range: { start: at, end: at }, newText: text }];
  }
  const whole = rangeOf(joined, from, to, above);
  const parts = partsOf(joined, from, to);
  // What stands between the parts of a torn paragraph (a page number, a comment) is no part of it and stays.
  if (parts.length < 2 || bare(textIn(plan.source, whole)) === bare(joined.text.slice(from, to)))
    return [{ range: whole, newText: text }];
  return parts.map(([start, end], at) => ({
    range: rangeOf(joined, start, end, above),
    newText: at === 0 ? text : '',
  }));
}

/** The stretches of `[from, to)`, one for each piece they come from. */
function partsOf({ text, pieces }: Joined, from: number, to: number): readonly (readonly [number, number])[] {
  return pieces.flatMap((piece, at) => {
    const start = Math.max(from, piece.offset);
    const end = Math.min(to, pieces[at + 1]?.offset ?? text.length);
    return end > start ? [[start, end] as const] : [];
  });
}

const bare = (text: string): string => text.replace(MARKDOWN_BREAK, '').replace(/\s/g, '');
