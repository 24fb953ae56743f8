import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  quotes: {
    zh: '带引号的并列成分之间通常不用顿号。',
    en: 'Quoted items in a row usually take no 、 between them.',
  },
  titles: {
    zh: '带书名号的并列成分之间通常不用顿号。',
    en: 'Titles in 《》 in a row usually take no 、 between them.',
  },
  remove: { zh: '删去顿号', en: 'Remove 、' },
} as const;

/** Items in marks with 、 between each of them and nothing else: a run that needs no 、. */
const RUN =
  /(?:“[^“”]{1,80}”(?:、(?=“[^“”]{1,80}”))){1,40}“[^“”]{1,80}”|(?:《[^《》]{1,120}》(?:、(?=《[^《》]{1,120}》))){1,40}《[^《》]{1,120}》/g;

/** Where the run is part of a longer list whose other items are bare, the list keeps its 、. */
function isPartOfMixedList(text: string, from: number, to: number): boolean {
  const after = text[to] ?? '';
  return (
    text[from - 1] === '、' ||
    after === '、' ||
    /[（(〔]/.test(after) ||
    /^[^，。；：！？,;:!?、“《]{1,20}、/.test(text.slice(to, to + 22))
  );
}

function hitsIn(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const to = index + run.length;
    if (isPartOfMixedList(text, index, to)) continue;
    const between = run.startsWith('“') ? '”、“' : '》、《';
    const edits = [];
    for (let at = run.indexOf(between); at >= 0; at = run.indexOf(between, at + 1)) {
      edits.push({ from: index + at + 1, to: index + at + 2, newText: '' });
    }
    hits.push({
      message: run.startsWith('“') ? MESSAGES.quotes : MESSAGES.titles,
      from: index,
      to,
      fixes: [{ title: MESSAGES.remove, safe: true, edits }],
    });
  }
  return hits;
}

/**
 * 、 between items that all stand in quotation marks or all in title marks. Lists with other items or remarks among them
 * keep theirs. Source: GB/T 15834—2011, 4.5.3.5.
 */
export const rule: Rule = {
  id: 'dunhao-between-quotes',
  title: { zh: '引号、书名号并列间用顿号', en: 'Comma between quoted items' },
  topic: 'text',
  severity: 'warning',
  strength: '一般',
  basis: { zh: 'GB/T 15834—2011 4.5.3.5', en: 'GB/T 15834—2011, 4.5.3.5' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  inWords: ({ text, traits }) =>
    traits & TRAIT.comma && traits & (TRAIT.quote | TRAIT.title) && (text.includes('”、“') || text.includes('》、《'))
      ? hitsIn(text)
      : NOTHING,
};
