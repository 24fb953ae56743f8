import { createAbbreviations, type Abbreviations } from './abbreviations';
import { createLaws, type Laws } from './laws';
import type { UserWords } from './model';
import { createPhraseFinder, type FindPhrases } from './phrases';
import { createQuotedTerms, type FindTerms } from './terms';
import { createTypoFinder, type FindTypos } from './typos';
import { once } from '../text/once';

/** The dictionaries of the rules: those that ship with Plandoc and what an organisation adds. Each is read when first used. */
export interface Lexicon {
  readonly typos: FindTypos;
  readonly phrases: FindPhrases;
  readonly laws: Laws;
  readonly abbreviations: Abbreviations;
  readonly terms: FindTerms;
}

export function createLexicon(words: UserWords): Lexicon {
  const typos = once(() => createTypoFinder(words.typos));
  const phrases = once(() => createPhraseFinder(words.phrases));
  const laws = once(() => createLaws(words.laws));
  const abbreviations = once(() => createAbbreviations(words.abbreviations));
  const terms = once(() => createQuotedTerms());
  return {
    get typos() {
      return typos();
    },
    get phrases() {
      return phrases();
    },
    get laws() {
      return laws();
    },
    get abbreviations() {
      return abbreviations();
    },
    get terms() {
      return terms();
    },
  };
}
