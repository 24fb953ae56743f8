import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  short: {
    zh: '年份不简写，“{text}”应为“{right}”。',
    en: 'Years are written in full: “{right}” for “{text}”.',
  },
  change: { zh: '改为“{text}”', en: 'Change to “{text}”' },
} as const;

/**
 * A year cut to two digits where only a year can be meant: 21年底前, 23年6月, 24年第一季度. Lengths of time (25年以上, 满20年,
 * 15年内), ages and names of plans (十四五) are none. Source: GB/T 15835—2011, years are written with four digits.
 */
export const rule: Rule = {
  id: 'short-year',
  title: { zh: '年份简写', en: 'Year cut short' },
  topic: 'time',
  severity: 'warning',
  strength: '规定',
  basis: { zh: 'GB/T 15835—2011：年份不应简写', en: 'GB/T 15835—2011: years are not cut short' },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  inWords: ({ text, traits }) => (traits & TRAIT.year && traits & TRAIT.digit ? shortYears(text) : NOTHING),
};

/** What makes a year of it: a part of the year follows. 20年上半年 and 25年3个月 are told apart by what follows. */
const SHORT =
  /(?=[123]\d年)(?<![\d.．〔[]|[\d年]\s?[-—–－~～至到])([12]\d|3[0-5])年(?:年?底|年?末|上半年|下半年|第?[一二三四]季度|(?:1[0-2]|[1-9])月(?!龄)|度(?=工作|计划|考核|目标|预算))/g;
/** Words that count years: 满20年, 为期15年, 近30年, 第12年. */
const COUNTS = /(?:[满期近约共达超过第后前长整逾]|持续|历经|连续|至少|不少于|不低于|以上|工龄|任职|从业|每)\s*$/;

function shortYears(text: string): readonly Hit[] {
  return [...text.matchAll(SHORT)].flatMap((match) => {
    const from = match.index;
    if (COUNTS.test(text.slice(Math.max(0, from - 4), from))) return [];
    const to = from + match[0].length;
    const right = `20${match[0]}`;
    const fix = {
      title: MESSAGES.change,
      args: { text: right },
      safe: false,
      edits: [{ from, to: from, newText: '20' }],
    };
    return [{ message: MESSAGES.short, args: { text: match[0], right }, from, to, fixes: [fix] }];
  });
}
