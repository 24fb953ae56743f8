/** Characters of symbol fonts (w:sym) that have a place in Unicode. Only those seen in official documents. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x7b: '❀',
  0x9e: '·',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xab: '★',
  0xd8: '➢',
  0xdc: '➲',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
/** ① to ⑩, white and black. */
const WINGDINGS_DIGITS: readonly (readonly [number, number])[] = [
  [0x81, 0x2460],
  [0x8c, 0x2776],
];
const WINGDINGS2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x98: '●',
  0xa3: '□',
};
const SYMBOL: Readonly<Record<number, string>> = {
  0x61: 'α',
  0x62: 'β',
  0x67: 'γ',
  0x6d: 'μ',
  0x70: 'π',
  0x44: 'Δ',
  0x53: 'Σ',
  0x57: 'Ω',
  0xa3: '≤',
  0xa5: '∞',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xae: '→',
};

/** The character that a symbol font shows for `code`, or `null` when it is not known. Codes may stand at F000. */
export function symbolOf(font: string, code: number): string | null {
  const name = font.toLowerCase();
  const at = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (name === 'wingdings') {
    const digits = WINGDINGS_DIGITS.find(([first]) => at >= first && at < first + 10);
    return digits ? String.fromCharCode(digits[1] + at - digits[0]) : (WINGDINGS[at] ?? null);
  }
  if (name === 'wingdings 2') return WINGDINGS2[at] ?? null;
  if (name === 'symbol') return SYMBOL[at] ?? null;
  // Any other font that has the character at its own place in Unicode.
  return code >= 0x20 && (code < 0xe000 || code > 0xf8ff) ? String.fromCharCode(code) : null;
}
