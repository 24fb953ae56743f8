import type { Plan } from '../../../plan/plan';
import type { Label } from '../../../plan/responsibility';
import type { Labels } from './carrier';

/** The words this document labels fields with; the usual ones where it has none. */
export function labelsOfPlan(plan: Plan): Labels & { readonly statesDeadlines: boolean } {
  const seen = new Map<Label['field'], string>();
  for (const { field, text } of labelsFromBelow(plan)) if (!seen.has(field)) seen.set(field, text);
  const others = seen.get('participant') ?? seen.get('responsible');
  const lead = seen.get('lead') ?? (others?.endsWith('部门') ? '牵头部门' : '牵头单位');
  return {
    lead,
    others: seen.get('responsible') ?? others ?? (lead.endsWith('部门') ? '责任部门' : '责任单位'),
    deadline: seen.get('deadline') ?? '完成时限',
    outcome: seen.get('outcome') ?? '成果形式',
    statesDeadlines: seen.has('deadline'),
  };
}

/** All labels of the document, those of the last passage first. */
function* labelsFromBelow({ readings }: Plan): Generator<Label> {
  for (let index = readings.length - 1; index >= 0; index--) {
    for (const item of readings[index]!.items) {
      const said = item.kind === 'text' ? item.annotations : item.responsibility.map(({ annotation }) => annotation);
      for (const { labels } of said) yield* labels;
    }
  }
}
