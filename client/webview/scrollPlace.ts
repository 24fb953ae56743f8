/** Where the table is scrolled to: found again after a reload and after a look at another view. */
import type { PageState } from '../src/preview/messages';
import type { Selection } from './selection';
import type { TableView } from './tableView';

/** CSS pixels from the top, and the row that stands there; rows may have another height the next time. */
type Place = Pick<PageState, 'scroll' | 'key'>;

export class ScrollPlace {
  /** `left`: where it was left, until the table is there again. */
  constructor(
    private readonly view: TableView,
    private readonly selection: Selection,
    private left: Place | undefined,
  ) {}

  /** What was left before is what counts, as long as the table is not there again. */
  get now(): Place {
    return this.left ?? { scroll: Math.round(window.scrollY), key: topKey() };
  }

  leave(): void {
    this.left = this.now;
  }

  restore(): void {
    const { left } = this;
    this.left = undefined;
    if (left === undefined || left.scroll === 0) return;
    this.selection.keepStill();
    const row = left.key === null ? undefined : this.view.find(left.key);
    if (row && !row.hidden) row.scrollIntoView({ block: 'start' });
    else window.scrollTo(0, left.scroll);
  }
}

function topKey(): string | null {
  if (window.scrollY === 0) return null;
  const { documentElement: root } = document;
  // Where a row that is scrolled to begins: below the head and the heading that stays.
  const below = parseFloat(getComputedStyle(root).scrollPaddingTop) + 4;
  const hit = document.elementFromPoint(root.clientWidth / 2, below);
  return hit?.closest<HTMLElement>('tr.task')?.dataset['key'] ?? null;
}
