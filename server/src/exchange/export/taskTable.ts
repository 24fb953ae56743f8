import { groupingOf, sharedHeadings, type Grouping } from '../../core/plan/grouping';
import type { Plan } from '../../core/plan/plan';
import type { Task, TaskUnit } from '../../core/plan/task';
import { tasksUnplaced } from '../../core/plan/tasks';
import type { Message } from '../../core/text/locale';

/** A column of the official task table (任务分解表), in the order it has there. */
export type ColumnId = 'project' | 'group' | 'index' | 'task' | 'lead' | 'participants' | 'deadline' | 'outcome';

export const COLUMN_IDS: readonly ColumnId[] = [
  'project',
  'group',
  'index',
  'task',
  'lead',
  'participants',
  'deadline',
  'outcome',
];

/** Heads as task tables have them; the reader of tables knows each of the Chinese ones. */
export const HEADS: Readonly<Record<ColumnId, Message>> = {
  project: { zh: '项目', en: 'Project' },
  group: { zh: '分组', en: 'Group' },
  index: { zh: '序号', en: 'No.' },
  task: { zh: '主要任务', en: 'Task' },
  lead: { zh: '牵头单位', en: 'Lead' },
  participants: { zh: '责任单位', en: 'Participants' },
  deadline: { zh: '完成时限', en: 'Deadline' },
  outcome: { zh: '成果形式', en: 'Outcome' },
};

/** One task as a row. `cells` has every column, empty ones too; texts may hold line feeds. */
export interface TableRow {
  readonly cells: Readonly<Record<ColumnId, string>>;
  readonly task: Task;
}

/** The task table of a plan as every export writes it. */
export interface TaskTable {
  readonly title: string;
  readonly columns: readonly ColumnId[];
  readonly rows: readonly TableRow[];
}

/**
 * The table of a plan. `wanted`: the columns to show, in this order; without it those that say something in at least one
 * row. `fallback`: the title where the plan has none. `unit`: only what this unit leads or joins.
 */
export function taskTableOf(
  plan: Plan,
  fallback: string,
  wanted: readonly ColumnId[] | null = null,
  unit: string | null = null,
): TaskTable {
  const all = tasksUnplaced(plan);
  const tasks = unit === null ? all : all.filter((task) => roleOf(task, unit) !== null);
  const shared = sharedHeadings(tasks);
  const rows = tasks.map((task) => ({ task, cells: cellsOf(task, groupingOf(task, shared)) }));
  const columns = wanted ?? columnsOf(rows);
  const title = plan.facts.title ?? fallback;
  return { title: unit === null ? title : `${unit} · ${title}`, columns, rows };
}

/** The columns that say something. */
export const columnsOf = (rows: readonly TableRow[]): readonly ColumnId[] =>
  COLUMN_IDS.filter((id) => id === 'task' || rows.some((row) => row.cells[id] !== ''));

function cellsOf(task: Task, grouping: Grouping): Record<ColumnId, string> {
  return {
    // Each by its name, as in `rowTask`: `...` is slow for so many rows.
    project: grouping.project,
    group: grouping.group,
    index: task.label ?? '',
    task: task.text,
    lead: names(task.lead),
    participants: names(task.participants),
    deadline: task.deadline?.text ?? '',
    outcome: task.outcome ?? '',
  };
}

export type Role = 'leads' | 'joins';

/** What a unit, by a name as written, does in a task. */
export function roleOf({ lead, participants }: Task, unit: string): Role | null {
  if (lead.some(({ name }) => name === unit)) return 'leads';
  return participants.some(({ name }) => name === unit) ? 'joins' : null;
}

const names = (units: readonly TaskUnit[]): string => units.map((unit) => unit.name).join('、');

/** A run of rows with the same 项目 or 分组, to be merged: from row `start` (zero-based), `count` rows. */
export interface Span {
  readonly start: number;
  readonly count: number;
  readonly text: string;
}

/** The runs of a column; a group ends where its project does. */
export function spansOf({ rows }: TaskTable, column: 'project' | 'group'): readonly Span[] {
  const spans: { start: number; count: number; text: string }[] = [];
  for (const [at, { cells }] of rows.entries()) {
    const last = spans[spans.length - 1];
    const before = rows[at - 1]?.cells;
    const same = before?.[column] === cells[column] && (column === 'project' || before.project === cells.project);
    if (last && same) last.count++;
    else spans.push({ start: at, count: 1, text: cells[column] });
  }
  return spans;
}

/** The cells of a row that a column order asks for. */
export const cellsIn = (table: TaskTable, row: TableRow): readonly string[] => table.columns.map((id) => row.cells[id]);
