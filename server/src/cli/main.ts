import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Severity } from '../core/rules/rule';
import { localeOf, say, type Locale } from '../core/text/locale';
import { check, type CheckOptions } from './check';
import { format, type FormatCommandOptions } from './format';
import { exportCommand } from './export';
import { HELP } from './help';
import { importPlan, type ImportCommandOptions } from './import';
import { outline } from './outline';
import { CHECK_FORMATS } from './output';
import { SEVERITIES } from './report';
import { printableLines } from './printable';
import type { ReviewOptions } from './review';
import { rules } from './rules';
import { tasks } from './tasks';
import { sheet } from './sheet';
import { SAYS, UsageError, type Terminal } from './terms';
import { units } from './units';

const OPTIONS = {
  format: { type: 'string' },
  severity: { type: 'string' },
  'max-warnings': { type: 'string' },
  'stdin-filename': { type: 'string' },
  write: { type: 'string' },
  check: { type: 'boolean' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  timing: { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  to: { type: 'string' },
  columns: { type: 'string' },
  unit: { type: 'string' },
  table: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  period: { type: 'string' },
  units: { type: 'string' },
  encoding: { type: 'string' },
  lang: { type: 'string' },
  stdio: { type: 'boolean' },
  sheet: { type: 'string' },
  changes: { type: 'string' },
  force: { type: 'boolean' },
  verbose: { type: 'boolean' },
  version: { type: 'boolean', short: 'v' },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = keyof typeof OPTIONS;

/** Options of every command; those without a use for one take no notice of it. */
const COMMON: readonly OptionName[] = ['period', 'units', 'encoding', 'lang', 'verbose', 'version', 'help'];

const REVIEWING: readonly OptionName[] = ['severity', 'stdin-filename', 'baseline'];

/** Further options of each command. */
const COMMANDS: Readonly<Record<string, readonly OptionName[]>> = {
  check: [...REVIEWING, 'format', 'max-warnings', 'fix', 'fix-dry-run', 'timing', 'update-baseline'],
  sheet: [...REVIEWING, 'to', 'out'],
  format: ['write', 'check', 'stdin-filename'],
  tasks: ['format'],
  export: ['to', 'out', 'columns', 'unit', 'table'],
  import: ['out', 'force', 'sheet', 'changes'],
  outline: ['format'],
  units: ['format', 'write'],
  rules: ['format'],
  lsp: ['stdio'],
};

/** `units --write FILE` writes into a file that is named, `format --write` into those it was given. */
const FORMAT_OPTIONS = { ...OPTIONS, write: { type: 'boolean' } } as const;

type Values = {
  [K in Exclude<OptionName, 'write'>]?: (typeof OPTIONS)[K]['type'] extends 'string' ? string : boolean;
} & { write?: string | boolean };

/** Filled in by the build from package.json. */
declare const PLANDOC_VERSION: string;

/** Runs the program; the answer is the exit status. */
export function run(argv: readonly string[], terminal: Terminal): number | Promise<number> {
  const { values, positionals } = parse([...argv]);
  const [command, ...rest] = positionals;
  if (values.lang !== undefined && !LANGUAGE.test(values.lang))
    throw new UsageError(SAYS.badChoice, { option: 'lang', choices: 'zh|en', value: values.lang });
  if (values.version) terminal.write(`${PLANDOC_VERSION}\n`);
  else if (values.help || command === 'help') terminal.write(HELP[terminal.locale]);
  else if (command !== undefined) return runCommand(command, rest, values, terminal);
  else {
    terminal.note(HELP[terminal.locale].trimEnd());
    return 2;
  }
  return 0;
}

const LANGUAGE = /^(?:zh|en)(?:[-_.]|$)/i;

function parse(args: string[]): { values: Values; positionals: string[] } {
  const common = { args, allowPositionals: true } as const;
  const [command = ''] = parseArgs({ ...common, options: FORMAT_OPTIONS, strict: false }).positionals;
  const own = Object.hasOwn(COMMANDS, command) ? [...COMMON, ...COMMANDS[command]!] : null;
  const called = own ? `plandoc ${command}` : 'plandoc';
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parseArgs({ ...common, options: command === 'format' ? FORMAT_OPTIONS : OPTIONS });
  } catch (error) {
    throw wrongOption(error, called);
  }
  const foreign = Object.keys(parsed.values).find((name) => own?.includes(name as OptionName) === false);
  if (foreign !== undefined) throw new UsageError(SAYS.unknownOption, { command: called, option: `--${foreign}` });
  return parsed;
}

/** What `parseArgs` found wrong, in our own words: its sentences are English only. */
function wrongOption(error: unknown, command: string): UsageError {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(?:-\w, )?(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new UsageError(SAYS.unknownOption, { command, option });
  return new UsageError(message.includes('does not take') ? SAYS.noValue : SAYS.needsValue, { option });
}

function runCommand(
  command: string,
  paths: readonly string[],
  values: Values,
  terminal: Terminal,
): number | Promise<number> {
  const options = {
    ...(values.period !== undefined && { period: values.period }),
    ...(values.units !== undefined && { units: values.units }),
    ...(values.encoding !== undefined && { encoding: values.encoding }),
  };
  switch (command) {
    case 'check':
      return check(paths, { ...options, ...checkOptions(values) }, terminal);
    case 'sheet': {
      const { to, out } = values;
      const target = { ...(to !== undefined && { to }), ...(out !== undefined && { out }) };
      return sheet(paths, { ...options, ...reviewOptions(values), ...target }, terminal);
    }
    case 'export': {
      const { to, out, columns, unit, table } = values;
      const target = {
        ...(to !== undefined && { to }),
        ...(out !== undefined && { out }),
        ...(columns !== undefined && { columns }),
        ...(unit !== undefined && { unit }),
        ...(table !== undefined && { table }),
      };
      return exportCommand(onePath(command, paths), { ...options, ...target }, terminal);
    }
    case 'import':
      return importPlan(onePath(command, paths), importOptions(values), terminal);
    case 'format':
      return format(paths, { ...options, ...formatOptions(values) }, terminal);
    case 'tasks':
      return tasks(onePath(command, paths), choice(values, 'format', ['json', 'csv', 'tsv', 'md']), options, terminal);
    case 'outline':
      return outline(onePath(command, paths), choice(values, 'format', ['text', 'json']), options, terminal);
    case 'units':
      return units(paths, choice(values, 'format', ['text', 'json']), nameOf(values.write), options, terminal);
    case 'rules':
      return rules(choice(values, 'format', ['text', 'json', 'md']), terminal);
    case 'lsp':
      if (!values.stdio) throw new UsageError(SAYS.needsStdio);
      // The server reads --stdio from the arguments itself; it runs until its client leaves.
      require('./server-node.js');
      return -1;
    default:
      throw new UsageError(SAYS.unknownCommand, { name: command });
  }
}

function importOptions(values: Values): ImportCommandOptions {
  const { sheet: name, out, encoding, force = false } = values;
  return {
    ...(name !== undefined && { sheet: name }),
    ...(out !== undefined && { out }),
    ...(encoding !== undefined && { encoding }),
    changes: choice(values, 'changes', ['accept', 'reject']),
    force,
  };
}

function checkOptions(values: Values): CheckOptions {
  return {
    ...reviewOptions(values),
    format: choice(values, 'format', CHECK_FORMATS),
    maxWarnings: wholeNumber(values, 'max-warnings', Infinity),
    fix: values['fix-dry-run'] ? 'show' : values.fix ? 'write' : 'no',
    timing: values.timing ?? false,
    updateBaseline: values['update-baseline'] ?? false,
  };
}

function formatOptions(values: Values): Pick<FormatCommandOptions, 'mode' | 'stdinFilename'> {
  if (values.write && values.check) throw new UsageError(SAYS.writeOrCheck);
  const { 'stdin-filename': name } = values;
  const mode = values.write ? 'write' : values.check ? 'check' : 'print';
  return { mode, ...(name !== undefined && { stdinFilename: name }) };
}

const nameOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function reviewOptions(values: Values): Pick<ReviewOptions, 'severity' | 'stdinFilename' | 'baseline'> {
  const { 'stdin-filename': name, baseline } = values;
  return {
    severity: choice<Severity>(values, 'severity', SEVERITIES, 'hint'),
    ...(name !== undefined && { stdinFilename: name }),
    ...(baseline !== undefined && { baseline }),
  };
}

function onePath(command: string, paths: readonly string[]): string {
  const [path, more] = paths;
  if (path === undefined) throw new UsageError(SAYS.needsPath);
  if (more !== undefined) throw new UsageError(SAYS.onePath, { command: `plandoc ${command}`, file: more });
  return path;
}

function choice<T extends string>(
  values: Values,
  option: 'format' | 'severity' | 'changes',
  choices: readonly T[],
  fallback: T = choices[0]!,
): T {
  const value = values[option];
  if (value === undefined) return fallback;
  const found = choices.find((one) => one === value);
  if (!found) throw new UsageError(SAYS.badChoice, { option, choices: choices.join('|'), value });
  return found;
}

function wholeNumber(values: Values, option: 'max-warnings', fallback: number): number {
  const value = values[option];
  if (value === undefined) return fallback;
  if (!/^\d+$/.test(value)) throw new UsageError(SAYS.badNumber, { option, value });
  return Number(value);
}

/** Writes all of it, whatever the pipe takes at a time; a reader that left early (`| head`) is no fault. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') continue;
      // Where the errors go nobody can be told of one.
      if (code === 'EPIPE' || descriptor === 2) return;
      throw new UsageError(SAYS.unwritable, { file: 'stdout', reason: code ?? String(error) });
    }
  }
}

function localeFrom(argv: readonly string[]): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const at = argv.findIndex((one) => /^--lang(?:=|$)/.test(one));
  const asked = (argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length)) ?? '';
  return localeOf(LANGUAGE.test(asked) ? asked : LC_ALL || LC_MESSAGES || LANG);
}

function main(argv: readonly string[]): void {
  const terminal: Terminal = {
    locale: localeFrom(argv),
    cwd: process.cwd(),
    // Asking `process.stdout` would make its stream, a tenth of the time a check takes; few commands ask at all.
    get colour() {
      return !process.env['NO_COLOR'] && (require('node:tty') as typeof import('node:tty')).isatty(1);
    },
    verbose: argv.includes('--verbose'),
    write: (text) => writeAll(1, text),
    note: (text) => writeAll(2, `${printableLines(text)}\n`),
  };
  const fail = (error: unknown): number => tellFailure(error, terminal);
  // All is written by now (`writeAll`); what was read of a large plan need not be taken apart first.
  const end = (status: number): void => {
    if (status >= 0) process.exit(status);
  };
  let status: number | Promise<number>;
  try {
    status = run(argv, terminal);
  } catch (error) {
    status = fail(error);
  }
  if (typeof status === 'number') end(status);
  else void status.catch(fail).then(end);
}

/** Tells what went wrong in a sentence; the exit status. */
function tellFailure(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) terminal.note(say(error.sentence, terminal.locale, error.args));
  else {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.note(say(SAYS.fault, terminal.locale, { reason }));
    if (terminal.verbose && error instanceof Error) terminal.note(error.stack ?? '');
  }
  return 2;
}

main(process.argv.slice(2));
