import { writeFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { say } from '../core/text/locale';
import { SAYS, UsageError, type Terminal } from './terms';

/** The name of a file without its folders. */
export const baseName = (path: string): string => basename(path);

/** Writes a file; `shown` is its name for messages. Throws a `UsageError` when it cannot be written. */
export function writeFile(path: string, content: string | Uint8Array, shown = path): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(SAYS.noFolder, { file: shown });
    if (code === 'EISDIR') throw new UsageError(SAYS.isFolder, { file: shown });
    throw new UsageError(SAYS.unwritable, { file: shown, reason: code ?? String(error) });
  }
}

/** A file to be written. */
export interface Target {
  readonly path: string;
  /** As given on the command line. */
  readonly shown: string;
}

/** The file named by an option. Throws a `UsageError` where it is one of those that are read. */
export function targetOf(shown: string, inputs: readonly string[], { cwd }: Terminal): Target {
  const path = resolve(cwd, shown);
  if (inputs.some((input) => resolve(cwd, input) === path)) throw new UsageError(SAYS.ontoItself, { file: shown });
  return { path, shown };
}

/** Writes a file that was asked for with `-o` and says so. Throws a `UsageError` when it cannot be written. */
export function saveFile({ path, shown }: Target, content: string | Uint8Array, terminal: Terminal): void {
  writeFile(path, content, shown);
  terminal.note(say(SAYS.written, terminal.locale, { file: shown }));
}

/** The format that is named by `--to`, else by the ending of the file to write, else `usual`. */
export function targetFormat<F extends string>(
  { to, out }: { readonly to?: string; readonly out?: string },
  formats: readonly F[],
  usual: F | null = null,
): F {
  const named = to ?? (out === undefined ? usual : extname(out).slice(1).toLowerCase());
  const choices = formats.join('|');
  if (!named) throw new UsageError(SAYS.needsFormat, { choices });
  const format = formats.find((one) => one === named);
  if (!format) throw new UsageError(SAYS.badChoice, { option: 'to', choices, value: named });
  return format;
}
