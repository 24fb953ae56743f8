/**
 * Random numbers that can be had again: the seed is printed by whoever uses one. `PLANDOC_SEED` sets it, or asks for a
 * fresh one with `new`; by itself it is always the same, so that a red run is about the change and not about luck.
 */
export interface Random {
  readonly seed: number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
}

const USUAL_SEED = 20211231;

function seedFromEnvironment(): number {
  const asked = process.env['PLANDOC_SEED'];
  if (asked === undefined) return USUAL_SEED;
  return asked === 'new' ? Date.now() % 1_000_000 : Number(asked);
}

/** Mulberry32: small, and the same on every machine. */
export function createRandom(seed = seedFromEnvironment()): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (limit: number): number => (limit <= 0 ? 0 : next() % limit);
  return { seed, below, pick: (list) => list[below(list.length)]! };
}
