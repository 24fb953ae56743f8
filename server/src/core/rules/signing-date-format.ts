import { isDay } from '../text/dates';
import { chineseNumeral } from '../text/numerals';
import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  padded: {
    zh: '成文日期不编虚位，“{text}”应为“{right}”。',
    en: 'The date of a document has no leading zeros: “{right}” for “{text}”.',
  },
  chinese: {
    zh: '成文日期用阿拉伯数字，“{text}”应为“{right}”。',
    en: 'The date of a document is written in Arabic numerals: “{right}” for “{text}”.',
  },
  change: { zh: '改为“{text}”', en: 'Change to “{text}”' },
} as const;

/**
 * A date of signature (a line of its own, or that of printing) with leading zeros or in Chinese numerals. Until GB/T
 * 9704—2012 came into force Chinese numerals were the rule, so documents before July 2012 are let be.
 */
export const rule: Rule = {
  id: 'signing-date-format',
  title: { zh: '成文日期写法', en: 'Writing of the date of issue' },
  topic: 'time',
  severity: 'warning',
  strength: '规定',
  basis: { zh: 'GB/T 9704—2012，7.3.5.4', en: 'GB/T 9704—2012, 7.3.5.4' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  inWords({ text, traits, kind }) {
    if (kind !== 'paragraph' || text.length > 60 || !(traits & TRAIT.year)) return NOTHING;
    // The date ends the line.
    if (!/日[）)]?\s*(?:印发)?\s*$/.test(text) || METADATA.test(text)) return NOTHING;
    return /\d{4}/.test(text) ? padded(text) : chinese(text);
  },
};

/** What a web page says of the document, not the document itself. */
const METADATA = /(?:日期|时间|来源|发布|更新|浏览|编辑)[^，。]*[：:]|来源/;

/** At the end of a short line, alone or after whoever signs or prints it. */
const PADDED = /(?:^|[\s（(])(\d{4})(\s*年\s*)(0?)(\d{1,2})(\s*月\s*)(0?)(\d{1,2})(\s*日)[）)]?\s*(?:印发)?\s*$/;

function padded(text: string): readonly Hit[] {
  const match = PADDED.exec(text);
  if (!match || (match[3] === '' && match[6] === '')) return [];
  const [, year = '', y = '', zeroM = '', month = '', m = '', zeroD = '', day = '', d = ''] = match;
  if (!isDay(Number(year), Number(month), Number(day))) return [];
  const from = match.index + match[0].indexOf(year);
  const atMonth = from + year.length + y.length;
  const atDay = atMonth + zeroM.length + month.length + m.length;
  const to = atDay + zeroD.length + day.length + d.length;
  const zeros = [zeroM ? atMonth : -1, zeroD ? atDay : -1].filter((at) => at >= 0);
  const right = `${year}年${month}月${day}日`;
  const edits = zeros.map((at) => ({ from: at, to: at + 1, newText: '' }));
  const fix = { title: MESSAGES.change, args: { text: right }, safe: true, edits };
  return [{ message: MESSAGES.padded, args: { text: text.slice(from, to), right }, from, to, fixes: [fix] }];
}

const CHINESE =
  /(?:^|[\s（(])([二一][〇○ＯOo0０零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日[）)]?\s*(?:印发)?\s*$/;

function chinese(text: string): readonly Hit[] {
  const match = CHINESE.exec(text);
  if (!match) return [];
  const [, written = '', m = '', d = ''] = match;
  const year = Number(Array.from(written, digitOf).join(''));
  const [month, day] = [chineseNumeral(m), chineseNumeral(d)];
  if (month === null || day === null || !isDay(year, month, day)) return [];
  if (year < 2012 || (year === 2012 && month < 7)) return [];
  const from = match.index + match[0].indexOf(written);
  const to = text.lastIndexOf('日') + 1;
  const right = `${year}年${month}月${day}日`;
  const fix = { title: MESSAGES.change, args: { text: right }, safe: true, edits: [{ from, to, newText: right }] };
  return [{ message: MESSAGES.chinese, args: { text: text.slice(from, to), right }, from, to, fixes: [fix] }];
}

function digitOf(char: string): number {
  return Math.max(0, '〇一二三四五六七八九'.indexOf(char));
}
