/**
 * Finding texts that share a long run of characters, without comparing all with all. Of every stretch of `WINDOW` pieces
 * of `PIECE` characters the piece with the least hash is kept (winnowing; Schleimer, Wilkerson, Aiken 2003): whatever run
 * of `RUN` characters two texts share, they then share one of the kept hashes too.
 */
export const RUN = 20;
const PIECE = 10;
const WINDOW = RUN - PIECE + 1;

/** Stands for what is not to be compared. */
export const GAP = '\u0000';

/** The kept hashes of a text; about one in six characters. */
export function marksOf(text: string): readonly number[] {
  const count = text.length - PIECE + 1;
  if (count < WINDOW) return [];
  const hashes = hashesOf(text, count);
  const marks: number[] = [];
  let least = -1;
  for (let end = WINDOW - 1; end < count; end++) {
    const start = end - WINDOW + 1;
    if (least < start) {
      least = start;
      for (let at = start + 1; at <= end; at++) if (hashes[at]! <= hashes[least]!) least = at;
    } else if (hashes[end]! <= hashes[least]!) least = end;
    else continue;
    if (hashes[least]! !== NO_HASH) marks.push(hashes[least]! | 0);
  }
  return marks;
}

/** Greater than every hash. */
const NO_HASH = 2 ** 31;
const BASE = 0x01000193;
/** What the first character of a piece counts, to take it out again when the piece moves on. */
const FIRST = Array.from({ length: PIECE - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** The hash of each piece of the text, each made of the one before it; `NO_HASH` where it holds a gap. */
function hashesOf(text: string, count: number): Float64Array {
  const hashes = new Float64Array(count);
  let [hash, gap] = [0, -1];
  for (let end = 0; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 0) gap = end;
    const start = end - PIECE + 1;
    if (start > 0) hash = (hash - Math.imul(text.charCodeAt(start - 1), FIRST)) | 0;
    hash = (Math.imul(hash, BASE) + code) | 0;
    if (start >= 0) hashes[start] = gap >= start ? NO_HASH : mixed(hash);
  }
  return hashes;
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return half ^ (half >>> 15);
}

/** More texts than this with the same run use a set phrase. */
const MOST = 6;

/** Groups of texts that share a mark, in order; marks that stand in one text only, or in many, are left out. */
export function textsSharing(all: readonly (readonly number[])[]): readonly (readonly number[])[] {
  // A first count in few bits, so that the many marks that stand alone cost no place in a map.
  let total = 0;
  for (const marks of all) total += marks.length;
  const mask = 2 ** Math.max(10, Math.ceil(Math.log2(total * 8 + 1))) - 1;
  const counts = new Uint8Array(mask + 1);
  for (const marks of all) for (const mark of marks) if (counts[mark & mask]! < 255) counts[mark & mask]!++;
  const texts = new Map<number, number[]>();
  for (let index = 0; index < all.length; index++) {
    for (const mark of all[index]!) {
      const count = counts[mark & mask]!;
      if (count < 2 || count > MOST) continue;
      const list = texts.get(mark);
      if (!list) texts.set(mark, [index]);
      else if (list[list.length - 1] !== index) list.push(index);
    }
  }
  return [...texts.values()].filter((list) => list.length > 1);
}

/** A run of characters two texts share: where it stands in each, and how long it is. */
export interface SharedRun {
  readonly here: number;
  readonly there: number;
  readonly length: number;
}

/** The longest run of at least `RUN` characters two texts share. */
export function longestRun(here: string, there: string): SharedRun | null {
  const starts = new Map<string, number>();
  for (let at = 0; at + RUN <= here.length; at++) {
    const run = here.slice(at, at + RUN);
    if (!run.includes(GAP) && !starts.has(run)) starts.set(run, at);
  }
  let best: SharedRun | null = null;
  for (let at = 0; at + RUN <= there.length; at++) {
    const start = starts.get(there.slice(at, at + RUN));
    if (start === undefined) continue;
    let length = RUN;
    while (agree(here, start + length, there, at + length)) length++;
    if (!best || length > best.length) best = { here: start, there: at, length };
    at += length - RUN;
  }
  return best;
}

function agree(here: string, a: number, there: string, b: number): boolean {
  return a < here.length && b < there.length && here[a] !== GAP && here[a] === there[b];
}
