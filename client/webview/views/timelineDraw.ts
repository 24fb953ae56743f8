/**
 * The drawing of a timeline: marks and calendar lines as SVG, on the page for the lines in sight, in a picture for all.
 * On the page style sheets give the colours (high contrast, forced colours); a picture has them written into it.
 */
import type { PageStrings } from '../../src/preview/messages';
import { fill, visible } from '../dom';
import { fitText, ticksOf, type Line, type TaskLine, type Tick } from './timelineModel';

export const LINE_HEIGHT = 26;
export const AXIS_HEIGHT = 40;

/** What is painted in which colour; each is a class on the page and a custom property of its name. */
export const PAINTS = ['bar', 'point', 'open', 'grid', 'year', 'today', 'words', 'paper'] as const;
export type Paint = (typeof PAINTS)[number];

/** Colours to write into the drawing; `null`: the page's style sheet has them. */
export type Colors = Readonly<Record<Paint, string>> | null;

/** Days to pixels. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** Of the whole time, in pixels. */
  readonly width: number;
}

export const xOf = ({ from, to, width }: Scale, day: number): number =>
  Math.round(((Math.min(Math.max(day, from), to) - from) / (to - from)) * width * 10) / 10;

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number>>;

export function svg(tag: string, attributes: Attributes = {}, ...children: readonly Node[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

function painted(tag: string, paint: Paint, colors: Colors, attributes: Attributes): SVGElement {
  const stroked = tag === 'line';
  const color = colors ? { [stroked ? 'stroke' : 'fill']: colors[paint] } : {};
  return svg(tag, { class: paint, ...color, ...attributes });
}

export function words(text: string, colors: Colors, attributes: Attributes): SVGElement {
  const made = painted('text', 'words', colors, { 'font-size': 12, ...attributes });
  made.textContent = visible(text);
  return made;
}

/** The head of the calendar, with the names of years above those of quarters or months. */
export function drawAxis(scale: Scale, strings: PageStrings, colors: Colors): SVGElement {
  const group = svg('g');
  for (const tick of ticksOf(scale.from, scale.to, pixelsOf(scale))) {
    const x = xOf(scale, tick.day);
    const y = tick.unit === 'year' ? 15 : 32;
    group.append(words(nameOf(tick, strings), colors, { x: x + 4, y }));
  }
  return group;
}

function nameOf({ unit, year, number }: Tick, strings: PageStrings): string {
  if (unit === 'year') return fill(strings.dueYear, year);
  return unit === 'quarter' ? fill(strings.quarterTick, number) : fill(strings.monthTick, number);
}

const pixelsOf = ({ from, to, width }: Scale): number => width / (to - from);

/** The lines of the calendar and the one of today, `height` pixels long. */
export function drawGrid(scale: Scale, today: number, height: number, colors: Colors): SVGElement {
  const group = svg('g');
  for (const { unit, day, number } of ticksOf(scale.from, scale.to, pixelsOf(scale))) {
    if (unit !== 'year' && number === 1) continue;
    const x = xOf(scale, day);
    const paint = unit === 'year' ? 'year' : 'grid';
    group.append(painted('line', paint, colors, { x1: x, x2: x, y1: 0, y2: height }));
  }
  if (today >= scale.from && today < scale.to) {
    const x = xOf(scale, today + 0.5);
    const dash = { 'stroke-width': 2, 'stroke-dasharray': '5 3' };
    group.append(painted('line', 'today', colors, { x1: x, x2: x, y1: 0, y2: height, ...dash }));
  }
  return group;
}

/** The marks of `lines`; `data-at` is the index of a line among all, of which the first drawn is `first`. */
export function drawMarks(lines: readonly Line[], first: number, scale: Scale, colors: Colors): SVGElement {
  const group = svg('g');
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'lane' || line.shape === 'none') continue;
    const mark = drawMark(line, scale, at * LINE_HEIGHT + LINE_HEIGHT / 2, colors);
    mark.setAttribute('data-at', String(first + at));
    group.append(mark);
  }
  return group;
}

/** A bar, a diamond on the last day, or an arrow from the first day on; told apart by shape. */
function drawMark(line: TaskLine, scale: Scale, y: number, colors: Colors): SVGElement {
  const x1 = xOf(scale, line.start);
  if (line.shape === 'point') {
    // On the last day's end, but never over the edge.
    const x = Math.min(Math.max(xOf(scale, line.end), 7), scale.width - 7);
    return painted('path', 'point', colors, { d: `M${x - 7} ${y}l7 -7l7 7l-7 7z` });
  }
  if (line.shape === 'bar') {
    const width = Math.max(xOf(scale, line.end) - x1, 3);
    return painted('rect', 'bar', colors, { x: Math.min(x1, scale.width - 3), y: y - 6, width, height: 12, rx: 2 });
  }
  const x2 = Math.max(scale.width - 8, x1 + 8);
  return painted('path', 'open', colors, { d: `M${x1} ${y - 3}H${x2}v-4l8 7l-8 7v-4H${x1}z` });
}

/** Width of the column of names in a picture. */
const NAMES = 340;
const PICTURE_WIDTH = 1200;
const TITLE_HEIGHT = 36;

/** A whole timeline as a picture of its own. */
export function drawPicture(
  lines: readonly Line[],
  time: Omit<Scale, 'width'> & { readonly today: number; readonly title: string },
  strings: PageStrings,
  colors: NonNullable<Colors>,
): SVGElement {
  const scale: Scale = { from: time.from, to: time.to, width: PICTURE_WIDTH - NAMES - 16 };
  const [top, height] = [TITLE_HEIGHT + AXIS_HEIGHT, lines.length * LINE_HEIGHT];
  const size = { width: PICTURE_WIDTH, height: top + height + 12 };
  const names = lines.map((line, at) => {
    const y = top + at * LINE_HEIGHT + 17;
    if (line.kind === 'lane') return words(fitText(line.name, NAMES - 24), colors, { x: 12, y, 'font-weight': 600 });
    return words(fitText(nameOfTask(line), NAMES - 40), colors, { x: 24, y });
  });
  return svg(
    'svg',
    { xmlns: SVG, viewBox: `0 0 ${size.width} ${size.height}`, ...size, 'font-family': 'sans-serif' },
    painted('rect', 'paper', colors, size),
    words(fitText(time.title, PICTURE_WIDTH - 24), colors, { x: 12, y: 24, 'font-weight': 600 }),
    ...names,
    svg('g', { transform: `translate(${NAMES} ${TITLE_HEIGHT})` }, drawAxis(scale, strings, colors)),
    svg(
      'g',
      { transform: `translate(${NAMES} ${top})` },
      drawGrid(scale, time.today, height, colors),
      drawMarks(lines, 0, scale, colors),
    ),
  );
}

export const nameOfTask = ({ row }: TaskLine): string => [row.label, row.text].filter(Boolean).join(' ');
