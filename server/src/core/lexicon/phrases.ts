import { withoutOverlaps } from './overlaps';
import { createFinder } from './finder';
import type { Stretch, WordPair } from './model';
import phraseTable from './phrases.tsv';
import { listed, readTable } from './table';

/** A set phrase that went astray. */
export interface PhraseSlip extends Stretch {
  /** What to write instead. */
  readonly right: string;
  readonly source: string;
  /** Only the marks between its parts differ. */
  readonly marksOnly: boolean;
}

const NOTHING: readonly never[] = [];

export type FindPhrases = (text: string) => readonly PhraseSlip[];

interface Phrase {
  readonly right: string;
  readonly unless: readonly string[];
  readonly source: string;
  readonly parts: readonly string[];
  /** One character may differ in one part. */
  readonly near: () => RegExp | null;
  /** Between quotation marks the marks between the parts count too. */
  readonly quoted: boolean;
}

/** What a word of the index says: a listed slip, or a part of a phrase that is compared there. */
type Sign = { readonly phrase: Phrase; readonly slip: string } | { readonly phrase: Phrase; readonly part: number };

/** Reads the table that ships with Plandoc and the organisation's own pairs: make one and keep it. */
export function createPhraseFinder(own: readonly WordPair[]): FindPhrases {
  const words: (readonly [string, Sign])[] = [];
  for (const { section, columns } of readTable(phraseTable)) {
    const phrase = phraseOf(section, columns);
    for (const slip of listed(columns[1])) words.push([slip, { phrase, slip }]);
    if (phrase.quoted) words.push([phrase.parts[0]!, { phrase, part: 0 }]);
    if (section.includes('near')) for (const part of [0, 1]) words.push([phrase.parts[part]!, { phrase, part }]);
  }
  for (const pair of own) words.push([pair.wrong, { phrase: ownPhrase(pair), slip: pair.wrong }]);
  const finder = createFinder(words);
  return (text) => {
    const signs = finder.find(text);
    if (signs.length === 0) return NOTHING;
    const found: PhraseSlip[] = [];
    const compared = new Set<Phrase>();
    for (const { from, to, value: sign } of signs) {
      const { phrase } = sign;
      if ('slip' in sign)
        add(found, text, phrase, { from, to, right: inQuotes(sign.slip, phrase.right), marksOnly: false });
      else {
        if (sign.part === 0 && phrase.quoted) compareMarks(found, text, phrase, from);
        if (!compared.has(phrase)) compareParts(found, text, phrase);
        compared.add(phrase);
      }
    }
    return withoutOverlaps(found);
  };
}

function add(found: PhraseSlip[], text: string, phrase: Phrase, slip: Omit<PhraseSlip, 'source'>): void {
  const round = text.slice(Math.max(0, slip.from - ROUND), slip.to + ROUND);
  if (phrase.unless.some((words) => round.includes(words))) return;
  found.push({ ...slip, source: phrase.source });
}

/** So far round a slip the words are looked for in which it is none. */
const ROUND = 20;

const inQuotes = (slip: string, right: string): string =>
  slip.startsWith('“') && slip.endsWith('”') && !right.startsWith('“') ? `“${right}”` : right;

const LONGEST_QUOTE = 80;

/** “外防输入，内防反弹”: the same words between quotation marks with other marks between them. */
function compareMarks(found: PhraseSlip[], text: string, phrase: Phrase, from: number): void {
  if (text[from - 1] !== '“') return;
  const quote = text.slice(from, from + LONGEST_QUOTE).split('”', 1)[0]!;
  if (quote === phrase.right || bare(quote) !== bare(phrase.right)) return;
  add(found, text, phrase, { from, to: from + quote.length, right: phrase.right, marksOnly: true });
}

const bare = (text: string): string => text.replace(/[、，,；;\s]/g, '');

/** All parts but one are there word for word, and that one differs in one character. */
function compareParts(found: PhraseSlip[], text: string, phrase: Phrase): void {
  const near = phrase.near();
  if (!near) return;
  for (const match of text.matchAll(near)) {
    const strange = phrase.parts.filter((part, at) => match[at + 1] !== part);
    const written = match.slice(1).filter((part, at) => part !== phrase.parts[at]);
    if (strange.length !== 1 || !differInOne(strange[0]!, written[0]!)) continue;
    const [from, to] = [match.index, match.index + match[0].length];
    add(found, text, phrase, { from, to, right: phrase.right, marksOnly: false });
  }
}

/** Whether one character is another one, is missing or is too many. */
function differInOne(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return Math.max(endA - start, endB - start) === 1;
}

/** Columns: 原文, 走样的写法, 例外, 出处. */
function phraseOf(section: readonly string[], columns: readonly string[]): Phrase {
  const [right = '', , unless, source = ''] = columns;
  const parts = right.split('、');
  let near: RegExp | null | undefined;
  const pattern = (): RegExp | null =>
    section.includes('near')
      ? new RegExp(parts.map((part, at) => partPattern(part, at, parts.length)).join('[、，,]'), 'g')
      : null;
  return {
    right,
    unless: listed(unless),
    source,
    parts,
    near: () => (near === undefined ? (near = pattern()) : near),
    quoted: section.includes('quoted'),
  };
}

/** At either end a character more would be the word beside the phrase, so only inner parts may be longer or shorter. */
function partPattern(part: string, at: number, count: number): string {
  const { length } = part;
  const isInner = at > 0 && at < count - 1;
  return `(${part}|[^、，,。；：“”（）()\\s]{${isInner ? `${length - 1},${length + 1}` : length}})`;
}

function ownPhrase({ right, unless = [], source = '' }: WordPair): Phrase {
  return { right, unless: [...unless, right], source, parts: [], near: () => null, quoted: false };
}
