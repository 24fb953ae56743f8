import { isUtf8, transcode } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { SAYS, UsageError, type Terminal } from './terms';

/** The largest file read (bytes); a plan is a thousand times smaller. */
export const MAX_BYTES = 256 * 1024 * 1024;

/**
 * The text of a file, `-` for standard input. Encoding: byte order mark, else strict UTF-8, else strict GB18030 with a fair
 * share of Chinese; `encoding` (a WHATWG label) overrides. Throws a `UsageError` that says what is wrong; `name` is the
 * file's in it.
 */
export function readTextFile(file: string, terminal: Terminal, encoding?: string, name = file): string {
  return decode(readInput(file, terminal, name), name, encoding);
}

/** The bytes of a file, `-` for standard input. `checkSize` may refuse it by its size before it is read. */
export function readInput(file: string, terminal: Terminal, name = file, checkSize = checkTextSize): Buffer {
  if (file !== '-') return readBytes(resolve(terminal.cwd, file), name, checkSize);
  const bytes = reading(name, () => readFileSync(0));
  checkSize(bytes.length, name);
  return bytes;
}

/** The text of a file of ours (a register, a configuration, a baseline), which is UTF-8. `file`: its name for messages. */
export function readUtf8File(path: string, file = path): string {
  const bytes = readBytes(path, file);
  if (!isUtf8(bytes)) throw new UsageError(SAYS.notUtf8, { file });
  return fromUtf8(bytes);
}

/** `file`: the name for messages. A device or a pipe is not read: that need not end. */
function readBytes(path: string, file: string, checkSize = checkTextSize): Buffer {
  return reading(file, () => {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UsageError(SAYS.isFolder, { file });
    if (!stat.isFile()) throw new UsageError(SAYS.noPlainFile, { file });
    checkSize(stat.size, file);
    return readFileSync(path);
  });
}

function checkTextSize(size: number, file: string): void {
  if (size > MAX_BYTES) throw new UsageError(SAYS.unreadable, { file, reason: `> ${MAX_BYTES / 1024 / 1024} MB` });
}

/** What the system refuses, as a sentence. */
function reading<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw code === 'ENOENT'
      ? new UsageError(SAYS.noFile, { file })
      : new UsageError(SAYS.unreadable, { file, reason: code });
  }
}

/** Decodes bytes as `readTextFile` does; `file` is for messages. A byte order mark is dropped. */
export function decode(bytes: Buffer, file: string, encoding?: string): string {
  if (encoding !== undefined) return decodeAs(bytes, file, encoding);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8192).includes(0)) throw new UsageError(SAYS.binary, { file });
  if (isUtf8(bytes)) return fromUtf8(bytes);
  const text = tryDecode(bytes, 'gb18030');
  if (text !== null && shareOfChinese(text) > 0.3) return text;
  throw new UsageError(SAYS.undecodable, { file });
}

/** Twice to ten times as fast on Chinese text as `toString('utf8')`, and the same string for valid UTF-8. */
function fromUtf8(bytes: Buffer): string {
  const body = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  return body.length === 0 ? '' : transcode(body, 'utf8', 'utf16le').toString('utf16le');
}

function decodeAs(bytes: Buffer, file: string, encoding: string): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UsageError(SAYS.badEncoding, { name: encoding });
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UsageError(SAYS.wrongEncoding, { file, name: encoding });
  }
}

function tryDecode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const SAMPLE = 20_000;

function shareOfChinese(text: string): number {
  const sample = text.slice(0, SAMPLE).replace(/\s/g, '');
  const chinese = sample.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g)?.length ?? 0;
  return sample.length === 0 ? 0 : chinese / sample.length;
}
