/**
 * Which sorts of characters a text has, told by one look at each of them, so that rules with nothing to say about a text
 * need not look at it. Each trait is one bit.
 */
export const TRAIT = {
  /** 0–9 */
  digit: 1 << 0,
  /** a–z */
  small: 1 << 1,
  /** A–Z */
  capital: 1 << 25,
  /** A blank of one column, or a character without width. */
  blank: 1 << 2,
  /** , ; : ! ? ( ) */
  halfWidth: 1 << 3,
  /** Brackets and quotation marks that come in pairs, （ and ( among them. */
  paired: 1 << 4,
  /** （ */
  bracket: 1 << 5,
  /** ， ； ： ！ ？ */
  fullWidth: 1 << 6,
  /** 《 */
  title: 1 << 7,
  /** “ */
  quote: 1 << 8,
  /** " */
  straight: 1 << 9,
  /** 、 */
  comma: 1 << 10,
  /** Hyphens, dashes and wave dashes of any width. */
  dash: 1 << 11,
  /** % and ‰ */
  percent: 1 << 12,
  /** 年 */
  year: 1 << 13,
  /** 月, 日 */
  day: 1 << 14,
  /** 号 */
  number: 1 << 15,
  /** What no font can show. */
  damaged: 1 << 16,
  /** 类 */
  sort: 1 << 17,
  /** 报 */
  report: 1 << 18,
  /** 法, 章: what words about making laws have. */
  law: 1 << 19,
  /** ， 。 ； ： 、 */
  point: 1 << 20,
  /** The common Chinese characters. */
  han: 1 << 21,
  /** Two of the marks of `point` in a row. */
  pointsInRow: 1 << 22,
  /** What a number ends in, 0–9 or 二 to 十. */
  numeral: 1 << 26,
  /** What things are counted by: 大, 项, 个, 类, 种, 级. */
  counter: 1 << 27,
  /** A number and what is counted by it: 三项. */
  counted: 1 << 28,
  /** A Chinese character twice in a row. */
  doubled: 1 << 23,
  /** Two or three characters twice in a row. */
  twice: 1 << 24,
} as const;

const CHARACTERS: readonly (readonly [trait: keyof typeof TRAIT, characters: string])[] = [
  ['digit', '0123456789'],
  ['small', 'abcdefghijklmnopqrstuvwxyz'],
  ['capital', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['blank', ' \u00a0\u200b\u2060\ufeff'],
  ['halfWidth', ',;:!?()'],
  ['paired', '（()）《》“”〔〕【】'],
  ['bracket', '（'],
  ['fullWidth', '，；：！？'],
  ['title', '《'],
  ['quote', '“'],
  ['straight', '"'],
  ['comma', '、'],
  ['dash', '-‐‑–—－~～'],
  ['percent', '%％‰'],
  ['year', '年'],
  ['day', '月日'],
  ['number', '号'],
  ['damaged', '\ufffd〓'],
  ['sort', '类'],
  ['report', '报'],
  ['law', '法章'],
  ['numeral', '0123456789两二三四五六七八九十'],
  ['counter', '大项个类种级'],
  ['point', '，。；：、'],
];

const TRAITS = tableOf();

function tableOf(): Int32Array {
  const table = new Int32Array(0x10000);
  table.fill(TRAIT.han, 0x4e00, 0xa000);
  table.fill(TRAIT.damaged, 0xe000, 0xf900);
  for (const [trait, characters] of CHARACTERS)
    for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)]! |= TRAIT[trait];
  return table;
}

export function traitsOf(text: string): number {
  let traits = 0;
  let before = 0;
  // The characters before, nearest first.
  let [a, b, c, d, e] = [0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const own = TRAITS[code]!;
    traits |= own;
    if (own & before & TRAIT.point) traits |= TRAIT.pointsInRow;
    if (own & TRAIT.counter && before & TRAIT.numeral) traits |= TRAIT.counted;
    if (code === a && own & TRAIT.han) traits |= TRAIT.doubled;
    if ((code === b && a === c) || (code === c && a === d && b === e)) traits |= TRAIT.twice;
    before = own;
    e = d;
    d = c;
    c = b;
    b = a;
    a = code;
  }
  return traits;
}
