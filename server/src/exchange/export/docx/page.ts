import { PAPER, type Layout } from '../../../core/plan/layout';
import { fromMillimetres, fromPoints } from './xml';

/** A page in twips. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** From the edge of the paper to the bottom of the line with the page number. */
  readonly footer: number;
  /** What text may take. */
  readonly textWidth: number;
  readonly textHeight: number;
}

/** The dash beside a page number stands so far below the text (GB/T 9704—2012, 7.5), millimetres. */
const NUMBER_BELOW = 7;

export function uprightPage(layout: Layout): Page {
  const { top, right, bottom, left } = layout.margins;
  return pageOf(PAPER.width, PAPER.height, { top, right, bottom, left }, layout);
}

/**
 * A page that lies across. The head of its table is on the left when the sheets are bound (GB/T 9704—2012, 8), so the
 * binding edge is at the top.
 */
export function acrossPage(layout: Layout): Page {
  const { top, right, bottom, left } = layout.margins;
  return pageOf(PAPER.height, PAPER.width, { top: left, right: top, bottom: right, left: bottom }, layout);
}

type Edges = Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;

function pageOf(width: number, height: number, edges: Edges, layout: Layout): Page {
  const [top, right, bottom, left] = [edges.top, edges.right, edges.bottom, edges.left].map(fromMillimetres) as [
    number,
    number,
    number,
    number,
  ];
  // The dash is in the middle of its line.
  const footer = bottom - fromMillimetres(NUMBER_BELOW) - fromPoints(layout.sizes.pageNumber / 2);
  const [paperWidth, paperHeight] = [fromMillimetres(width), fromMillimetres(height)];
  return {
    width: paperWidth,
    height: paperHeight,
    top,
    right,
    bottom,
    left,
    footer: Math.max(footer, 0),
    textWidth: paperWidth - left - right,
    textHeight: paperHeight - top - bottom,
  };
}

/** What is added between characters so that a line holds as many as it is to hold. */
export function characterSpacing(layout: Layout): number {
  const room = uprightPage(layout).textWidth - layout.charactersPerLine * fromPoints(layout.sizes.body);
  return Math.floor(room / layout.charactersPerLine);
}
