/** Automatic numbers written out, as Word and browsers show them. Names of the kinds: ECMA-376 part 1, ST_NumberFormat. */
const DIGITS = Array.from('〇一二三四五六七八九');
const LEGAL = Array.from('零壹贰叁肆伍陆柒捌玖');
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸');
const BRANCHES = Array.from('子丑寅卯辰巳午未申酉戌亥');

/** 一百零五, 二千零一十: how numbers are said. */
function spoken(value: number, digits: readonly string[], units: readonly string[], zero: string): string {
  if (value === 0) return zero;
  let text = '';
  let gap = false;
  const figures = Array.from(String(value), Number);
  figures.forEach((figure, at) => {
    const unit = units[figures.length - 1 - at] ?? '';
    if (figure === 0) gap = text !== '';
    else {
      text += (gap ? zero : '') + digits[figure]! + unit;
      gap = false;
    }
  });
  return text;
}

const counting = (value: number): string => spoken(value, DIGITS, ['', '十', '百', '千'], '零').replace(/^一十/, '十');
const legal = (value: number): string => spoken(value, LEGAL, ['', '拾', '佰', '仟'], '零');
const positional = (value: number): string => String(value).replace(/\d/g, (figure) => DIGITS[Number(figure)]!);

function roman(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  return steps.reduce((text, [worth, sign]) => {
    const times = Math.floor(rest / worth);
    rest -= times * worth;
    return text + sign.repeat(times);
  }, '');
}

/** a … z, aa … zz: the letter as often as the alphabet has been gone through. */
const letter = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.floor((value - 1) / 26) + 1, 20));

/** Characters of one block of Unicode that stand for 1 to `count`. */
const inBlock = (value: number, first: number, count: number): string | null =>
  value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : null;

const circled = (value: number): string =>
  inBlock(value, 0x2460, 20) ??
  (value <= 35 ? inBlock(value - 20, 0x3251, 15) : inBlock(value - 35, 0x32b1, 15)) ??
  String(value);

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0));

type Writer = (value: number) => string;

const FORMATS: Readonly<Record<string, Writer>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => inBlock(value, 0x2474, 20) ?? `(${value})`,
  decimalEnclosedFullstop: (value) => inBlock(value, 0x2488, 20) ?? `${value}.`,
  numberInDash: (value) => `- ${value} -`,
  ideographEnclosedCircle: (value) => inBlock(value, 0x3280, 10) ?? String(value),
  // From a hundred on these two say figures only, as Word does.
  chineseCounting: (value) => (value < 100 ? counting(value) : positional(value)),
  taiwaneseCounting: (value) => (value < 100 ? counting(value) : positional(value)),
  chineseCountingThousand: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: (value) =>
    counting(value)
      .replaceAll('零', '')
      .replace(/一(?=[百千])/g, ''),
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
  ideographZodiacTraditional: (value) => STEMS[(value - 1) % 10]! + BRANCHES[(value - 1) % 12]!,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  ordinal: String,
  none: () => '',
};

/** Values automatic numbers are written for; beyond, digits will do. */
const MOST = 9999;

/** `value` in the format of that name, or `null` when the format is not one of ours. */
export function formatNumber(value: number, format: string): string | null {
  const write = FORMATS[format];
  if (!write) return null;
  return value >= 1 && value <= MOST ? write(value) : format === 'none' ? '' : String(value);
}
