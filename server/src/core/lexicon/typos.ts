import { withoutOverlaps } from './overlaps';
import { createFinder } from './finder';
import type { Stretch, WordPair } from './model';
import { listed, readTable } from './table';
import typoTable from './typos.tsv';
import { isInTitle } from '../text/quoted';

/** How sure an entry is. */
export type TypoLevel = 'error' | 'warning' | 'hint';

export interface Typo extends Stretch {
  readonly right: readonly string[];
  /** `null`: an entry of the organisation's own. */
  readonly level: TypoLevel | null;
  readonly safe: boolean;
  readonly source: string;
}

const NOTHING: readonly never[] = [];

/** Finds wrong writings. */
export type FindTypos = (text: string) => readonly Typo[];

interface Entry {
  /** What is looked for. */
  readonly words: readonly string[];
  readonly right: readonly string[];
  readonly level: TypoLevel | null;
  readonly safe: boolean;
  /** Titles between 《 and 》 are quoted as they are, unless the writing is wrong anywhere. */
  readonly inTitles: boolean;
  readonly unless: readonly string[];
  readonly source: string;
  /** For writings that are wrong in certain surroundings only: what it matches is the wrong stretch. */
  readonly pattern: () => RegExp | null;
}

/** Reads the table that ships with Plandoc and the organisation's own pairs: make one and keep it. */
export function createTypoFinder(own: readonly WordPair[]): FindTypos {
  const entries = [
    ...readTable(typoTable).map(({ section, columns }) => entryOf(section, columns)),
    ...own.map(ownEntry),
  ];
  const finder = createFinder(entries.flatMap((entry) => entry.words.map((word) => [word, entry] as const)));
  return (text) => {
    const hits = finder.find(text);
    if (hits.length === 0) return NOTHING;
    const found: Typo[] = [];
    const asked = new Set<Entry>();
    for (const { from, to, value: entry } of hits) {
      if (!entry.inTitles && isInTitle(text, from)) continue;
      const pattern = entry.pattern();
      if (!pattern) add(found, text, entry, from, to);
      else if (!asked.has(entry)) {
        asked.add(entry);
        for (const match of text.matchAll(pattern)) add(found, text, entry, match.index, match.index + match[0].length);
      }
    }
    return withoutOverlaps(found);
  };
}

function add(found: Typo[], text: string, entry: Entry, from: number, to: number): void {
  if (from === to || entry.unless.some((phrase) => isPartOf(phrase, text, from, to))) return;
  if (!entry.inTitles && isInTitle(text, from)) return;
  const right = entry.right.map((word) => word.replace('~', text.slice(from, to)));
  found.push({ from, to, right, level: entry.level, safe: entry.safe, source: entry.source });
}

/** Whether the stretch lies inside an occurrence of a longer phrase in which it is right. */
function isPartOf(phrase: string, text: string, from: number, to: number): boolean {
  const start = Math.max(0, to - phrase.length);
  const at = text.slice(start, from + phrase.length).indexOf(phrase);
  return at >= 0 && start + at <= from && start + at + phrase.length >= to;
}

/** Columns: 错 (or any of several words a context holds, cut by `|`), 对 (several are cut by `|`; `~` stands for what was matched), 语境, 例外, 依据. */
function entryOf(section: readonly string[], columns: readonly string[]): Entry {
  const [word = '', right = '', context = '', unless = '', source = ''] = columns;
  let pattern: RegExp | null | undefined;
  return {
    words: word.split('|'),
    right: right === '' ? [] : right === '-' ? [''] : right.split('|'),
    // The table is our own; a test sees that its sections are these.
    level: (section[0] ?? 'error') as TypoLevel,
    safe: section.includes('safe'),
    inTitles: section.includes('titles'),
    unless: listed(unless),
    source,
    pattern: () => (pattern === undefined ? (pattern = context === '' ? null : new RegExp(context, 'g')) : pattern),
  };
}

function ownEntry({ wrong, right, unless = [], source = '' }: WordPair): Entry {
  return {
    words: [wrong],
    right: right === '' ? [] : [right],
    level: null,
    safe: right !== '',
    inTitles: true,
    // Where the right writing holds the wrong one, it must not be mended again.
    unless: [...unless, ...(right.includes(wrong) ? [right] : [])],
    source,
    pattern: () => null,
  };
}
