import type { Register, UnitKind } from '../units/model';
import { nearest } from '../units/near';

/** Bodies of which a place has its own: where the place keeps a register, looking like one is not enough. */
const OWN_KINDS: readonly UnitKind[] = ['institution', 'coordination', 'park-dept', 'party-office'];

/** What stands in a list of units and is none: figures, and words that point to another cell or to later. */
const NOT_A_NAME = /^[\d\s.，。、%]+$|^(?:同上|同前|暂无|待定|另行明确)$/;

/** Whether a name in a list of units is that of nobody the register knows. */
export function isUnknown(name: string, register: Register): boolean {
  if (NOT_A_NAME.test(name)) return false;
  const { how, entry } = register.resolve(name);
  return (
    how === 'unknown' || (how === 'pattern' && register.hasLocal && entry !== null && OWN_KINDS.includes(entry.kind))
  );
}

/**
 * The names an unknown name was likely meant to be, best first; empty for known ones. A name well formed by itself
 * (区银杏服务中心) is taken for another only if one character tells them apart.
 */
export function nearNames(name: string, register: Register): readonly string[] {
  if (!isUnknown(name, register)) return [];
  const near = register.suggest(name);
  return register.resolve(name).how === 'pattern' ? nearest(name, near, 1).map(({ form }) => form) : near;
}
