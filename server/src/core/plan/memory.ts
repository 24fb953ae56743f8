import type { Facts } from './facts';
import type { Plan } from './plan';
import type { PassageReading } from './reading';

/**
 * What is kept of a document from one of its states to the next, so that an edit costs the passage it touches. Each who
 * keeps something asks with the function that makes the keeper: `plan.memory(createX)`.
 */
export type Memory = <T>(make: () => T) => T;

export function createMemory(): Memory {
  const kept = new Map<() => unknown, unknown>();
  return <T>(make: () => T): T => {
    if (!kept.has(make)) kept.set(make, make());
    return kept.get(make) as T;
  };
}

/** How something is made of a plan passage by passage, where what stands above a passage may matter. Lines count from its start. */
export interface Walk<S, T> {
  /** The state in which the first passage is entered. */
  readonly start: S;
  visit(reading: PassageReading, facts: Facts, entering: S): { readonly made: T; readonly leaving: S };
  /** Whether two states lead to the same. */
  same(a: S, b: S): boolean;
}

/** What a walk makes of each passage; the same object again where neither the passage nor what it depends on changed, also where it moved. */
export function createWalk<S, T>(walk: Walk<S, T>): (plan: Plan) => readonly T[] {
  interface Visited {
    readonly facts: string;
    entering: S;
    readonly made: T;
    readonly leaving: S;
  }
  const kept = new WeakMap<PassageReading, Visited>();
  return (plan) => {
    const { facts, readings } = plan;
    const all: T[] = [];
    let entering = walk.start;
    for (const reading of readings) {
      let known = kept.get(reading);
      if (known?.facts !== facts.key || !walk.same(known.entering, entering)) {
        known = { facts: facts.key, entering, ...walk.visit(reading, facts, entering) };
        kept.set(reading, known);
      }
      // The same object the next time, which need not be looked into.
      known.entering = entering;
      all.push(known.made);
      entering = known.leaving;
    }
    return all;
  };
}

/** So many parts are added up once and kept as one, so that an edit far away costs a long document little. */
const GROUP = 64;

/** The sums of each `GROUP` parts in a row; those of runs in which all parts are the objects they were stay. */
export function createSums<T, S>(addUp: (parts: readonly T[]) => S): (parts: readonly T[]) => readonly S[] {
  let [known, sums]: [readonly T[], readonly S[]] = [[], []];
  return (parts) => {
    const next: S[] = [];
    for (let start = 0; start < parts.length; start += GROUP) {
      const same = next.length < sums.length && sameRun(known, parts, start, start + GROUP);
      next.push(same ? sums[next.length]! : addUp(parts.slice(start, start + GROUP)));
    }
    [known, sums] = [parts, next];
    return sums;
  };
}

function sameRun<T>(a: readonly T[], b: readonly T[], from: number, to: number): boolean {
  const end = Math.min(to, b.length);
  if (Math.min(to, a.length) !== end) return false;
  for (let at = from; at < end; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** What `make` makes of the last plan it was asked about. */
export function forLast<T>(make: (plan: Plan) => T): (plan: Plan) => T {
  let last: { readonly plan: Plan; readonly made: T } | null = null;
  return (plan) => (last?.plan === plan ? last : (last = { plan, made: make(plan) })).made;
}
