/** The container of old Office files ([MS-CFB]): which streams it has, and the bytes of one. Read without trust. */
import { ImportRefusal, REFUSALS } from './refusal';

export interface OleFile {
  /** Whether there is a stream or a storage of this name; those inside others do not count. */
  has(name: string): boolean;
  /** The bytes of a stream, `null` when there is none of this name. Throws a refusal when it is damaged. */
  stream(name: string): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

interface Container {
  readonly view: DataView;
  readonly sectorSize: number;
  /** The sector that follows each. */
  readonly next: readonly number[];
}

/** Sector numbers from here on are marks: free, end of a chain. */
const LAST_SECTOR = 0xfffffffa;
const ENTRY_SIZE = 128;
const MINI_SECTOR = 64;

/** Opens a container. Throws a refusal when it is damaged. */
export function openOle(bytes: Uint8Array): OleFile {
  return guarded(() => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const file = openContainer(view);
    const directory = chain(file, view.getUint32(48, true));
    const { root, entries } = readDirectory(directory);
    const smallest = view.getUint32(56, true);
    const find = (name: string): Entry | undefined => entries.find((one) => one.name === name.toLowerCase());
    return {
      has: (name) => find(name) !== undefined,
      stream: (name) =>
        guarded(() => {
          const entry = find(name);
          if (!entry) return null;
          const whole = entry.size < smallest ? miniChain(file, root, entry.start) : chain(file, entry.start);
          if (whole.length < entry.size) throw new Error('cut short');
          return whole.subarray(0, entry.size);
        }),
    };
  });
}

function guarded<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    throw new ImportRefusal(REFUSALS.damaged, { part: 'OLE' });
  }
}

function openContainer(view: DataView): Container {
  const sectorSize = 1 << view.getUint16(30, true);
  if (sectorSize !== 512 && sectorSize !== 4096) throw new Error('unknown sector size');
  const file = { view, sectorSize, next: [] };
  const perSector = sectorSize / 4;
  const tables = Array.from({ length: 109 }, (_, at) => view.getUint32(76 + 4 * at, true));
  // One table tells of 128 sectors or more; the rest is room for files that were once larger.
  const most = 256 + view.byteLength / sectorSize / 32;
  const seen = new Set<number>();
  // Longer lists of tables go on in sectors of their own, each ended by the number of the next.
  for (let at = view.getUint32(68, true); at <= LAST_SECTOR && !seen.has(at);) {
    seen.add(at);
    const list = numbers(file, at);
    tables.push(...list.slice(0, -1));
    if (tables.length > most) throw new Error('more tables than sectors');
    at = list[perSector - 1]!;
  }
  const next = tables.filter((sector) => sector <= LAST_SECTOR).flatMap((sector) => numbers(file, sector));
  return { ...file, next };
}

const sectorAt = ({ sectorSize }: Container, sector: number): number => (sector + 1) * sectorSize;

const numbers = (file: Container, sector: number): number[] =>
  Array.from({ length: file.sectorSize / 4 }, (_, at) => file.view.getUint32(sectorAt(file, sector) + 4 * at, true));

/** The bytes of a chain of sectors. A chain that comes back to itself is damaged. */
function chain(file: Container, start: number): Uint8Array {
  const { view, sectorSize, next } = file;
  const sectors = follow(next, start);
  const all = new Uint8Array(sectors.length * sectorSize);
  sectors.forEach((sector, at) => {
    // The last sector of a file may be cut short.
    const from = sectorAt(file, sector);
    const length = Math.min(sectorSize, view.byteLength - from);
    all.set(new Uint8Array(view.buffer, view.byteOffset + from, length), at * sectorSize);
  });
  return all;
}

function follow(next: readonly number[], start: number): readonly number[] {
  const sectors: number[] = [];
  for (let at = start; at <= LAST_SECTOR; at = next[at] ?? LAST_SECTOR + 1) {
    sectors.push(at);
    if (sectors.length > next.length) throw new Error('endless chain');
  }
  return sectors;
}

/** Small streams lie in one of the root's, in sectors of 64 bytes with a table of their own. */
function miniChain(file: Container, root: Entry, start: number): Uint8Array {
  const table = chain(file, file.view.getUint32(60, true));
  const tableView = new DataView(table.buffer);
  const next = Array.from({ length: table.length / 4 }, (_, at) => tableView.getUint32(4 * at, true));
  const store = chain(file, root.start);
  const sectors = follow(next, start);
  const all = new Uint8Array(sectors.length * MINI_SECTOR);
  sectors.forEach((sector, at) => {
    all.set(store.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR), at * MINI_SECTOR);
  });
  return all;
}

/** The root entry, which is the first, and those directly in it: a tree by its left, right and child numbers. */
function readDirectory(directory: Uint8Array): { root: Entry; entries: readonly Entry[] } {
  const view = new DataView(directory.buffer);
  const names = new TextDecoder('utf-16le');
  const entryAt = (number: number): Entry => {
    const at = number * ENTRY_SIZE;
    const nameLength = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    return {
      name: names.decode(directory.subarray(at, at + nameLength)).toLowerCase(),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  };
  const entries: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [view.getUint32(76, true)];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (number > LAST_SECTOR || seen.has(number)) continue;
    seen.add(number);
    entries.push(entryAt(number));
    waiting.push(view.getUint32(number * ENTRY_SIZE + 68, true), view.getUint32(number * ENTRY_SIZE + 72, true));
  }
  return { root: entryAt(0), entries };
}
