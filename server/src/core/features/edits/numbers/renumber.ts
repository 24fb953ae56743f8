import { readNumbering, type Numbering, type Sequence } from '../../../plan/numbering/model';
import { numberLike } from '../../../plan/numbering/sequence';
import type { Plan } from '../../../plan/plan';
import type { TextEdit } from '../../../text/position';
import { edited, refused, type EditContext, type EditOutcome, type PlanEdit } from '../edit';
import type { Arrangement, ArrangedNode } from './arrange';
import { toldOf } from './finish';
import { renumbered } from './renumbered';

const MESSAGES = {
  right: {
    zh: '序号连续，没有需要改的。',
    en: 'The numbers are in order; there is nothing to change.',
  },
  unclear: {
    zh: '序号有 {count} 处不连续（第 {lines} 行），但说不准是漏了序号、漏了内容还是编错了号，没有改。请先核对这些地方。',
    en: 'Numbers do not follow in {count} places (line {lines}), but it is not clear whether a number or a text is missing, so nothing was changed. Check these places first.',
  },
} as const;

/** The kind under which it is offered as a code action. */
export const RENUMBER = 'source.renumber';

/** All sequences of the document are counted anew, and what refers to them follows. */
export const renumber: PlanEdit = {
  action: { kind: RENUMBER, title: { zh: '全文重新编号', en: 'Renumber the document' } },
  run,
};

function run({ plan }: EditContext): EditOutcome {
  const numbering = readNumbering(plan);
  const { edits, open } = renumbered(numbering, inTurn(numbering));
  if (edits.length > 0) return edited(edits, null, toldOf(open));
  const unclear = numbering.sequences.flatMap(({ faults }) => faults.filter(({ clear }) => !clear));
  if (unclear.length === 0) return refused(MESSAGES.right);
  const places = unclear.map(({ item }) => numbering.items[item]!.range.start.line + 1);
  const lines = [...new Set(places)].sort((a, b) => a - b).join('、');
  return refused(MESSAGES.unclear, { count: unclear.length, lines });
}

/** The edits that put all numbers of a document in order, and what refers to them; none where they are, or it is not clear. */
export function renumberingEdits(plan: Plan): readonly TextEdit[] {
  const numbering = readNumbering(plan);
  return renumbered(numbering, inTurn(numbering)).edits;
}

/** Every item where it is, with the number it should have. */
function inTurn(numbering: Numbering): Arrangement {
  const texts = new Map<ArrangedNode, string>();
  const values = new Map<ArrangedNode, number>();
  for (const sequence of numbering.sequences) {
    if (sequence.key === 'annex') continue;
    for (const [at, value] of valuesInTurn(numbering, sequence).entries()) {
      const item = numbering.items[sequence.items[at]!]!;
      const { entry, level, key, text } = item;
      const node: ArrangedNode = { entry, item, level, part: numbering.entries[entry]!.part, key, like: text };
      values.set(node, value);
      texts.set(node, value === item.value ? text : numberLike(text, value));
    }
  }
  return { texts, values, parents: new Map() };
}

/** A sequence with its faults mended: from each on the numbers follow. One that holds an unclear fault stays as it is. */
function valuesInTurn({ items }: Numbering, { items: own, faults }: Sequence): readonly number[] {
  const written = own.map((at) => items[at]!.value);
  if (faults.length === 0 || faults.some(({ clear }) => !clear)) return written;
  const wrong = new Set(faults.map(({ item }) => item));
  const values: number[] = [];
  for (const [at, value] of written.entries()) {
    const follows = at > 0 && (wrong.has(own[at]!) || value === written[at - 1]! + 1);
    values.push(follows ? values[at - 1]! + 1 : value);
  }
  return values;
}
