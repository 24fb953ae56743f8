import type { Base } from './base';
import { nearest } from './near';
import { isPlaceName, splits } from './prefix';

const most = 5;
/** What is much farther than the best is no candidate: 区司发局 is 区司法局 by sound, hardly 区经发局. */
const slack = 0.4;

/**
 * What an unknown name was likely meant to be: names of the workspace first, then base names behind the prefix that was
 * typed (区司发局 → 区司法局).
 */
export function suggestions(name: string, localNames: readonly string[], base: Base): readonly string[] {
  const local = localSuggestions(name, localNames);
  const shared = cutsOf(name)
    .flatMap(({ prefix, core }) =>
      nearest(core, prefix === '' ? base.forms() : base.regionalForms(), reachOf(core)).map(({ form, cost }) => ({
        name: prefix + form,
        cost: cost - prefix.length / 100,
        limit: budgetOf(core),
      })),
    )
    .filter(({ cost, limit }) => cost <= limit)
    .sort((a, b) => a.cost - b.cost);
  const best = shared[0]?.cost ?? 0;
  const near = shared.filter(({ cost }) => cost <= best + slack).map((candidate) => candidate.name);
  return [...new Set([...local, ...near])].filter((candidate) => candidate !== name).slice(0, most);
}

/** Names of the workspace near `name`, at most five. */
export function localSuggestions(name: string, localNames: readonly string[]): readonly string[] {
  return nearest(name, localNames, reachOf(name))
    .map(({ form }) => form)
    .slice(0, most);
}

/** One slip in a short name, two in a longer, three in a very long one. */
function reachOf(core: string): number {
  if (core.length < 5) return 1;
  return core.length < 10 ? 2 : 3;
}

/** Two other characters in a short name make another name, unless they are easily confused or changed places. */
function budgetOf(core: string): number {
  if (core.length < 8) return 1.5;
  return core.length < 12 ? 2.5 : 3.5;
}

function cutsOf(name: string): readonly { readonly prefix: string; readonly core: string }[] {
  const cuts = [...splits(name)].filter(({ core }) => core.length >= 2);
  for (const length of [2, 3]) {
    const prefix = name.slice(0, length);
    if (cuts.length === 1 && name.length - length >= 3 && isPlaceName(prefix))
      cuts.push({ prefix, core: name.slice(length) });
  }
  return cuts;
}
