import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createChecker } from '../core/rules/check';
import { RULES } from '../core/rules/index';
import type { Severity } from '../core/rules/rule';
import { splitLines } from '../core/text/lines';
import { readPlan, registerOf } from '../core/plan/plan';
import { readText } from '../core/syntax/source';
import { readStandardInput, readTextFile } from './decode';
import { createRegisters, periodOption, type ReadOptions } from './open';
import { SEVERITIES, summarise, summaryText, toJson, toText, type FileReport } from './report';
import { SAYS, UsageError, type Terminal } from './terms';
import { say } from '../core/text/locale';

export interface CheckOptions extends ReadOptions {
  readonly format: 'text' | 'json' | 'ndjson';
  /** The least severity shown. */
  readonly severity: Severity;
  readonly maxWarnings: number;
  readonly stdinFilename?: string;
}

/** The lazily loaded walker of folders (`cli/walk.ts`, a bundle of its own). */
interface WalkModule {
  readonly walk: (folder: string) => readonly string[];
}

/** Checks files and folders; the exit status: 0 clean, 1 findings that fail, 2 something could not be read. */
export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): number {
  const registers = createRegisters(terminal, options);
  const period = periodOption(options);
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(options.severity) + 1);
  const reports: FileReport[] = [];
  let failed = false;
  const fail = (error: unknown): void => {
    if (!(error instanceof UsageError)) throw error;
    failed = true;
    terminal.note(say(error.sentence, terminal.locale, error.args));
  };
  for (const file of expand(paths, terminal, fail)) {
    try {
      const [name, text] = readInput(file, options, terminal);
      const plan = readPlan(readText(text), { period });
      const { findings, faults } = createChecker(RULES)(plan, registers(name, registerOf(plan)));
      for (const fault of faults) failed = tellFault(fault, terminal);
      const visible = findings.filter((finding) => shown.includes(finding.severity));
      const report = { file: name, findings: visible, lines: () => splitLines(text) };
      if (options.format === 'ndjson') terminal.write(`${JSON.stringify(toJson(report, terminal.locale))}\n`);
      else if (options.format === 'text' && visible.length > 0) {
        terminal.write(`${toText(report, terminal.locale, terminal.colour)}\n`);
      }
      reports.push(options.format === 'json' ? report : { ...report, lines: () => [] });
    } catch (error) {
      fail(error);
    }
  }
  const summary = summarise(reports);
  if (options.format === 'json') {
    const files = reports.map((report) => toJson(report, terminal.locale));
    terminal.write(`${JSON.stringify({ files, summary })}\n`);
  } else if (options.format === 'text') terminal.write(`${summaryText(summary, terminal.locale)}\n`);
  if (failed) return 2;
  return summary.error > 0 || summary.warning > options.maxWarnings ? 1 : 0;
}

function tellFault({ rule, error }: { rule: string; error: unknown }, terminal: Terminal): true {
  const reason = error instanceof Error ? error.message : String(error);
  terminal.note(say(SAYS.ruleFault, terminal.locale, { rule, reason }));
  if (terminal.verbose && error instanceof Error) terminal.note(error.stack ?? '');
  return true;
}

function readInput(file: string, options: CheckOptions, terminal: Terminal): readonly [string, string] {
  if (file !== '-') return [file, readTextFile(file, terminal, options.encoding)];
  const name = options.stdinFilename ?? '-';
  return [name, readStandardInput(name, options.encoding)];
}

/** Files as given, folders walked; order as given, each folder's files sorted. */
function expand(paths: readonly string[], terminal: Terminal, fail: (error: unknown) => void): readonly string[] {
  const files: string[] = [];
  let missing = false;
  for (const path of paths.length > 0 ? paths : ['.']) {
    let folder = false;
    try {
      folder = path !== '-' && statSync(resolve(terminal.cwd, path)).isDirectory();
    } catch {
      missing = true;
      fail(new UsageError(SAYS.noFile, { file: path }));
      continue;
    }
    if (!folder) {
      files.push(path);
      continue;
    }
    // Loaded only when a folder is given.
    const { walk } = require('./walk.js') as WalkModule;
    const found = walk(resolve(terminal.cwd, path));
    const prefix = path === '.' ? '' : `${path.replace(/[\\/]+$/, '')}/`;
    files.push(...found.map((file) => `${prefix}${file}`));
  }
  if (files.length === 0 && !missing) terminal.note(say(SAYS.nothingFound, terminal.locale));
  return files;
}
