import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, wholeDocument, type Rule, type WordMention } from './rule';
import { throughout, type Writing } from './throughout';

const MESSAGES = {
  one: { zh: '“{text}”：数值范围用浪纹线，写作“{better}”。', en: '“{text}”: a range of numbers takes ～, “{better}”.' },
  all: {
    zh: '全文 {count} 处数值范围用了短横（如“{text}”）。数值范围用浪纹线，写作“{better}”。',
    en: '{count} ranges of numbers are written with a hyphen (“{text}”). They take ～, “{better}”.',
  },
  change: { zh: '改为“{better}”', en: 'Change to “{better}”' },
  changeAll: { zh: '全部改为浪纹线（{count} 处）', en: 'Change all {count} to ～' },
  place: { zh: '用了短横', en: 'a hyphen here' },
} as const;

/**
 * Two numbers, a hyphen, and a word that counts or measures. 日, 月, 号, 条 and 页 may name places in a row instead of
 * amounts and are left out.
 */
const RANGE =
  /(?<![\w\-－–.〔/第表图件]|[A-Za-z] )(\d{1,6}(?:\.\d{1,3})?)(?:万|亿)?[-－–](\d{1,6}(?:\.\d{1,3})?)(?=(?:多|余)?(?:个|名|家|万|亿|元|公里|千米|平方|米|天|年(?!级|代|版|第|\d)|周(?!年)|小时|分钟|次|件|倍|吨|公斤|户|批|场|所|台|套|处|岁|人|支|辆|亩|公顷|℃|mg|kg|km|cm|mm|m[²³])(?![a-z]))/g;

function mentionsIn(text: string): readonly WordMention<Writing>[] {
  const found: WordMention<Writing>[] = [];
  for (const match of text.matchAll(RANGE)) {
    const { index } = match;
    const [whole, first = '', last = ''] = match;
    // 2021-2025年 are years, 2021-5个 is nothing at all.
    // Numbers that begin with 0 are codes.
    if (Number(first) >= Number(last) || /^(?:(?:19|20)\d\d|0\d+)$/.test(first)) continue;
    const at = index + whole.search(/[-－–]/);
    found.push({
      said: { text: whole, newText: '～', better: whole.replace(/[-－–]/, '～') },
      from: index,
      to: index + whole.length,
      places: [[at, at + 1]],
    });
  }
  return found;
}

/**
 * A range of amounts joined by a hyphen: 3-5个.
 * Source: GB/T 15834—2011, 4.13.3.3: the wave dash marks the range of numbers.
 */
export const rule: Rule = {
  id: 'number-range-mark',
  title: { zh: '数值范围连接号', en: 'Mark between numbers' },
  topic: 'text',
  severity: 'hint',
  strength: '推荐',
  basis: { zh: 'GB/T 15834—2011 4.13.3.3', en: 'GB/T 15834—2011, 4.13.3.3' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<Writing>({
    inWords: ({ text, traits }) =>
      traits & TRAIT.dash && traits & TRAIT.digit && /\d[万亿]?[-－–]\d/.test(text) ? mentionsIn(text) : NOTHING,
    conclude: throughout(MESSAGES),
  }),
};
