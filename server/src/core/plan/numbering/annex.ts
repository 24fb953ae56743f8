import { chineseNumeral } from '../../text/numerals';

const ANNEX_NUMBER = /附\s*件\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})/;

/** The number of an annex heading (附件2) and where its digits stand; `null` where it has none. */
export function annexNumberOf(heading: string): { value: number; text: string; from: number } | null {
  const match = ANNEX_NUMBER.exec(heading);
  const text = match?.[1];
  const value = text === undefined ? null : valueOfDigits(text);
  if (!match || text === undefined || value === null) return null;
  return { value, text, from: match.index + match[0].length - text.length };
}

/** The value of 3, ３ and 三; `null` for what is no number. */
export function valueOfDigits(digits: string): number | null {
  const plain = digits.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : chineseNumeral(plain);
}
