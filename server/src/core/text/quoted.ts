/*
 * What stands inside a title or a quotation is somebody else's wording. Marks that are nested or left open are read as a
 * reader would: the nearest one that is not closed again decides.
 */

/** Nobody quotes more than this; looking no further keeps long lines linear. Characters. */
const REACH = 120;

/** Whether `at` stands inside a title: 《……》. */
export function isInTitle(text: string, at: number): boolean {
  return isBehindOpen(text, at, '《', '》');
}

/** Whether `at` stands inside a title or a quotation: 《……》, “……”, ‘……’, 「……」, 『……』. */
export function isQuoted(text: string, at: number): boolean {
  return isBehindOpen(text, at, '《“‘「『', '》”’」』');
}

function isBehindOpen(text: string, at: number, openers: string, closers: string): boolean {
  let depth = 0;
  for (let index = at - 1; index >= Math.max(0, at - REACH); index--) {
    const char = text[index]!;
    if (closers.includes(char)) depth++;
    else if (openers.includes(char) && depth-- === 0) return true;
  }
  return false;
}
