import type { PassageReading } from '../plan/reading';
import type { Joined } from '../syntax/joined';
import { isQuoted } from '../text/quoted';
import { isWithin, type Span } from '../text/spans';

/*
 * Running text, for rules that look for something in it and must leave quotations and titles alone.
 */

/** How far a sentence is looked for to either side, in characters. */
const REACH = 120;

/** The sentence that holds `at`, as far as it is near. */
export function sentenceAt(text: string, at: number, ends = '。！？\n'): string {
  let [from, to] = [at, at];
  while (from > 0 && at - from < REACH && !ends.includes(text[from - 1]!)) from--;
  while (to < text.length && to - at < REACH && !ends.includes(text[to]!)) to++;
  return text.slice(from, to);
}

/** A stretch of running text. */
export interface Prose {
  readonly joined: Joined;
  /** Annotations in it, in order, which are no running text. */
  readonly taken: readonly Span[];
}

/** The paragraphs of a passage and the cells that say what is to be done. */
export function proseIn(reading: PassageReading): readonly Prose[] {
  return reading.items.flatMap((item): readonly Prose[] =>
    item.kind === 'text'
      ? [{ joined: item.block, taken: item.annotations }]
      : item.block.cells
          .filter(({ role }) => role === 'task' || role === 'outcome')
          .map((joined) => ({ joined, taken: [] })),
  );
}

/** Whether `at` is said by the text itself: in no annotation, no title, no quotation. */
export function isOwnWord({ joined, taken }: Prose, at: number): boolean {
  return !isWithin(taken, at) && !isQuoted(joined.text, at);
}
