import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, wholeDocument, type Rule, type WordMention } from './rule';
import { throughout, type Writing } from './throughout';

const MESSAGES = {
  one: {
    zh: '“{text}”：百分数的范围，前一个数也要带百分号，写作“{better}”。',
    en: '“{text}”: in a range of percentages the first number takes its % too, “{better}”.',
  },
  all: {
    zh: '全文 {count} 处百分数的范围只有后一个数带百分号（如“{text}”）。前一个数也要带，写作“{better}”。',
    en: '{count} ranges of percentages have only one % (“{text}”). The first number takes it too, “{better}”.',
  },
  change: { zh: '改为“{better}”', en: 'Change to “{better}”' },
  changeAll: { zh: '全部补上百分号（{count} 处）', en: 'Add the % in all {count}' },
  place: { zh: '少百分号', en: 'no % here' },
} as const;

const RANGE = /(?<![\w\-－–—.〔/第])(\d{1,3}(?:\.\d{1,2})?)([-－–—~～])(\d{1,3}(?:\.\d{1,2})?)([%％‰])/g;

const has = (traits: number): boolean =>
  (traits & TRAIT.percent) !== 0 && (traits & TRAIT.dash) !== 0 && (traits & TRAIT.digit) !== 0;

function mentionsIn(text: string): readonly WordMention<Writing>[] {
  const found: WordMention<Writing>[] = [];
  for (const match of text.matchAll(RANGE)) {
    const { index } = match;
    const [whole, first = '', mark = '', last = '', sign = ''] = match;
    // 示范点3—80%: a number and a share are no range.
    if (Number(first) >= Number(last) || Number(last) > 10 * Math.max(1, Number(first))) continue;
    const between = `${sign}～`;
    const at = index + first.length;
    found.push({
      said: { text: whole, newText: between, better: `${first}${between}${last}${sign}` },
      from: index,
      to: index + whole.length,
      places: [[at, at + mark.length]],
    });
  }
  return found;
}

/**
 * 5-10%, where the first number could as well be five whole ones.
 * Source: GB/T 15835—2011, 5.1: of a range of percentages both numbers take their sign.
 */
export const rule: Rule = {
  id: 'percent-range',
  title: { zh: '百分数范围漏百分号', en: 'Range of percentages' },
  topic: 'text',
  severity: 'hint',
  strength: '推荐',
  basis: { zh: 'GB/T 15835—2011 5.1', en: 'GB/T 15835—2011, 5.1' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<Writing>({
    inWords: ({ text, traits }) => (has(traits) ? mentionsIn(text) : NOTHING),
    conclude: throughout(MESSAGES),
  }),
};
