import type { Period, PlanLevel } from '../../../protocol';
import { placeOfTitle } from '../../plan/level';
import type { Plan } from '../../plan/plan';
import { listTasks } from '../../plan/tasks';

/** What one plan suggests for another of the same office. */
export interface Habits {
  readonly region: string | null;
  readonly level: PlanLevel | null;
  readonly period: Period | null;
  /** Who leads most often in it. */
  readonly lead: string | null;
  /** How it writes its task table, where it has one. */
  readonly table: 'markdown' | 'tabs' | null;
}

export function habitsOf(plan: Plan): Habits {
  const { region, title, level, period, periodSource } = plan.facts;
  const leads = listTasks(plan).flatMap((task) => task.lead.map(({ name }) => name));
  return {
    region: region ?? (title === null ? null : placeOfTitle(title)),
    level,
    period: periodSource === 'title' || periodSource === 'front-matter' ? period : null,
    lead: mostFrequent(leads),
    table: tableForm(plan),
  };
}

/** What most of several plans have; of equals the first. */
export function joinHabits(all: readonly Habits[]): Habits {
  const said = <T>(values: readonly (T | null)[]): readonly T[] => values.filter((value) => value !== null);
  const region = mostFrequent(said(all.map((one) => one.region)));
  // Plans of another place say nothing of who leads here.
  const own = region === null ? all : all.filter((one) => one.region === region || one.region === null);
  const periods = said(own.map((one) => one.period));
  const period = mostFrequent(periods.map(({ start, end }) => `${start}-${end}`));
  return {
    region,
    level: mostFrequent(said(own.map((one) => one.level))),
    period: periods.find(({ start, end }) => `${start}-${end}` === period) ?? null,
    lead: mostFrequent(said(own.map((one) => one.lead))),
    table: mostFrequent(said(all.map((one) => one.table))),
  };
}

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [best, most]: [T | null, number] = [null, 0];
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
}

function tableForm({ readings }: Plan): Habits['table'] {
  for (const { passage } of readings) {
    for (const block of passage.blocks)
      if (block.kind === 'header') return block.columns.markdown ? 'markdown' : 'tabs';
  }
  return null;
}
