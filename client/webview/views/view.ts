/** What the views beside the table have in common. */
import type { FindingCount, PageMessage, TaskRow } from '../../src/preview/messages';
import type { Wanted } from '../filter';

/** The names of the views, in the order of their tabs. */
export const VIEWS = ['table', 'timeline', 'workload', 'unitSheet', 'overview'] as const;
export type ViewName = (typeof VIEWS)[number];

export const isViewName = (value: unknown): value is ViewName => VIEWS.some((name) => name === value);

export interface ViewData {
  /** The rows the filter leaves, in the order of the text. */
  readonly rows: readonly TaskRow[];
  /** How many tasks there are without the filter. */
  readonly total: number;
  readonly title: string;
  /** Years, both included; `null` where the plan names none. */
  readonly period: { readonly start: number; readonly end: number } | null;
  /** Of the whole document, whatever the filter leaves. */
  readonly findings: readonly FindingCount[];
  /** ISO date. */
  readonly today: string;
}

export interface ViewEvents {
  post(message: PageMessage): void;
  /** Narrows the filter further and shows the table. */
  narrow(wanted: Partial<Wanted>): void;
  /** Something to keep over a reload has changed. */
  changed(): void;
}

/** A view is shown data only while a person looks at it. */
export interface View {
  readonly root: HTMLElement;
  show(data: ViewData): void;
}
