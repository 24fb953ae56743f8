import {
  EDIT_TASK,
  LOCATE_FINDING,
  LOCATE_TASK,
  PRINT_TASK_TABLE,
  TASK_AT,
  TASK_TABLE_CHANGED,
  UNWATCH_TASK_TABLE,
  WATCH_TASK_TABLE,
  type EditTaskParams,
  type EditTaskResult,
  type FindingCount,
  type LocateFindingParams,
  type LocateTaskParams,
  type PrintPage,
  type PrintTaskTableParams,
  type TaskAtParams,
  type TaskFinding,
  type TaskLocation,
  type TaskMilestone,
  type TaskRow,
  type TaskTable,
  type TaskTableChange,
  type TaskTableHead,
  type WatchTaskTableParams,
} from '../protocol';
import { ResponseError, ErrorCodes } from 'vscode-languageserver';
import { groupingOf, sharedHeadings, type Grouping } from '../core/plan/grouping';
import type { Task } from '../core/plan/task';
import { tasksByPassage } from '../core/plan/tasks';
import { RULES } from '../core/rules/index';
import type { Finding, Severity } from '../core/rules/rule';
import { say, type Locale } from '../core/text/locale';
import { comparePositions, shiftLines, touches, type Position, type Range } from '../core/text/position';
import type { PlanDocument } from './documents';
import type { Services } from './services';
import type { Reviewed } from './sessions';
import { editTask } from './taskEdit';

/** A table somebody looks at: the rows as last sent, and what each was made from, as it is now. */
interface Watched {
  readonly viewers: Set<number>;
  rows: readonly TaskRow[];
  /** Lines count from the start of the passage, */
  tasks: readonly Task[];
  /** which is here. */
  above: readonly number[];
  findings: readonly (readonly Finding[])[];
  /** How many outer headings all rows share. */
  shared: number;
  head: string;
  nextKey: number;
}

/** The live task table: sent whole once, then as splices of what changed. */
export function registerTaskTable(services: Services): void {
  const { connection, documents, environment, locale } = services;
  const watched = new Map<string, Watched>();
  const openPlan = (uri: string): PlanDocument => {
    const document = documents.get(uri);
    if (document?.type === 'plan') return document;
    throw new ResponseError<void>(ErrorCodes.InvalidParams, `${uri} is not an open plan`);
  };
  const tell = (document: PlanDocument, reviewed: Reviewed): void => {
    const table = watched.get(document.uri);
    const change = table && changeOf(table, document, reviewed, locale());
    if (change) void connection.sendNotification(TASK_TABLE_CHANGED, change);
  };

  connection.onRequest(WATCH_TASK_TABLE, async ({ uri, viewer = 0 }: WatchTaskTableParams): Promise<TaskTable> => {
    const document = openPlan(uri);
    const reviewed = await services.review(document);
    const table = watched.get(uri) ?? unread();
    table.viewers.add(viewer);
    watched.set(uri, table);
    // Those who look already have to hear of it, since their rows and these are one list.
    const change = changeOf(table, document, reviewed, locale());
    if (change && table.viewers.size > 1) void connection.sendNotification(TASK_TABLE_CHANGED, change);
    return { ...headOf(document, reviewed, locale()), rows: table.rows };
  });
  connection.onNotification(UNWATCH_TASK_TABLE, ({ uri, viewer = 0 }: WatchTaskTableParams) => {
    const table = watched.get(uri);
    table?.viewers.delete(viewer);
    if (table?.viewers.size === 0) watched.delete(uri);
  });
  connection.onRequest(LOCATE_TASK, ({ uri, key, finding }: LocateTaskParams): TaskLocation | null => {
    const table = watched.get(uri);
    const at = table?.rows.findIndex((row) => row.key === key) ?? -1;
    if (!table || at < 0) return null;
    return { range: table.findings[at]?.[finding ?? -1]?.range ?? rangeOf(table, at) };
  });
  connection.onRequest(LOCATE_FINDING, async (params: LocateFindingParams): Promise<TaskLocation | null> => {
    const document = documents.get(params.uri);
    if (document?.type !== 'plan') return null;
    return nextFinding((await services.review(document)).result.findings, params);
  });
  connection.onRequest<EditTaskResult, void>(EDIT_TASK, (params: EditTaskParams) =>
    editTask(services, params, () => watched.get(params.uri)?.rows ?? []),
  );
  connection.onRequest(PRINT_TASK_TABLE, async (params: PrintTaskTableParams): Promise<PrintPage> => {
    const { uri, name, keys, hidden, note } = params;
    const document = openPlan(uri);
    const reviewed = await services.review(document);
    tell(document, reviewed);
    const at = new Map(watched.get(uri)?.rows.map(({ key }, index) => [key, index]));
    const tasks = keys?.flatMap((key) => at.get(key) ?? []) ?? null;
    const { printPage } = await environment.loadExport();
    return { html: printPage({ plan: reviewed.plan, file: name, locale: locale(), tasks, hidden, note }) };
  });
  connection.onRequest(TASK_AT, ({ uri, position }: TaskAtParams): { key: string | null } => {
    const table = watched.get(uri);
    return { key: (table && keyAt(table, position)) ?? null };
  });
  services.onReviewed(tell);
  documents.onDidClose(({ document }) => void watched.delete(document.uri));
}

/** The row that holds a position. */
function keyAt(table: Watched, position: Position): string | undefined {
  return table.rows.find((_, at) => touches(rangeOf(table, at), position))?.key;
}

const rangeOf = ({ tasks, above }: Watched, at: number): Range => shiftLines(tasks[at]!.range, above[at]!);

const unread = (): Watched => ({
  viewers: new Set(),
  rows: [],
  tasks: [],
  above: [],
  findings: [],
  shared: 0,
  head: '',
  nextKey: 0,
});

/** Brings a watched table up to date; what to tell those who look, `null` when it reads as before. */
function changeOf(table: Watched, document: PlanDocument, reviewed: Reviewed, locale: Locale): TaskTableChange | null {
  const splice = update(table, reviewed, locale);
  const head = headOf(document, reviewed, locale);
  const words = JSON.stringify({ ...head, version: 0 });
  if (!splice && words === table.head) return null;
  table.head = words;
  return { ...head, ...(splice ?? { start: 0, deleteCount: 0, rows: [] }) };
}

function headOf(document: PlanDocument, { plan, result }: Reviewed, locale: Locale): TaskTableHead {
  const { title, kind, period } = plan.facts;
  const findingCounts = countFindings(result.findings, locale);
  return { uri: document.uri, version: document.version, title, kind, period, findingCounts };
}

/** Findings by severity and rule: the gravest first, then what was found most. */
function countFindings(findings: readonly Finding[], locale: Locale): readonly FindingCount[] {
  const counts = new Map<string, { rule: string; severity: Severity; count: number }>();
  for (const { rule, severity } of findings) {
    const key = `${severity} ${rule}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { rule, severity, count: 1 });
  }
  const gravity = ({ severity }: { severity: Severity }): number => GRAVITY.indexOf(severity);
  return [...counts.values()]
    .sort((a, b) => gravity(a) - gravity(b) || b.count - a.count || (a.rule < b.rule ? -1 : 1))
    .map((one) => ({ ...one, title: RULES.find(({ id }) => id === one.rule)?.title[locale] ?? one.rule }));
}

type Splice = Pick<TaskTableChange, 'start' | 'deleteCount' | 'rows'>;

/**
 * Reads the rows that changed; the splice that leads to them, or `null` when every row reads as before. A row whose task
 * and findings are the objects they were is not looked into.
 */
function update(table: Watched, { plan, result }: Reviewed, locale: Locale): Splice | null {
  const { rows: old, tasks: oldTasks, findings: oldFound } = table;
  const passages = tasksByPassage(plan);
  const tasks = passages.flat();
  const above = passages.flatMap((some, index) => some.map(() => plan.source.starts[index]!));
  const found = findingsIn(tasks, above, result.findings);
  const shared = sharedHeadings(tasks);
  const read = (at: number): TaskRow => rowOf(tasks[at]!, groupingOf(tasks[at]!, shared), wordsOf(found[at]!, locale));
  const kept = (was: number, is: number): boolean =>
    shared === table.shared && oldTasks[was] === tasks[is] && sameList(oldFound[was]!, found[is]!);
  const same = (was: number, is: number): boolean => kept(was, is) || sameRow(old[was]!, read(is));
  const most = Math.min(old.length, tasks.length);
  let start = 0;
  while (start < most && same(start, start)) start++;
  let tail = 0;
  while (tail < most - start && same(old.length - 1 - tail, tasks.length - 1 - tail)) tail++;
  Object.assign(table, { tasks, above, shared, findings: found });
  const deleteCount = old.length - start - tail;
  const changed = tasks.slice(start, tasks.length - tail);
  if (deleteCount === 0 && changed.length === 0) return null;
  // A row edited in place keeps its key, so that the page can keep what it knows of it.
  const rows = changed.map((_, at) => ({
    ...read(start + at),
    key: at < deleteCount ? old[start + at]!.key : `t${table.nextKey++}`,
  }));
  table.rows = [...old.slice(0, start), ...rows, ...old.slice(old.length - tail)];
  return { start, deleteCount, rows };
}

function rowOf(task: Task, grouping: Grouping, findings: readonly TaskFinding[]): TaskRow {
  return {
    key: '',
    label: task.label,
    heading: task.heading,
    // The page groups by it, so it must be the same for all tasks under a heading.
    section: task.above,
    ...grouping,
    text: task.text,
    lead: task.lead.map((unit) => unit.name),
    participants: task.participants.map((unit) => unit.name),
    deadline: task.deadline,
    milestones: task.milestones,
    outcome: task.outcome,
    severity: findings[0]?.severity ?? null,
    findings,
  };
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

function sameRow(a: TaskRow, b: TaskRow): boolean {
  return (
    a.text === b.text &&
    a.label === b.label &&
    a.heading === b.heading &&
    a.project === b.project &&
    a.group === b.group &&
    sameFindings(a.findings, b.findings) &&
    a.outcome === b.outcome &&
    a.deadline?.text === b.deadline?.text &&
    a.deadline?.source === b.deadline?.source &&
    a.deadline?.start === b.deadline?.start &&
    a.deadline?.end === b.deadline?.end &&
    sameList(a.milestones.map(dayOf), b.milestones.map(dayOf)) &&
    sameList(a.lead, b.lead) &&
    sameList(a.participants, b.participants) &&
    sameList(a.section, b.section)
  );
}

const sameFindings = (a: readonly TaskFinding[], b: readonly TaskFinding[]): boolean =>
  a.length === b.length &&
  a.every(({ severity, message }, at) => severity === b[at]!.severity && message === b[at]!.message);

function nextFinding(
  findings: readonly Finding[],
  { rule, severity, after }: LocateFindingParams,
): TaskLocation | null {
  const places = findings.filter((one) => one.rule === rule && one.severity === severity).map(({ range }) => range);
  const next = after && places.find(({ start }) => comparePositions(start, after) > 0);
  const range = next ?? places[0];
  return range ? { range } : null;
}

const dayOf = ({ end }: TaskMilestone): string => end;

const GRAVITY: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Nobody reads more in a row, and a damaged text may have thousands in one. */
const MOST_FINDINGS = 20;
const NONE: readonly Finding[] = [];

/** For each task what was found in its range, the gravest first. Both lists are in order of place, so one walk does it. */
function findingsIn(
  tasks: readonly Task[],
  above: readonly number[],
  findings: readonly Finding[],
): readonly (readonly Finding[])[] {
  let first = 0;
  return tasks.map((task, at) => {
    const range = shiftLines(task.range, above[at]!);
    while (first < findings.length && comparePositions(findings[first]!.range.start, range.start) < 0) first++;
    let end = first;
    while (end < findings.length && comparePositions(findings[end]!.range.start, range.end) <= 0) end++;
    if (end === first) return NONE;
    const here = findings.slice(first, end).sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
    return here.slice(0, MOST_FINDINGS);
  });
}

const wordsOf = (findings: readonly Finding[], locale: Locale): readonly TaskFinding[] =>
  findings.map(({ severity, message, args }) => ({ severity, message: say(message, locale, args) }));
