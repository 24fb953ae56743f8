import { existsSync } from 'node:fs';
import { say, type Message } from '../core/text/locale';
import type { Imported, ImportOptions } from '../exchange/import';
import { readInput } from './decode';
import { baseName, saveFile, targetOf } from './files';
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
  const target = options.out === undefined ? null : targetOf(options.out, [path], terminal);
  if (target && !options.force && existsSync(target.path)) throw new UsageError(SAYS.exists, { file: target.shown });
  let imported: Imported;
  try {
    imported = await importFile(readInput(path, terminal, path, checkSize), { ...options, name: baseName(path) });
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    throw new UsageError(prefixed(error.sentence), { ...error.args, file: path });
  }
  if (target) saveFile(target, imported.text, terminal);
  else terminal.write(imported.text);
  for (const note of imported.notes) {
    const sentence = isLost(note) ? SAYS.notCarried : SAYS.carriedOtherwise;
    terminal.note(say(sentence, terminal.locale, { note: noteText(note, terminal.locale) }));
  }
  return 0;
}

const prefixed = ({ zh, en }: Message): Message => ({ zh: `{file}：${zh}`, en: `{file}: ${en}` });
