import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  nested: {
    zh: '书名号里面还要用书名号的，里层用单书名号〈 〉。',
    en: 'Inside a title in 《》 another title is written in 〈〉.',
  },
  change: { zh: '里层改用〈 〉', en: 'Use 〈〉 for the inner title' },
} as const;

/** Titles are short; a mark that closes further away than this belongs to something else. */
const LONGEST = 200;
const OPENING = '《<＜';
const CLOSING = '》>＞';

/** A note on the title, or a mark of HTML. */
const NO_TITLE = /^(?:试行|暂行|修订|修正|草案|征求意见稿|节选|\/?[a-z]\w*)$/i;

/** Inner pairs of the title that opens at `from`, and where it ends; `null` where it does not end as a title does. */
function readTitle(text: string, from: number): { to: number; inner: readonly (readonly [number, number])[] } | null {
  const open: number[] = [];
  const inner: [number, number][] = [];
  const limit = Math.min(text.length, from + LONGEST);
  for (let at = from + 1; at < limit; at++) {
    const char = text[at]!;
    if (OPENING.includes(char)) {
      open.push(at);
    } else if (CLOSING.includes(char)) {
      const start = open.pop();
      if (start === undefined) return char === '》' ? { to: at + 1, inner } : null;
      if (OPENING.indexOf(text[start]!) !== CLOSING.indexOf(char)) return null;
      // What encloses nothing but a comparison or a mark of its own is no title.
      if (at - start > 2 && !NO_TITLE.test(text.slice(start + 1, at))) inner.push([start, at]);
    }
  }
  return null;
}

function hitsIn(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  let at = text.indexOf('《');
  while (at >= 0) {
    const title = readTitle(text, at);
    if (title && title.inner.length > 0) {
      const edits = title.inner.flatMap(([from, to]) => [
        { from, to: from + 1, newText: '〈' },
        { from: to, to: to + 1, newText: '〉' },
      ]);
      hits.push({
        message: MESSAGES.nested,
        from: at,
        to: title.to,
        fixes: [{ title: MESSAGES.change, safe: true, edits: edits.sort((a, b) => a.from - b.from) }],
      });
    }
    at = text.indexOf('《', title ? title.to : at + 1);
  }
  return hits;
}

/**
 * A title inside a title, both in 《》 or the inner one in signs of comparison.
 * Source: GB/T 15834—2011, 4.15.3.4: inside 《》 the inner title takes 〈〉.
 */
export const rule: Rule = {
  id: 'nested-book-title-mark',
  title: { zh: '书名号嵌套错误', en: 'Nested title marks' },
  topic: 'text',
  severity: 'error',
  strength: '规定',
  basis: { zh: 'GB/T 15834—2011 4.15', en: 'GB/T 15834—2011, 4.15' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  inWords: ({ text, traits }) => (traits & TRAIT.title ? hitsIn(text) : NOTHING),
};
