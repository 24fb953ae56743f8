import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Period } from '../protocol';
import { readPlan, type Plan } from '../core/plan/plan';
import { readPeriod } from '../core/plan/period';
import { readText } from '../core/syntax/source';
import type { Register, UnitEntry } from '../core/units/model';
import { createRegister, type RegisterContext } from '../core/units/register';
import { readTextFile } from './decode';
import { SAYS, UsageError, type Terminal } from './terms';

/** Options that say how files are read; shared by all commands. */
export interface ReadOptions {
  readonly encoding?: string;
  readonly period?: string;
  /** A register to use instead of the nearest `units.yaml`. */
  readonly units?: string;
}

export interface Opened {
  readonly file: string;
  readonly text: string;
  readonly plan: Plan;
}

export function periodOption(options: ReadOptions): Period | null {
  if (options.period === undefined) return null;
  const period = readPeriod(/^\d{4}$/.test(options.period) ? `${options.period}年` : options.period);
  if (!period) throw new UsageError(SAYS.badPeriod, { value: options.period });
  return period;
}

/** Reads one file as a plan. */
export function openPlan(file: string, terminal: Terminal, options: ReadOptions): Opened {
  const text = readTextFile(file, terminal, options.encoding);
  return { file, text, plan: readPlan(readText(text), { period: periodOption(options) }) };
}

export const REGISTER_NAMES = ['units.yaml', 'units.yml'] as const;

/** The register for a folder: the nearest `units.yaml` upwards, not past the root of a repository. */
export function nearestRegister(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of REGISTER_NAMES) if (existsSync(join(at, name))) return join(at, name);
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null;
  }
}

/** What the lazily loaded reader of `units.yaml` gives (`workspace/unitsFile.ts`, a bundle of its own). */
interface UnitsFileModule {
  readonly readUnitsFile: (
    text: string,
    uri: string,
  ) => {
    readonly entries: readonly UnitEntry[];
    readonly context: RegisterContext;
    readonly problems: readonly {
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
      readonly message: { readonly zh: string; readonly en: string };
    }[];
  };
}

/**
 * Gives the register for a file: the one named by an option, by the file's front matter (`named`, relative to it), or the
 * nearest. Each `units.yaml` is read once a run, and yaml and zod are loaded only if there is one.
 */
export function createRegisters(
  terminal: Terminal,
  options: ReadOptions,
): (file: string, named?: string | null) => Register {
  const base = createRegister();
  const byPath = new Map<string, Register>();
  const byFolder = new Map<string, string | null>();
  const nearest = (folder: string): string | null => {
    if (!byFolder.has(folder)) byFolder.set(folder, nearestRegister(folder));
    return byFolder.get(folder) ?? null;
  };
  return (file, named = null) => {
    const folder = dirname(resolve(terminal.cwd, file));
    const own = named === null ? null : resolve(folder, named);
    const path = options.units ? resolve(terminal.cwd, options.units) : own && existsSync(own) ? own : nearest(folder);
    if (path === null) return base;
    const register = byPath.get(path) ?? loadRegister(path, terminal, options);
    byPath.set(path, register);
    return register;
  };
}

function loadRegister(path: string, terminal: Terminal, options: ReadOptions): Register {
  if (options.units && !existsSync(path)) throw new UsageError(SAYS.noFile, { file: options.units });
  // The bundle is loaded only when a register exists.
  const { readUnitsFile } = require('./units-file.js') as UnitsFileModule;
  const { entries, context, problems } = readUnitsFile(readFileSync(path, 'utf8'), path);
  for (const problem of problems) {
    const { line, character } = problem.range.start;
    terminal.note(`${path}:${line + 1}:${character + 1} ${problem.message[terminal.locale]}`);
  }
  return createRegister(entries, context);
}
