import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { say, type Message } from '../core/text/locale';
import type { Imported, ImportOptions } from '../exchange/import';
import { SAYS, UsageError, type Terminal } from './terms';

export interface ImportCommandOptions extends Pick<ImportOptions, 'sheet' | 'changes' | 'encoding'> {
  /** The file to write; stdout without one. */
  readonly out?: string;
  /** Write over a file that is there. */
  readonly force: boolean;
}

/**
 * Turns a Word, Excel, web or text file into the text of a plan, on stdout or in a file. What could not be carried over is
 * told on stderr. Status 0, or 2 with a sentence when the file cannot be imported.
 */
export async function importPlan(path: string, options: ImportCommandOptions, terminal: Terminal): Promise<number> {
  // The readers of Word and Excel are in this bundle, so it is loaded only here.
  const { checkSize, importFile, ImportRefusal, isLost, noteText } =
    require('./import.js') as typeof import('../exchange/import');
  const target = options.out === undefined ? null : targetOf(path, options.out, options.force, terminal);
  let imported: Imported;
  try {
    imported = await importFile(bytesOf(path, checkSize, terminal), { ...options, name: basename(path) });
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    throw new UsageError(prefixed(error.sentence), { ...error.args, file: path });
  }
  if (target === null || options.out === undefined) terminal.write(imported.text);
  else write(target, options.out, imported.text, terminal);
  for (const note of imported.notes) {
    const sentence = isLost(note) ? SAYS.notCarried : SAYS.carriedOtherwise;
    terminal.note(say(sentence, terminal.locale, { note: noteText(note, terminal.locale) }));
  }
  return 0;
}

const prefixed = ({ zh, en }: Message): Message => ({ zh: `{file}：${zh}`, en: `{file}: ${en}` });

/** The bytes of a file; one that is too large is refused before it is read. */
function bytesOf(file: string, checkSize: (size: number) => void, terminal: Terminal): Uint8Array {
  const path = resolve(terminal.cwd, file);
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UsageError(SAYS.isFolder, { file });
    checkSize(stat.size);
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw code === 'ENOENT'
      ? new UsageError(SAYS.noFile, { file })
      : new UsageError(SAYS.unreadable, { file, reason: code });
  }
}

/** Where to write; a file that is there is written over only when asked, the file that is read never. */
function targetOf(path: string, out: string, force: boolean, terminal: Terminal): string {
  const target = resolve(terminal.cwd, out);
  if (target === resolve(terminal.cwd, path)) throw new UsageError(SAYS.importOntoItself, { file: out });
  if (!force && existsSync(target)) throw new UsageError(SAYS.exists, { file: out });
  return target;
}

function write(target: string, out: string, text: string, terminal: Terminal): void {
  try {
    writeFileSync(target, text);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(SAYS.unwritable, { file: out, reason });
  }
  terminal.note(say(SAYS.written, terminal.locale, { file: out }));
}
