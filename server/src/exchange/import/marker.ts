/** How automatic numbers, bullets and marks of footnotes stand in the text once they are text themselves. */

/** Characters that symbol fonts show as a bullet. */
const BULLET = /^[\u00b7\u00a7\u00fc\u00d8oØ§ü\u2022\u25cf\uf000-\uf0ff]$/;

/** Nothing between 一、 and its text, a space after 第一章; any bullet of a symbol font is a plain one. */
export function markerText(given: string): string {
  const marker = given.replace(/[\s\u00a0]+/g, '');
  if (marker === '') return '';
  if (BULLET.test(marker)) return '• ';
  return /[、．.。）)）：:〕］]$/.test(marker) ? marker : `${marker} `;
}

/** The mark of a footnote or endnote in the text and before the note; numbers are one-based. */
export const noteMark = (number: number): string => `[注${number}]`;
