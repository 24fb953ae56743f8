import type { Message } from '../text/locale';
import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  damaged: {
    zh: '此处有显示不出的字（“{text}”），请对照原文补上。',
    en: 'A character here cannot be shown (“{text}”); look it up in the original.',
  },
  grade: {
    zh: '“{text}”疑丢失了类别或等级的数字（如Ⅱ、Ⅲ、一、二），请对照原文补上。',
    en: '“{text}” seems to have lost the number of a class (such as Ⅲ); look it up in the original.',
  },
  subscript: {
    zh: '“{text}”疑丢失了下标（如 PM2.5、PM10），请对照原文补上。',
    en: '“{text}” seems to have lost its subscript (PM2.5, PM10); look it up in the original.',
  },
  dash: {
    zh: '“{text}”疑丢失了起止年份之间的连接号，是否应为“{better}”？',
    en: '“{text}” seems to have lost the dash between two years; should it be “{better}”?',
  },
  change: { zh: '改为“{better}”', en: 'Change to “{better}”' },
} as const;

/** The replacement character, its printed sign, and characters only the original's font could show; bullets aside. */
const DAMAGED = /(?<!^\s*)[\ue000-\uf8ff]+|[\ufffd〓]+/g;
/** 水质稳定在类: a class or grade without its number. */
const GRADE =
  /(?:水质|断面|标准|水体|考核)[^，。；、]{0,12}?(?:稳定|保持|维持|提升|达到|稳定达|改善|控制|恢复)(?:在|到|至|为)?(?:类|劣类)(?=标准|水质|水体|以上|以下|，|。|；|、|,|;|$)|(?<![一-鿿])劣类(?=水|断面|标准)/g;
const SUBSCRIPT = /PM(?=年均|平均|浓度|日均|、PM|和PM|指标|污染)/g;
const YEARS = /(?<![\d.\-—～])((?:19|20)\d\d)((?:19|20)\d\d)(?=年)/g;

function plain(text: string, pattern: RegExp, message: Message): readonly Hit[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    message,
    args: { text: found },
    from: index,
    to: index + found.length,
  }));
}

function years(text: string): readonly Hit[] {
  return [...text.matchAll(YEARS)].flatMap(({ 0: whole, 1: first = '', 2: last = '', index }): Hit[] => {
    if (Number(first) >= Number(last)) return [];
    const better = `${first}—${last}`;
    const at = index + first.length;
    const fix = { title: MESSAGES.change, args: { better }, safe: false, edits: [{ from: at, to: at, newText: '—' }] };
    return [
      { message: MESSAGES.dash, args: { text: whole, better }, from: index, to: index + whole.length, fixes: [fix] },
    ];
  });
}

const SIGNS = TRAIT.damaged | TRAIT.sort | TRAIT.capital | TRAIT.year;
/** What is looked for at the least. */
const EIGHT = /\d{8}年/;

function hitsIn(text: string, traits: number): readonly Hit[] {
  const damaged = traits & TRAIT.damaged ? plain(text, DAMAGED, MESSAGES.damaged) : NOTHING;
  const grade = traits & TRAIT.sort ? plain(text, GRADE, MESSAGES.grade) : NOTHING;
  const subscript =
    traits & TRAIT.capital && text.includes('PM') ? plain(text, SUBSCRIPT, MESSAGES.subscript) : NOTHING;
  const dates = traits & TRAIT.year && EIGHT.test(text) ? years(text) : NOTHING;
  return [...damaged, ...grade, ...subscript, ...dates].sort((a, b) => a.from - b.from);
}

/**
 * Characters that were lost when a text was copied from a page or a scan: what no font can show, Roman numbers of classes,
 * subscripts, the dash between years. Source: observed.
 */
export const rule: Rule = {
  id: 'missing-glyph',
  title: { zh: '字符丢失', en: 'Lost character' },
  topic: 'text',
  severity: 'error',
  strength: '实务',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：文字、数字准确',
    en: 'Regulations on official documents, art. 20 (4)',
  },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  inWords: ({ text, traits }) => (traits & SIGNS ? hitsIn(text, traits) : NOTHING),
};
