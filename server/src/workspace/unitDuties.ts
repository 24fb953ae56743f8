import { bodyOf, type Home } from '../core/units/body';
import type { TaskUnit } from '../core/plan/task';
import type { UnitCount } from '../core/plan/unitCounts';
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

/** One body, and how many duties it has. */
export interface UnitWork extends Omit<UnitDuties, 'lead' | 'participants'>, UnitCount {}

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

/** How many duties each body of a plan has, by body: the same as `dutiesIn` without making them. */
export function workIn({ units }: PlanSummary, register: Register, home: Home): ReadonlyMap<string, UnitWork> {
  const bodies = new Map<string, { entry: UnitEntry | null; named: [string, UnitCount][] }>();
  for (const one of units) {
    const resolution = register.resolve(one[0]);
    const body = bodyOf(resolution, home);
    const known = bodies.get(body);
    if (known) known.named.push([...one]);
    else bodies.set(body, { entry: resolution.entry, named: [[...one]] });
  }
  const sum = (named: readonly [string, UnitCount][], of: keyof UnitCount): number =>
    named.reduce((all, [, count]) => all + count[of], 0);
  return new Map(
    [...bodies].map(([body, { entry, named }]) => {
      const names = named.sort(([, a], [, b]) => b.lead + b.participants - a.lead - a.participants);
      const counts = { lead: sum(named, 'lead'), participants: sum(named, 'participants') };
      return [body, { body, names: names.map(([name]) => name), entry, ...counts }];
    }),
  );
}

export const workOf = ({ lead, participants, ...unit }: UnitDuties): UnitWork => ({
  ...unit,
  lead: lead.length,
  participants: participants.length,
});

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
