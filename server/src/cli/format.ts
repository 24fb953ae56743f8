import { formatText } from '../core/format/format';
import { readPlan, registerOf } from '../core/plan/plan';
import { readText } from '../core/syntax/source';
import { say } from '../core/text/locale';
import { readTextFile } from './decode';
import { expand } from './expand';
import { writeBack } from './fix';
import { createRegisters, periodOption, type ReadOptions } from './open';
import { createProjects } from './project';
import { SAYS, UsageError, type Terminal } from './terms';

export interface FormatCommandOptions extends ReadOptions {
  /** `print`: the formatted text; `write`: into the files; `check`: only what would change. */
  readonly mode: 'print' | 'write' | 'check';
  readonly stdinFilename?: string;
}

/** Formats files and folders; the exit status: 1 where `check` finds a file that is not formatted, 2 where one failed. */
export function format(paths: readonly string[], options: FormatCommandOptions, terminal: Terminal): number {
  if (paths.length === 0) throw new UsageError(SAYS.needsPath);
  const { mode } = options;
  const formatted = createFormatter(options, terminal);
  let [changed, failed] = [0, false];
  const fail = (error: unknown): void => {
    if (!(error instanceof UsageError)) throw error;
    failed = true;
    terminal.note(say(error.sentence, terminal.locale, error.args));
  };
  for (const file of expand(paths, terminal, fail)) {
    try {
      if (file === '-' && mode === 'write') throw new UsageError(SAYS.cannotWriteInput);
      const { name, before, after } = formatted.of(file);
      if (before !== after) changed++;
      if (mode === 'print') terminal.write(after);
      else if (before === after) continue;
      else if (mode === 'write') writeBack(file, after, terminal);
      else {
        // A bundle of its own: few runs need it.
        const { unifiedDiff } = require('./diff.js') as typeof import('./diff');
        terminal.write(unifiedDiff(name, before, after));
      }
    } catch (error) {
      fail(error);
    }
  }
  if (mode === 'write') terminal.note(say(SAYS.formatted, terminal.locale, { count: changed }));
  if (mode === 'check') terminal.note(say(SAYS.wouldFormat, terminal.locale, { count: changed }));
  if (failed || formatted.misconfigured) return 2;
  return mode === 'check' && changed > 0 ? 1 : 0;
}

interface Formatter {
  /** A file, or `-` for standard input, as it is and as it would be. Throws a `UsageError` when it cannot be read. */
  of(file: string): { readonly name: string; readonly before: string; readonly after: string };
  readonly misconfigured: boolean;
}

function createFormatter(options: FormatCommandOptions, terminal: Terminal): Formatter {
  const projects = createProjects(terminal);
  const registers = createRegisters(terminal, options, projects);
  const period = periodOption(options);
  return {
    of(file) {
      const name = file === '-' ? (options.stdinFilename ?? '-') : file;
      const before = readTextFile(file, terminal, options.encoding, name);
      const project = projects.of(name);
      const reading = { period: period ?? project.period };
      const register = registers(name, registerOf(readPlan(readText(before), reading)));
      const after = formatText(before, { register, review: project.review, reading, options: project.format });
      return { name, before, after };
    },
    get misconfigured() {
      return projects.failed;
    },
  };
}
