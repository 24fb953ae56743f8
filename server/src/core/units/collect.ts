import { likelyKind } from './likelyKind';
import type { Register, UnitKind } from './model';
import { slipOf } from './near';

/** What of the names in plans a register lacks. */
export interface Collected {
  /** Bodies to register, each with the kind its name suggests. */
  readonly units: readonly { readonly name: string; readonly kind: UnitKind }[];
  /** Left out, since each looks like a slip for a name that is known. */
  readonly slips: readonly { readonly name: string; readonly meant: string }[];
}

/** What is shorter names nobody; what is longer is a sentence. */
const SHORTEST = 3;
const LONGEST = 30;
/** Words in brackets, quotation marks and figures belong to names; other marks do not. */
const NAME = /^[\p{Script=Han}\p{Letter}\d（）()“”·—\-、]+$/u;

/**
 * Of these names those that stand in no register: unknown ones, and those known only by the form of their names, which are
 * the place's own. Each once, in the order given.
 */
export function collectNames(names: Iterable<string>, register: Register): Collected {
  const units: { name: string; kind: UnitKind }[] = [];
  const slips: { name: string; meant: string }[] = [];
  for (const name of new Set(names)) {
    if (name.length < SHORTEST || name.length > LONGEST || !NAME.test(name)) continue;
    const { how, entry } = register.resolve(name);
    if (how !== 'unknown' && how !== 'pattern') continue;
    const meant = register.suggest(name).find((one) => slipOf(name, [one]) !== null);
    if (meant !== undefined) slips.push({ name, meant });
    else units.push({ name, kind: entry?.kind ?? likelyKind(name) });
  }
  return { units, slips };
}
