import type { Annotation } from '../../plan/responsibility';
import { isCloser, isOpener } from '../../text/brackets';

/** Stands in a shape for what is to be filled in; no document has it. */
const HOLE = '\uE000';
const BETWEEN = /^[、，,；;\s和及]*$/;
/** A remark said once (下同), or words that are no frame: such an annotation is no pattern for others. */
const REMARK = /下同|第一位|首位|不再|[0-9０-９]/;
const MOST_HOLES = 4;
const LONGEST_WORDS = 12;

/**
 * An annotation with its units, its deadline and its outcome taken out: what the drafter repeats from measure to measure.
 * `null` for one that is no pattern.
 */
export function shapeOf({ from, to, units, deadline, outcome, leadRule }: Annotation, text: string): string | null {
  if (leadRule !== null || units.length === 0) return null;
  let shape = '';
  let at = from;
  let made = 0;
  const holes = [...units, ...(deadline ? [deadline] : []), ...(outcome ? [outcome] : [])].sort(
    (a, b) => a.from - b.from,
  );
  for (const hole of holes) {
    if (hole.from < at) continue;
    const words = text.slice(at, hole.from);
    at = hole.to;
    if (made > 0 && BETWEEN.test(words)) continue;
    if (++made > MOST_HOLES) return null;
    shape += words + HOLE;
  }
  shape += text.slice(at, to).replace(/等(?=[）)〕\]】]?$)/, '');
  return isPattern(shape) ? shape : null;
}

function isPattern(shape: string): boolean {
  const words = wordsOf(shape);
  if (words.some((one) => one.length > LONGEST_WORDS)) return false;
  if (REMARK.test(shape) || shape.includes('\n')) return false;
  return (
    isOpener(shape.charCodeAt(0)) === isCloser(shape.charCodeAt(shape.length - 1)) &&
    words.some((one) => one.length > 1)
  );
}

/** The words of a shape; there is a hole between any two. */
export const wordsOf = (shape: string): readonly string[] => shape.split(HOLE);

/** A shape to read. */
export const labelOf = (shape: string): string => shape.replaceAll(HOLE, '');

/** A shape of our own: `_` stands for each hole. */
export const shapeFrom = (words: string): string => words.replaceAll('_', HOLE);
