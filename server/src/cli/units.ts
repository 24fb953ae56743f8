import { existsSync } from 'node:fs';
import type { Task } from '../core/plan/task';
import { listTasks } from '../core/plan/tasks';
import { say } from '../core/text/locale';
import { collectNames, type Collected } from '../core/units/collect';
import { applyEdits } from '../core/text/edits';
import type { TextEdit } from '../core/text/position';
import { readUtf8File } from './decode';
import { targetOf, writeFile, type Target } from './files';
import { createRegisters, openPlan, type ReadOptions } from './open';
import { printable } from './printable';
import { createProjects } from './project';
import { SAYS, UsageError, type Terminal } from './terms';

interface Named {
  readonly name: string;
  count: number;
  lead: number;
  participant: number;
  readonly files: Set<string>;
}

/** The part of the lazily loaded reader of `units.yaml` that writes into one. */
interface UnitsFileModule {
  readonly missingUnits: (text: string, units: Collected['units']) => Collected['units'];
  readonly addUnitsEdit: (text: string, units: Collected['units']) => TextEdit | null;
}

/** Prints every unit named, with counts and roles; `write` adds those to a register that stand in none. */
export function units(
  files: readonly string[],
  format: 'text' | 'json',
  write: string | undefined,
  options: ReadOptions,
  terminal: Terminal,
): number {
  if (files.length === 0) throw new UsageError(SAYS.needsPath);
  const projects = createProjects(terminal);
  const registers = createRegisters(terminal, options, projects);
  const named = new Map<string, Named>();
  let failed = false;
  for (const file of files) {
    try {
      for (const task of listTasks(openPlan(file, terminal, options, projects).plan)) count(task, file, named);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failed = true;
      terminal.note(say(error.sentence, terminal.locale, error.args));
    }
  }
  const list = [...named.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const described = list.map((unit) => {
    const { how, entry } = registers([...unit.files][0]!).resolve(unit.name);
    return { ...unit, files: [...unit.files], how, entry: entry?.name ?? null, kind: entry?.kind ?? null };
  });
  if (write !== undefined) {
    // Each name by the register of the file it was first found in.
    const found = list.map(({ name, files: [first] }) => collectNames([name], registers(first!)));
    const units = found.flatMap((one) => one.units);
    writeRegister(targetOf(write, files, terminal), units, terminal);
    for (const slip of found.flatMap((one) => one.slips)) terminal.note(say(SAYS.writeSlip, terminal.locale, slip));
  } else if (format === 'json') terminal.write(`${JSON.stringify({ units: described })}\n`);
  else
    terminal.write(
      described
        .map((unit) => `${printable(unit.name)}\t${unit.count}\t${unit.lead}\t${unit.participant}\t${unit.how}\n`)
        .join(''),
    );
  return failed || projects.failed ? 2 : 0;
}

function count(task: Task, file: string, named: Map<string, Named>): void {
  for (const role of ['lead', 'participants'] as const) {
    for (const { name } of task[role]) {
      const unit = named.get(name) ?? { name, count: 0, lead: 0, participant: 0, files: new Set<string>() };
      unit.count++;
      unit[role === 'lead' ? 'lead' : 'participant']++;
      unit.files.add(file);
      named.set(name, unit);
    }
  }
}

function writeRegister({ path, shown }: Target, units: Collected['units'], terminal: Terminal): void {
  // Loaded only for this option.
  const { addUnitsEdit, missingUnits } = require('./yaml-files.js') as UnitsFileModule;
  const text = existsSync(path) ? readUtf8File(path, shown) : '';
  const missing = missingUnits(text, units);
  const edit = addUnitsEdit(text, missing);
  writeFile(path, edit ? applyEdits(text, [edit]) : text, shown);
  const count = edit ? missing.length : 0;
  terminal.note(say(SAYS.writeExists, terminal.locale, { file: shown, count }));
}
