import type { PassageReading } from '../plan/reading';
import { ignoreCommentsIn, type IgnoreComment } from './ignoreComments';
import type { Hit, Mention, Report, WordMention } from './rule';
import { gatheringOf, type Gathering, type Run, type Surroundings } from './run';
import { createWordMemory } from './wordMemory';
import { toMention, toReport, wordsIn, type PlacedWords } from './words';

/** What rules found in one passage. Ranges count lines from its start. */
export interface PassageReview {
  readonly surroundings: Surroundings;
  /** By rule; rules that found nothing are left out. */
  readonly reports: ReadonlyMap<string, readonly Report[]>;
  /** What the passage contributes to judgements of the whole document, by `gatheringOf` the rule. */
  readonly mentions: ReadonlyMap<Gathering, readonly Mention<unknown>[]>;
  /** Comments that keep rules quiet; the reports are still all there. */
  readonly comments: readonly IgnoreComment[];
}

/** What rules found in the words of one block. */
interface WordReview {
  readonly hits: readonly (readonly [rule: string, hits: readonly Hit[]])[];
  readonly mentions: readonly (readonly [gathering: Gathering, mentions: readonly WordMention<unknown>[]])[];
}

const NOTHING: WordReview = { hits: [], mentions: [] };

/**
 * Reviews passages. Of a passage that was edited most blocks are as they were, and cells say the same again and again, so
 * what was found in words is remembered by the words.
 */
export function createPassageReview(): (reading: PassageReading, run: Run) => PassageReview {
  let memory = createWordMemory<WordReview>();
  let surroundings: Surroundings | null = null;

  return (reading, run) => {
    if (surroundings?.same(run.surroundings) !== true) {
      memory = createWordMemory();
      ({ surroundings } = run);
    }
    const reports = new Map<string, Report[]>();
    const mentions = new Map<Gathering, Mention<unknown>[]>();
    for (const placed of wordsIn(reading)) {
      const review = memory(placed.words) ?? memory(placed.words, reviewWords(placed, run));
      for (const [rule, hits] of review.hits) for (const hit of hits) add(reports, rule, toReport(hit, placed.joined));
      for (const [gathering, found] of review.mentions)
        for (const mention of found) add(mentions, gathering, toMention(mention, placed.joined));
    }
    reviewPassage(reading, run, reports, mentions);
    return { surroundings: run.surroundings, reports, mentions, comments: ignoreCommentsIn(reading) };
  };
}

function reviewPassage(
  reading: PassageReading,
  run: Run,
  reports: Map<string, readonly Report[]>,
  mentions: Map<Gathering, readonly Mention<unknown>[]>,
): void {
  const view = run.view(reading);
  for (const rule of run.passageRules) {
    const found = run.passage(rule, view);
    if (found.length > 0) reports.set(rule.id, (reports.get(rule.id) ?? []).concat(found));
  }
  for (const rule of run.gatherers) {
    const found = run.mentionsInPassage(rule, view);
    const gathering = gatheringOf(rule);
    if (found.length > 0) mentions.set(gathering, (mentions.get(gathering) ?? []).concat(found));
  }
}

function reviewWords({ words }: PlacedWords, run: Run): WordReview {
  const hits: (readonly [string, readonly Hit[]])[] = [];
  const mentions: (readonly [Gathering, readonly WordMention<unknown>[]])[] = [];
  for (const rule of run.wordRules) {
    if (rule.inWords) {
      const found = run.inWords(rule, words);
      if (found.length > 0) hits.push([rule.id, found]);
    } else {
      const found = run.mentionsInWords(rule, words);
      if (found.length > 0) mentions.push([gatheringOf(rule), found]);
    }
  }
  return hits.length > 0 || mentions.length > 0 ? { hits, mentions } : NOTHING;
}

function add<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
