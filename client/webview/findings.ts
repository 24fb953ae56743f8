/**
 * What was found in a row: said beside its mark while the pointer or the keyboard is there, gone to by a click or Enter; the
 * next click goes to the next one. Screen readers have the words in the mark.
 */
import type { PageStrings, TaskFinding, TaskRow } from '../src/preview/messages';
import { columnOf, keyOf } from './cellCursor';
import { element, fill } from './dom';
import { severityIcon } from './row';
import type { TableView } from './tableView';

const GAP = 4;

export class Findings {
  readonly root = element('div', { class: 'tooltip' });
  /** The finding last gone to. */
  private last: { readonly key: string; readonly at: number } | undefined;

  /** `go` is given the key of a row, which of its findings is meant, and whether the person wants to work there. */
  constructor(
    private readonly view: TableView,
    private readonly strings: PageStrings,
    private readonly go: (key: string, at: number, focus: boolean) => void,
    signal: AbortSignal,
  ) {
    this.root.setAttribute('aria-hidden', 'true');
    this.root.hidden = true;
    const { root } = view;
    root.addEventListener('pointerover', (event) => this.over(markAt(event)));
    root.addEventListener('pointerleave', () => this.hide());
    root.addEventListener('focusin', ({ target }) => {
      const label = target instanceof HTMLTableCellElement && columnOf(target) === 'label' ? target : null;
      this.over(label?.querySelector<HTMLElement>('.severity') ?? null);
    });
    root.addEventListener('focusout', () => this.hide());
    // Before the rows see it: a click on the mark is not one on the task.
    root.addEventListener('click', (event) => this.clicked(event), { capture: true });
    root.addEventListener('dblclick', (event) => markAt(event) && event.stopPropagation(), { capture: true });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.hide(), { signal });
    window.addEventListener('scroll', () => this.hide(), { passive: true, signal });
  }

  /** Goes to the next finding of a row; false when it has none. */
  enter(key: string, focus: boolean): boolean {
    const count = this.row(key)?.findings.length ?? 0;
    if (count === 0) return false;
    const at = this.last?.key === key ? (this.last.at + 1) % count : 0;
    this.last = { key, at };
    this.go(key, at, focus);
    return true;
  }

  private clicked(event: Event): void {
    const mark = markAt(event);
    const key = mark && keyOf(mark);
    if (key === null) return;
    event.stopPropagation();
    this.enter(key, false);
  }

  private over(mark: HTMLElement | null): void {
    const key = mark && keyOf(mark);
    const row = key === null ? undefined : this.row(key);
    if (!mark || !row || row.findings.length === 0) return this.hide();
    this.root.replaceChildren(...row.findings.map((finding) => this.line(finding)));
    this.root.hidden = false;
    this.place(mark.getBoundingClientRect());
  }

  private line({ severity, message }: TaskFinding): HTMLElement {
    const words = fill(this.strings.pair, this.strings[severity], message);
    const name = element('span', { class: `severity ${severity}` }, severityIcon(severity));
    return element('div', { class: 'finding' }, name, element('span', { text: words }));
  }

  /** Below the mark, above it where there is no room below. */
  private place(mark: DOMRect): void {
    const { root } = this;
    const { clientWidth, clientHeight } = document.documentElement;
    root.style.left = `${Math.max(0, Math.min(mark.left, clientWidth - root.offsetWidth - GAP))}px`;
    const below = mark.bottom + GAP + root.offsetHeight < clientHeight;
    root.style.top = `${below ? mark.bottom + GAP : Math.max(0, mark.top - GAP - root.offsetHeight)}px`;
  }

  private hide(): void {
    this.root.hidden = true;
  }

  private row(key: string): TaskRow | undefined {
    return this.view.rows.find((row) => row.key === key);
  }
}

const markAt = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('tr.task .severity') : null;
