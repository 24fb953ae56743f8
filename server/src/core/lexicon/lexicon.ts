import type { UserWords } from './model';
import { createPhraseFinder, type FindPhrases } from './phrases';
import { createTypoFinder, type FindTypos } from './typos';

/** The dictionaries of the rules: those that ship with Plandoc and what an organisation adds. Each is read when first used. */
export interface Lexicon {
  readonly typos: FindTypos;
  readonly phrases: FindPhrases;
}

export function createLexicon(words: UserWords): Lexicon {
  const typos = once(() => createTypoFinder(words.typos));
  const phrases = once(() => createPhraseFinder(words.phrases));
  return {
    get typos() {
      return typos();
    },
    get phrases() {
      return phrases();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
