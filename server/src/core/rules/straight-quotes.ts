import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, wholeDocument, type Rule, type Verdict, type WordMention, type Words } from './rule';

const MESSAGES = {
  one: {
    zh: '中文里用了直引号（本段 {count} 对），应改为“ ”。',
    en: 'Straight quotation marks in Chinese text ({count} pairs in this paragraph); use “ ”.',
  },
  all: {
    zh: '全文 {count} 处用了直引号，中文公文用“ ”。可一次全部改正。',
    en: '{count} pairs of straight quotation marks; Chinese documents use “ ”. All can be mended at once.',
  },
  change: { zh: '改为“ ”', en: 'Change to “ ”' },
  changeAll: { zh: '全部改为“ ”（{count} 对）', en: 'Change all {count} pairs to “ ”' },
  place: { zh: '直引号', en: 'straight marks here' },
} as const;

/** From so many paragraphs on it is a habit and told once. */
const HABIT = 4;
/** So many places are listed under the finding of the whole document; all of them are mended. */
const LISTED = 50;
const LONGEST = 80;

function mentionsIn({ text, traits, kind }: Words): readonly WordMention<number>[] {
  if (!(traits & TRAIT.straight)) return NOTHING;
  if (!/\p{Script=Han}/u.test(text)) return [];
  // A cell in marks of its own is quoted by the table's format.
  if (kind === 'cell' && text.startsWith('"')) return [];
  const at = [...text.matchAll(/"/g)].map(({ index }) => index);
  // Inches, seconds of arc: 65", 30°15'20".
  if (/\d"/.test(text)) return [];
  // Only marks that pair can be told apart as opening and closing ones.
  if (at.length % 2 === 1 || at.some((one) => text[one - 1] === '=')) return [];
  for (let n = 0; n < at.length; n += 2) {
    const inside = text.slice(at[n]! + 1, at[n + 1]);
    const around = `${text[at[n]! - 1] ?? ''}${text[at[n + 1]! + 1] ?? ''}`;
    if (inside.length === 0 || inside.length > LONGEST || !/\p{Script=Han}/u.test(inside + around)) return [];
  }
  return [{ said: at.length / 2, from: at[0]!, to: at[1]! + 1, places: at.map((one) => [one, one + 1]) }];
}

function editsOf(pairs: number, at: number): readonly { at: number; place: number; newText: string }[] {
  return Array.from({ length: pairs * 2 }, (_, place) => ({ at, place, newText: place % 2 === 0 ? '“' : '”' }));
}

function conclude(said: readonly number[]): readonly Verdict[] {
  if (said.length < HABIT) {
    return said.map((count, at) => ({
      at,
      message: MESSAGES.one,
      args: { count },
      fixes: [{ title: MESSAGES.change, safe: true, edits: editsOf(count, at) }],
    }));
  }
  const count = said.reduce((sum, pairs) => sum + pairs, 0);
  return [
    {
      at: null,
      message: MESSAGES.all,
      args: { count },
      related: said.slice(0, LISTED).map((_, at) => ({ at, message: MESSAGES.place })),
      fixes: [{ title: MESSAGES.changeAll, args: { count }, safe: true, edits: said.flatMap(editsOf) }],
    },
  ];
}

/** Straight quotation marks in Chinese text. Source: GB/T 15834—2011, 4.8.2: the marks are “ ” and ‘ ’. */
export const rule: Rule = {
  id: 'straight-quotes',
  title: { zh: '直引号', en: 'Straight quotation marks' },
  topic: 'text',
  severity: 'warning',
  strength: '规定',
  basis: { zh: 'GB/T 15834—2011 4.8.2', en: 'GB/T 15834—2011, 4.8.2' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<number>({ inWords: mentionsIn, conclude }),
};
