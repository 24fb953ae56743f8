import type { Stretch } from './model';

/** Where one of many words stands in a text. */
export interface Found<T> extends Stretch {
  readonly value: T;
}

/** Finds many words in one walk over a text, however many they are. */
export interface Finder<T> {
  /** Every occurrence, in order; occurrences may overlap. */
  find(text: string): readonly Found<T>[];
}

interface Word<T> {
  readonly word: string;
  readonly value: T;
  /** Its third character, which tells most words apart that begin alike; 0: it has but two. */
  readonly third: number;
}

const NOTHING: readonly never[] = [];
/** Places of the index: many more than words, so that two characters no word begins with mostly meet an empty one. */
const PLACES = 2 ** 15;
const FACTOR = 0x9e35;

/**
 * Words are kept by their first two characters, mixed into a place of a small table, so that most places of a text cost
 * one look. Words of one character are not taken: no writing of one character is always wrong.
 */
export function createFinder<T>(words: Iterable<readonly [word: string, value: T]>): Finder<T> {
  const places = new Uint16Array(PLACES);
  const lists: Word<T>[][] = [[]];
  for (const [word, value] of words) {
    if (word.length < 2) continue;
    const place = placeOf(word.charCodeAt(0), word.charCodeAt(1));
    if (places[place] === 0) places[place] = lists.push([]) - 1;
    lists[places[place]!]!.push({ word, value, third: word.length > 2 ? word.charCodeAt(2) : 0 });
  }
  return {
    find(text) {
      let found: Found<T>[] | null = null;
      let first = text.charCodeAt(0);
      for (let at = 1; at < text.length; at++) {
        const second = text.charCodeAt(at);
        const list = places[placeOf(first, second)]!;
        first = second;
        if (list === 0) continue;
        const from = at - 1;
        const next = text.charCodeAt(at + 1);
        for (const { word, value, third } of lists[list]!)
          if ((third === next || third === 0) && text.startsWith(word, from))
            (found ??= []).push({ from, to: from + word.length, value });
      }
      return found ?? NOTHING;
    },
  };
}

const placeOf = (first: number, second: number): number => (Math.imul(first, FACTOR) + second) & (PLACES - 1);
