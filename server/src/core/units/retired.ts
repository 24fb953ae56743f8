import type { Resolution } from './model';

/** That a name is no longer right. */
export interface Retirement {
  /** The first year in which it is wrong; `null` where nobody said. */
  readonly since: number | null;
  /** Who carries on, with the prefix of the old name (区法制办 → 区司法局); `null` where nobody does. */
  readonly successor: string | null;
}

/** Whether a resolved name is that of a body gone or renamed, and since when; `null` for names that still hold. */
export function retirementOf({ name, entry, how, prefix }: Resolution): Retirement | null {
  if (!entry) return null;
  if (entry.origin === 'local' && how === 'former-name') {
    const former = entry.formerNames.find((candidate) => name.endsWith(candidate.name));
    return { since: former?.until ?? null, successor: entry.name };
  }
  const { abolished, successor } = entry;
  if (abolished === undefined && successor === undefined) return null;
  const carriesOn = successor === undefined || entry.origin === 'local' ? successor : prefix + successor;
  return { since: abolished ?? null, successor: carriesOn ?? null };
}
