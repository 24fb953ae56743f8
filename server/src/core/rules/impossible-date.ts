import { endOfMonth, isDay } from '../text/dates';
import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  noDay: { zh: '没有“{text}”这一天。请核对日期。', en: 'There is no such day as “{text}”. Check the date.' },
  noMonth: { zh: '没有“{text}”这个月。请核对日期。', en: 'There is no such month as “{text}”. Check the date.' },
  mixed: {
    zh: '“{text}”的年、月、日写混了。请核对日期。',
    en: 'Year, month and day are mixed up in “{text}”. Check the date.',
  },
  unfilled: {
    zh: '日期“{text}”还没有填写。请补上，或者删去。',
    en: 'The date “{text}” was never filled in. Fill it in or delete it.',
  },
  change: { zh: '改为“{text}”', en: 'Change to “{text}”' },
} as const;

/** Text with more places to fill than this is a form, and its open dates are right as they are. */
const FORM = 2;

/**
 * Dates that do not exist (2月30日, 2022年13月), whose signs are mixed up (2026月3月26日), or that were left to be filled in
 * (20XX年X月X日). A form or a model text with open places of other kinds is let be; so are blanks before 年, 月 and 日.
 */
export const rule: Rule = {
  id: 'impossible-date',
  title: { zh: '日期有误或未填', en: 'Impossible or open date' },
  topic: 'time',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：时间准确',
    en: 'Regulations on official documents, art. 20 (4): times must be right',
  },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  inWords({ text, traits }) {
    if (!(traits & TRAIT.day)) return NOTHING;
    const blanks = unfilled(text);
    if (!(traits & TRAIT.digit)) return blanks;
    return [...impossible(text), ...mixed(text), ...blanks];
  },
  document(found) {
    const open = found.filter(({ message }) => message === MESSAGES.unfilled);
    return open.length > FORM ? found.filter(({ message }) => message !== MESSAGES.unfilled) : found;
  },
};

const DATE = /(?=\d)(?<!\d)(?:((?:19|20)\d\d)年)?(\d{1,2})月(?:(\d{1,2})日|(?![\d龄]))/g;

function impossible(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(DATE)) {
    const [written, year, month, day] = match;
    const from = match.index;
    const to = from + written.length;
    if (LUNAR.test(text.slice(Math.max(0, from - 6), from))) continue;
    const m = Number(month);
    if (m < 1 || m > 12) {
      // 18月 without a year may be an age; with one, or with a day, it is a month.
      if (year || day) hits.push({ message: MESSAGES.noMonth, args: { text: written }, from, to });
    } else if (day && !isDay(year ? Number(year) : LEAP, m, Number(day))) {
      const last = Number(endOfMonth(year ? Number(year) : LEAP, m).slice(8));
      const end = to - 1;
      const edits = [{ from: end - day.length, to: end, newText: String(last) }];
      const text = written.replace(/\d+日$/, `${last}日`);
      const fix = { title: MESSAGES.change, args: { text }, safe: false, edits };
      const near = Number(day) <= 31 && Number(day) > last;
      hits.push({ message: MESSAGES.noDay, args: { text: written }, from, to, fixes: near ? [fix] : [] });
    }
  }
  return hits;
}

/** Any leap year: without a year 2月29日 may exist. */
const LEAP = 2024;
/** The second lunar month may have thirty days. */
const LUNAR = /[农阴旧夏]历/;

/** 年 and 月, 月 and 日 written for each other. Only where all three numbers stand, so that nothing else can be meant. */
const MIXED =
  /(?=[12])(?<!\d)((?:19|20)\d\d)(?:月(\d{1,2})月(\d{1,2})日|年(\d{1,2})年(\d{1,2})日|年(\d{1,2})日(\d{1,2})日)/g;

function mixed(text: string): readonly Hit[] {
  return [...text.matchAll(MIXED)].map((match) => {
    const [written, year] = match;
    const [month, day] = match.slice(2).filter((part) => part !== undefined);
    const from = match.index;
    const to = from + written.length;
    const right = `${year}年${month}月${day}日`;
    const fix = { title: MESSAGES.change, args: { text: right }, safe: false, edits: [{ from, to, newText: right }] };
    const fixes = isDay(Number(year), Number(month), Number(day)) ? [fix] : [];
    return { message: MESSAGES.mixed, args: { text: written }, from, to, fixes };
  });
}

const BLANK = '[XxＸｘ×＊*]';
const OPEN_DATE = new RegExp(
  `(?:(?:20\\d\\d|20${BLANK}{2}|${BLANK}{2,4})年)?(?:${BLANK}{1,2}月(?:${BLANK}{1,2}|\\d{1,2})日|\\d{1,2}月${BLANK}{1,2}日)`,
  'g',
);
/** Other places to fill in the same words: a model text. */
const MODEL = /[XxＸ×]{2,}(?![年月日])|某某|〔[^〕\d]*[X×][^〕]*〕/;
/** 12月*日 with Markdown marks is no blank. */
const MARKS = /\*\*/;

function unfilled(text: string): readonly Hit[] {
  if (!/[XxＸｘ×＊*][月日]/.test(text) || MARKS.test(text)) return NOTHING;
  const found = [...text.matchAll(OPEN_DATE)];
  const rest = found.length > 0 ? text.replace(OPEN_DATE, '') : text;
  if (MODEL.test(rest)) return [];
  return found.map((match) => {
    const to = match.index + match[0].length;
    return { message: MESSAGES.unfilled, args: { text: match[0] }, from: match.index, to };
  });
}
