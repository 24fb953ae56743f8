import { bodyOf, type Home } from '../core/units/body';
import { KIND_NAMES } from '../core/units/kinds';
import type { Register, UnitEntry, UnitKind } from '../core/units/model';
import type { UnitWork } from './unitDuties';

/** A body as the list of units shows it. */
export interface ListedUnit {
  /** Tells bodies apart (core/units/body.ts). */
  readonly body: string;
  /** How it is written most often; the registered name where nobody names it. */
  readonly name: string;
  /** All its spellings. */
  readonly names: readonly string[];
  readonly entry: UnitEntry | null;
  readonly lead: number;
  readonly participants: number;
}

export type GroupName = UnitKind | 'unknown' | 'unused';

export interface ListedGroup {
  readonly group: GroupName;
  readonly units: readonly ListedUnit[];
}

/**
 * Units by kind, those that lead most first; before them names that stand in no register, behind them entries of the
 * workspace's own register that nobody names. Empty groups are left out.
 */
export function groupUnits(bodies: Iterable<UnitWork>, register: Register, home: Home): readonly ListedGroup[] {
  const groups = new Map<GroupName, ListedUnit[]>();
  const add = (group: GroupName, unit: ListedUnit): void => {
    groups.set(group, [...(groups.get(group) ?? []), unit]);
  };
  const used = new Set<string>();
  for (const { body, names, entry, lead, participants } of bodies) {
    used.add(body);
    const name = names[0] ?? entry?.name ?? body;
    const how = register.resolve(name).how;
    const group = entry?.kind ?? (how === 'collective' ? 'collective' : 'unknown');
    add(group, { body, name, names, entry, lead, participants });
  }
  for (const entry of register.local) {
    const body = bodyOf(register.resolve(entry.name), home);
    if (used.has(body)) continue;
    used.add(body);
    add('unused', { body, name: entry.name, names: [entry.name], entry, lead: 0, participants: 0 });
  }
  const order: readonly GroupName[] = ['unknown', ...(Object.keys(KIND_NAMES) as UnitKind[]), 'unused'];
  return order.flatMap((group) => {
    const units = groups.get(group);
    return units ? [{ group, units: units.sort(byWeight) }] : [];
  });
}

function byWeight(a: ListedUnit, b: ListedUnit): number {
  return b.lead - a.lead || b.participants - a.participants || (a.name < b.name ? -1 : 1);
}
