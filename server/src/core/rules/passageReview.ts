import type { PassageReading } from '../plan/reading';
import { ignoreCommentsIn, type IgnoreComment } from './ignoreComments';
import type { Hit, Mention, Report, WordMention } from './rule';
import type { Run, Surroundings } from './run';
import { keyOf, toMention, toReport, wordsIn, type PlacedWords } from './words';

/** What rules found in one passage. Ranges count lines from its start. */
export interface PassageReview {
  readonly surroundings: Surroundings;
  /** By rule; rules that found nothing are left out. */
  readonly reports: ReadonlyMap<string, readonly Report[]>;
  /** What the passage contributes to judgements of the whole document, by rule. */
  readonly mentions: ReadonlyMap<string, readonly Mention<unknown>[]>;
  /** Comments that keep rules quiet; the reports are still all there. */
  readonly comments: readonly IgnoreComment[];
}

/** What rules found in the words of one block. */
interface WordReview {
  readonly hits: readonly (readonly [rule: string, hits: readonly Hit[]])[];
  readonly mentions: readonly (readonly [rule: string, mentions: readonly WordMention<unknown>[]])[];
}

/** So many blocks are remembered by their words: those round the caret, over a few edits. */
const REMEMBERED = 2000;

/**
 * Reviews passages. Of a passage that was edited most blocks are as they were, so what was found in words is remembered
 * by the words.
 */
export function createPassageReview(): (reading: PassageReading, run: Run) => PassageReview {
  let remembered = new Map<string, WordReview>();
  let surroundings: Surroundings | null = null;

  function wordReview(placed: PlacedWords, run: Run): WordReview {
    const key = keyOf(placed.words);
    let known = remembered.get(key);
    if (!known) {
      known = reviewWords(placed, run);
      if (remembered.size >= REMEMBERED) remembered = new Map();
      remembered.set(key, known);
    }
    return known;
  }

  return (reading, run) => {
    if (surroundings?.same(run.surroundings) !== true) {
      remembered = new Map();
      ({ surroundings } = run);
    }
    const reports = new Map<string, Report[]>();
    const mentions = new Map<string, Mention<unknown>[]>();
    for (const placed of wordsIn(reading)) {
      const review = wordReview(placed, run);
      for (const [rule, hits] of review.hits) for (const hit of hits) add(reports, rule, toReport(hit, placed.joined));
      for (const [rule, found] of review.mentions)
        for (const mention of found) add(mentions, rule, toMention(mention, placed.joined));
    }
    for (const rule of run.rules) {
      if (rule.passage) for (const report of run.passage(rule, reading)) add(reports, rule.id, report);
      if (rule.whole?.inPassage)
        for (const mention of run.mentionsInPassage(rule, reading)) add(mentions, rule.id, mention);
    }
    return { surroundings: run.surroundings, reports, mentions, comments: ignoreCommentsIn(reading) };
  };
}

function reviewWords({ words }: PlacedWords, run: Run): WordReview {
  const hits: (readonly [string, readonly Hit[]])[] = [];
  const mentions: (readonly [string, readonly WordMention<unknown>[]])[] = [];
  for (const rule of run.rules) {
    if (rule.inWords) {
      const found = run.inWords(rule, words);
      if (found.length > 0) hits.push([rule.id, found]);
    } else if (rule.whole?.inWords) {
      const found = run.mentionsInWords(rule, words);
      if (found.length > 0) mentions.push([rule.id, found]);
    }
  }
  return { hits, mentions };
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
