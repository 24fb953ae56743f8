import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Period } from '../protocol';
import { readPlan, type Plan } from '../core/plan/plan';
import { readPeriod } from '../core/plan/period';
import { readText } from '../core/syntax/source';
import type { FileProblem } from '../core/rules/project';
import { joinRegisters } from '../core/units/joined';
import type { Register, UnitEntry } from '../core/units/model';
import { createRegister, type RegisterContext } from '../core/units/register';
import { readTextFile } from './decode';
import { nearestFile, tellProblems, type Projects } from './project';
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
export function openPlan(file: string, terminal: Terminal, options: ReadOptions, projects?: Projects): Opened {
  const text = readTextFile(file, terminal, options.encoding);
  const period = periodOption(options) ?? projects?.of(file).period ?? null;
  return { file, text, plan: readPlan(readText(text), { period }) };
}

const REGISTER_NAMES: readonly string[] = ['units.yaml', 'units.yml'];

/** What the lazily loaded reader of `units.yaml` gives (`workspace/unitsFile.ts`, a bundle of its own). */
interface UnitsFileModule {
  readonly readUnitsFile: (
    text: string,
    uri: string,
  ) => {
    readonly entries: readonly UnitEntry[];
    readonly context: RegisterContext;
    readonly problems: readonly FileProblem[];
  };
}

/** A register file, read. */
type Part = ReturnType<UnitsFileModule['readUnitsFile']>;

/**
 * Gives the register for a file: the one named by an option, by the file's front matter (`named`, relative to it), by its
 * `plandoc.yaml`, or the nearest. Each `units.yaml` is read once a run, and yaml and zod are loaded only if there is one.
 */
export function createRegisters(
  terminal: Terminal,
  options: ReadOptions,
  projects: Projects,
): (file: string, named?: string | null) => Register {
  const base = createRegister();
  const parts = new Map<string, Part>();
  const registers = new Map<string, Register>();
  const byFolder = new Map<string, string | null>();
  const nearest = (folder: string): readonly string[] => {
    if (!byFolder.has(folder)) byFolder.set(folder, nearestFile(folder, REGISTER_NAMES));
    const found = byFolder.get(folder);
    return found ? [found] : [];
  };
  const pathsFor = (file: string, named: string | null): readonly string[] => {
    if (options.units) return [resolve(terminal.cwd, options.units)];
    const folder = dirname(resolve(terminal.cwd, file));
    const own = named === null ? null : resolve(folder, named);
    if (own && existsSync(own)) return [own];
    const agreed = projects.of(file).registers;
    return agreed.length > 0 ? agreed : nearest(folder);
  };
  return (file, named = null) => {
    const paths = pathsFor(file, named);
    if (paths.length === 0) return base;
    const key = paths.join('\n');
    let register = registers.get(key);
    if (!register) {
      for (const path of paths) if (!parts.has(path)) parts.set(path, loadRegister(path, terminal, options));
      register = joinRegisters(paths.map((path) => parts.get(path)!));
      registers.set(key, register);
    }
    return register;
  };
}

function loadRegister(path: string, terminal: Terminal, options: ReadOptions): Part {
  if (options.units && !existsSync(path)) throw new UsageError(SAYS.noFile, { file: options.units });
  // The bundle is loaded only when a register exists.
  const { readUnitsFile } = require('./yaml-files.js') as UnitsFileModule;
  const part = readUnitsFile(readFileSync(path, 'utf8'), path);
  tellProblems(path, part.problems, terminal);
  return part;
}
