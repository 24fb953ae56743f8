import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, wholeDocument, type Rule, type WordMention } from './rule';
import { throughout, type Writing } from './throughout';
import { addressesIn } from './webAddress';

const MESSAGES = {
  one: {
    zh: '“{text}”：起止年份之间用一字线，写作“{better}”。',
    en: '“{text}”: years from and to take the dash —, “{better}”.',
  },
  all: {
    zh: '全文 {count} 处起止年份用了短横（如“{text}”）。起止时间用一字线，写作“{better}”。',
    en: '{count} spans of years are written with a short hyphen (“{text}”). They take the dash —, “{better}”.',
  },
  change: { zh: '改为“{better}”', en: 'Change to “{better}”' },
  changeAll: { zh: '全部改为一字线（{count} 处）', en: 'Change all {count} to —' },
  place: { zh: '用了短横', en: 'a hyphen here' },
} as const;

/** 2021-2025, 2021年-2025年, 2021年3月-2022年6月. Hyphens of every width that is too short. */
const SPAN =
  /(?<![\w\-－–.〔/]|[A-Za-z] )((?:19|20)\d\d)(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?)?([-‐‑–－]{1,2})((?:19|20)\d\d)(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?=[）)》〉]|学年|年度))(?![\w\-－–/])/g;

function mentionsIn(text: string): readonly WordMention<Writing>[] {
  const addresses = addressesIn(text);
  const found: WordMention<Writing>[] = [];
  for (const match of text.matchAll(SPAN)) {
    const { index } = match;
    const [whole, first = '', mark = '', last = ''] = match;
    if (Number(first) > Number(last) || addresses.some(([from, to]) => from <= index && index < to)) continue;
    const at = index + whole.search(/[-‐‑–－]/);
    found.push({
      said: { text: whole, newText: '—', better: whole.replace(mark, '—') },
      from: index,
      to: index + whole.length,
      places: [[at, at + mark.length]],
    });
  }
  return found;
}

/**
 * Years from and to joined by a hyphen instead of the one-em dash. Published documents use it so much that it is a hint.
 * Source: GB/T 15834—2011, 4.13.3.2: the dash marks beginning and end of a time.
 */
export const rule: Rule = {
  id: 'year-range-dash',
  title: { zh: '起止年份连接号', en: 'Dash between years' },
  topic: 'text',
  severity: 'hint',
  strength: '推荐',
  basis: { zh: 'GB/T 15834—2011 4.13.3.2', en: 'GB/T 15834—2011, 4.13.3.2' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<Writing>({
    inWords: ({ text, traits }) =>
      traits & TRAIT.dash && traits & TRAIT.digit && /[\d年月日][-‐‑–－]/.test(text) ? mentionsIn(text) : NOTHING,
    conclude: throughout(MESSAGES),
  }),
};
