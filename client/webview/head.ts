/** The top of the page, which stays in sight: title, counts, filter, names of the columns. */
import type { PageStrings, PlanKind, TaskRow, TaskTableHead } from '../src/preview/messages';
import { columnGroup, columnHead } from './block';
import { makeResizable } from './columnLayout';
import { ALL_COLUMNS, type AnyColumn } from './columns';
import { Controls, type Choices } from './controls';
import { element, fill, setText } from './dom';
import { button } from './views/choice';

export interface HeadEvents {
  /** Something was chosen, or other words are looked for. */
  chosen(): void;
  toggledFull(full: boolean): void;
  /** From the filter down into the table. */
  left(): void;
  print(): void;
}

export class Head {
  readonly root = element('header', { class: 'top' });
  private readonly title = element('h1');
  private readonly kind = element('span', { class: 'kind' });
  private readonly counts = element('p', { class: 'counts' });
  private readonly input = element('input', { class: 'filter' });
  private readonly full = element('button', { class: 'toggle full-text' });
  private readonly controls: Controls;
  private readonly bannerPlace = element('div');
  private readonly tools: HTMLElement;
  private readonly strip: HTMLTableElement;

  constructor(
    private readonly strings: PageStrings,
    private readonly file: string,
    private readonly events: HeadEvents,
    signal: AbortSignal,
  ) {
    this.counts.setAttribute('role', 'status');
    this.counts.setAttribute('aria-live', 'polite');
    this.prepareInput();
    this.full.type = 'button';
    setText(this.full, strings.full);
    this.full.title = strings.fullHint;
    this.full.addEventListener('click', () => events.toggledFull(this.full.ariaPressed !== 'true'));
    this.controls = new Controls(strings, () => events.chosen());
    const print = button(strings.print, () => events.print(), strings.printHint);
    print.classList.add('print');
    this.tools = element('div', { class: 'tools' }, this.input, this.controls.toggle, this.full, print);
    // Each table has its own column heads for screen readers; this strip is for the eye.
    this.strip = element('table', { class: 'strip' }, columnGroup(), columnHead(strings, ''));
    this.strip.setAttribute('aria-hidden', 'true');
    for (const column of ALL_COLUMNS) this.resizable(column);
    this.bannerPlace.setAttribute('role', 'status');
    const bar = element('div', { class: 'bar' }, this.counts, this.tools);
    this.root.append(element('div', { class: 'name' }, this.title, this.kind), bar);
    this.root.append(this.controls.root, this.bannerPlace, this.strip);
    this.setHead(null);
    this.tellHeight(signal);
  }

  get choices(): Choices {
    return this.controls.read(this.input.value);
  }

  set choices(choices: Choices) {
    this.input.value = choices.wanted.query;
    this.controls.write(choices);
  }

  /** Other words to look for; nothing else is asked of a row then. */
  setQuery(query: string): void {
    this.clearFilter();
    this.input.value = query;
  }

  /** Takes every filter away; order and columns stay. */
  clearFilter(): void {
    this.input.value = '';
    this.controls.clear();
  }

  /** The tabs of the views stand below the title. */
  addTabs(tabs: HTMLElement): void {
    this.root.firstElementChild?.after(tabs);
  }

  /** What is said of the filter stands above what it leaves. */
  addTrail(trail: HTMLElement): void {
    this.bannerPlace.before(trail);
  }

  offer(rows: readonly TaskRow[]): void {
    this.controls.offer(rows);
  }

  setFull(full: boolean): void {
    this.full.ariaPressed = String(full);
    document.body.classList.toggle('full', full);
  }

  /** A line that stays in sight as long as it holds. */
  setBanner(banner: HTMLElement | null): void {
    this.bannerPlace.replaceChildren(...(banner ? [banner] : []));
  }

  setHead(head: TaskTableHead | null): void {
    setText(this.title, head?.title ?? this.file);
    this.title.title = this.title.textContent ?? '';
    const period = head?.period ? `${head.period.start}—${head.period.end}` : '';
    setText(this.kind, head ? [kindName(head.kind, this.strings), period].filter(Boolean).join(' · ') : '');
  }

  /** Counts over `rows`, of which `shown` are not filtered away. */
  setCounts(rows: readonly TaskRow[], shown: number): void {
    const { strings } = this;
    const leads = new Set<string>();
    let findings = 0;
    for (const row of rows) {
      for (const unit of row.lead) leads.add(unit);
      if (row.severity !== null) findings++;
    }
    const parts =
      shown === rows.length ? [fill(strings.tasks, rows.length)] : [fill(strings.shown, shown, rows.length)];
    if (leads.size > 0) parts.push(fill(strings.leads, leads.size));
    if (findings > 0) parts.push(fill(strings.withFindings, findings));
    setText(this.counts, rows.length > 0 ? parts.join(' · ') : '');
    const usable = rows.length > 0;
    this.tools.hidden = !usable;
    this.strip.hidden = !usable || shown === 0;
  }

  /** Rows scrolled into view must not end up under the head, whose height depends on the width. */
  private tellHeight(signal: AbortSignal): void {
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--head', `${this.root.offsetHeight}px`);
    });
    observer.observe(this.root);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  private resizable(column: AnyColumn): void {
    const head = this.strip.querySelector<HTMLElement>(`th.${column}`);
    // The last column takes what the others leave.
    if (head && column !== 'outcome') makeResizable(head, column, (width) => this.controls.setWidth(column, width));
  }

  private prepareInput(): void {
    const { input, strings, events } = this;
    input.type = 'search';
    input.placeholder = strings.filterHint;
    input.setAttribute('aria-label', strings.filter);
    input.spellcheck = false;
    input.addEventListener('input', () => events.chosen());
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) return; // The keys belong to the input method.
      if (event.key === 'ArrowDown' || event.key === 'Enter') events.left();
      else if (event.key === 'Escape' && input.value !== '') {
        input.value = '';
        events.chosen();
      } else return;
      event.preventDefault();
    });
  }
}

function kindName(kind: PlanKind, strings: PageStrings): string {
  switch (kind) {
    case 'plan':
      return strings.kindPlan;
    case 'task-list':
      return strings.kindTaskList;
    case 'notice':
      return strings.kindNotice;
    case 'report':
      return strings.kindReport;
    case 'other':
      return strings.kindOther;
  }
}
