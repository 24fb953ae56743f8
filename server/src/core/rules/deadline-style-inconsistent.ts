import { TRAIT } from '../text/traits';
import { NOTHING, PLANS, wholeDocument, type Rule, type Verdict, type WordMention, type Words } from './rule';
import { isInTitle } from '../text/quoted';

const MESSAGES = {
  yearEnd: {
    zh: '“{text}”与全文多数写法“{usual}”不一致（{count}处）。请统一。',
    en: '“{text}” differs from the {count} places that say “{usual}”. Write them alike.',
  },
  change: { zh: '改为“{text}”', en: 'Change to “{text}”' },
} as const;

/** Two ways of writing the same, each right by itself. */
type Style = 'year-end' | 'span';

interface Said {
  readonly style: Style;
  /** Whether it is the longer of the two: 2024年年底, 2022年—2024年. */
  readonly long: boolean;
  readonly text: string;
  /** The same in the other way. */
  readonly other: string;
}

/** 2024年底 beside 2024年年底, 2022—2024年 beside 2022年—2024年: the fewer are to be written like the many. */
export const rule: Rule = {
  id: 'deadline-style-inconsistent',
  title: { zh: '时限写法不统一', en: 'Deadlines written in two ways' },
  topic: 'time',
  severity: 'hint',
  strength: '实务',
  basis: { zh: '同一文件中写法应当一致', en: 'one document, one way of writing' },
  fixable: 'safe',
  kinds: PLANS,
  whole: wholeDocument<Said>({ inWords: mentions, conclude }),
};

const YEAR_END = /(?<!\d)20\d\d(年年?底)/g;
const SPAN = /(?<!\d)20\d\d(年?)\s?[-—–－~～]{1,2}\s?20\d\d年(?!\d|度|版|级|第)/g;

function mentions(words: Words): readonly WordMention<Said>[] {
  const { text, traits, kind } = words;
  if (kind === 'title' || !(traits & TRAIT.year) || !(traits & TRAIT.digit)) return NOTHING;
  const hasEnds = text.includes('年底');
  const hasSpans = (traits & TRAIT.dash) !== 0;
  if (!hasEnds && !hasSpans) return NOTHING;
  const ends = hasEnds
    ? [...text.matchAll(YEAR_END)].map((match) => mention(match, 'year-end', match[1] === '年年底'))
    : [];
  const spans = hasSpans ? [...text.matchAll(SPAN)].map((match) => mention(match, 'span', match[1] === '年')) : [];
  return [...ends, ...spans].filter(({ from }) => !isInTitle(text, from));
}

function mention(match: RegExpExecArray, style: Style, long: boolean): WordMention<Said> {
  const [text] = match;
  const swapped = long ? text.replace('年', '') : text.replace(/(?<=^\d{4})/, '年');
  return { said: { style, long, text, other: swapped }, from: match.index, to: match.index + text.length };
}

function conclude(said: readonly Said[]): readonly Verdict[] {
  return (['year-end', 'span'] as const).flatMap((style) => {
    const places = [...said.keys()].filter((at) => said[at]!.style === style);
    const long = places.filter((at) => said[at]!.long);
    const short = places.filter((at) => !said[at]!.long);
    const [few, many] = long.length > short.length ? [short, long] : [long, short];
    return few.map((at): Verdict => {
      const { text, other } = said[at]!;
      const usual = said[many[0]!]!.text;
      return {
        at,
        message: MESSAGES.yearEnd,
        args: { text, usual, count: many.length },
        fixes: [{ title: MESSAGES.change, args: { text: other }, safe: true, edits: [{ at, newText: other }] }],
      };
    });
  });
}
