/** How an automatic number or a bullet stands before its text once it is text itself. */

/** Characters that symbol fonts show as a bullet. */
const BULLET = /^[\u00b7\u00a7\u00fc\u00d8oØ§ü\u2022\u25cf\uf000-\uf0ff]$/;

/** Nothing between 一、 and its text, a space after 第一章; any bullet of a symbol font is a plain one. */
export function markerText(given: string): string {
  const marker = given.replace(/[\s\u00a0]+/g, '');
  if (marker === '') return '';
  if (BULLET.test(marker)) return '• ';
  return /[、．.。）)）：:〕］]$/.test(marker) ? marker : `${marker} `;
}
