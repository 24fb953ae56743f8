import pinyinTable from './pinyin.tsv';
import { readTable } from './table';

/** A text with all ways to read each of its characters, the common one first; what is no Chinese character has none. */
export interface Spelled {
  readonly text: string;
  /** The text in small letters. */
  readonly folded: string;
  readonly readings: readonly (readonly string[])[];
  /** The letters that syllables of it begin with, and all letters of its syllables: one bit for each. */
  readonly initials: number;
  readonly letters: number;
}

/** Says how a text can be typed in pinyin. */
export type Spell = (text: string) => Spelled;

const NONE: readonly string[] = [];

/** Reads the table that ships with Plandoc, when the first text is to be spelled: make one and keep it. */
export function createSpeller(): Spell {
  let table: ReadonlyMap<string, readonly string[]> | null = null;
  return (text) => {
    const known = (table ??= readReadings());
    const readings = Array.from({ length: text.length }, (_, at) => known.get(text[at]!) ?? NONE);
    let [initials, letters] = [0, 0];
    for (const syllables of readings) {
      for (const syllable of syllables) {
        initials |= bitOf(syllable, 0);
        for (let at = 0; at < syllable.length; at++) letters |= bitOf(syllable, at);
      }
    }
    return { text, folded: text.toLowerCase(), readings, initials, letters };
  };
}

/** A text as it is read aloud, by the common reading of each character: qusifaju. */
export const soundOf = ({ readings }: Spelled): string => readings.map(([common = '']) => common).join('');

/** The bit of a small letter, 0 for anything else. */
function bitOf(text: string, at: number): number {
  const letter = text.charCodeAt(at) - 0x61;
  return letter >= 0 && letter < 26 ? 1 << letter : 0;
}

/** Whether the letters of `word` can come from the text at all: what most texts are passed over by. */
function mayFit(word: string, { folded, initials, letters }: Spelled): boolean {
  for (let at = 0; at < word.length; at++) {
    if ((bitOf(word, at) & (at === 0 ? initials : letters)) === 0 && !folded.includes(word[at]!)) return false;
  }
  return true;
}

function readReadings(): ReadonlyMap<string, readonly string[]> {
  const readings = new Map<string, string[]>();
  for (const { columns } of readTable(pinyinTable)) {
    const [syllable = '', characters = ''] = columns;
    for (const character of characters) {
      const known = readings.get(character);
      if (known) known.push(syllable);
      else readings.set(character, [syllable]);
    }
  }
  return readings;
}

/**
 * How well what was typed stands for a text, better first: the whole of it, its beginning, the rest behind its first
 * character (a level, mostly: sfj for 区司法局), a stretch of it, characters of it in order from the first (qfgw for
 * 区发展改革委), characters anywhere.
 */
export type Fit = 0 | 1 | 2 | 3 | 4 | 5;

/** The last fit in which what was typed stands together in the text. */
export const TOGETHER: Fit = 3;

/** One bit for each place in what was typed. */
const LONGEST_TYPED = 30;

/**
 * How `typed` fits a text, `null` if it does not: characters stand for themselves, letters for the beginning of a
 * syllable of a character, in any mixture (qsfj, qusifaju, qsifj, 司fj). Nothing typed fits everything. A fit that needs
 * another reading than the common one of a character counts as a stretch at best: it may be the right one (重庆), or one
 * that nobody has in mind (信 read shen).
 */
export function fitOf(typed: string, spelled: Spelled): Fit | null {
  const together = stretchOf(typed, spelled);
  if (together !== null || typed.length > LONGEST_TYPED) return together;
  const word = typed.toLowerCase();
  if (!mayFit(word, spelled)) return null;
  if (isScattered(word, spelled, 1)) return 4;
  return isScattered(word, spelled, spelled.text.length) ? 5 : null;
}

/** The same where what was typed stands together. */
export function stretchOf(typed: string, spelled: Spelled): Fit | null {
  if (typed === '') return 1;
  if (typed.length > LONGEST_TYPED) return spelled.folded.includes(typed.toLowerCase()) ? 1 : null;
  const word = typed.toLowerCase();
  if (!mayFit(word, spelled)) return null;
  const common = stretchWith(word, spelled, 1);
  if (common !== null || !LETTERS.test(word)) return common;
  return stretchWith(word, spelled, Infinity) === null ? null : TOGETHER;
}

const LETTERS = /[a-z]/;

/** The fit as a stretch where each character has its first `most` readings. */
function stretchWith(word: string, spelled: Spelled, most: number): Fit | null {
  for (let from = 0; from < spelled.text.length; from++) {
    const end = endOfStretch(word, spelled, from, most);
    if (end === 0) continue;
    if (from === 0) return end === spelled.text.length ? 0 : 1;
    return from === 1 ? 2 : 3;
  }
  return null;
}

/** Where the stretch from `from` ends that `word` stands for; 0 if there is none. */
function endOfStretch(word: string, spelled: Spelled, from: number, most: number): number {
  let reached = 1;
  for (let at = from; at < spelled.text.length && reached !== 0; at++) {
    reached = step(word, spelled, at, reached, most);
    if (reached >> word.length) return at + 1;
  }
  return 0;
}

/** Whether `word` stands for characters of the text in order, the first of them among the first `starts`. */
function isScattered(word: string, spelled: Spelled, starts: number): boolean {
  let reached = 1;
  for (let at = 0; at < spelled.text.length; at++) {
    reached |= step(word, spelled, at, reached, Infinity);
    if (at + 1 === starts) reached &= ~1;
    if (reached >> word.length) return true;
  }
  return false;
}

/** The places of `word` that can be reached through one character of the text from those in the set `from`. */
function step(word: string, { folded, readings }: Spelled, at: number, from: number, most: number): number {
  let reached = 0;
  const character = folded[at];
  for (let place = 0; place < word.length; place++) {
    if (((from >> place) & 1) === 0) continue;
    if (word[place] === character) reached |= 1 << (place + 1);
    const known = readings[at]!;
    for (let reading = 0; reading < known.length && reading < most; reading++) {
      const syllable = known[reading]!;
      for (let length = 0; length < syllable.length && word[place + length] === syllable[length]; length++)
        reached |= 1 << (place + length + 1);
    }
  }
  return reached;
}
