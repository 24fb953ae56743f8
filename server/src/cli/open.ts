import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Period } from '../protocol';
import { readPlan, type Plan } from '../core/plan/plan';
import { readPeriod } from '../core/plan/period';
import { readText } from '../core/syntax/source';
import type { FileProblem } from '../core/rules/project';
import { joinRegisters } from '../core/units/joined';
import type { Register, UnitEntry } from '../core/units/model';
import { createRegister, type RegisterContext } from '../core/units/register';
import { readTextFile, readUtf8File } from './decode';
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

/** Reads one file as a plan; `-` is standard input. */
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
 * Gives the register for a file: the one named by an option; else by the file's front matter (`named`, relative to it), by
 * its `plandoc.yaml`, or the nearest, whichever comes first and can be read, as in the editor. Each `units.yaml` is read once
 * a run, and yaml and zod are loaded only if there is one.
 */
export function createRegisters(
  terminal: Terminal,
  options: ReadOptions,
  projects: Projects,
): (file: string, named?: string | null) => Register {
  const base = createRegister();
  const parts = new Map<string, Part | null>();
  const registers = new Map<string, Register>();
  const byFolder = new Map<string, string | null>();
  const nearest = (folder: string): readonly string[] => {
    if (!byFolder.has(folder)) byFolder.set(folder, nearestFile(folder, REGISTER_NAMES));
    const found = byFolder.get(folder);
    return found ? [found] : [];
  };
  const load = (path: string): Part | null => {
    let part = parts.get(path);
    if (part !== undefined) return part;
    const text = options.units ? readUtf8File(path, options.units) : projects.textOf(path);
    part = text === null ? null : readRegister(path, text, terminal);
    parts.set(path, part);
    return part;
  };
  const groupsFor = (file: string, named: string | null): readonly (() => readonly string[])[] => {
    if (options.units) return [() => [resolve(terminal.cwd, options.units!)]];
    const folder = dirname(resolve(terminal.cwd, file));
    const own = named === null ? null : resolve(folder, named);
    return [() => (own && existsSync(own) ? [own] : []), () => projects.of(file).registers, () => nearest(folder)];
  };
  return (file, named = null) => {
    for (const group of groupsFor(file, named)) {
      const paths = group().filter((path) => load(path) !== null);
      if (paths.length === 0) continue;
      const key = paths.join('\n');
      const register = registers.get(key) ?? joinRegisters(paths.map((path) => load(path)!));
      registers.set(key, register);
      return register;
    }
    return base;
  };
}

function readRegister(path: string, text: string, terminal: Terminal): Part {
  // The bundle is loaded only when a register exists.
  const { readUnitsFile } = require('./yaml-files.js') as UnitsFileModule;
  const part = readUnitsFile(text, path);
  tellProblems(path, part.problems, terminal);
  return part;
}
