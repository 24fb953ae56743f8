import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { say } from '../core/text/locale';
import { SAYS, UsageError, type Terminal } from './terms';

/** The name of a file without its folders. */
export const baseName = (path: string): string => basename(path);

/** Writes a file that was asked for with `-o` and says so. Throws a `UsageError` when it cannot be written. */
export function saveFile(out: string, bytes: Uint8Array, terminal: Terminal): void {
  try {
    writeFileSync(resolve(terminal.cwd, out), bytes);
  } catch (error) {
    throw new UsageError(SAYS.unwritable, {
      file: out,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
  terminal.note(say(SAYS.written, terminal.locale, { file: out }));
}
