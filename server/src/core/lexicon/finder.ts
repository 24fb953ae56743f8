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
}

/**
 * Words are kept by their first two characters. A bit for each character tells whether any word begins with it, so that
 * most places of a text cost one look. Words of one character are not taken: no writing of one character is always wrong.
 */
export function createFinder<T>(words: Iterable<readonly [word: string, value: T]>): Finder<T> {
  const begins = new Uint8Array(0x10000);
  const byStart = new Map<number, Word<T>[]>();
  for (const [word, value] of words) {
    if (word.length < 2) continue;
    const start = startAt(word, 0);
    begins[word.charCodeAt(0)] = 1;
    const list = byStart.get(start);
    if (list) list.push({ word, value });
    else byStart.set(start, [{ word, value }]);
  }
  return {
    find(text) {
      const found: Found<T>[] = [];
      for (let at = 0; at < text.length - 1; at++) {
        if (begins[text.charCodeAt(at)] !== 1) continue;
        const list = byStart.get(startAt(text, at));
        if (!list) continue;
        for (const { word, value } of list)
          if (text.startsWith(word, at)) found.push({ from: at, to: at + word.length, value });
      }
      return found;
    },
  };
}

const startAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
