import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  and: { zh: '中文里夹了“{word}”，应为“{chinese}”。', en: '“{word}” stands in Chinese text for “{chinese}”.' },
  other: {
    zh: '中文里夹了外文词“{word}”，请改为中文或删去。',
    en: '“{word}” stands in Chinese text; translate or remove it.',
  },
  change: { zh: '改为“{chinese}”', en: 'Change to “{chinese}”' },
} as const;

/** English words of grammar between Chinese words: what a translation or a recognised scan leaves. Names never are these. */
const WORD =
  /(?<=[\p{Script=Han}”》）)][ \u00a0]{0,3})(?:and|or|the|of|to|in|on|at|by|for|with|from|is|are|was|were|that|this)(?=[ \u00a0]{0,3}[\p{Script=Han}“《（(])/gu;

const CHINESE: Readonly<Record<string, string>> = { and: '和', or: '或' };

function hitsIn(text: string): readonly Hit[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }): Hit => {
    const to = index + word.length;
    const chinese = CHINESE[word];
    if (!chinese) return { message: MESSAGES.other, args: { word }, from: index, to };
    let [start, end] = [index, to];
    while (/\s/.test(text[start - 1] ?? '')) start--;
    while (/\s/.test(text[end] ?? '')) end++;
    const edits = [{ from: start, to: end, newText: chinese }];
    return {
      message: MESSAGES.and,
      args: { word, chinese },
      from: index,
      to,
      fixes: [{ title: MESSAGES.change, args: { chinese }, safe: false, edits }],
    };
  });
}

/** A small English word of grammar among Chinese ones. Source: observed in scans and machine translation. */
export const rule: Rule = {
  id: 'stray-foreign-word',
  title: { zh: '夹杂外文词', en: 'Stray foreign word' },
  topic: 'text',
  severity: 'error',
  strength: '实务',
  basis: {
    zh: '国家通用语言文字法第十一条；文字识别、机器翻译的残留',
    en: 'what recognised scans and machine translation leave',
  },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  inWords: ({ text, traits }) => (traits & TRAIT.small ? hitsIn(text) : NOTHING),
};
