import { numbersIn, type Said } from '../plan/numbering/said';
import { PLANS, wholeDocument, type Rule, type Verdict } from './rule';
import { judgeNumbers, numberLike, type NumberSaid } from '../plan/numbering/sequence';

const MESSAGES = {
  missing: {
    zh: '序号从“{above}”跳到“{below}”，这一段前面缺“{number}”。请补上。',
    en: 'The numbers go from {above} to {below}; this paragraph lacks {number}. Supply it.',
  },
  unnumbered: {
    zh: '同类任务都有序号，这一段有责任单位而没有序号（前后序号并无空缺）。请核对：单列一项的，补上序号并顺改后文；不单列的，并入上一项。',
    en: 'All such measures have a number, this one has responsible units and none, though no number is missing. Number it and those below anew, or join it to the one above.',
  },
  supply: { zh: '补上“{number}”', en: 'Supply “{number}”' },
} as const;

/**
 * A paragraph or heading that lost its number: the numbers round it leave one out, and exactly as many texts of the same
 * kind stand between them. Source: GB/T 9704—2012, 7.3.3; order of paragraphs, Regulations art. 20 (4).
 */
export const rule: Rule = {
  id: 'numbering-missing',
  title: { zh: '条目缺号', en: 'Number missing' },
  topic: 'structure',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：段落顺序准确；GB/T 9704—2012，7.3.3',
    en: 'Regulations on official documents, art. 20 (4); GB/T 9704—2012, 7.3.3',
  },
  fixable: 'confirm',
  kinds: PLANS,
  whole: wholeDocument<Said>({ inPassage: numbersIn, conclude }),
};

function conclude(said: readonly Said[]): readonly Verdict[] {
  const { faults, unnumbered } = judgeNumbers(said);
  const verdicts = faults.flatMap(({ at, previous, missing, lost }) => {
    const [above, below] = [said[previous] as NumberSaid, said[at] as NumberSaid];
    return lost.map((place, index): Verdict => {
      const number = numberLike(above.text, missing[index]!);
      const args = { above: above.text, below: below.text, number };
      const edits = [{ at: place, place: 0, newText: number }];
      return {
        at: place,
        message: MESSAGES.missing,
        args,
        fixes: [{ title: MESSAGES.supply, args, safe: false, edits }],
      };
    });
  });
  return [...verdicts, ...unnumbered.map((at): Verdict => ({ at, message: MESSAGES.unnumbered, severity: 'warning' }))];
}
