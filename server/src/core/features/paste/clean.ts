/**
 * A copied text without what copying adds: soft hyphens and marks of no width go, no-break spaces become spaces, line ends
 * become `\n`, spaces at line ends go. Numbers and everything to be read stays as it is.
 */
export function cleanPasted(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2002-\u200a\u202f]/g, ' ')
    .replace(/[\u2028\u2029\v\f]/g, '\n')
    .replace(/ +$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
}
