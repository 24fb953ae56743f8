import { chineseNumeral, isChineseDigit, isDigit, isSpace } from '../text/numerals';

/**
 * How a number is written. The order is the one of official documents (GB/T 9704—2012, 7.3.3: 一、（一）1.（1）), with
 * chapters above and circled numbers below; `plain` is a heading without a number, `mark` one that only has `#`.
 */
export type Scheme = 'chapter' | 'cn' | 'cnParen' | 'arabic' | 'arabicParen' | 'circled' | 'plain';

/** A number at the start of a heading or measure. Offsets are UTF-16 units in the text it was read from. */
export interface Numbering {
  readonly scheme: Scheme;
  readonly value: number;
  /** As written, without white space round it: `一、`, `（四）`, `1.`, `第三条`. */
  readonly text: string;
  readonly start: number;
  /** First offset after the number, its punctuation and the white space that follows. */
  readonly end: number;
}

const CIRCLED = 0x2460; // ①
const MAX_NUMBER_LENGTH = 8;

/** Skips white space and Markdown marks (`#`, `*`, `>`) that may stand before a number. */
export function skipMarks(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isSpace(code) && code !== 0x23 && code !== 0x2a) break;
    at++;
  }
  return at;
}

/** Reads the number that starts exactly at `at`, or `null`. */
export function readNumber(text: string, at: number): Numbering | null {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return readArabic(text, at);
  if (isChineseDigit(code)) return readChinese(text, at);
  if (code === 0xff08 || code === 0x28) return readParenthesised(text, at);
  if (code >= CIRCLED && code < CIRCLED + 20) return numbering('circled', code - CIRCLED + 1, text, at, at + 1);
  if (code === 0x7b2c) return readChapter(text, at); // 第
  return null;
}

function numbering(scheme: Scheme, value: number, text: string, start: number, end: number): Numbering {
  let after = end;
  while (after < text.length && isSpace(text.charCodeAt(after))) after++;
  return { scheme, value, text: text.slice(start, end), start, end: after };
}

function skip(text: string, from: number, accept: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && at - from < MAX_NUMBER_LENGTH && accept(text.charCodeAt(at))) at++;
  return at;
}

/** What a measure may begin with right behind its number: 1.2025年底前…. */
const YEAR = /^(?:19|20)\d\d年/;

/** `1.` `1．` `1、`; a decimal (`1.25`), a date (`1.5 亿`) or a version is none. */
function readArabic(text: string, at: number): Numbering | null {
  const end = skip(text, at, isDigit);
  if (end - at > 3) return null;
  const mark = text.charCodeAt(end);
  if (mark !== 0x2e && mark !== 0xff0e && mark !== 0x3001) return null; // . ． 、
  if (isDigit(text.charCodeAt(end + 1)) && !YEAR.test(text.slice(end + 1, end + 6))) return null;
  // At the end of a text it is the end of a sentence (共 12.), unless nothing else is there: an item yet to be written.
  if (end + 1 >= text.length && skipMarks(text, 0) < at) return null;
  return numbering('arabic', Number(text.slice(at, end)), text, at, end + 1);
}

/** `一、`, also with `.` or `．` as careless copies have it. */
function readChinese(text: string, at: number): Numbering | null {
  const end = skip(text, at, isChineseDigit);
  const mark = text.charCodeAt(end);
  if (mark !== 0x3001 && mark !== 0x2e && mark !== 0xff0e) return null;
  const value = chineseNumeral(text.slice(at, end));
  return value === null ? null : numbering('cn', value, text, at, end + 1);
}

/** `（一）`, `(12)`, with either width of either bracket. */
function readParenthesised(text: string, at: number): Numbering | null {
  const inside = at + 1;
  const chinese = skip(text, inside, isChineseDigit);
  const end = chinese > inside ? chinese : skip(text, inside, isDigit);
  const close = text.charCodeAt(end);
  if (end === inside || (close !== 0xff09 && close !== 0x29)) return null;
  const digits = text.slice(inside, end);
  if (chinese === inside) {
    return digits.length > 3 ? null : numbering('arabicParen', Number(digits), text, at, end + 1);
  }
  const value = chineseNumeral(digits);
  return value === null ? null : numbering('cnParen', value, text, at, end + 1);
}

/** `第三条`, `第一章`, `第二节`, `第四部分`. */
function readChapter(text: string, at: number): Numbering | null {
  const inside = at + 1;
  const chinese = skip(text, inside, isChineseDigit);
  const end = chinese > inside ? chinese : skip(text, inside, isDigit);
  if (end === inside) return null;
  const unit = text.startsWith('部分', end) ? 2 : '条章节编'.includes(text.charAt(end) || '?') ? 1 : 0;
  if (unit === 0) return null;
  const after = text.charCodeAt(end + unit);
  // “第一条意见” in running text is no article; a heading goes on after a space, a colon or ends there.
  if (end + unit < text.length && !isSpace(after) && after !== 0xff1a && after !== 0x3001) return null;
  const digits = text.slice(inside, end);
  const value = chinese > inside ? chineseNumeral(digits) : Number(digits);
  return value === null ? null : numbering('chapter', value, text, at, end + unit);
}
