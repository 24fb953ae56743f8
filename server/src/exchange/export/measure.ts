import { eastAsianWidth } from 'get-east-asian-width';

/** How wide a text is, in characters: Chinese ones and full-width marks are 1, digits and Latin letters about half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += halvesOf(char.codePointAt(0)!);
  return width / 2;
}

/**
 * How many lines a text takes in a column of `width` half-width characters. An estimate for rows whose height must be
 * written down; programs that draw the text break it themselves.
 */
export function linesIn(text: string, width: number): number {
  if (text.length * 2 <= width && !text.includes('\n')) return 1;
  let lines = 1;
  let line = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (code > 0xffff) at++;
    const halves = code === LINE_FEED ? 0 : halvesOf(code);
    if (code === LINE_FEED || line + halves > width) {
      lines++;
      line = 0;
    }
    line += halves;
  }
  return lines;
}

const LINE_FEED = 10;

/** What Chinese fonts draw wide: quotation marks and dashes too, which Unicode leaves open. */
const IN_CHINESE_FONTS = { ambiguousAsWide: true } as const;

function halvesOf(code: number): number {
  if (code < 0x80) return 1;
  return code >= 0x4e00 && code <= 0x9fff ? 2 : eastAsianWidth(code, IN_CHINESE_FONTS);
}
