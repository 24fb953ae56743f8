import { createSums, forLast } from './memory';
import type { Plan } from './plan';
import { tasksByPassage, type Task } from './tasks';

/** How often a unit is named among those who lead a task, and among those who take part in one. */
export interface UnitCount {
  readonly lead: number;
  readonly participants: number;
}

/** By name as written, or by body. */
export type UnitCounts = ReadonlyMap<string, UnitCount>;

/** What the units of a plan have to do, counted by name. */
export function unitCounts(plan: Plan): UnitCounts {
  return plan.memory(createUnitCounts)(plan);
}

function createUnitCounts(): (plan: Plan) => UnitCounts {
  const sums = createSums(countUnits);
  return forLast((plan) => addCounts(sums(tasksByPassage(plan)).flatMap((sum) => [...sum])));
}

function countUnits(passages: readonly (readonly Task[])[]): UnitCounts {
  const [lead, joined] = [
    { lead: 1, participants: 0 },
    { lead: 0, participants: 1 },
  ];
  return addCounts(
    passages
      .flat()
      .flatMap(({ lead: leads, participants }) => [
        ...leads.map(({ name }) => [name, lead] as const),
        ...participants.map(({ name }) => [name, joined] as const),
      ]),
  );
}

/** Counts put together where their keys are the same. */
export function addCounts(counts: Iterable<readonly [key: string, count: UnitCount]>): UnitCounts {
  const sum = new Map<string, { lead: number; participants: number }>();
  for (const [key, { lead, participants }] of counts) {
    const known = sum.get(key);
    if (known) {
      known.lead += lead;
      known.participants += participants;
    } else sum.set(key, { lead, participants });
  }
  return sum;
}
