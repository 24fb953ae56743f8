/**
 * The names of the lines, at the left of the marks: a list for screen readers, and for keys the way through the tasks. One
 * name can be reached with Tab, the one last walked to. Only the names in sight are made.
 */
import { element } from '../dom';
import { LINE_HEIGHT } from './timelineDraw';
import type { Line, TaskLine } from './timelineModel';

export interface NamesEvents {
  /** What a line is called, on the page and by screen readers. */
  name(line: Line): { readonly text: string; readonly spoken: string };
  /** Brings a line into sight, and draws it. */
  reach(at: number): void;
  /** How many lines fit the window. */
  page(): number;
}

export class TimelineNames {
  readonly root = element('div', { class: 'names' });
  private readonly made = new Map<number, HTMLElement>();
  private lines: readonly Line[] = [];
  /** The line that can be reached with Tab. */
  private reachable = 0;

  constructor(
    label: string,
    private readonly scroller: HTMLElement,
    private readonly events: NamesEvents,
  ) {
    this.root.setAttribute('role', 'list');
    this.root.setAttribute('aria-label', label);
    this.root.addEventListener('keydown', (event) => this.pressed(event));
    this.root.addEventListener('focusin', ({ target }) => {
      const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
      if (at !== undefined) this.makeReachable(Number(at));
    });
  }

  setLines(lines: readonly Line[]): void {
    const focused = this.root.contains(document.activeElement);
    this.lines = lines;
    for (const made of this.made.values()) made.remove();
    this.made.clear();
    if (lines[this.reachable]?.kind !== 'task') this.reachable = lines.findIndex(({ kind }) => kind === 'task');
    if (focused) this.scroller.focus({ preventScroll: true });
  }

  /** Names that stay in sight stay the same elements, so that the focus stays, too. */
  draw(first: number, last: number): void {
    for (const [at, made] of this.made) {
      if (at >= first && at < last) continue;
      // The focus must not fall out of the list with the name that had it.
      if (made.contains(document.activeElement)) this.scroller.focus({ preventScroll: true });
      made.remove();
      this.made.delete(at);
    }
    // From the last on, so that each finds the one it stands before, for those who read them one after the other.
    for (let at = last - 1; at >= first; at--) {
      const line = this.lines[at];
      if (!line || this.made.has(at)) continue;
      const made = this.make(line, at);
      this.made.set(at, made);
      this.root.insertBefore(made, this.made.get(at + 1) ?? null);
    }
  }

  private make(line: Line, at: number): HTMLElement {
    const item = element('div', { class: `line ${line.kind}` });
    item.style.top = `${at * LINE_HEIGHT}px`;
    item.setAttribute('role', 'listitem');
    item.ariaPosInSet = String(at + 1);
    item.ariaSetSize = String(this.lines.length);
    const { text, spoken } = this.events.name(line);
    if (line.kind === 'lane') {
      const name = element('span', { class: 'what', text, title: text });
      item.append(name, element('span', { class: 'aside', text: String(line.count) }));
      return item;
    }
    const task = element('button', { class: 'what', text });
    task.type = 'button';
    task.tabIndex = at === this.reachable ? 0 : -1;
    task.setAttribute('aria-label', spoken);
    item.dataset['at'] = String(at);
    item.append(task);
    return item;
  }

  private pressed(event: KeyboardEvent): void {
    const { lines } = this;
    const page = this.events.page();
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: this.reachable + 1,
      ArrowUp: this.reachable - 1,
      PageDown: Math.min(this.reachable + page, lines.length - 1),
      PageUp: Math.max(this.reachable - page, 0),
      Home: 0,
      End: lines.length - 1,
    };
    let at = steps[event.key];
    if (at === undefined) return;
    event.preventDefault();
    const back = event.key === 'ArrowUp' || event.key === 'End';
    while (lines[at]?.kind === 'lane') at += back ? -1 : 1;
    if (!lines[at]) return;
    this.events.reach(at);
    this.buttonOf(at)?.focus({ preventScroll: true });
  }

  private makeReachable(at: number): void {
    const before = this.buttonOf(this.reachable);
    if (before) before.tabIndex = -1;
    this.reachable = at;
    const now = this.buttonOf(at);
    if (now) now.tabIndex = 0;
  }

  private buttonOf(line: number): HTMLButtonElement | null {
    return this.made.get(line)?.querySelector('button') ?? null;
  }
}

export const isTask = (line: Line | undefined): line is TaskLine => line?.kind === 'task';
