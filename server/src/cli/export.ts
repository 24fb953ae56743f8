import { layoutWith } from '../core/plan/layout';
import { baseName, saveFile, targetFormat, targetOf } from './files';
import { openPlan, type ReadOptions } from './open';
import { createProjects } from './project';
import { SAYS, UsageError, type Terminal } from './terms';

export interface ExportOptions extends ReadOptions {
  /** The format; by the ending of `out` when it is not given. */
  readonly to?: string;
  readonly out?: string;
  /** Columns of the task table, parted by commas. */
  readonly columns?: string;
  /** Only what this unit leads or joins; in Word a sheet to be sent to it. */
  readonly unit?: string;
  /** For Word: the task table alone. */
  readonly table?: boolean;
}

/** Writes a plan in another format, to a file or to standard output. */
export function exportCommand(file: string, options: ExportOptions, terminal: Terminal): number {
  const { BINARY_FORMATS, COLUMN_IDS, EXPORT_FORMATS, exportPlan } =
    // The writers of documents are in this bundle, so it is loaded only here.
    require('./export.js') as typeof import('../exchange/export');
  const format = targetFormat(options, EXPORT_FORMATS);
  const target = options.out === undefined ? null : targetOf(options.out, [file], terminal);
  if (BINARY_FORMATS.includes(format) && !target) throw new UsageError(SAYS.needsOut);
  const columns = options.columns?.split(/[,，]/).map((name) => {
    const column = COLUMN_IDS.find((one) => one === name.trim());
    if (!column)
      throw new UsageError(SAYS.badChoice, { option: 'columns', choices: COLUMN_IDS.join(','), value: name });
    return column;
  });
  const projects = createProjects(terminal);
  const { plan } = openPlan(file, terminal, options, projects);
  const { layout } = projects.of(file);
  const request = {
    plan,
    file: baseName(file),
    format,
    locale: terminal.locale,
    columns: columns ?? null,
    unit: options.unit ?? null,
    table: options.table ?? false,
    layout: layoutWith(layout),
  };
  const { bytes, remarks } = exportPlan(request);
  if (target) saveFile(target, bytes, terminal);
  else terminal.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  for (const remark of remarks) terminal.note(remark);
  return projects.failed ? 2 : 0;
}
