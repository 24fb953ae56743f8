/** The drawing of a timeline: calendar and lines of tasks as SVG, on the page for the lines in sight, in a picture for all. */
import type { PageStrings } from '../../src/preview/messages';
import { fill } from '../dom';
import {
  barMark,
  beyondMark,
  filled,
  milestoneMark,
  openMark,
  pointMark,
  standingMark,
  stroked,
  svg,
  todayLine,
  words,
  type Colors,
} from './timelineMarks';
import { fitText, textWidth, ticksOf, type Line, type Span, type TaskLine, type Tick } from './timelineModel';

export const LINE_HEIGHT = 26;
export const AXIS_HEIGHT = 40;

/** Days to pixels. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** Of the whole time, in pixels. */
  readonly width: number;
}

export const xOf = ({ from, to, width }: Scale, day: number): number =>
  Math.round(((Math.min(Math.max(day, from), to) - from) / (to - from)) * width * 10) / 10;

/** Pixels the name of a year takes. */
const YEAR = 44;

/**
 * The head of the calendar, with the names of years above those of quarters or months. What lies before `left` (pixels) is out
 * of sight: the year that began there is named where it begins to be seen.
 */
export function drawAxis(scale: Scale, strings: PageStrings, colors: Colors, left = 0): SVGElement {
  const group = svg('g');
  const ticks = ticksOf(scale.from, scale.to, pixelsOf(scale));
  const years = ticks.filter(({ unit }) => unit === 'year');
  for (const [at, tick] of years.entries()) {
    const next = years[at + 1];
    const last = (next ? xOf(scale, next.day) : scale.width) - YEAR;
    const x = Math.max(xOf(scale, tick.day), Math.min(left, last));
    group.append(words(nameOf(tick, strings), colors, { x: x + 4, y: 15 }));
  }
  for (const tick of ticks) {
    if (tick.unit !== 'year')
      group.append(words(nameOf(tick, strings), colors, { x: xOf(scale, tick.day) + 4, y: 32 }));
  }
  return group;
}

function nameOf({ unit, year, number }: Tick, strings: PageStrings): string {
  if (unit === 'year') return fill(strings.dueYear, year);
  return unit === 'quarter' ? fill(strings.quarterTick, number) : fill(strings.monthTick, number);
}

const pixelsOf = ({ from, to, width }: Scale): number => width / (to - from);

/** What lies behind the marks, `height` pixels high: years that are not of the plan, lines of the calendar, today. */
export function drawGrid(
  scale: Scale,
  { period, today }: { readonly period: Span | null; readonly today: number },
  height: number,
  colors: Colors,
): SVGElement {
  const group = svg('g');
  const outside = period ? [[scale.from, period.from] as const, [period.to, scale.to] as const] : [];
  for (const [from, to] of outside) {
    const [x, end] = [xOf(scale, from), xOf(scale, to)];
    if (from < to) group.append(filled('rect', 'outside', colors, { x, y: 0, width: end - x, height }));
  }
  for (const { unit, day, number } of ticksOf(scale.from, scale.to, pixelsOf(scale))) {
    if (unit !== 'year' && number === 1) continue;
    const paint = unit === 'year' ? 'year' : 'grid';
    group.append(stroked('path', paint, colors, { d: `M${xOf(scale, day)} 0V${height}` }));
  }
  group.append(stroked('path', 'year', colors, { d: `M${scale.width} 0V${height}` }));
  if (isWithin(scale, today)) group.append(todayLine(xOf(scale, today + 0.5), height, colors));
  return group;
}

export const isWithin = ({ from, to }: Span, day: number): boolean => day >= from && day < to;

/** The lines of tasks; `data-at` is the index of a line among all, of which the first drawn is `first`. */
export function drawLines(
  lines: readonly Line[],
  first: number,
  scale: Scale,
  noDate: string,
  colors: Colors,
): SVGElement {
  const group = svg('g');
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'lane') continue;
    const y = at * LINE_HEIGHT + LINE_HEIGHT / 2;
    group.append(svg('g', { 'data-at': first + at }, ...drawTask(line, scale, y, noDate, colors)));
  }
  return group;
}

/** Between a mark and its words. */
const GAP = 6;
const CORNER = 13;
/** The most pixels the words beside a mark take. */
const WORDS = 170;

/** The mark of a task, its milestones, and what its deadline says in words where there is room for them. */
function drawTask(line: TaskLine, scale: Scale, y: number, noDate: string, colors: Colors): Node[] {
  const text = fitText(line.row.deadline?.text ?? noDate, WORDS);
  const wide = textWidth(text);
  const say = (x: number): Node => words(text, colors, { x, y: y + 4 }, 'quiet');
  const { shape, start, end, assumed } = line;
  const milestones = line.milestones
    .filter((day) => isWithin(scale, day - 1))
    .map((day) => milestoneMark(xOf(scale, day), y, colors));
  if (shape === 'none') return [say(GAP), ...milestones];
  if (shape === 'standing') return [say(GAP), standingMark(wide + 3 * GAP, scale.width, y, colors), ...milestones];
  const [x1, x2] = [xOf(scale, start), shape === 'open' ? scale.width : xOf(scale, end)];
  const marks: Node[] = [];
  if (shape === 'open') marks.push(openMark(x1, x2, y, colors));
  else if (shape === 'bar' && x1 < x2) {
    // Room for the corners that say that it goes on there.
    const [from, to] = [start < scale.from ? x1 + CORNER : x1, end > scale.to ? x2 - CORNER : x2];
    marks.push(barMark(from, to, y, assumed, colors));
  } else if (shape === 'point' && isWithin(scale, end - 1)) marks.push(pointMark(x2, y, assumed, colors));
  if (start < scale.from) marks.push(beyondMark(0, y, -1, colors));
  if (shape !== 'open' && end > scale.to) marks.push(beyondMark(scale.width, y, 1, colors));
  const points = line.milestones.map((day) => xOf(scale, day));
  const isFree = (x: number): boolean =>
    x >= 0 && x + wide <= scale.width && !points.some((point) => point > x - GAP && point - 2 * GAP < x + wide);
  const places = [Math.max(x2, 14) + GAP, Math.min(x1, x2 - 14) - GAP - wide];
  return [...marks, ...milestones, ...places.filter(isFree).slice(0, 1).map(say)];
}

export const nameOfTask = ({ row }: TaskLine): string => [row.label, row.text].filter(Boolean).join(' ');
