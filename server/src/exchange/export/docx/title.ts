import { sticks, widthOf } from '../measure';

/** Where a line of a title ends best: after these, or before those. */
const AFTER = /[》）)”\s]$/;
const BEFORE = /^(?:关于|[《（(“])/;
/** Where a word ends: after these, or before the usual words of titles. */
const WORD_END = /(?:[的、]|印发|转发)$/;
const WORD =
  /^(?:实施|行动|工作|任务|方案|意见|通知|计划|建设|推进|加快|加强|深化|促进|提升|优化|重点|高质量|发展|改革|专项|三年|五年|若干)/;
/** What must not be torn, besides what never is: a number and what it counts, a period. */
const TORN = /[\dA-Za-z—–-]$/;
const TIED = /^[\dA-Za-z—–年-]/;

const NEVER = 1000;
const BETWEEN_WORDS = 3;
const INSIDE_WORD = 5;
/** What lines of unequal length cost, against a break inside a word. */
const UNEVEN = 12;

/**
 * The lines of a title: about equally long, and ended where a word ends as far as marks and the usual words of titles tell
 * (GB/T 9704—2012, 7.3.1: 词意完整、排列对称、长短适宜). `fits`: how many characters a line holds. No character is lost or added.
 */
export function titleLines(words: string, fits: number): readonly string[] {
  const chars = Array.from(words);
  const width = chars.reduce((sum, char, at) => sum + drawnWidth(char, chars[at + 1]), 0);
  // Half a character is left free: fonts differ in how wide their digits are.
  const room = fits - 0.5;
  if (width <= room || room < 8) return [words];
  const ideal = width / Math.ceil(width / room);
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= chars.length; end++) {
    best[end] = { cost: Infinity, from: end - 1 };
    const breaks = end === chars.length ? 0 : breakCost(chars.slice(0, end).join(''), chars.slice(end).join(''));
    let line = 0;
    for (let from = end - 1; from >= 0; from--) {
      line += drawnWidth(chars[from]!, from === end - 1 ? undefined : chars[from + 1]);
      if (line > room) break;
      const cost = best[from]!.cost + breaks + UNEVEN * ((line - ideal) / ideal) ** 2;
      if (cost < best[end]!.cost) best[end] = { cost, from };
    }
  }
  const lines: string[] = [];
  for (let end = chars.length; end > 0; end = best[end]!.from)
    lines.unshift(chars.slice(best[end]!.from, end).join(''));
  return lines;
}

const WESTERN = /[\dA-Za-z]/;
const CAPITAL = /[A-Z]/;
const CHINESE = /\p{Script=Han}/u;

/** How much of a line a character takes: capitals are wide, and programs leave a gap between Chinese and Western text. */
function drawnWidth(char: string, next: string | undefined): number {
  const capital = CAPITAL.test(char) ? 0.25 : 0;
  if (next === undefined) return widthOf(char) + capital;
  const gap = (WESTERN.test(char) && CHINESE.test(next)) || (CHINESE.test(char) && WESTERN.test(next)) ? 0.25 : 0;
  return widthOf(char) + capital + gap;
}

function breakCost(before: string, after: string): number {
  if (sticks(before.at(-1)!, after[0]!) || (TORN.test(before) && TIED.test(after))) return NEVER;
  if (AFTER.test(before) || BEFORE.test(after)) return 0;
  return WORD_END.test(before) || WORD.test(after) ? BETWEEN_WORDS : INSIDE_WORD;
}
