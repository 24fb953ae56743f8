import {
  EDIT_TASK,
  LOCATE_TASK,
  TASK_AT,
  TASK_TABLE_CHANGED,
  UNWATCH_TASK_TABLE,
  WATCH_TASK_TABLE,
  type DocumentParams,
  type EditTaskParams,
  type EditTaskResult,
  type LocateTaskParams,
  type TaskAtParams,
  type TaskLocation,
  type TaskRow,
  type TaskTable,
  type TaskTableChange,
  type TaskTableHead,
} from '../protocol';
import { ResponseError, ErrorCodes } from 'vscode-languageserver';
import { listTasks, type Task } from '../core/plan/tasks';
import type { Finding, Severity } from '../core/rules/rule';
import { comparePositions, type Range } from '../core/text/position';
import type { PlanDocument } from './documents';
import type { Services } from './services';
import type { Reviewed } from './sessions';
import { editTask } from './taskEdit';

/** A table somebody looks at: the rows as last sent, and where each stands now. */
interface Watched {
  rows: readonly TaskRow[];
  ranges: readonly Range[];
  head: string;
  nextKey: number;
}

/** The live task table: sent whole once, then as splices of what changed. */
export function registerTaskTable(services: Services): void {
  const { connection, documents } = services;
  const watched = new Map<string, Watched>();

  connection.onRequest(WATCH_TASK_TABLE, async ({ uri }: DocumentParams): Promise<TaskTable> => {
    const document = documents.get(uri);
    if (document?.type !== 'plan')
      throw new ResponseError<void>(ErrorCodes.InvalidParams, `${uri} is not an open plan`);
    const reviewed = await services.review(document);
    const table: Watched = { rows: [], ranges: [], head: '', nextKey: 0 };
    update(table, reviewed);
    table.head = JSON.stringify({ ...headOf(document, reviewed), version: 0 });
    watched.set(uri, table);
    return { ...headOf(document, reviewed), rows: table.rows };
  });
  connection.onNotification(UNWATCH_TASK_TABLE, ({ uri }: DocumentParams) => void watched.delete(uri));
  connection.onRequest(LOCATE_TASK, ({ uri, key }: LocateTaskParams): TaskLocation | null => {
    const table = watched.get(uri);
    const at = table?.rows.findIndex((row) => row.key === key) ?? -1;
    return table && at >= 0 ? { range: table.ranges[at]! } : null;
  });
  connection.onRequest<EditTaskResult, void>(EDIT_TASK, (params: EditTaskParams) =>
    editTask(services, params, () => watched.get(params.uri)?.rows ?? []),
  );
  connection.onRequest(TASK_AT, ({ uri, position }: TaskAtParams): { key: string | null } => {
    const table = watched.get(uri);
    const at =
      table?.ranges.findIndex(
        ({ start, end }) =>
          start.line <= position.line &&
          comparePositions(position, end) <= 0 &&
          (start.line < position.line || start.character <= position.character),
      ) ?? -1;
    return { key: at >= 0 ? table!.rows[at]!.key : null };
  });
  services.onReviewed((document, reviewed) => {
    const table = watched.get(document.uri);
    if (!table) return;
    const splice = update(table, reviewed);
    const head = headOf(document, reviewed);
    const words = JSON.stringify({ ...head, version: 0 });
    if (!splice && words === table.head) return;
    table.head = words;
    const change: TaskTableChange = { ...head, ...(splice ?? { start: 0, deleteCount: 0, rows: [] }) };
    void connection.sendNotification(TASK_TABLE_CHANGED, change);
  });
  documents.onDidClose(({ document }) => void watched.delete(document.uri));
}

function headOf(document: PlanDocument, { plan }: Reviewed): TaskTableHead {
  const { title, kind, period } = plan.facts;
  return { uri: document.uri, version: document.version, title, kind, period };
}

type Splice = Pick<TaskTableChange, 'start' | 'deleteCount' | 'rows'>;

/** Brings a watched table up to date; the splice that does it, or `null` when every row reads as before. */
function update(table: Watched, { plan, result }: Reviewed): Splice | null {
  const tasks = listTasks(plan);
  const grave = gravest(tasks, result.findings);
  const fresh = tasks.map((task, at) => rowOf(task, grave[at] ?? null));
  table.ranges = tasks.map((task) => task.range);
  const old = table.rows;
  let start = 0;
  while (start < old.length && start < fresh.length && sameRow(old[start]!, fresh[start]!)) start++;
  let tail = 0;
  while (
    tail < old.length - start &&
    tail < fresh.length - start &&
    sameRow(old[old.length - 1 - tail]!, fresh[fresh.length - 1 - tail]!)
  )
    tail++;
  const deleteCount = old.length - start - tail;
  const changed = fresh.slice(start, fresh.length - tail);
  if (deleteCount === 0 && changed.length === 0) return null;
  // A row edited in place keeps its key, so that the page can keep what it knows of it.
  const rows = changed.map((row, at) => ({
    ...row,
    key: at < deleteCount ? old[start + at]!.key : `t${table.nextKey++}`,
  }));
  table.rows = [...old.slice(0, start), ...rows, ...old.slice(old.length - tail)];
  return { start, deleteCount, rows };
}

function rowOf(task: Task, severity: Severity | null): TaskRow {
  return {
    key: '',
    label: task.label,
    heading: task.heading,
    // The page groups by it, so it must be the same for all tasks under a heading.
    section: task.above,
    text: task.text,
    lead: task.lead.map((unit) => unit.name),
    participants: task.participants.map((unit) => unit.name),
    deadline: task.deadline,
    outcome: task.outcome,
    severity,
  };
}

function sameRow(a: TaskRow, b: TaskRow): boolean {
  const sameList = (x: readonly string[], y: readonly string[]): boolean =>
    x.length === y.length && x.every((word, at) => word === y[at]);
  return (
    a.text === b.text &&
    a.label === b.label &&
    a.heading === b.heading &&
    a.severity === b.severity &&
    a.outcome === b.outcome &&
    a.deadline?.text === b.deadline?.text &&
    a.deadline?.source === b.deadline?.source &&
    a.deadline?.end === b.deadline?.end &&
    sameList(a.lead, b.lead) &&
    sameList(a.participants, b.participants) &&
    sameList(a.section, b.section)
  );
}

const GRAVITY: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** For each task the gravest finding in its range. Both lists are in order of place, so one walk does it. */
function gravest(tasks: readonly Task[], findings: readonly Finding[]): readonly (Severity | null)[] {
  let first = 0;
  return tasks.map(({ range }) => {
    let worst: Severity | null = null;
    while (first < findings.length && comparePositions(findings[first]!.range.start, range.start) < 0) first++;
    for (let at = first; at < findings.length; at++) {
      const { range: place, severity } = findings[at]!;
      if (comparePositions(place.start, range.end) > 0) break;
      if (worst === null || GRAVITY.indexOf(severity) < GRAVITY.indexOf(worst)) worst = severity;
    }
    return worst;
  });
}
