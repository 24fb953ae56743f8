import { bodyOf, type Home } from '../core/units/body';
import type { TaskUnit } from '../core/plan/tasks';
import { addCounts, type UnitCounts } from '../core/plan/unitCounts';
import type { Register, UnitEntry } from '../core/units/model';
import type { PlanSummary, TaskSummary } from './planSummary';

/** Something a unit has to do in a plan, and where it is named there. */
export interface Duty {
  readonly plan: PlanSummary;
  readonly task: TaskSummary;
  readonly unit: TaskUnit;
}

/** One body, under whatever names, and what it does. */
export interface UnitDuties {
  /** Tells bodies apart (core/units/body.ts). */
  readonly body: string;
  /** How it is written, most frequent first. */
  readonly names: readonly string[];
  /** Its entry in the register; `null` for unknown names and collectives. */
  readonly entry: UnitEntry | null;
  readonly lead: readonly Duty[];
  readonly participants: readonly Duty[];
}

interface Growing {
  readonly entry: UnitEntry | null;
  readonly counts: Map<string, number>;
  readonly lead: Duty[];
  readonly participants: Duty[];
}

/** What each unit named in a plan leads and joins in it, by body. */
export function dutiesIn(plan: PlanSummary, register: Register, home: Home): ReadonlyMap<string, UnitDuties> {
  const bodies = new Map<string, Growing>();
  const add = (task: TaskSummary, unit: TaskUnit, role: 'lead' | 'participants'): void => {
    const resolution = register.resolve(unit.name);
    const body = bodyOf(resolution, home);
    let growing = bodies.get(body);
    if (!growing) {
      growing = { entry: resolution.entry, counts: new Map(), lead: [], participants: [] };
      bodies.set(body, growing);
    }
    growing.counts.set(unit.name, (growing.counts.get(unit.name) ?? 0) + 1);
    growing[role].push({ plan, task, unit });
  };
  for (const task of plan.tasks) {
    for (const unit of task.lead) add(task, unit, 'lead');
    for (const unit of task.participants) add(task, unit, 'participants');
  }
  return new Map([...bodies].map(([body, growing]) => [body, finished(body, growing)]));
}

function finished(body: string, { entry, counts, lead, participants }: Growing): UnitDuties {
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return { body, names, entry, lead, participants };
}

/** How often each body leads and takes part in a plan: the lengths of its duties, without making them. */
export function dutyCounts({ units }: PlanSummary, register: Register, home: Home): UnitCounts {
  return addCounts([...units].map(([name, count]) => [bodyOf(register.resolve(name), home), count]));
}

/** The duties of one body in several plans, put together; `null` where no plan names it. */
export function joinDuties(parts: readonly UnitDuties[]): UnitDuties | null {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? null;
  return {
    body: first.body,
    names: [...new Set(parts.flatMap(({ names }) => names))],
    entry: parts.find(({ entry }) => entry)?.entry ?? null,
    lead: parts.flatMap(({ lead }) => lead),
    participants: parts.flatMap(({ participants }) => participants),
  };
}

/**
 * The home of a plan that does not say its place: where all plans of its level in the workspace that do are of one place,
 * it is theirs.
 */
export function homesOf(plans: readonly PlanSummary[]): (home: Home) => Home {
  const places = new Map<string, Set<string>>();
  for (const { home } of plans) {
    if (home.place === null) continue;
    for (const level of home.levels) places.set(level, (places.get(level) ?? new Set()).add(home.place));
  }
  return (home) => {
    if (home.place !== null) return home;
    const found = new Set(home.levels.flatMap((level) => [...(places.get(level) ?? [])]));
    return found.size === 1 ? { ...home, place: [...found][0]! } : home;
  };
}
