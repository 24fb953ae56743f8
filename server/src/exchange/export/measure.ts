import { eastAsianWidth } from 'get-east-asian-width';

/** How wide a text is, in characters: Chinese ones and full-width marks are 1, digits and Latin letters about half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += halvesOf(char.codePointAt(0)!);
  return width / 2;
}

const LINE_FEED = 0x0a;

/**
 * How many lines a text takes in a column of `width` half-width characters, broken as Word breaks Chinese: no mark that
 * closes begins a line, none that opens ends one, words are not torn.
 */
export function linesIn(text: string, width: number): number {
  if (text.length * 2 <= width && !text.includes('\n')) return 1;
  let lines = 1;
  let [start, line] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) === LINE_FEED) {
      lines++;
      [start, line] = [at + 1, 0];
      continue;
    }
    const halves = halvesAt(text, at);
    if (line + halves > width && at > start) {
      lines++;
      const from = lineStart(text, start, at);
      [start, line] = [from, 0];
      for (let moved = from; moved < at; moved++) line += halvesAt(text, moved);
    }
    line += halves;
  }
  return lines;
}

/** Where the next line begins when the one from `start` is full at `full`. */
function lineStart(text: string, start: number, full: number): number {
  for (let at = full; at > start; at--) if (!sticks(text[at - 1]!, text[at]!)) return at;
  return full;
}

const NO_START = /[\s、，。；：！？…·）〕】》〉」』”’),.:;!?\]}%％℃]/;
const NO_END = /[（〔【《〈「『“‘([{]/;
const WORD = /[\w./-]/;

/** Whether two characters stand on one line. */
export const sticks = (before: string, after: string): boolean =>
  NO_START.test(after) || NO_END.test(before) || (WORD.test(before) && WORD.test(after)) || isLow(after);

/** The second half of a character beyond the basic plane. */
const isLow = (unit: string): boolean => unit >= '\udc00' && unit <= '\udfff';

const halvesAt = (text: string, at: number): number => {
  const code = text.codePointAt(at)!;
  return code >= 0xdc00 && code <= 0xdfff ? 0 : halvesOf(code);
};

/** What Chinese fonts draw wide: quotation marks and dashes too, which Unicode leaves open. */
const IN_CHINESE_FONTS = { ambiguousAsWide: true } as const;

function halvesOf(code: number): number {
  if (code < 0x80) return 1;
  // Characters and marks of Chinese, which nearly all are; the library looks the others up.
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code < 0x303f) || (code > 0xff00 && code <= 0xff60))
    return 2;
  return eastAsianWidth(code, IN_CHINESE_FONTS);
}
