/**
 * How many lines a text takes in a column of `width` half-width characters: Chinese characters and full-width marks take
 * two. An estimate for rows whose height must be written down; programs that draw the text break it themselves.
 */
export function linesIn(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let line = 0;
    let count = 1;
    for (const char of paragraph) {
      const wide = isWide(char.codePointAt(0)!) ? 2 : 1;
      if (line + wide > width) {
        count++;
        line = 0;
      }
      line += wide;
    }
    lines += count;
  }
  return lines;
}

/** East Asian wide and full-width characters, and the quotation marks and dashes that Chinese fonts draw as wide. */
function isWide(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2460 && code <= 0x24ff);
}
