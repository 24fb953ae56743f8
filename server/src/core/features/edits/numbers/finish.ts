import type { Numbering } from '../../../plan/numbering/model';
import type { ResolvedReference } from '../../../plan/numbering/resolve';
import { textIn } from '../../../syntax/source';
import { applyEdits, behind, editsWithin, joinEdits, positionAfter } from '../../../text/edits';
import type { Message } from '../../../text/locale';
import { comparePositions, type Position, type Range, type TextEdit } from '../../../text/position';
import { edited, type EditOutcome, type Told } from '../edit';
import type { Arrangement } from './arrange';
import { renumbered, type Renumbered } from './renumbered';

const MESSAGES = {
  open: {
    zh: '有 {count} 处引用没有改，请核对以下各行：{places}。',
    en: 'References that were left as they are: {count}. Check these lines: {places}.',
  },
} as const satisfies Record<string, Message>;

const MAX_SHOWN = 5;

/**
 * What to say of references that a person must look at; `null` where there are none. `after` tells where a place of the text
 * is once the edit is done.
 */
export function toldOf(
  open: readonly ResolvedReference[],
  after: (place: Position) => Position = (place) => place,
): Told | null {
  if (open.length === 0) return null;
  const shown = open.slice(0, MAX_SHOWN).map(({ text, range }) => {
    const words = /^[“"]/.test(text) ? text : `“${text}”`;
    return `${after(range.start).line + 1} ${words}`;
  });
  const places = shown.join('、') + (open.length > MAX_SHOWN ? '……' : '');
  return { message: MESSAGES.open, args: { count: open.length, places } };
}

const isInside = (inner: Range, outer: Range): boolean =>
  comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;

/** Text put in at a place, `caret` characters of it before the caret. */
export function insertAndRenumber(
  numbering: Numbering,
  arrangement: Arrangement,
  insertion: { readonly at: Position; readonly newText: string; readonly caret: number },
): EditOutcome {
  const { edits, open } = renumbered(numbering, arrangement);
  const { at, newText, caret } = insertion;
  const place = behind(positionAfter(at, edits), newText.slice(0, caret));
  const all = [...edits, { range: { start: at, end: at }, newText }];
  const told = toldOf(open, (reference) => positionAfter(reference, all));
  return edited(joinEdits(all), { start: place, end: place }, told);
}

/** Text taken away; `other` edits go with it. */
export function deleteAndRenumber(
  numbering: Numbering,
  arrangement: Arrangement,
  gone: Range,
  other: readonly TextEdit[] = [],
  of: 'measures' | 'annexes' = 'measures',
): EditOutcome {
  const { edits, open } = outside(renumbered(numbering, arrangement, of), gone);
  const all = [...edits, ...other, { range: gone, newText: '' }];
  const place = positionAfter(gone.start, all);
  const told = toldOf(open, (reference) => positionAfter(reference, all));
  return edited(joinEdits(all), { start: place, end: place }, told);
}

function outside({ edits, open }: Renumbered, gone: Range): Renumbered {
  return {
    edits: edits.filter(({ range }) => !isInside(range, gone)),
    open: open.filter(({ range }) => !isInside(range, gone)),
  };
}

/**
 * Two neighbouring stretches of text change places; what stands between them stays between them. `moved` is the one the
 * caret goes with.
 */
export function swapAndRenumber(
  numbering: Numbering,
  arrangement: Arrangement,
  [above, below]: readonly [Range, Range],
  moved: 'above' | 'below',
  caret: Position,
  other: readonly TextEdit[] = [],
): EditOutcome {
  const made = renumbered(numbering, arrangement);
  const edits = [...made.edits, ...other];
  const { source } = numbering.plan;
  const taken = moved === 'above' ? above : below;
  const within = editsWithin(
    edits.filter(({ range }) => isInside(range, taken)),
    taken.start,
  );
  const rest = edits.filter(({ range }) => !isInside(range, taken));
  const text = applyEdits(textIn(source, taken), within);
  const gap = textIn(source, { start: above.end, end: below.start });
  const [cut, at, newText]: readonly [Range, Position, string] =
    moved === 'above'
      ? [{ start: above.start, end: below.start }, below.end, gap + text]
      : [{ start: above.end, end: below.end }, above.start, text + gap];
  const all = [...rest, { range: cut, newText: '' }, { range: { start: at, end: at }, newText }];
  const start = behind(positionAfter(at, [...rest, { range: cut, newText: '' }]), moved === 'above' ? gap : '');
  const after = (position: Position): Position => {
    const here = { start: position, end: position };
    if (!isInside(here, taken)) return positionAfter(position, all);
    const [own] = editsWithin([{ range: here, newText: '' }], taken.start);
    const inside = positionAfter(own!.range.start, within);
    return inside.line === 0
      ? { line: start.line, character: start.character + inside.character }
      : { line: start.line + inside.line, character: inside.character };
  };
  const place = after(caret);
  return edited(joinEdits(all), { start: place, end: place }, toldOf(made.open, after));
}
