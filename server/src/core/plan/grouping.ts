import type { Task } from './task';

/** 项目 and 分组 of a task: the first two columns of the official task table; empty where there is none. */
export interface Grouping {
  readonly project: string;
  readonly group: string;
}

/** What the first columns say of a task; `shared`: how many headings all tasks of the table share. */
export function groupingOf({ grouping }: Task, shared: number): Grouping {
  const [project = '', ...groups] = grouping.slice(shared);
  return { project, group: groups.join(' / ') };
}

/** How many outer headings all tasks have in common that a table need not repeat: one chapter that holds all others. */
export function sharedHeadings(tasks: readonly Task[]): number {
  const [first] = tasks;
  if (!first) return 0;
  const deep = tasks.some(({ grouping }) => grouping.length > 2);
  return deep && tasks.every(({ grouping }) => grouping[0] === first.grouping[0]) ? 1 : 0;
}
