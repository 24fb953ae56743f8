// Reads a zip archive (a .vsix is one): enough to look at what was packaged.
import { inflateRawSync } from 'node:zlib';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/**
 * @param {Buffer} archive
 * @returns {{ name: string, size: number, read: () => Buffer }[]} files only; `size` is the unpacked one
 */
export function zipEntries(archive) {
  const end = findEnd(archive);
  const entries = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== entrySignature) throw new Error('not a zip archive: bad directory entry');
    const nameLength = archive.readUInt16LE(at + 28);
    const entry = {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      packedSize: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    };
    if (!entry.name.endsWith('/')) {
      entries.push({ name: entry.name, size: entry.size, read: () => unpack(archive, entry) });
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands in the last bytes, before a comment of unknown length. */
function findEnd(archive) {
  for (let at = archive.length - 22; at >= 0; at--) {
    if (archive.readUInt32LE(at) === endSignature) return at;
  }
  throw new Error('not a zip archive: no end record');
}

function unpack(archive, entry) {
  const start = entry.offset + 30 + archive.readUInt16LE(entry.offset + 26) + archive.readUInt16LE(entry.offset + 28);
  const packed = archive.subarray(start, start + entry.packedSize);
  return entry.method === 0 ? packed : inflateRawSync(packed);
}
