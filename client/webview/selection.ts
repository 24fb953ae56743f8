/**
 * The current row: the one the keyboard is at, and the one the caret of the text is in. Following the caret never sends
 * anything back, so the two sides cannot chase each other.
 */
import type { TableView } from './tableView';

/** What the page is told of. */
export interface SelectionEvents {
  /** Show a row in the text; `focus`: and go there. */
  reveal(key: string, focus: boolean): void;
  /** So many rows are selected now. */
  selected(count: number): void;
}

export class Selection {
  /** The one row that can be reached with Tab. */
  private reachable: HTMLTableRowElement | undefined;
  /** The key of the row with the caret, kept although the row may not be there. */
  private caretKey: string | null = null;
  private caretRow: HTMLTableRowElement | undefined;
  private focusedKey: string | null = null;
  private still = false;
  /** Rows marked for copying, by key; the last one reached is where Shift goes on from. */
  private readonly marked = new Set<string>();
  private anchor: HTMLTableRowElement | undefined;

  constructor(
    private readonly view: TableView,
    private readonly events: SelectionEvents,
    signal: AbortSignal,
  ) {
    view.root.addEventListener('click', (event) => this.clicked(event, false));
    view.root.addEventListener('dblclick', (event) => this.clicked(event, true));
    view.root.addEventListener('keydown', (event) => this.pressed(event));
    view.root.addEventListener('focusin', (event) => {
      const tr = rowOf(event);
      if (!tr) return;
      this.focusedKey = tr.dataset['key'] ?? null;
      this.setReachable(tr);
    });
    view.root.addEventListener('focusout', (event) => {
      // A row that is taken away loses the focus without anyone having gone elsewhere.
      if (event.relatedTarget !== null) this.focusedKey = null;
    });
    // The person has gone to the text; taking the focus back then would catch what they type.
    window.addEventListener('blur', () => (this.focusedKey = null), { signal });
  }

  /** The caret of the text is in task `key`. */
  follow(key: string | null): void {
    const moved = key !== this.caretKey;
    this.caretKey = key;
    this.markCaret();
    const still = this.still;
    this.still = false;
    const row = this.caretRow;
    if (!row || row.hidden || still || !moved) return;
    this.setReachable(row);
    row.scrollIntoView({ block: 'nearest' });
    // Rows drawn for the first time are seldom as high as guessed, so look again once they are.
    requestAnimationFrame(() => row.scrollIntoView({ block: 'nearest' }));
  }

  /** The next `follow` marks its row without scrolling: the page has just been put back where it was. */
  keepStill(): void {
    this.still = true;
  }

  /** After rows were made anew or hidden: marks, and one row to reach by Tab. */
  restoreAfterChange(): void {
    this.markCaret();
    if (this.marked.size > 0) this.paintMarks();
    const lost = this.focusedKey !== null && document.hasFocus() && document.activeElement === document.body;
    const focused = lost && this.focusedKey !== null ? this.view.find(this.focusedKey) : undefined;
    if (focused && !focused.hidden) focused.focus({ preventScroll: true });
    if (this.reachable?.isConnected && !this.reachable.hidden) return;
    const caret = this.caretRow?.hidden === false ? this.caretRow : undefined;
    this.setReachable(caret ?? this.view.step(null, 1));
  }

  focusFirst(): void {
    const row = this.reachable?.isConnected && !this.reachable.hidden ? this.reachable : this.view.step(null, 1);
    this.go(row);
  }

  /** The keys of the rows a copy takes: those selected, else the one the keyboard is at. */
  selected(): ReadonlySet<string> {
    if (this.marked.size > 0) return this.marked;
    const key = this.focusedKey ?? this.caretKey;
    return new Set(key === null ? [] : [key]);
  }

  /** Rows made anew show what is selected as before. */
  private paintMarks(): void {
    for (const tr of this.view.root.querySelectorAll('tr.task'))
      select(tr, this.marked.has((tr as HTMLElement).dataset['key'] ?? ''));
    this.events.selected(this.marked.size);
  }

  private unmark(): void {
    this.anchor = undefined;
    if (this.marked.size === 0) return;
    this.marked.clear();
    this.paintMarks();
  }

  /** Selects everything shown between the row the selection began at and `to`. */
  private extend(from: HTMLTableRowElement, to: HTMLTableRowElement): void {
    this.anchor ??= from;
    const down = (this.anchor.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING) === 0;
    this.marked.clear();
    for (let at: HTMLTableRowElement | undefined = this.anchor; at; at = this.view.step(at, down ? 1 : -1)) {
      this.marked.add(at.dataset['key'] ?? '');
      if (at === to) break;
    }
    this.paintMarks();
  }

  private markAll(): void {
    this.marked.clear();
    for (let at = this.view.step(null, 1); at; at = this.view.step(at, 1)) this.marked.add(at.dataset['key'] ?? '');
    this.paintMarks();
  }

  private markCaret(): void {
    const row = this.caretKey === null ? undefined : this.view.find(this.caretKey);
    if (row === this.caretRow) return;
    this.caretRow?.removeAttribute('aria-current');
    row?.setAttribute('aria-current', 'true');
    this.caretRow = row;
  }

  private setReachable(row: HTMLTableRowElement | undefined): void {
    if (row === this.reachable) return;
    if (this.reachable) this.reachable.tabIndex = -1;
    if (row) row.tabIndex = 0;
    this.reachable = row;
  }

  private clicked(event: Event, focus: boolean): void {
    const tr = rowOf(event);
    // Whoever marks text to copy it does not want to be taken elsewhere.
    if (!tr || (!focus && window.getSelection()?.isCollapsed === false)) return;
    if (focus) window.getSelection()?.removeAllRanges();
    if (event instanceof MouseEvent && event.shiftKey && this.reachable) {
      window.getSelection()?.removeAllRanges();
      this.extend(this.reachable, tr);
      return;
    }
    this.unmark();
    this.show(tr, focus);
  }

  private show(tr: HTMLTableRowElement, focus: boolean): void {
    const key = tr.dataset['key'];
    if (key === undefined) return;
    this.caretKey = key;
    this.markCaret();
    this.events.reveal(key, focus);
  }

  private pressed(event: KeyboardEvent): void {
    const tr = rowOf(event);
    if (!tr || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key === 'a') this.markAll();
    else if (command && !['Home', 'End'].includes(event.key)) return;
    else if (event.key === 'Enter' || event.key === ' ') this.show(tr, event.key === 'Enter');
    else if (event.key === 'Escape' && this.marked.size > 0) this.unmark();
    else {
      const target = this.view.target(tr, event.key);
      if (target === undefined) return;
      if (event.shiftKey) this.extend(tr, target ?? tr);
      else this.unmark();
      this.go(target ?? tr);
    }
    event.preventDefault();
  }

  private go(row: HTMLTableRowElement | undefined): void {
    if (row === undefined) return;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }
}

function select(tr: Element, selected: boolean): void {
  if (selected === tr.classList.contains('selected')) return;
  tr.classList.toggle('selected', selected);
  tr.ariaSelected = String(selected);
}

function rowOf(event: Event): HTMLTableRowElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLTableRowElement>('tr.task') : null;
}
