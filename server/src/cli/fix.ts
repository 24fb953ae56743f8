import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chooseSafeFixes } from '../core/rules/fixAll';
import type { Finding } from '../core/rules/rule';
import { applyEdits } from '../core/text/edits';
import { writeFile } from './files';
import { SAYS, UsageError, type Terminal } from './terms';

/** A text mended as far as can be without asking. */
export interface Mended {
  readonly text: string;
  /** How many findings were mended. */
  readonly count: number;
}

/** Mending one thing may let another be seen; more rounds than this would mean that two fixes fight. */
const ROUNDS = 10;

/** Applies all safe fixes, again and again until there are none. `findingsOf` checks a text. */
export function mend(text: string, findingsOf: (text: string) => readonly Finding[]): Mended {
  let [mended, count] = [text, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const { edits, findings } = chooseSafeFixes(findingsOf(mended));
    const next = edits.length > 0 ? applyEdits(mended, edits) : mended;
    if (next === mended) break;
    mended = next;
    count += findings.length;
  }
  return { text: mended, count };
}

/**
 * Writes a text back in the encoding the file has: UTF-8 with or without a byte order mark, or UTF-16. Others can be read
 * but not written here; the file stays as it is and the user is told.
 */
export function writeBack(file: string, text: string, terminal: Terminal): void {
  const path = resolve(terminal.cwd, file);
  const bytes = readFileSync(path);
  const encoded = encodeLike(bytes, text);
  if (!encoded) throw new UsageError(SAYS.cannotWriteEncoding, { file });
  writeFile(path, encoded, file);
}

function encodeLike(bytes: Buffer, text: string): Buffer | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  if (!isUtf8(bytes)) return null;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return Buffer.from(mark ? `\ufeff${text}` : text, 'utf8');
}
