const NUMERALS = '〇一二三四五六七八九十';

/** The number a Chinese numeral below twenty, or digits, stand for; `null` for anything else. */
export function numeralOf(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  if (text === '两') return 2;
  if (/^十[一二三四五六七八九]?$/.test(text)) return 10 + Math.max(0, NUMERALS.indexOf(text[1] ?? '〇'));
  const value = text.length === 1 ? NUMERALS.indexOf(text) : -1;
  return value > 0 ? value : null;
}
