import { TRAIT } from '../text/traits';
import { fullWidth, halfWidthIn, type Pair } from './halfWidth';
import { ALL_KINDS, NOTHING, wholeDocument, type Rule, type Verdict, type WordMention, type Words } from './rule';

const MESSAGES = {
  points: {
    zh: '中文里用了半角的“{marks}”（本段 {count} 处），应改为全角。',
    en: 'Chinese text with half-width {marks} ({count} in this paragraph); use the full-width marks.',
  },
  brackets: {
    zh: '中文里用了半角括号（本段 {count} 对），应改为全角（ ）。',
    en: 'Chinese text with half-width brackets ({count} pairs in this paragraph); use the full-width ones.',
  },
  mixed: {
    zh: '括号一边全角、一边半角，应改为全角。',
    en: 'One bracket is full-width, the other half-width; use the full-width one.',
  },
  whole: {
    zh: '全文的{what}是半角的（{count} 处），中文公文应当用全角标点。可一次全部改正。',
    en: 'The {what} of this document are half-width ({count} places). Chinese documents take full-width marks; all can be mended at once.',
  },
  change: { zh: '改为全角', en: 'Change to full-width' },
  changeAll: { zh: '全部改为全角（{count} 处）', en: 'Change all {count} to full-width' },
} as const;

type Sort = 'points' | 'brackets';

/** What one block has: half-width marks of one sort, a bracket that fits its partner not, or marks as they should be. */
type Said =
  | { readonly sort: Sort; readonly marks: readonly string[] }
  | { readonly sort: 'mixed' | 'number'; readonly marks: readonly string[] }
  | { readonly sort: 'full'; readonly points: boolean; readonly brackets: boolean };

const place = (at: number): readonly [number, number] => [at, at + 1];
const bracketsOf = (pairs: readonly Pair[]): readonly number[] => pairs.flat();

/** What most texts say: that their marks are as they should be. */
const FULL = [
  { points: true, brackets: false },
  { points: false, brackets: true },
  { points: true, brackets: true },
].map((full): readonly WordMention<Said>[] => [{ said: { sort: 'full', ...full }, from: 0, to: 1 }]);

function fullIn(traits: number): readonly WordMention<Said>[] {
  const which = (traits & TRAIT.fullWidth ? 1 : 0) + (traits & TRAIT.bracket ? 2 : 0);
  return which === 0 ? NOTHING : FULL[which - 1]!;
}

function mentionsIn({ text, traits }: Words): readonly WordMention<Said>[] {
  if (!(traits & TRAIT.halfWidth)) return fullIn(traits);
  const found: WordMention<Said>[] = [];
  const add = (sort: 'points' | 'brackets' | 'mixed' | 'number', places: readonly number[], to: number): void => {
    const [from] = places;
    if (from === undefined) return;
    found.push({ said: { sort, marks: places.map((at) => text[at]!) }, from, to, places: places.map(place) });
  };
  const { points, pairs, mixed, number } = halfWidthIn(text);
  add('points', points, (points[0] ?? 0) + 1);
  add('brackets', bracketsOf(pairs), (pairs[0]?.[1] ?? 0) + 1);
  for (const at of mixed) add('mixed', [at], at + 1);
  if (number) add('number', number, number[1] + 1);
  return found.length > 0 ? [...found, ...fullIn(traits)] : fullIn(traits);
}

/** A sort of mark is a habit where more blocks have it half-width than have it full-width. */
function habits(said: readonly Said[]): ReadonlySet<Sort> {
  const count = (test: (one: Said) => boolean): number => said.filter(test).length;
  return new Set(
    (['points', 'brackets'] as const).filter((sort) => {
      const half = count((one) => one.sort === sort);
      return half >= 3 && half > count((one) => one.sort === 'full' && one[sort]);
    }),
  );
}

const WHAT = { points: '点号', brackets: '括号', both: '标点' } as const;

function conclude(said: readonly Said[]): readonly Verdict[] {
  const whole = habits(said);
  const verdicts: Verdict[] = [];
  const all: { at: number; place: number; newText: string }[] = [];
  let count = 0;
  for (const [at, one] of said.entries()) {
    if (one.sort === 'full') continue;
    const edits = one.marks.map((mark, number) => ({ at, place: number, newText: fullWidth(mark) }));
    const fixes = [{ title: MESSAGES.change, safe: true, edits }];
    if (one.sort === 'mixed') {
      // Where all brackets become full-width, this one does too.
      verdicts.push({ at, message: MESSAGES.mixed, severity: 'error', fixes });
    } else if (one.sort === 'number' ? whole.has('brackets') : whole.has(one.sort)) {
      all.push(...edits);
      count += one.sort === 'points' ? edits.length : edits.length / 2;
    } else if (one.sort === 'points') {
      const marks = [...new Set(one.marks)].join(' ');
      verdicts.push({ at, message: MESSAGES.points, args: { marks, count: edits.length }, fixes });
    } else if (one.sort === 'brackets') {
      verdicts.push({ at, message: MESSAGES.brackets, args: { count: edits.length / 2 }, fixes });
    }
  }
  if (whole.size > 0) {
    const [first = 'points'] = whole;
    verdicts.push({
      at: null,
      message: MESSAGES.whole,
      args: { what: WHAT[whole.size > 1 ? 'both' : first], count },
      fixes: [{ title: MESSAGES.changeAll, args: { count }, safe: true, edits: all }],
    });
  }
  return verdicts;
}

/**
 * Half-width , ; : ! ? and brackets in Chinese text: one finding for each paragraph and sort, one for the whole document
 * where they are its habit. Source: GB/T 15834—2011, 5.1: marks take the place of a character; GB/T 9704—2012, 7.
 */
export const rule: Rule = {
  id: 'mixed-width-punctuation',
  title: { zh: '全半角标点混用', en: 'Half-width punctuation' },
  topic: 'text',
  severity: 'warning',
  strength: '一般',
  basis: { zh: 'GB/T 15834—2011 5.1', en: 'GB/T 15834—2011, 5.1' },
  followsFrom: ['addressee-colon'],
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<Said>({ inWords: mentionsIn, conclude }),
};
