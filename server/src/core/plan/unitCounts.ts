import { createSums, forLast } from './memory';
import type { Plan } from './plan';
import type { Task } from './task';
import { tasksByPassage } from './tasks';

/** How often a unit is named among those who lead a task, and among those who take part in one. */
export interface UnitCount {
  readonly lead: number;
  readonly participants: number;
}

/** By name as written. */
export type UnitCounts = ReadonlyMap<string, UnitCount>;

/** What the units of a plan have to do, counted by name. */
export function unitCounts(plan: Plan): UnitCounts {
  return plan.memory(createUnitCounts)(plan);
}

function createUnitCounts(): (plan: Plan) => UnitCounts {
  const sums = createSums(countUnits);
  return forLast((plan) => {
    const all: Growing = new Map();
    for (const sum of sums(tasksByPassage(plan)))
      for (const [name, { lead, participants }] of sum) add(all, name, lead, participants);
    return all;
  });
}

type Growing = Map<string, { lead: number; participants: number }>;

function add(sum: Growing, key: string, lead: number, participants: number): void {
  const known = sum.get(key);
  if (known) {
    known.lead += lead;
    known.participants += participants;
  } else sum.set(key, { lead, participants });
}

function countUnits(passages: readonly (readonly Task[])[]): UnitCounts {
  const sum: Growing = new Map();
  for (const tasks of passages) {
    for (const task of tasks) {
      for (const { name } of task.lead) add(sum, name, 1, 0);
      for (const { name } of task.participants) add(sum, name, 0, 1);
    }
  }
  return sum;
}
