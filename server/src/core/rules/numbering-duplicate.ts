import { numbersIn, type Said } from '../plan/numbering/said';
import { PLANS, wholeDocument, type Rule, type Verdict } from './rule';
import { judgeNumbers, numberLike, type Fault, type NumberSaid } from '../plan/numbering/sequence';

const MESSAGES = {
  duplicate: {
    zh: '序号“{text}”重复，前面已有“{above}”，这里应为“{right}”。请改正，并核对文中引用。',
    en: 'The number “{text}” repeats “{above}”; it should be “{right}”. Correct it, and check what refers to it.',
  },
  jump: {
    zh: '序号从“{above}”跳到“{text}”，中间缺“{right}”。请核对是漏了内容，还是编错了号。',
    en: 'The numbers go from “{above}” to “{text}”, without “{right}”. Either something is left out, or the number is wrong.',
  },
  backward: {
    zh: '序号从“{above}”倒回“{text}”，应为“{right}”。请核对次序。',
    en: 'The numbers go back from “{above}” to “{text}”; it should be “{right}”. Check the order.',
  },
  previous: { zh: '前一个序号', en: 'The number before' },
  write: { zh: '改为“{right}”', en: 'Write “{right}”' },
  renumber: { zh: '从这里起重新编号（{count} 处）', en: 'Number anew from here on ({count} places)' },
} as const;

/**
 * Numbers that repeat, leave one out or go back. Numbering that runs on over chapters and numbering that begins again
 * under each heading are both usual. Source: GB/T 9704—2012, 7.3.3; Regulations art. 20 (4).
 */
export const rule: Rule = {
  id: 'numbering-duplicate',
  title: { zh: '序号重复、跳号或者倒序', en: 'Numbers out of order' },
  topic: 'structure',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：段落顺序准确；GB/T 9704—2012，7.3.3',
    en: 'Regulations on official documents, art. 20 (4); GB/T 9704—2012, 7.3.3',
  },
  fixable: 'confirm',
  kinds: PLANS,
  whole: wholeDocument<Said>({
    inPassage: numbersIn,
    // Where texts without a number fill the gap, the numbers are right and those texts lack theirs (numbering-missing).
    conclude: (said) =>
      judgeNumbers(said)
        .faults.filter(({ lost }) => lost.length === 0)
        .map((fault) => verdictOf(fault, said)),
  }),
};

function verdictOf({ kind, at, previous, expected, run }: Fault, said: readonly Said[]): Verdict {
  const here = said[at] as NumberSaid;
  const right = numberLike(here.text, expected);
  const args = { text: here.text, above: (said[previous] as NumberSaid).text, right, count: run.length };
  const shift = expected - here.value;
  const edits = run.map((place) => {
    const { text, value } = said[place] as NumberSaid;
    return { at: place, newText: numberLike(text, value + shift) };
  });
  return {
    at,
    message: MESSAGES[kind],
    args,
    related: [{ at: previous, message: MESSAGES.previous }],
    ...(edits.length > 0 && {
      fixes: [{ title: run.length > 1 ? MESSAGES.renumber : MESSAGES.write, args, safe: false, edits }],
    }),
  };
}
