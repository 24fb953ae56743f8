/** The columns on the page: hidden and widened as a person wants them, merged ones where there is room. */
import { ALL_COLUMNS, HIDEABLE, type AnyColumn, type ColumnChoice } from './columns';

const MIN_WIDTH = 48;

/** Applies a choice to the page: classes hide columns, custom properties set widths, for every table at once. */
export function applyColumns({ hidden, widths }: ColumnChoice): void {
  for (const column of HIDEABLE) document.body.classList.toggle(`hide-${column}`, hidden.includes(column));
  for (const column of ALL_COLUMNS) {
    const width = widths[column];
    const name = `--width-${column}`;
    if (width === undefined) document.documentElement.style.removeProperty(name);
    else document.documentElement.style.setProperty(name, `${Math.max(MIN_WIDTH, Math.round(width))}px`);
  }
}

/** Where 项目 and 分组 have room for columns of their own. */
const WIDE = '(width >= 1100px)';

/** Makes the page the official table where there is room, else one with headings; `changed` is told at once and ever after. */
export function followWidth(changed: (merged: boolean) => void, signal: AbortSignal): void {
  const wide = window.matchMedia(WIDE);
  const apply = (): void => {
    document.body.classList.toggle('merged-columns', wide.matches);
    // There are no headings that stay in sight then.
    document.documentElement.style.setProperty('--heading', wide.matches ? '4px' : '52px');
    changed(wide.matches);
  };
  wide.addEventListener('change', apply, { signal });
  apply();
}

/**
 * Lets a person drag the right edge of a column head. `changed` gets the width in pixels when the drag ends, `null` after a
 * double click, which gives the column its own width back.
 */
export function makeResizable(head: HTMLElement, column: AnyColumn, changed: (width: number | null) => void): void {
  const grip = document.createElement('span');
  grip.className = 'grip';
  grip.addEventListener('pointerdown', (down) => {
    down.preventDefault();
    grip.setPointerCapture(down.pointerId);
    const start = head.getBoundingClientRect().width;
    let width = start;
    const move = (event: PointerEvent): void => {
      width = Math.max(MIN_WIDTH, start + event.clientX - down.clientX);
      document.documentElement.style.setProperty(`--width-${column}`, `${Math.round(width)}px`);
    };
    grip.addEventListener('pointermove', move);
    grip.addEventListener(
      'lostpointercapture',
      () => {
        grip.removeEventListener('pointermove', move);
        if (width !== start) changed(Math.round(width));
      },
      { once: true },
    );
  });
  grip.addEventListener('dblclick', () => changed(null));
  head.append(grip);
}
