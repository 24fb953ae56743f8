import { ALL_KINDS, wholeDocument, type Rule, type Verdict } from './rule';
import { sectionCells, type SectionCell } from './tableSections';

const MESSAGES = {
  other: {
    zh: '同是“{number}”，这里写“{text}”，其余 {count} 处写“{usual}”。请统一。',
    en: '“{number}” is called “{text}” here and “{usual}” in {count} other places. Give it one name.',
  },
  place: { zh: '写作“{usual}”', en: 'called “{usual}”' },
  replace: { zh: '改为“{usual}”', en: 'Change to “{usual}”' },
} as const;

/**
 * A chapter of a table whose name is repeated (on each page, for each group) with other words. Only names that differ in
 * a few characters are compared. Source: consistency of a document.
 */
export const rule: Rule = {
  id: 'section-title-inconsistent',
  title: { zh: '同号章节名不一致', en: 'One chapter under two names' },
  topic: 'structure',
  severity: 'warning',
  strength: '一般',
  basis: { zh: '前后一致', en: 'consistency' },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  whole: wholeDocument<SectionCell>({
    inPassage: sectionCells,
    conclude(said) {
      const runs: { readonly number: string; readonly places: number[] }[] = [];
      for (const [at, { role, text }] of said.entries()) {
        const number = role === 'project' ? NUMBER.exec(text)?.[0] : undefined;
        if (number === undefined) continue;
        const last = runs[runs.length - 1];
        if (last?.number === number) last.places.push(at);
        else runs.push({ number, places: [at] });
      }
      return runs.flatMap(({ number, places }) => compare(number, places, said));
    },
  }),
};

/** The number again with no other between is the same chapter; further on it may be another table's. */
const NUMBER = /^[一二三四五六七八九十]{1,3}、/;

function compare(number: string, places: readonly number[], said: readonly SectionCell[]): readonly Verdict[] {
  const byName = new Map<string, number[]>();
  for (const at of places) {
    const name = bare(said[at]!.text);
    byName.set(name, [...(byName.get(name) ?? []), at]);
  }
  if (byName.size < 2) return [];
  // Of equally frequent names the first is taken for the right one.
  const names = [...byName].sort((a, b) => b[1].length - a[1].length);
  return names.flatMap(([name, at], rank): Verdict[] => {
    const usual = names.slice(0, rank).find(([other]) => isNear(name, other));
    if (!usual) return [];
    const [text] = usual[1].map((one) => said[one]!.text);
    const args = { number, text: said[at[0]!]!.text, usual: text!, count: usual[1].length };
    return at.map((one) => ({
      at: one,
      message: MESSAGES.other,
      args,
      related: [{ at: usual[1][0]!, message: MESSAGES.place, args: { usual: text! } }],
      fixes: [{ title: MESSAGES.replace, args: { usual: text! }, safe: false, edits: [{ at: one, newText: text! }] }],
    }));
  });
}

/** Spaces, breaks and 续 are no part of the name. */
const bare = (text: string): string => text.replace(/\s+|[（(]续[）)]$/g, '');

/** Whether two names differ in one stretch of at most two characters, or in a quarter of a long one. */
function isNear(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const changed = Math.max(a.length, b.length) - start - end;
  return changed <= 2 && Math.min(a.length, b.length) >= 3 * changed + 2;
}
