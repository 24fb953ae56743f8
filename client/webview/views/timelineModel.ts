/** Tasks in time: which lines a timeline has and where its marks stand. Pure functions over rows; times are days since 1970. */
import type { TaskRow } from '../../src/preview/messages';
import { isOverdue } from '../filter';

export type LaneBy = 'section' | 'unit';

/**
 * `bar`: from a first to a last day; `point`: a last day only; `open`: a first day only; `standing`: neither, since it goes
 * on or comes again (长期坚持, 每年12月底前); `none`: neither is known.
 */
export type Shape = 'bar' | 'point' | 'open' | 'standing' | 'none';

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
  /** The deadline is the one of the whole plan: the task itself states none. */
  readonly assumed: boolean;
  /** The days after milestones. */
  readonly milestones: readonly number[];
}

export type Line = LaneLine | TaskLine;

export interface Timeline {
  readonly lines: readonly Line[];
  /** First day shown, and the day after the last; both begin a year. */
  readonly from: number;
  readonly to: number;
  /** The plan's own period, as far as it is narrower than what is shown. */
  readonly period: Span | null;
  /** Tasks without a last day, and those whose last day is over. */
  readonly undated: number;
  readonly overdue: number;
  /** What a legend has to explain. */
  readonly marks: ReadonlySet<Mark>;
}

/** What can be seen on a timeline. `beyond`: a time further off than the timeline reaches; `outside`: years around the period. */
export const MARKS = ['bar', 'point', 'open', 'standing', 'assumed', 'milestone', 'beyond', 'outside'] as const;
export type Mark = (typeof MARKS)[number];

/** Days: the first, and the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
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
  const tasks: TaskLine[] = [];
  const depth = by === 'section' ? depthOfLanes(rows) : 0;
  for (const row of rows) {
    const line = lineOf(row);
    tasks.push(line);
    const names = by === 'section' ? [pathOf(row, depth)] : row.lead.length === 0 ? [''] : new Set(row.lead);
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
    named ? [{ kind: 'lane', name: lastOf(name), count: lane.length }, ...lane] : lane,
  );
  const span = spanOf(tasks, period, today);
  const own = period && { from: firstOf(period.start, 0), to: firstOf(period.end + 1, 0) };
  const narrower = own && own.from < own.to && (own.from > span.from || own.to < span.to) ? own : null;
  return {
    lines,
    ...span,
    period: narrower,
    undated: rows.filter(({ deadline }) => !deadline?.end).length,
    overdue: rows.filter((row) => isOverdue(row, today)).length,
    marks: marksOf(tasks, span, narrower),
  };
}

/** Between the headings of a path; no line of a text has it. */
const BETWEEN = '\n';

const pathOf = ({ section }: TaskRow, depth: number): string => section.slice(0, depth).join(BETWEEN);

const lastOf = (path: string): string => path.slice(path.lastIndexOf(BETWEEN) + 1);

/** Tasks of a lane, on the average: with more of them a lane says little, with fewer there are more lanes than tasks to read. */
const MOST_TASKS = 12;
const FEWEST_TASKS = 3;

/** How many levels of headings the lanes go by: the outermost, and those below it where one chapter has nearly all. */
function depthOfLanes(rows: readonly TaskRow[]): number {
  const deepest = rows.reduce((most, { section }) => Math.max(most, section.length), 1);
  const tasksAt = (depth: number): number => rows.length / new Set(rows.map((row) => pathOf(row, depth))).size;
  let depth = 1;
  while (depth < deepest && tasksAt(depth) > MOST_TASKS && tasksAt(depth + 1) >= FEWEST_TASKS) depth++;
  return depth;
}

function marksOf(tasks: readonly TaskLine[], span: Span, period: Span | null): ReadonlySet<Mark> {
  const marks = new Set<Mark>(period ? ['outside'] : []);
  for (const { shape, assumed, milestones, start, end } of tasks) {
    if (shape !== 'none') marks.add(shape);
    if (shape === 'point' || shape === 'bar') {
      if (assumed) marks.add('assumed');
      if (end > span.to || start < span.from) marks.add('beyond');
    }
    if (milestones.length > 0) marks.add('milestone');
  }
  return marks;
}

function lineOf(row: TaskRow): TaskLine {
  const { deadline } = row;
  const first = dayOf(deadline?.start);
  const last = dayOf(deadline?.end);
  const rest = {
    kind: 'task',
    row,
    assumed: deadline?.source === 'inherited',
    milestones: row.milestones.flatMap(({ end }) => {
      const day = dayOf(end);
      return day === null ? [] : [day + 1];
    }),
  } as const;
  if (last === null) {
    const goesOn = deadline?.kind === 'open' || deadline?.kind === 'recurring';
    const shape = first !== null ? 'open' : goesOn ? 'standing' : 'none';
    return { ...rest, shape, start: first ?? 0, end: first ?? 0 };
  }
  // A first day that does not come before the last is a day, not a time.
  if (first === null || first >= last) return { ...rest, shape: 'point', start: last, end: last + 1 };
  return { ...rest, shape: 'bar', start: first, end: last + 1 };
}

interface Years {
  readonly start: number;
  readonly end: number;
}

/** How far from the plan's period a mark may widen the view; one slip of the pen must not squeeze all others. */
const MARGIN = 5;

function spanOf(tasks: readonly TaskLine[], period: Years | null, today: string): Span {
  const years = tasks.flatMap(({ shape, start, end, milestones }) => [
    ...(shape === 'none' || shape === 'standing' ? [] : [yearOf(start), yearOf(shape === 'open' ? start : end - 1)]),
    ...milestones.map((day) => yearOf(day - 1)),
  ]);
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

const YEAR_WIDTH = 48;
const QUARTER_WIDTH = 46;
const MONTH_WIDTH = 34;
const ROUND_YEARS = [1, 2, 5, 10, 20, 50, 100];

/** The lines of a calendar that have room: years, or every so many of them; quarters or months below. `pixels` of a day. */
export function ticksOf(from: number, to: number, pixels: number): readonly Tick[] {
  const ticks: Tick[] = [];
  const step = pixels * 28 >= MONTH_WIDTH ? 1 : pixels * 90 >= QUARTER_WIDTH ? 3 : 12;
  const every = ROUND_YEARS.find((years) => years * 365 * pixels >= YEAR_WIDTH) ?? 500;
  const [first, last] = [yearOf(from), yearOf(to - 1)];
  for (let year = first; year <= last; year++) {
    if (year % every === 0) ticks.push({ day: firstOf(year, 0), unit: 'year', year, number: 1 });
    for (let month = 0; step < 12 && month < 12; month += step) {
      const day = firstOf(year, month);
      ticks.push({ day, unit: step === 1 ? 'month' : 'quarter', year, number: month / step + 1 });
    }
  }
  return ticks;
}

/** Dashes and quotation marks (U+2010 on) are wide in Chinese fonts, too. */
const widthOf = (char: string): number => (char.charCodeAt(0) >= 0x2010 ? 12 : 7);

/** About how many pixels a text is wide at a size of 12 pixels; a Chinese character is as wide as it is high. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += widthOf(char);
  return width;
}

/** A text that fits `width` pixels at a size of 12 pixels. */
export function fitText(text: string, width: number): string {
  let used = 0;
  let at = 0;
  for (const char of text) {
    used += widthOf(char);
    if (used > width) return `${text.slice(0, Math.max(0, at - 1))}…`;
    at += char.length;
  }
  return text;
}
