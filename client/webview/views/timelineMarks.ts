/**
 * The marks of a timeline, one function each, told apart by shape. On the page style sheets give the colours (high contrast,
 * forced colours); a picture has them written into it. The legend is drawn with the same functions.
 */
import { visible } from '../dom';
import type { Mark } from './timelineModel';

/** What is painted in which colour; each is a class on the page and a custom property of its name. */
export type Paint =
  'bar' | 'point' | 'open' | 'milestone' | 'grid' | 'year' | 'today' | 'outside' | 'words' | 'quiet' | 'paper';

/** Colours to write into the drawing; `null`: the page's style sheet has them. */
export type Colors = Readonly<Record<Paint, string>> | null;

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number>>;

export function svg(tag: string, attributes: Attributes = {}, ...children: readonly Node[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

export function filled(tag: string, paint: Paint, colors: Colors, attributes: Attributes): SVGElement {
  return svg(tag, { class: paint, ...(colors && { fill: colors[paint] }), ...attributes });
}

export function stroked(tag: string, paint: Paint, colors: Colors, attributes: Attributes): SVGElement {
  return svg(tag, { class: `${paint} stroked`, fill: 'none', ...(colors && { stroke: colors[paint] }), ...attributes });
}

/** Filled where the task says so itself, an outline where the deadline is the plan's. */
function solid(tag: string, paint: Paint, colors: Colors, assumed: boolean, attributes: Attributes): SVGElement {
  if (!assumed) return filled(tag, paint, colors, attributes);
  const painted = colors && { fill: colors.paper, stroke: colors[paint] };
  return svg(tag, { class: `${paint} assumed`, ...painted, 'stroke-width': 2, ...attributes });
}

// No file of XML may have these in it.
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

export function words(text: string, colors: Colors, attributes: Attributes, paint: Paint = 'words'): SVGElement {
  const made = filled('text', paint, colors, { 'font-size': 12, ...attributes });
  made.textContent = visible(text).replace(NOT_XML, '\uFFFD');
  return made;
}

/** Half of a diamond's width and height. */
const HALF = 7;

/** A diamond whose right corner is the end of the last day. */
export function pointMark(x: number, y: number, assumed: boolean, colors: Colors): SVGElement {
  const half = assumed ? HALF - 1 : HALF;
  const left = Math.max(x - HALF, HALF) - half;
  return solid('path', 'point', colors, assumed, {
    d: `M${left} ${y}l${half} ${-half}l${half} ${half}l${-half} ${half}z`,
  });
}

export function barMark(x1: number, x2: number, y: number, assumed: boolean, colors: Colors): SVGElement {
  const inset = assumed ? 1 : 0;
  const box = {
    x: x1 + inset,
    y: y - 6 + inset,
    width: Math.max(x2 - x1, 3) - 2 * inset,
    height: 12 - 2 * inset,
    rx: 2,
  };
  return solid('rect', 'bar', colors, assumed, box);
}

/** From the first day on. */
export function openMark(x1: number, x2: number, y: number, colors: Colors): SVGElement {
  const neck = Math.max(x2 - 8, x1);
  return filled('path', 'open', colors, { d: `M${x1} ${y - 3}H${neck}v-4l8 7l-8 7v-4H${x1}z` });
}

/** It goes on, or comes again and again: no day to show. */
export function standingMark(x1: number, x2: number, y: number, colors: Colors): SVGElement {
  return svg(
    'g',
    { class: 'standing' },
    stroked('path', 'open', colors, { d: `M${x1} ${y}H${x2 - 6}`, 'stroke-width': 2, 'stroke-dasharray': '2 5' }),
    stroked('path', 'open', colors, { d: `M${x2 - 7} ${y - 4}l6 4l-6 4`, 'stroke-width': 2 }),
  );
}

export function milestoneMark(x: number, y: number, colors: Colors): SVGElement {
  const paper = colors && { stroke: colors.paper };
  return filled('circle', 'milestone', colors, { cx: Math.max(x - 4, 4), cy: y, r: 4, 'stroke-width': 1.5, ...paper });
}

/** At an edge (`x`): the time lies further that way. */
export function beyondMark(x: number, y: number, way: 1 | -1, colors: Colors): SVGElement {
  return stroked('path', 'point', colors, {
    d: `M${x - 9 * way} ${y - 6}l${7 * way} 6l${-7 * way} 6`,
    'stroke-width': 3,
  });
}

/** Size of a key of the legend. */
export const KEY = { width: 22, height: 16 } as const;

/** What stands before the words of a legend. */
export function drawKey(mark: Mark | 'today', colors: Colors): SVGElement {
  const { width, height } = KEY;
  const y = height / 2;
  switch (mark) {
    case 'bar':
      return barMark(0, width, y, false, colors);
    case 'point':
      return pointMark(width / 2 + HALF, y, false, colors);
    case 'open':
      return openMark(0, width, y, colors);
    case 'standing':
      return standingMark(0, width, y, colors);
    case 'assumed':
      return pointMark(width / 2 + HALF, y, true, colors);
    case 'milestone':
      return milestoneMark(width / 2 + 4, y, colors);
    case 'beyond':
      return beyondMark(width / 2 + 5, y, 1, colors);
    case 'outside':
      return svg(
        'g',
        {},
        filled('rect', 'outside', colors, { x: 0, y: 1, width, height: height - 2 }),
        stroked('rect', 'year', colors, { x: 0.5, y: 1.5, width: width - 1, height: height - 3 }),
      );
    case 'today':
      return todayLine(width / 2, height, colors);
  }
}

export function todayLine(x: number, height: number, colors: Colors): SVGElement {
  const dash = { 'stroke-width': 2, 'stroke-dasharray': '5 3' };
  return stroked('path', 'today', colors, { d: `M${x} 0V${height}`, ...dash });
}
