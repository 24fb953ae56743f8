/** A whole timeline as a picture of its own: title, legend, all lines, on white whatever the theme, since it is handed on. */
import type { PageStrings } from '../../src/preview/messages';
import { AXIS_HEIGHT, drawAxis, drawGrid, drawLines, LINE_HEIGHT, nameOfTask, type Scale } from './timelineDraw';
import { drawKey, filled, KEY, stroked, svg, words, type Colors } from './timelineMarks';
import { fitText, textWidth, type Mark, type Timeline } from './timelineModel';

/** Ink for white paper: each at least 3 : 1 against it, words 4.5 : 1. */
const INK: NonNullable<Colors> = {
  bar: '#1f5fae',
  point: '#b35900',
  open: '#5b3a8c',
  milestone: '#1b1b1b',
  grid: '#e4e4e4',
  year: '#b4b4b4',
  today: '#c62828',
  outside: '#f2f2f2',
  words: '#1b1b1b',
  quiet: '#595959',
  paper: '#ffffff',
};
const FONTS = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
const WIDTH = 1400;
/** Of the column of names. */
const NAMES = 460;
const EDGE = 16;
const LEGEND_LINE = 22;

export interface PictureWords {
  readonly title: string;
  /** What is shown of the plan, and when. */
  readonly subtitle: string;
  readonly legend: readonly (readonly [Mark | 'today', string])[];
  /** Names of the lanes as the page has them. */
  readonly laneName: (name: string) => string;
}

export function drawPicture(timeline: Timeline, today: number, texts: PictureWords, strings: PageStrings): SVGElement {
  const { lines, from, to } = timeline;
  const scale: Scale = { from, to, width: WIDTH - NAMES - EDGE };
  const legend = drawLegend(texts.legend, 62);
  const top = legend.bottom + AXIS_HEIGHT;
  const height = lines.length * LINE_HEIGHT;
  const size = { width: WIDTH, height: top + height + EDGE };
  const names = lines.map((line, at) => {
    const y = top + at * LINE_HEIGHT + 17;
    if (line.kind === 'task') return words(fitText(nameOfTask(line), NAMES - 60), INK, { x: EDGE + 16, y });
    const name = `${fitText(texts.laneName(line.name), NAMES - 80)} ${line.count}`;
    return words(name, INK, { x: EDGE, y, 'font-weight': 600 });
  });
  return svg(
    'svg',
    { viewBox: `0 0 ${size.width} ${size.height}`, ...size, 'font-family': FONTS },
    filled('rect', 'paper', INK, size),
    words(fitText(texts.title, (WIDTH - 2 * EDGE) / 1.5), INK, { x: EDGE, y: 30, 'font-size': 18, 'font-weight': 600 }),
    words(texts.subtitle, INK, { x: EDGE, y: 52 }, 'quiet'),
    ...legend.keys,
    ...names,
    svg('g', { transform: `translate(${NAMES} ${legend.bottom})` }, drawAxis(scale, strings, INK)),
    stroked('path', 'year', INK, { d: `M${EDGE} ${top}H${WIDTH - EDGE}` }),
    svg(
      'g',
      { transform: `translate(${NAMES} ${top})` },
      drawGrid(scale, { period: timeline.period, today }, height, INK),
      drawLines(lines, 0, scale, strings.noDate, INK),
    ),
  );
}

/** Keys with their words, in as many lines as they need. */
function drawLegend(
  entries: PictureWords['legend'],
  top: number,
): { readonly keys: readonly SVGElement[]; readonly bottom: number } {
  let [x, y] = [EDGE, top];
  const keys = entries.flatMap(([mark, text]) => {
    const wide = KEY.width + 6 + textWidth(text) + 20;
    if (x > EDGE && x + wide > WIDTH - EDGE) [x, y] = [EDGE, y + LEGEND_LINE];
    const key = svg('g', { transform: `translate(${x} ${y})` }, drawKey(mark, INK));
    const label = words(text, INK, { x: x + KEY.width + 6, y: y + 12 });
    x += wide;
    return [key, label];
  });
  return { keys, bottom: y + LEGEND_LINE + 4 };
}
