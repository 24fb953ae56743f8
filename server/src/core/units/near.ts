import { distance } from 'fastest-levenshtein';

import { areConfusable } from './confusable';

export interface Near {
  readonly form: string;
  /** Smaller is nearer; a slip between confusable characters weighs half. */
  readonly cost: number;
}

/** The known forms in reach of `core`, best first. `reach`: the greatest edit distance that still counts. */
export function nearest(core: string, forms: readonly string[], reach: number): readonly Near[] {
  const found: Near[] = [];
  for (const form of forms) {
    if (Math.abs(form.length - core.length) > reach || form.length < 2 || !sharesEnough(core, form, reach)) continue;
    const edits = distance(core, form);
    if (edits > 0 && edits <= reach) found.push({ form, cost: costOf(core, form, edits) });
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** Each edit takes away one shared character at most, so forms that share too few are out of reach without measuring. */
function sharesEnough(core: string, form: string, reach: number): boolean {
  let missing = 0;
  for (const char of core) if (!form.includes(char) && ++missing > reach) return false;
  return true;
}

function costOf(core: string, form: string, edits: number): number {
  let cost = edits;
  if (core.length === form.length) {
    for (let i = 0; i < core.length; i++) {
      if (core[i] !== form[i] && areConfusable(form[i]!, core[i]!)) cost -= 0.5;
    }
    if (edits === 2 && isTransposed(core, form)) cost -= 1;
  }
  if (core[0] !== form[0]) cost += 0.2;
  if (core.at(-1) !== form.at(-1)) cost += 0.1;
  return cost;
}

/** 局财政 for 财政局, 发改展… : the same characters in another order. */
function isTransposed(a: string, b: string): boolean {
  return sorted(a) === sorted(b);
}

const sorted = (text: string): string => Array.from(text).sort().join('');

/**
 * The known form of which `core` is plainly a slip: one confusable character, a doubled or (in a long name) a dropped
 * one, two that changed places. Other differences may be a body of its own, so they do not count.
 */
export function slipOf(core: string, forms: readonly string[]): string | null {
  if (core.length < 3) return null;
  return forms.find((form) => isSlip(core, form)) ?? null;
}

function isSlip(core: string, form: string): boolean {
  const longer = core.length - form.length;
  if (form.length < 3 || longer < -1 || longer > 1) return false;
  let start = 0;
  while (start < core.length && core[start] === form[start]) start++;
  let end = 0;
  const room = Math.min(core.length, form.length) - start;
  while (end < room && core[core.length - 1 - end] === form[form.length - 1 - end]) end++;
  const typed = core.slice(start, core.length - end);
  const meant = form.slice(start, form.length - end);
  if (longer === 0 && typed.length === 1) return areConfusable(meant, typed);
  if (longer === 0 && typed.length === 2) return typed[0] === meant[1] && typed[1] === meant[0];
  if (longer === 1 && meant === '') return typed === core[start - 1] || typed === core[core.length - end];
  // 和 is often left out (文化旅游体育局), which makes another short name.
  return longer === -1 && typed === '' && form.length >= 7 && meant !== '和';
}
