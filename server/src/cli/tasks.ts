import { listTasks, type Task } from '../core/plan/tasks';
import { openPlan, type ReadOptions } from './open';
import { createProjects } from './project';
import type { Terminal } from './terms';

export type TaskFormat = 'json' | 'csv' | 'tsv' | 'md';

/** The lazily loaded writer of CSV (`cli/csv.ts`, a bundle of its own). */
interface CsvModule {
  toCsv(rows: readonly (readonly string[])[]): string;
}

/** Prints the task table of one file. */
export function tasks(file: string, format: TaskFormat, options: ReadOptions, terminal: Terminal): number {
  const projects = createProjects(terminal);
  const { plan } = openPlan(file, terminal, options, projects);
  const list = listTasks(plan);
  if (format === 'json') {
    const { kind, kindReason, title, period } = plan.facts;
    terminal.write(`${JSON.stringify({ file, kind, kindReason, title, period, tasks: list.map(toJson) })}\n`);
    return projects.failed ? 2 : 0;
  }
  const rows = [HEAD[terminal.locale], ...list.map(toRow)];
  terminal.write(WRITERS[format](rows));
  return projects.failed ? 2 : 0;
}

function toJson(task: Task): unknown {
  return {
    label: task.label,
    heading: task.heading,
    section: task.section,
    text: task.text,
    lead: task.lead.map((unit) => unit.name),
    participants: task.participants.map((unit) => unit.name),
    deadline: task.deadline,
    outcome: task.outcome,
    range: task.range,
  };
}

const HEAD = {
  zh: ['项目', '分组', '序号', '主要任务', '牵头单位', '责任单位', '完成时限', '成果形式'],
  en: ['Section', 'Group', 'No.', 'Task', 'Lead', 'Participants', 'Deadline', 'Outcome'],
} as const;

function toRow(task: Task): readonly string[] {
  const names = (units: Task['lead']): string => units.map((unit) => unit.name).join('、');
  return [
    task.section.join(' / '),
    task.heading ?? '',
    task.label ?? '',
    task.text,
    names(task.lead),
    names(task.participants),
    task.deadline?.text ?? '',
    task.outcome ?? '',
  ];
}

const oneLine = (cell: string): string => cell.replace(/[\t\r\n]+/g, ' ');

const WRITERS: Record<Exclude<TaskFormat, 'json'>, (rows: readonly (readonly string[])[]) => string> = {
  // Loaded only for this format.
  csv: (rows) => (require('./csv.js') as CsvModule).toCsv(rows),
  tsv: (rows) => `${rows.map((row) => row.map(oneLine).join('\t')).join('\n')}\n`,
  md: ([head = [], ...rows]) => {
    const line = (cells: readonly string[]): string =>
      `| ${cells.map((cell) => oneLine(cell).replace(/\|/g, '\\|')).join(' | ')} |`;
    return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
  },
};
