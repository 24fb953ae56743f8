import type { Register, Resolution, UnitKind } from '../units/model';
import { nearest } from '../units/near';

/** Bodies of which a place has its own: where the place keeps a register, looking like one is not enough. */
const OWN_KINDS: readonly UnitKind[] = ['institution', 'coordination', 'park-dept', 'party-office'];

const NONE: readonly string[] = [];

/** What stands in a list of units and is none: figures, and words that point to another cell or to later. */
const NOT_A_NAME = /^[\d\s.，。、%]+$|^(?:同上|同前|暂无|待定|另行明确)$/;

/** Whether a name in a list of units is that of nobody the register knows. */
export function isUnknown({ name, how, entry }: Resolution, register: Register): boolean {
  if (how !== 'unknown' && (how !== 'pattern' || !register.hasLocal)) return false;
  if (NOT_A_NAME.test(name)) return false;
  return how === 'unknown' || (entry !== null && OWN_KINDS.includes(entry.kind));
}

/**
 * The names an unknown name was likely meant to be, best first; empty for known ones. A name well formed by itself
 * (区银杏服务中心) is taken for another only if one character tells them apart.
 */
export function nearNames(resolution: Resolution, register: Register): readonly string[] {
  if (!isUnknown(resolution, register)) return NONE;
  const { name, how } = resolution;
  const near = register.suggest(name);
  return how === 'pattern' ? nearest(name, near, 1).map(({ form }) => form) : near;
}
