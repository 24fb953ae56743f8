/** All rows of the page, as blocks; takes splices and repaints no more than they touch. */
import type { PageStrings, TaskRow } from '../src/preview/messages';
import { spliceBetween } from './arrange';
import { Block, type BlockContext } from './block';
import { COLUMNS } from './columns';
import { element } from './dom';
import type { Matches } from './filter';
import { cut, headingsAreWide } from './layout';

/** The most rows taken out one by one. */
const MAX_SPLICE = 400;
/** Rows made before the first frame that shows them: several screens. Thousands at once would keep that frame waiting. */
const FIRST_ROWS = 120;
/** Milliseconds spent on further rows before the page gets a chance to do something else. */
const SLICE = 20;

export class TableView {
  readonly root = element('div');
  private blocks: Block[] = [];
  private context: BlockContext;
  private matches: Matches | null = null;
  private filling: ReturnType<typeof setTimeout> | undefined;
  rows: readonly TaskRow[] = [];

  constructor(strings: PageStrings, signal: AbortSignal) {
    this.context = {
      strings,
      headingRows: true,
      span: COLUMNS.length - 1,
      merged: false,
    };
    signal.addEventListener('abort', () => clearTimeout(this.filling));
    // Scrolled to before its turn: filled as soon as the browser begins to draw it.
    this.root.addEventListener('contentvisibilityautostatechange', (event) => {
      const { skipped, target } = event as ContentVisibilityAutoStateChangeEvent;
      if (!skipped && target instanceof HTMLElement) this.fillAt(target);
    });
  }

  /** Shows `rows`, touching only what differs from those shown. */
  show(rows: readonly TaskRow[]): void {
    const splice = spliceBetween(this.rows, rows);
    if (!splice) return;
    const { start, deleteCount } = splice;
    // Another order altogether is cheaper made anew, screen by screen, than as one great splice.
    if (this.rows.length === 0 || deleteCount > MAX_SPLICE) this.setRows(rows);
    else this.splice(start, deleteCount, splice.rows);
  }

  /** Shows a whole table anew: what can be seen at once, the rest in the moments after. */
  private setRows(rows: readonly TaskRow[]): void {
    this.rows = rows;
    this.context = { ...this.context, headingRows: headingsAreWide(rows) };
    this.blocks = [];
    let made = 0;
    for (const part of cut(rows)) {
      const block = new Block(this.context);
      block.plan(part, this.blocks.at(-1)?.after);
      if (made < FIRST_ROWS) block.fill();
      made += part.rows.length;
      this.blocks.push(block);
    }
    if (this.matches) this.filterBlocks(this.blocks, this.matches);
    this.root.replaceChildren(...this.blocks.map((block) => block.root));
    this.fillSoon();
  }

  /** Puts `rows` in the place of `deleteCount` rows from `start` on. */
  private splice(start: number, deleteCount: number, rows: readonly TaskRow[]): void {
    const [first, last, from, to] = this.touched(start, start + deleteCount);
    this.rows = [...this.rows.slice(0, start), ...rows, ...this.rows.slice(start + deleteCount)];
    const parts = cut(this.rows.slice(from, to + rows.length - deleteCount));
    const old = this.blocks.slice(first, last + 1);
    const anchor = this.blocks[last + 1]?.root ?? null;
    const fresh: Block[] = [];
    let made = 0;
    for (const [index, part] of parts.entries()) {
      const block = old[index] ?? new Block(this.context);
      const before = (fresh.at(-1) ?? this.blocks[first - 1])?.after;
      if (made < FIRST_ROWS || index < old.length) block.update(part, before);
      else block.plan(part, before);
      made += part.rows.length;
      if (index >= old.length) this.root.insertBefore(block.root, anchor);
      fresh.push(block);
    }
    if (made >= FIRST_ROWS) this.fillSoon();
    for (const block of old.slice(parts.length)) block.root.remove();
    this.blocks.splice(first, last - first + 1, ...fresh);
    const next = this.blocks[first + fresh.length];
    next?.follow(this.blocks[first + fresh.length - 1]?.after);
    if (this.matches) this.filterBlocks(next ? [...fresh, next] : fresh, this.matches);
  }

  /** Shows only rows that match; null shows all. */
  filter(matches: Matches | null): void {
    this.matches = matches;
    this.filterBlocks(this.blocks, matches ?? (() => true));
  }

  /** What rows must match from here on; takes hold of those shown next. */
  setFilter(matches: Matches | null): void {
    this.matches = matches;
  }

  /** How many columns a heading of a group spans from here on. */
  setSpan(span: number): void {
    if (span === this.context.span) return;
    this.context = { ...this.context, span };
    for (const block of this.blocks) block.setSpan(span);
  }

  /** Whether headings have columns of their own. */
  get merged(): boolean {
    return this.context.merged;
  }

  /** All rows are made anew. */
  setMerged(merged: boolean): void {
    if (merged === this.context.merged) return;
    this.context = { ...this.context, merged };
    this.setRows(this.rows);
  }

  /** How many rows the filter leaves. */
  shownCount(): number {
    return this.matches ? this.rows.filter(this.matches).length : this.rows.length;
  }

  /** The element of a row, whether it is hidden or not. */
  find(key: string): HTMLTableRowElement | undefined {
    for (const block of this.blocks) {
      if (block.rows.some((row) => row.key === key)) this.fillBlock(block);
      const tr = block.row(key);
      if (tr) return tr;
    }
    return undefined;
  }

  /** The next (`1`) or previous (`-1`) row that is shown, from `tr` or from the very end. */
  step(tr: HTMLTableRowElement | null, direction: 1 | -1): HTMLTableRowElement | undefined {
    let block = tr?.closest<HTMLElement>('.block') ?? null;
    let at: Element | null = tr;
    for (;;) {
      at = at && (direction > 0 ? at.nextElementSibling : at.previousElementSibling);
      if (at === null) {
        block = this.neighbour(block, direction);
        if (block === null) return undefined;
        this.fillAt(block);
        const rows = block.querySelectorAll('tbody > tr');
        at = rows.item(direction > 0 ? 0 : rows.length - 1);
      }
      if (at instanceof HTMLTableRowElement && at.classList.contains('task') && !at.hidden) return at;
    }
  }

  /** Where a key leads from a row: to another, null when there is none further, undefined when it is no such key. */
  target(tr: HTMLTableRowElement, key: string): HTMLTableRowElement | null | undefined {
    switch (key) {
      case 'ArrowDown':
        return this.step(tr, 1) ?? null;
      case 'ArrowUp':
        return this.step(tr, -1) ?? null;
      case 'Home':
        return this.step(null, 1) ?? null;
      case 'End':
        return this.step(null, -1) ?? null;
      case 'PageDown':
        return this.page(tr, 1);
      case 'PageUp':
        return this.page(tr, -1);
      default:
        return undefined;
    }
  }

  /** About a screen further. */
  private page(tr: HTMLTableRowElement, direction: 1 | -1): HTMLTableRowElement {
    const height = window.innerHeight * 0.7;
    let passed = 0;
    let at = tr;
    while (passed < height) {
      const next = this.step(at, direction);
      if (next === undefined) break;
      passed += next.offsetHeight;
      at = next;
    }
    return at;
  }

  private neighbour(block: HTMLElement | null, direction: 1 | -1): HTMLElement | null {
    const root = this.root;
    let next: Element | null;
    if (block === null) next = direction > 0 ? root.firstElementChild : root.lastElementChild;
    else next = direction > 0 ? block.nextElementSibling : block.previousElementSibling;
    while (next instanceof HTMLElement && next.hidden)
      next = direction > 0 ? next.nextElementSibling : next.previousElementSibling;
    return next instanceof HTMLElement ? next : null;
  }

  /** Fills the waiting blocks in slices short enough for keys and scrolling to get through. */
  private fillSoon(): void {
    clearTimeout(this.filling);
    this.filling = setTimeout(() => {
      const until = performance.now() + SLICE;
      for (const block of this.blocks) {
        if (this.fillBlock(block) && performance.now() > until) {
          this.fillSoon();
          return;
        }
      }
    });
  }

  private fillBlock(block: Block): boolean {
    const fresh = block.fill();
    if (fresh && this.matches) block.filter(this.matches);
    return fresh;
  }

  private fillAt(root: HTMLElement): void {
    const block = this.blocks.find((other) => other.root === root);
    if (block) this.fillBlock(block);
  }

  private filterBlocks(blocks: readonly Block[], matches: (row: TaskRow) => boolean): void {
    for (const block of blocks) block.filter(matches);
  }

  /**
   * The first and last block that rows `start` to `end` touch, and the rows these blocks hold. A row that comes right
   * after a block counts as touching it: an appended row may belong to the block above.
   */
  private touched(start: number, end: number): [number, number, number, number] {
    let first = -1;
    let from = 0;
    let at = 0;
    for (const [index, block] of this.blocks.entries()) {
      const after = at + block.rows.length;
      if (first < 0 && start <= after) {
        first = index;
        from = at;
      }
      if (first >= 0 && end <= after) return [first, index, from, after];
      at = after;
    }
    return [Math.max(first, 0), this.blocks.length - 1, from, at];
  }
}
