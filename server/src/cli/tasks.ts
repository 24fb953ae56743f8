import { tasksAsJson } from '../exchange/export/json';
import { baseName } from './files';
import { openPlan, type ReadOptions } from './open';
import { createProjects } from './project';
import type { Terminal } from './terms';

export type TaskFormat = 'json' | 'csv' | 'tsv' | 'md';

/** Prints the task table of one file. */
export function tasks(file: string, format: TaskFormat, options: ReadOptions, terminal: Terminal): number {
  const projects = createProjects(terminal);
  const { plan } = openPlan(file, terminal, options, projects);
  if (format === 'json') terminal.write(`${JSON.stringify(tasksAsJson(plan, file))}\n`);
  else {
    // Loaded only for these formats.
    const { exportPlan } = require('./export.js') as typeof import('../exchange/export');
    const request = { plan, file: baseName(file), format, locale: terminal.locale, columns: null, unit: null };
    terminal.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(exportPlan(request).bytes));
  }
  return projects.failed ? 2 : 0;
}
