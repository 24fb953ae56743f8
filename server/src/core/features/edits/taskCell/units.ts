import { readUnitList, type UnitName } from '../../../plan/unitList';
import type { Splice } from './splice';

const SEPARATOR = /^[、，,；;/／\s]+$/;

/**
 * The names a person typed, separated by anything that separates names. `null` where something else stands between them
 * (verbs, remarks, 等), which would be lost.
 */
export function namesIn(value: string): readonly string[] | null {
  const { names } = readUnitList(value, 0, value.length, 'responsible');
  let at = 0;
  for (const { from, to } of names) {
    if (at < from && !SEPARATOR.test(value.slice(at, from))) return null;
    at = to;
  }
  if (at < value.length && !SEPARATOR.test(value.slice(at))) return null;
  return [...new Set(names.map(({ name }) => name))];
}

/** What stands between the first two names of a list that stand next to each other; `null` where there are no two. */
export function separatorOf(text: string, lists: readonly (readonly UnitName[])[]): string | null {
  for (const list of lists) {
    for (const [at, unit] of list.entries()) {
      const next = list[at + 1];
      const between = next ? text.slice(unit.to, next.from) : '';
      if (/^[、，,；;\s]+$/.test(between)) return between;
    }
  }
  return null;
}

/**
 * What turns a list into another, touching only the names that differ, so that 等, stars and line ends stay. `null` where
 * that cannot be done by changing names: the list begins or ends to be, or words stand between its names.
 */
export function listSplices(
  text: string,
  old: readonly UnitName[],
  wanted: readonly string[],
  separator: string,
): readonly Splice[] | null {
  let head = 0;
  while (head < old.length && head < wanted.length && old[head]!.name === wanted[head]) head++;
  if (head === old.length && head === wanted.length) return [];
  if (old.length === 0 || wanted.length === 0) return null;
  let tail = 0;
  const most = Math.min(old.length, wanted.length) - head;
  while (tail < most && old[old.length - 1 - tail]!.name === wanted[wanted.length - 1 - tail]) tail++;
  const gone = old.slice(head, old.length - tail);
  const fresh = wanted.slice(head, wanted.length - tail).join(separator);
  const [before, after] = [old[head - 1], old[old.length - tail]];
  const [first, last] = [gone[0], gone[gone.length - 1]];
  const loses = (from: number, to: number): boolean => !isNamesOnly(text, old, from, to);
  if (!first || !last)
    return before
      ? [{ from: before.to, to: before.to, text: separator + fresh }]
      : [{ from: after!.from, to: after!.from, text: fresh + separator }];
  const [from, to] = fresh !== '' ? [first.from, last.to] : before ? [before.to, last.to] : [first.from, after!.from];
  return loses(from, to) ? null : [{ from, to, text: fresh }];
}

/** Whether `[from, to)` holds names of the list and separators, nothing else. */
export function isNamesOnly(text: string, list: readonly UnitName[], from: number, to: number): boolean {
  let at = from;
  for (const unit of list) {
    if (unit.to <= from || unit.from >= to) continue;
    if (unit.from > at && !SEPARATOR.test(text.slice(at, unit.from))) return false;
    at = unit.to;
  }
  return at >= to || SEPARATOR.test(text.slice(at, to));
}
