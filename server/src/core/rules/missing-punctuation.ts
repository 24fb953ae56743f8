import type { Row } from '../syntax/block';
import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Report, type Rule } from './rule';
import { toReport } from './words';

const MESSAGES = {
  twice: { zh: '“{text}”两个点号连用，应留一个。', en: '“{text}”: two marks in a row; keep one.' },
  verb: {
    zh: '“{text}”：前面并列的是名词，“{verb}”另起一件事，顿号应为逗号。',
    en: '“{text}”: nouns stand in a row before, and {verb} begins another matter; 、 should be ，.',
  },
  unlike: {
    zh: '任务栏写作“{task}”，这里写作“{text}”，标点应当一致。',
    en: 'The task is written “{task}”, here it is “{text}”; the marks should agree.',
  },
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

/** Two nouns of one kind (报告会、研讨会), and a verb that begins something else but is joined to them by 、. */
const VERB =
  /(?<=\p{Script=Han}{2}[会班赛站点]、\p{Script=Han}{1,6}[会班赛站点])、(举办|召开|举行|开展|组织)(?=\p{Script=Han}{2})/gu;

function verbsIn(text: string): readonly Hit[] {
  return [...text.matchAll(VERB)].map(({ 1: verb = '', index: from }) => {
    const to = from + 1 + verb.length;
    const fix = {
      title: MESSAGES.keep,
      args: { mark: '，' },
      safe: false,
      edits: [{ from, to: from + 1, newText: '，' }],
    };
    const args = { text: text.slice(Math.max(0, from - 3), to), verb };
    return { message: MESSAGES.verb, args, severity: 'hint', from, to, fixes: [fix] };
  });
}

const COMMA = /(\p{Script=Han}{2,6})，(?=(\p{Script=Han}{2,6}))/gu;

/** What `VERB` looks for at the least. */
const JOINED = /[会班赛站点]、(?:举办|召开|举行|开展|组织)/;

function hitsIn(text: string, traits: number): readonly Hit[] {
  const twice = traits & TRAIT.pointsInRow ? twiceIn(text) : NOTHING;
  if (!(traits & TRAIT.comma) || !JOINED.test(text)) return twice;
  return [...twice, ...verbsIn(text)];
}

/** A cell of outcomes that parts by ， the very words that the task of its row parts by 、. */
function unlikeIn({ cells }: Row): readonly Report[] {
  const task = cells.find(({ role }) => role === 'task')?.text ?? '';
  if (!task.includes('、')) return [];
  return cells
    .filter(({ role, text }) => role === 'outcome' && text.includes('，'))
    .flatMap((cell) =>
      [...cell.text.matchAll(COMMA)].flatMap(({ 1: before = '', 2: after = '', index }): readonly Report[] => {
        const there = `${before}、${after.slice(0, 4)}`;
        if (after.length < 4 || !task.includes(there)) return [];
        const at = index + before.length;
        const edits = [{ from: at, to: at + 1, newText: '、' }];
        const hit: Hit = {
          message: MESSAGES.unlike,
          args: { task: there, text: there.replace('、', '，') },
          severity: 'hint',
          from: index,
          to: index + there.length,
          fixes: [{ title: MESSAGES.keep, args: { mark: '、' }, safe: false, edits }],
        };
        return [toReport(hit, cell)];
      }),
    );
}

/** Marks that are missing or one too many, as far as that is certain. Source: GB/T 15834—2011, 4.1–4.7. */
export const rule: Rule = {
  id: 'missing-punctuation',
  title: { zh: '缺标点、标点不当', en: 'Missing or wrong punctuation' },
  topic: 'text',
  severity: 'warning',
  strength: '一般',
  basis: { zh: 'GB/T 15834—2011 4.1—4.7', en: 'GB/T 15834—2011, 4.1–4.7' },
  followsFrom: ['responsibility-malformed'],
  fixable: 'confirm',
  kinds: ALL_KINDS,
  inWords: ({ text, traits }) => (traits & (TRAIT.comma | TRAIT.pointsInRow) ? hitsIn(text, traits) : NOTHING),
  passage: ({ passage }) =>
    passage.blocks.some(({ kind }) => kind === 'row')
      ? passage.blocks.flatMap((block) => (block.kind === 'row' ? unlikeIn(block) : []))
      : NOTHING,
};
