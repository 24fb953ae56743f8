import { ALL_KINDS, type Hit, type Rule } from './rule';

const MESSAGES = {
  twice: { zh: '“{text}”两个点号连用，应留一个。', en: '“{text}”: two marks in a row; keep one.' },
  keep: { zh: '改为“{mark}”', en: 'Change to “{mark}”' },
} as const;

/** Two point marks in a row. 。。。 stands for an ellipsis and is another matter. */
const TWICE = /(?<![，。；：、])[，。；：、]{2}(?![，。；：、])/g;

/** Which of two marks to keep: the one that ends more. */
const STRONGEST = '。；：，、';
const strongest = (marks: string): string => STRONGEST.split('').find((mark) => marks.includes(mark)) ?? marks[0]!;

function twiceIn(text: string): readonly Hit[] {
  return [...text.matchAll(TWICE)].map(({ 0: marks, index: from }) => {
    const mark = strongest(marks);
    const to = from + 2;
    const edits = [{ from, to, newText: mark }];
    const fix = { title: MESSAGES.keep, args: { mark }, safe: false, edits };
    return { message: MESSAGES.twice, args: { text: marks }, from, to, fixes: [fix] };
  });
}

/** Marks that are missing or one too many, as far as that is certain. Source: GB/T 15834—2011, 4.1–4.7. */
export const rule: Rule = {
  id: 'missing-punctuation',
  title: { zh: '缺标点、标点不当', en: 'Missing or wrong punctuation' },
  topic: 'text',
  severity: 'warning',
  strength: '一般',
  basis: { zh: 'GB/T 15834—2011 4.1—4.7', en: 'GB/T 15834—2011, 4.1–4.7' },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  inWords: ({ text }) => twiceIn(text),
};
