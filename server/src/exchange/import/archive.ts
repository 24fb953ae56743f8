/**
 * Zip archives of Office, read without trust: only the parts that are asked for are inflated, in slices, and never beyond
 * the limits, since the sizes an archive declares may lie.
 */
import { Inflate } from 'fflate';
import { byOrderMark } from './decode';
import { LIMITS, megabytes } from './limits';
import { ImportRefusal, REFUSALS } from './refusal';

export interface Archive {
  /** Names of all entries, as they are written. */
  readonly names: readonly string[];
  /** Whether there is a part of this name; letters count alike whether large or small. */
  has(name: string): boolean;
  /** The bytes of a part; throws a refusal when it is absent, damaged or too large. */
  read(name: string): Uint8Array;
  /** A part as text: UTF-8, or what its byte order mark says. */
  text(name: string): string;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** What the archive says its size is inflated; not to be relied on. */
  readonly declared: number;
  /** Where the entry's own header begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** The end record is 22 bytes and may carry a remark of up to 64 KB. */
const END_LENGTH = 22;
const MAX_REMARK = 0xffff;

/** Opens an archive by its directory (APPNOTE 4.3.12, 4.3.16). Refuses what is damaged, encrypted or has too many parts. */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = guarded('zip', () => readDirectory(bytes, view));
  const byName = new Map(entries.map((entry) => [keyOf(entry.name), entry]));
  let total = 0;
  const read = (name: string): Uint8Array => {
    const entry = byName.get(keyOf(name));
    if (!entry) throw new ImportRefusal(REFUSALS.damaged, { part: name });
    const data = guarded(name, () => inflate(packedBytes(bytes, view, entry), entry));
    total += data.length;
    if (total > LIMITS.totalBytes) throw tooMuch(LIMITS.totalBytes, name);
    return data;
  };
  return {
    names: entries.map(({ name }) => name),
    has: (name) => byName.has(keyOf(name)),
    read,
    text(name) {
      const data = read(name);
      return byOrderMark(data)?.text ?? new TextDecoder().decode(data);
    },
  };
}

const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const tooMuch = (limit: number, part: string): ImportRefusal =>
  new ImportRefusal(REFUSALS.bomb, { limit: megabytes(limit), part });

/** Whatever goes wrong with the bytes of a part means that the file is damaged. */
function guarded<T>(part: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    throw new ImportRefusal(REFUSALS.damaged, { part });
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): readonly Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries) throw new ImportRefusal(REFUSALS.tooManyEntries, { count, limit: LIMITS.entries });
  const names = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new Error('no entry');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new ImportRefusal(REFUSALS.protected);
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const sizes = entrySizes(view, at, at + 46 + nameLength, extraLength);
    const declared = view.getUint32(at + 24, true);
    const entry = { name, method: view.getUint16(at + 10, true), declared, ...sizes };
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    return entry;
  });
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_REMARK); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new Error('no directory');
}

const IN_EXTRA = 0xffffffff;

/** Packed size and place; programs that write as they go put them into the ZIP64 field even of small files (4.5.3). */
function entrySizes(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): { packed: number; offset: number } {
  const sizes = { packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) };
  if (sizes.packed !== IN_EXTRA && sizes.offset !== IN_EXTRA) return sizes;
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    const next = (): number => Number(view.getBigUint64((value += 8) - 8, true));
    if (view.getUint32(at + 24, true) === IN_EXTRA) next();
    if (sizes.packed === IN_EXTRA) sizes.packed = next();
    if (sizes.offset === IN_EXTRA) sizes.offset = next();
  }
  return sizes;
}

function packedBytes(bytes: Uint8Array, view: DataView, { offset, packed }: Entry): Uint8Array {
  if (view.getUint32(offset, true) !== LOCAL_SIGNATURE) throw new Error('no local header');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new Error('cut short');
  return bytes.subarray(start, start + packed);
}

/** Input is fed in slices this small, so that one slice of a bomb (about 1:1000) stays small too. */
const SLICE = 16 * 1024;

function inflate(packed: Uint8Array, { method, name, declared }: Entry): Uint8Array {
  if (packed.length > LIMITS.partBytes || (declared > LIMITS.partBytes && declared !== IN_EXTRA))
    throw tooMuch(LIMITS.partBytes, name);
  if (method === 0) return packed;
  if (method !== 8) throw new Error('unknown method');
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    length += chunk.length;
    if (length > LIMITS.partBytes) throw tooMuch(LIMITS.partBytes, name);
    chunks.push(chunk);
  });
  for (let at = 0; at < packed.length; at += SLICE)
    stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
