/** Tasks in time: which lines a timeline has and where its marks stand. Pure functions over rows; times are days since 1970. */
import type { TaskRow } from '../../src/preview/messages';
import { sectionOf } from '../filter';

export type LaneBy = 'section' | 'unit';

/** `bar`: from a first to a last day; `point`: a last day only; `open`: a first day only; `none`: neither. */
export type Shape = 'bar' | 'point' | 'open' | 'none';

export interface LaneLine {
  readonly kind: 'lane';
  /** Empty for tasks that have none. */
  readonly name: string;
  readonly count: number;
}

export interface TaskLine {
  readonly kind: 'task';
  readonly row: TaskRow;
  readonly shape: Shape;
  /** First day; for a point its only day. */
  readonly start: number;
  /** The day after the last. */
  readonly end: number;
}

export type Line = LaneLine | TaskLine;

export interface Timeline {
  readonly lines: readonly Line[];
  /** First day shown, and the day after the last; both begin a year. */
  readonly from: number;
  readonly to: number;
  /** Tasks that have no mark. */
  readonly undated: number;
}

const DAY = 86_400_000;

/** Days since 1970 of an ISO date; `null` for anything else. */
export function dayOf(iso: string | null | undefined): number | null {
  const time = iso ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

/** By section tasks stand in the order of the text; by unit a task stands under each of its leads. */
export function timelineOf(rows: readonly TaskRow[], by: LaneBy, period: Years | null, today: string): Timeline {
  const lanes = new Map<string, TaskLine[]>();
  let undated = 0;
  const tasks: TaskLine[] = [];
  for (const row of rows) {
    const line = lineOf(row);
    tasks.push(line);
    if (line.shape === 'none') undated++;
    const names = by === 'section' ? [sectionOf(row)] : row.lead.length === 0 ? [''] : new Set(row.lead);
    for (const name of names) {
      const lane = lanes.get(name);
      if (lane) lane.push(line);
      else lanes.set(name, [line]);
    }
  }
  const ordered = [...lanes];
  if (by === 'unit') ordered.sort(([a, x], [b, y]) => (a === '' ? 1 : b === '' ? -1 : y.length - x.length));
  // One lane without a name says nothing.
  const named = ordered.length > 1 || ordered[0]?.[0] !== '';
  const lines = ordered.flatMap(([name, lane]): Line[] =>
    named ? [{ kind: 'lane', name, count: lane.length }, ...lane] : lane,
  );
  return { lines, ...spanOf(tasks, period, today), undated };
}

function lineOf(row: TaskRow): TaskLine {
  const start = dayOf(row.deadline?.start);
  const end = dayOf(row.deadline?.end);
  if (end === null) {
    return { kind: 'task', row, shape: start === null ? 'none' : 'open', start: start ?? 0, end: start ?? 0 };
  }
  // A first day that does not come before the last is a day, not a time.
  if (start === null || start >= end) return { kind: 'task', row, shape: 'point', start: end, end: end + 1 };
  return { kind: 'task', row, shape: 'bar', start, end: end + 1 };
}

interface Years {
  readonly start: number;
  readonly end: number;
}

/** How far from the plan's period a mark may widen the view; one slip of the pen must not squeeze all others. */
const MARGIN = 5;

function spanOf(tasks: readonly TaskLine[], period: Years | null, today: string): { from: number; to: number } {
  const years = tasks.flatMap(({ shape, start, end }) =>
    shape === 'none' ? [] : [yearOf(start), yearOf(shape === 'open' ? start : end - 1)],
  );
  const middle = [...years].sort((a, b) => a - b)[years.length >> 1] ?? Number(today.slice(0, 4));
  const around = period && period.start <= period.end ? period : { start: middle, end: middle };
  const near = years.filter((year) => year >= around.start - MARGIN && year <= around.end + MARGIN);
  const first = near.reduce((a, b) => Math.min(a, b), around.start);
  const last = near.reduce((a, b) => Math.max(a, b), around.end);
  return { from: firstOf(first, 0), to: firstOf(last + 1, 0) };
}

const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** The first day of a month (zero-based). */
const firstOf = (year: number, month: number): number => Math.round(Date.UTC(year, month, 1) / DAY);

export interface Tick {
  readonly day: number;
  readonly unit: 'year' | 'quarter' | 'month';
  readonly year: number;
  /** One-based, of its unit; 1 for a year. */
  readonly number: number;
}

const QUARTER_WIDTH = 46;
const MONTH_WIDTH = 34;

/** The lines of a calendar that have room: years always, quarters or months below them. `pixels` of a day. */
export function ticksOf(from: number, to: number, pixels: number): readonly Tick[] {
  const ticks: Tick[] = [];
  const step = pixels * 28 >= MONTH_WIDTH ? 1 : pixels * 90 >= QUARTER_WIDTH ? 3 : 12;
  const [first, last] = [yearOf(from), yearOf(to - 1)];
  for (let year = first; year <= last; year++) {
    ticks.push({ day: firstOf(year, 0), unit: 'year', year, number: 1 });
    for (let month = 0; step < 12 && month < 12; month += step) {
      const day = firstOf(year, month);
      ticks.push({ day, unit: step === 1 ? 'month' : 'quarter', year, number: month / step + 1 });
    }
  }
  return ticks;
}

/** A text that fits `width` pixels at a size of 12 pixels; a Chinese character is as wide as it is high. */
export function fitText(text: string, width: number): string {
  let used = 0;
  let at = 0;
  for (const char of text) {
    used += char.charCodeAt(0) > 0x2e80 ? 12 : 7;
    if (used > width) return `${text.slice(0, Math.max(0, at - 1))}…`;
    at += char.length;
  }
  return text;
}
