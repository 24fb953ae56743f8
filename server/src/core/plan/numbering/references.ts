import { isInTitle } from '../../text/quoted';
import { valueOfDigits } from './annex';

/** What a reference counts: the word behind its number (第三项), or before it (附件2, 任务3, 序号3). */
export type ReferenceUnit = '编' | '部分' | '章' | '节' | '条' | '项' | '附件' | '任务' | '序号';

/** A place that names a number of a document. Offsets are UTF-16 units in the text it was found in. */
export interface Reference {
  readonly unit: ReferenceUnit;
  /** The whole: 第（三）至（五）项, 附件1、2; without what it stands in (本方案第二部分). */
  readonly from: number;
  readonly to: number;
  /** Its numbers as digits, without brackets, in order; none for the only annex (见附件). */
  readonly numbers: readonly ReferenceNumber[];
  /** 第三至五项: everything from the first number to the last. */
  readonly isRange: boolean;
  /** Brackets round its numbers, and what they are written with: that tells the kind of number meant. */
  readonly bracketed: boolean;
  readonly chinese: boolean;
  /** `own`: said of this document (本方案第三项); `other`: of another one; `open`: neither is said. */
  readonly whose: 'own' | 'other' | 'open';
  /** The index of the reference it goes on from: of 第二部分第（三）项 the second part has the first. */
  readonly within: number | null;
}

export interface ReferenceNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

const DIGITS = '(?:\\d{1,3}|[一二三四五六七八九十百零〇]{1,5})';
const NUMBER = `[（(]\\s*${DIGITS}\\s*[）)]|${DIGITS}`;
const MORE = `(?:\\s*(?:至|到|—|－|–|-|~|～|、|和|及|或|与)\\s*第?(?:${NUMBER}))*`;
const ITEM = new RegExp(`第((?:${NUMBER})${MORE})(部分|编|章|节|条|项)`, 'g');
const LISTED = new RegExp(
  `(附件|任务|序号)\\s*((?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:\\s*(?:至|到|—|－|–|-|~|～|、)\\s*\\d{1,3})*)(?![\\d年月日号项个条类大级%％.．])`,
  'g',
);
/** “（十二）”: a number in quotation marks by itself. */
const QUOTED = new RegExp(`[“"]([（(]${DIGITS}[）)])[”"]`, 'g');
/** The annex of a document that has one: 见附件, （附件）; elsewhere the word is any other. */
const ANNEX = /(?<=(?:[见按照随附]|[（(])\s*)附件(?!\s*[\d一二三四五六七八九十.．:：])/g;

/** All references of a text; none inside the titles of other documents. */
export function referencesIn(text: string): readonly Reference[] {
  const has = (word: string): boolean => text.includes(word);
  const found: Reference[] = [];
  if (has('第'))
    for (const match of text.matchAll(ITEM)) add(found, text, match, match[2] as ReferenceUnit, match[1]!, 1);
  if (has('附件') || has('任务') || has('序号')) {
    for (const match of text.matchAll(LISTED)) {
      const at = match[0].length - match[2]!.length;
      add(found, text, match, match[1] as ReferenceUnit, match[2]!, at);
    }
  }
  if (has('附件')) for (const match of text.matchAll(ANNEX)) add(found, text, match, '附件', '', 0);
  if (has('“') || has('"')) for (const match of text.matchAll(QUOTED)) add(found, text, match, '项', match[1]!, 1);
  if (found.length < 2) return found;
  return chained(
    found.sort((a, b) => a.from - b.from),
    text,
  );
}

function add(
  found: Reference[],
  text: string,
  match: RegExpExecArray,
  unit: ReferenceUnit,
  words: string,
  offset: number,
): void {
  const from = match.index;
  if (isInTitle(text, from) || isOrdinal(text, from, match[0])) return;
  const numbers: ReferenceNumber[] = [];
  for (const digits of words.matchAll(/\d+|[一二三四五六七八九十百零〇]+/g)) {
    const value = valueOfDigits(digits[0]);
    if (value === null) return;
    const start = from + offset + digits.index;
    numbers.push({ value, from: start, to: start + digits[0].length });
  }
  const isRange = /至|到|—|－|–|-|~|～/.test(words);
  // 第一、二至四项 and the like are left to the reader.
  if ((numbers.length === 0 && words !== '') || (isRange && numbers.length !== 2)) return;
  const bracketed = /^[（(]/.test(words);
  const chinese = !/\d/.test(words);
  const whose = unit === '附件' ? whoseAnnex(text, from) : whoseItem(text, from);
  found.push({ unit, from, to: from + match[0].length, numbers, isRange, bracketed, chinese, whose, within: null });
}

/** 第一项是……；第二项为…… counts what the sentence itself lists; 第一条战线 and 第三部分析 are other words. */
function isOrdinal(text: string, from: number, words: string): boolean {
  if (!words.startsWith('第')) return false;
  const after = text.slice(from + words.length, from + words.length + 2);
  return /^[是为]|^部分析/.test(after) || (words.endsWith('部分') && /^[析布]/.test(after));
}

const BEFORE = 12;
/** Another document spoken of right before: 《……》附件2, 国发〔2018〕1号附件2, 该文件附件2. */
const OTHERS = /[》〕]|号文?|其|该|上级|原/;

function whoseAnnex(text: string, at: number): Reference['whose'] {
  return OTHERS.test(text.slice(Math.max(0, at - BEFORE), at)) ? 'other' : 'open';
}

const OWN =
  /本(?:实施|行动|工作)?(?:方案|意见|通知|计划|清单|措施|办法|要点|规划|纲要)(?:正文|文件|附件)?(?:的|中|中的|里)?$/;
const DOCUMENT =
  /(?:方案|意见|通知|计划|清单|措施|办法|要点|规划|纲要|条例|规定|细则|决定|决议|报告|公报|文件|法|公约|宪法)(?:正文)?(?:的|中|中的|里|规定的|明确的)?$/;
const CLAUSE = 60;

/** Whose item is meant: what stands right before it says so, or a document cited in the same clause. */
function whoseItem(text: string, at: number): Reference['whose'] {
  const before = text.slice(Math.max(0, at - CLAUSE), at);
  if (OWN.test(before)) return 'own';
  const clause = before.slice(Math.max(...['。', '；', ';', '！', '\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  const others =
    /》|[〔[【]\d{4}[〕\]】]|\d号/.test(clause) || /[其该原]|上级|上述|国家|省|同志/.test(clause.slice(-BEFORE));
  return others || DOCUMENT.test(before) ? 'other' : 'open';
}

const JOINS = /^(?:的|中|中的)?$/;
const LISTS = /^(?:、|和|及|或|与|以及|，|,)(?:第)?$/;

/** Joins 第二部分 and 第（三）项 of it, and says of both whose they are; a list is of one document throughout. */
function chained(found: readonly Reference[], text: string): readonly Reference[] {
  const chain: Reference[] = [];
  for (const [at, one] of found.entries()) {
    const above = chain[at - 1];
    const between = above ? text.slice(above.to, one.from) : '';
    if (!above || above.to > one.from || one.unit === '附件') chain.push(one);
    else if (JOINS.test(between)) chain.push({ ...one, whose: above.whose, within: at - 1 });
    else if (LISTS.test(between)) {
      // 第二部分第（三）项、第（四）项: both of that part.
      const within = above.within !== null && above.unit === one.unit ? above.within : null;
      chain.push({ ...one, whose: above.whose, within });
    } else chain.push(one);
  }
  return chain;
}
