import type { Joined } from '../../../syntax/joined';
import type { Plain } from './place';
import type { Splice } from './splice';

/** Puts `wanted` in the place of shown words, touching only what differs, so that marks and line ends round it stay. */
export function wordSplices({ text }: Joined, plain: Plain, wanted: string): readonly Splice[] {
  const { text: old, offsets } = plain;
  let head = 0;
  while (head < old.length && head < wanted.length && old[head] === wanted[head]) head++;
  if (isHigh(old, head - 1)) head--;
  let tail = 0;
  const most = Math.min(old.length, wanted.length) - head;
  while (tail < most && old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  if (tail > 0 && isLow(old, old.length - tail)) tail--;
  const fresh = wanted.slice(head, wanted.length - tail);
  const stop = old.length - tail;
  const from = head < offsets.length && head < stop ? offsets[head]! : head > 0 ? offsets[head - 1]! + 1 : offsets[0]!;
  const to = head < stop ? offsets[stop - 1]! + 1 : from;
  // One of a pair of marks within what is replaced has its other half outside.
  const marks = text.slice(from, to).split('**').length - 1;
  return [{ from, to, text: marks % 2 === 1 ? `${fresh}**` : fresh }];
}

const isHigh = (text: string, at: number): boolean => /[\uD800-\uDBFF]/.test(text[at] ?? '');
const isLow = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text[at] ?? '');
