import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, wholeDocument, type Rule, type Verdict, type WordMention, type Words } from './rule';

const MESSAGES = {
  one: {
    zh: '“{text}”中间有多余的空格。公文的汉字、数字、字母和标点之间不空格。',
    en: '“{text}” has a space it should not. Official documents put none between characters, figures, letters and marks.',
  },
  all: {
    zh: '全文 {count} 处有多余的空格（如“{text}”）。公文的汉字、数字、字母和标点之间不空格，可一次全部删去。',
    en: '{count} spaces that should not be there (“{text}”). Official documents put none between characters, figures, letters and marks.',
  },
  remove: { zh: '删去空格', en: 'Remove the spaces' },
  removeAll: { zh: '删去全部多余的空格（{count} 处）', en: 'Remove all {count} spaces' },
  place: { zh: '多余的空格', en: 'a space here' },
} as const;

/** From so many paragraphs on it is a habit and told once. */
const HABIT = 8;
const LISTED = 50;

const HAN = '\\p{Script=Han}';
/** A single blank; several, or one of full width, are layout. */
const BLANK = '[ \\u00a0]';
/** After ， and 、 inside a sentence, before a mark, on the inner side of brackets, before a bracket. */
const AT_MARKS = new RegExp(
  `(?=${BLANK}|[\\u200b\\u2060\\ufeff])(?:${[
    `(?<=[${HAN}”》）][，、])${BLANK}(?=[${HAN}“《])`,
    `(?<=[${HAN}])${BLANK}(?=[，。；、！？）》”])`,
    `(?<=[（《“])${BLANK}(?=${HAN})`,
    `(?<=${HAN})${BLANK}(?=[（(](?:19|20)\\d\\d)`,
    '(?<=.)[\\u200b\\u2060\\ufeff]',
  ].join('|')})`,
  'gu',
);
/** Between Chinese and what is not; a number that may begin the next item or a date is left alone. */
const AT_LATIN = new RegExp(
  `(?=${BLANK})(?:${[
    `(?<=${HAN}{2})(?<!附件|附表|专栏|附录|目录|表|图|第|合计|共计|总计)${BLANK}(?!(?:and|or|the|of)\\b)(?=[A-Za-z]|\\d(?!\\d{0,2}[.．、)）]|\\d{3}(?:年\\d|[-/.])))`,
    `(?<!\\b(?:and|or|the|of))(?<=[A-Za-z]|(?<![表图件章节第栏录计\\d.]\\d{0,3})\\d%?)${BLANK}(?=${HAN}{2})`,
  ].join('|')})`,
  'gu',
);

/** `said`: what stands round the first blank. */
interface Said {
  readonly text: string;
  readonly count: number;
}

function mentionsIn({ text, traits, kind, role, head }: Words): readonly WordMention<Said>[] {
  if (!(traits & TRAIT.blank)) return NOTHING;
  const at = [...text.matchAll(AT_MARKS)].map(({ index }) => index);
  const isProse = !head && kind !== 'header' && (kind !== 'cell' || role === 'task' || role === 'outcome');
  if (isProse) at.push(...[...text.matchAll(AT_LATIN)].map(({ index }) => index));
  // After the number that begins a heading a blank may stand: （一） 健全.
  const start =
    /^[\s*#]*(?:[（(]?[一二三四五六七八九十\d]{1,4}[)）]?[、.．]?|第.{1,4}[章节条]|附件\d*)[\s*]*/u.exec(text)?.[0]
      .length ?? 0;
  const places = at.filter((one) => one >= start).sort((a, b) => a - b);
  const [first] = places;
  if (first === undefined) return NOTHING;
  const near = places.findLast((one) => one - first < 12) ?? first;
  const [from, to] = [Math.max(0, first - 2), Math.min(text.length, near + 3)];
  return [
    {
      said: { text: text.slice(from, to), count: places.length },
      from,
      to,
      places: places.map((one) => [one, one + 1]),
    },
  ];
}

function editsOf({ count }: Said, at: number): readonly { at: number; place: number; newText: string }[] {
  return Array.from({ length: count }, (_, place) => ({ at, place, newText: '' }));
}

function conclude(said: readonly Said[]): readonly Verdict[] {
  if (said.length < HABIT) {
    return said.map((one, at) => ({
      at,
      message: MESSAGES.one,
      args: { text: one.text },
      fixes: [{ title: MESSAGES.remove, safe: true, edits: editsOf(one, at) }],
    }));
  }
  const count = said.reduce((sum, one) => sum + one.count, 0);
  return [
    {
      at: null,
      message: MESSAGES.all,
      args: { count, text: said[0]!.text },
      related: said.slice(0, LISTED).map((_, at) => ({ at, message: MESSAGES.place })),
      fixes: [{ title: MESSAGES.removeAll, args: { count }, safe: true, edits: said.flatMap(editsOf) }],
    },
  ];
}

/**
 * Spaces inside Chinese text. Those that part units in a cell, joint issuers, or the number of a heading from its words
 * are layout and stay. Source: practice of official documents.
 */
export const rule: Rule = {
  id: 'stray-space',
  title: { zh: '多余空格', en: 'Stray space' },
  topic: 'text',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '公文排印惯例', en: 'practice of official documents' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<Said>({ inWords: mentionsIn, conclude }),
};
