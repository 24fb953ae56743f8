/** Old Office files written by hand: a container with streams, and the records of a workbook. */

const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;

/** Smaller streams would lie in the root's own. */
const LEAST = 4096;

/** A container ([MS-CFB]) with these streams in its root, filled up with zeros to the size that has sectors of its own. */
export function oleOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams);
  const sizes = names.map((name) => Math.ceil(Math.max(LEAST, streams[name]!.length) / SECTOR));
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const used = 1 + directorySectors + sizes.reduce((sum, size) => sum + size, 0);
  const file = Buffer.alloc((used + 1) * SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(LEAST, 56);
  file.writeUInt32LE(END, 60);
  file.writeUInt32LE(END, 68);
  for (let at = 1; at < 109; at++) file.writeUInt32LE(FREE, 76 + 4 * at);
  const next = Array.from({ length: SECTOR / 4 }, () => FREE);
  const chain = (from: number, length: number): void => {
    for (let at = 0; at < length; at++) next[from + at] = at === length - 1 ? END : from + at + 1;
  };
  next[0] = 0xfffffffd;
  chain(1, directorySectors);
  entry(file, 0, 'Root Entry', 5, END, 0, names.length === 0 ? FREE : 1);
  let sector = 1 + directorySectors;
  names.forEach((name, at) => {
    chain(sector, sizes[at]!);
    file.set(streams[name]!, (sector + 1) * SECTOR);
    entry(file, at + 1, name, 2, sector, sizes[at]! * SECTOR, FREE, at + 2 <= names.length ? at + 2 : FREE);
    sector += sizes[at]!;
  });
  next.forEach((value, at) => file.writeUInt32LE(value, SECTOR + 4 * at));
  return file;
}

function entry(
  file: Buffer,
  number: number,
  name: string,
  type: number,
  start: number,
  size: number,
  child: number,
  right = FREE,
): void {
  const at = 2 * SECTOR + number * 128;
  file.write(name, at, 'utf16le');
  file.writeUInt16LE((name.length + 1) * 2, at + 64);
  file.writeUInt8(type, at + 66);
  file.writeUInt32LE(FREE, at + 68);
  file.writeUInt32LE(right, at + 72);
  file.writeUInt32LE(child, at + 76);
  file.writeUInt32LE(start, at + 116);
  file.writeUInt32LE(size, at + 120);
}

/** A record of a workbook ([MS-XLS]): numbers of two bytes, or bytes as they are. */
export function record(id: number, ...data: readonly (number | Uint8Array)[]): Uint8Array {
  const bytes = Buffer.concat(data.map((one) => (typeof one === 'number' ? word(one) : one)));
  return Buffer.concat([word(id), word(bytes.length), bytes]);
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

/** A number as workbooks store it. */
export function double(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** A text with its length before it, of one byte or two, two bytes a character. */
export const text = (value: string, lengthBytes: 1 | 2 = 2): Uint8Array =>
  Buffer.concat([word(value.length).subarray(0, lengthBytes), Buffer.of(1), Buffer.from(value, 'utf16le')]);

export interface OldSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly records: readonly Uint8Array[];
}

const BOF = record(0x809, 0x600, 5);
const EOF = record(0x0a);

/** A workbook of Excel 97 to 2003; `globals` are the records before its sheets. */
export function xlsOf(sheets: readonly OldSheet[], globals: readonly Uint8Array[] = []): Uint8Array {
  const bound = (at: number, { name, hidden }: OldSheet): Uint8Array =>
    record(0x85, at & 0xffff, at >>> 16, hidden ? 1 : 0, text(name, 1));
  const head = [BOF, ...globals];
  const bodies = sheets.map(({ records }) => Buffer.concat([BOF, ...records, EOF]));
  let at = Buffer.concat([...head, ...sheets.map((sheet) => bound(0, sheet)), EOF]).length;
  const bounds = sheets.map((sheet, index) => {
    const record = bound(at, sheet);
    at += bodies[index]!.length;
    return record;
  });
  return oleOf({ Workbook: Buffer.concat([...head, ...bounds, EOF, ...bodies]) });
}
