const DIGITS = '〇一二三四五六七八九';

/**
 * The value of a Chinese numeral below 1000 (二十三, 一百零五, 〇, 两), or `null` when `text` is none.
 */
export function chineseNumeral(text: string): number | null {
  let total = 0;
  let digit = -1;
  for (const char of text) {
    if (char === '十' || char === '百') {
      total += (digit < 0 ? 1 : digit) * (char === '十' ? 10 : 100);
      digit = -1;
    } else if (char === '零') {
      digit = -1;
    } else {
      const value = char === '两' ? 2 : DIGITS.indexOf(char);
      if (value < 0 || digit >= 0) return null;
      digit = value;
    }
  }
  return text === '' ? null : total + Math.max(digit, 0);
}

/** A number from 1 to 199 in Chinese numerals, as items are numbered: 十三, 二十, 一百零五. */
export function chineseOf(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const ten = tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens > 1 || hundreds > 0 ? DIGITS[tens] : ''}十`;
  return `${hundreds > 0 ? `${DIGITS[hundreds]}百` : ''}${ten}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** Whether `code` is one of 一…十, 百, 零, 〇: what a written chapter number is made of. */
export function isChineseDigit(code: number): boolean {
  switch (code) {
    case 0x4e00: // 一
    case 0x4e8c: // 二
    case 0x4e09: // 三
    case 0x56db: // 四
    case 0x4e94: // 五
    case 0x516d: // 六
    case 0x4e03: // 七
    case 0x516b: // 八
    case 0x4e5d: // 九
    case 0x5341: // 十
    case 0x767e: // 百
    case 0x96f6: // 零
    case 0x3007: // 〇
      return true;
    default:
      return false;
  }
}

/** Whether `code` is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether `code` is white space as it stands in documents: space, tab, no-break and full-width space, zero-width marks. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 9 || code === 0x3000 || code === 0xa0 || code === 0x200b || code === 0xfeff;
}
