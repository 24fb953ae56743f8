/** The page with one of its views open, for tests. */
import type { TaskDeadline, TaskRow } from '../../server/src/protocol';
import type { Peer } from './peer';
import { sampleRow } from './samples';

export const VIEWS = ['timeline', 'workload', 'unitSheet', 'overview'] as const;

/** A table whose tasks are due in time: bars, points, open ones, and some without any. */
export function datedRow(index: number): TaskRow {
  const year = 2021 + (index % 5);
  const times = [
    [`${year}-01-01`, `${year}-12-31`],
    [null, `${year}-06-30`],
    [`${year}-01-01`, null],
    [null, null],
  ] as const;
  const [start, end] = times[index % 4] ?? [null, null];
  const known = { source: 'stated', kind: 'by', grain: 'year', ambiguous: false } as const;
  const deadline: TaskDeadline | null = (start ?? end) ? { text: `${year}年`, start, end, ...known } : null;
  return sampleRow(index, { deadline });
}

export const datedRows = (count: number): readonly TaskRow[] =>
  Array.from({ length: count }, (_, index) => datedRow(index));

export const chosen = (peer: Peer): Promise<string> =>
  peer.evaluate(`document.querySelector('[role=tab][aria-selected=true]').textContent`);

export const open = (peer: Peer, view: (typeof VIEWS)[number] | 'table'): Promise<void> =>
  peer.page.click(`#tab-${view}`);

/** How many tasks the table shows. */
export const shownTasks = async (peer: Peer): Promise<number> => {
  await peer.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return peer.evaluate(`[...document.querySelectorAll('tr.task')].filter((tr) => !tr.hidden).length`);
};

export const count = (peer: Peer, selector: string): Promise<number> =>
  peer.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`);

/** The contrast (WCAG 2) between the colour of the first mark `selector` finds and the page. */
export const contrastOf = (peer: Peer, selector: string): Promise<number> =>
  peer.evaluate(`(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const lightness = (color) => {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) =>
        value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const style = getComputedStyle(document.querySelector('main ' + ${JSON.stringify(selector)}));
    const line = style.stroke !== 'none' && !${JSON.stringify(selector)}.includes('milestone');
    const own = style.fill === 'rgb(0, 0, 0)' && style.backgroundColor !== 'rgba(0, 0, 0, 0)' ? style.backgroundColor : line ? style.stroke : style.fill;
    const both = [lightness(own), lightness(getComputedStyle(document.body).backgroundColor)];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  })()`);
