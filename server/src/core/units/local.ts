import type { RegisterContext } from './register';
import type { Resolution, ResolutionHow, UnitEntry } from './model';

/** The workspace's own units, found under every form they may be written in. */
export interface LocalIndex {
  find(text: string): Resolution | undefined;
  /** Names, full names and aliases that may still be written. */
  readonly names: readonly string[];
}

interface LocalHit {
  readonly entry: UnitEntry;
  readonly how: ResolutionHow;
}

export function createLocalIndex(
  local: readonly UnitEntry[],
  context: Pick<RegisterContext, 'place' | 'level'>,
): LocalIndex {
  const index = new Map<string, LocalHit>();
  const add = (name: string | undefined, entry: UnitEntry, how: ResolutionHow) => {
    if (name && !index.has(name)) index.set(name, { entry, how });
  };
  // Form by form, so that one body's name beats another's alias.
  for (const entry of local) add(entry.name, entry, 'exact');
  for (const entry of local) for (const alias of entry.aliases) add(alias, entry, 'alias');
  for (const entry of local) add(entry.fullName, entry, 'full-name');
  for (const entry of local) for (const former of entry.formerNames) add(former.name, entry, 'former-name');
  const level = context.level ?? context.place?.at(-1) ?? '';
  const prefixes = [context.place ?? '', level].filter((prefix) => prefix !== '');
  return {
    find(text) {
      const exact = index.get(text);
      if (exact) return { name: text, ...exact, prefix: '', core: text };
      return findElsewise(text, index, prefixes, level);
    },
    names: [...index].filter(([, hit]) => hit.how !== 'former-name').map(([name]) => name),
  };
}

/** 司法局 or 海州区司法局 where the register has 区司法局. */
function findElsewise(
  text: string,
  index: ReadonlyMap<string, LocalHit>,
  prefixes: readonly string[],
  level: string,
): Resolution | undefined {
  for (const prefix of prefixes) {
    const longer = index.get(prefix + text);
    if (longer) return { name: text, entry: longer.entry, how: restored(longer), prefix: '', core: text };
    if (!text.startsWith(prefix) || text.length <= prefix.length) continue;
    const core = text.slice(prefix.length);
    const hit = index.get(level + core) ?? index.get(core);
    if (hit) return { name: text, entry: hit.entry, how: restored(hit), prefix, core };
  }
  return undefined;
}

function restored(hit: LocalHit): ResolutionHow {
  return hit.how === 'former-name' ? 'former-name' : 'prefix-restored';
}
