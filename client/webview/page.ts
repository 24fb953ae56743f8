/** The page put together: head, table, notes; which row is current; what is kept over a reload. */
import type {
  Notice,
  PageMessage,
  PageState,
  PageStrings,
  PanelMessage,
  TaskRow,
  TaskTableHead,
} from '../src/preview/messages';
import { element, fill, setText } from './dom';
import { banner, emptyState, reasonForKind, type EmptyReason } from './empty';
import { arrange, spliceBetween } from './arrange';
import { CellEditor } from './cellEditor';
import { applyColumns, shownColumns, spanOf } from './columns';
import { readChoices } from './controls';
import { copyRows } from './copy';
import { matcherOfAll, type Matches, type Wanted } from './filter';
import { Findings } from './findings';
import { Head } from './head';
import { download, printedOf } from './print';
import { Selection } from './selection';
import { TableView } from './tableView';
import { readViewsState, Views } from './views/index';
import { Trail } from './views/trail';
import type { ViewData } from './views/view';
import { todayHere } from './text';

export interface PageInput {
  readonly strings: PageStrings;
  readonly file: string;
  readonly uri: string;
}

/** The most rows taken out and put in one by one. */
const MAX_SPLICE = 400;

/** Where 项目 and 分组 have room for columns of their own. */
const WIDE = '(width >= 1100px)';

/** The way out of the page. */
export interface PageOutput {
  post(message: PageMessage): void;
  keep(state: PageState): void;
}

export class Page {
  private readonly head: Head;
  private readonly view: TableView;
  private readonly selection: Selection;
  private readonly views: Views;
  private readonly editor: CellEditor;
  private readonly findings: Findings;
  private readonly trail: Trail;
  private readonly note = element('div', { class: 'note' });
  private readonly ending = new AbortController();
  /** Said by screen readers, seen by nobody. */
  private readonly said = element('div', { class: 'spoken' });
  /** As the text has them; the view may show them in another order. */
  private rows: readonly TaskRow[] = [];
  private table: TaskTableHead | null = null;
  private notice: Notice = null;
  private full: boolean;
  private readonly wide = window.matchMedia(WIDE);
  private frame = 0;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  /** Where the page was scrolled to before a reload, until the first table is there. */
  private restore: PageState | undefined;

  constructor(
    private readonly input: PageInput,
    private readonly output: PageOutput,
    kept: PageState | undefined,
  ) {
    const { strings } = input;
    document.documentElement.lang = strings.language;
    this.restore = kept;
    this.full = kept?.full ?? false;
    this.view = new TableView(strings);
    this.selection = new Selection(this.view, {
      reveal: (key, focus) => output.post({ type: 'reveal', key, focus }),
      selected: (count) => setText(this.said, count > 1 ? fill(strings.selected, count) : ''),
    });
    this.findings = new Findings(
      this.view,
      strings,
      (key, finding, focus) => output.post({ type: 'reveal', key, focus, finding }),
      this.ending.signal,
    );
    this.editor = new CellEditor(
      this.view,
      strings,
      {
        edit: (edit) => output.post({ type: 'edit', ...edit }),
        unitNames: (question) => output.post({ type: 'unitNames', ...question }),
        announce: (text) => setText(this.said, text),
        toFinding: (key) => this.findings.enter(key, true),
      },
      this.ending.signal,
    );
    this.head = new Head(strings, input.file, {
      chosen: () => this.chosen(),
      toggledFull: (full) => this.setFull(full),
      left: () => this.selection.focusFirst(),
      print: () => this.print(),
    });
    this.views = this.createViews(kept);
    this.head.addTabs(this.views.tabs);
    const trailEvents = { back: () => this.goBack(), clear: () => this.act('clearFilter') };
    this.trail = new Trail(strings, trailEvents, kept?.choices['within']);
    this.head.addTrail(this.trail.root);
    this.head.choices = readChoices(kept?.choices);
    this.applyColumns();
    this.setMerged();
    this.wide.addEventListener('change', () => this.setMerged(), { signal: this.ending.signal });
    this.head.setFull(this.full);
    this.assemble();
    this.keep();
    this.refresh();
  }

  private assemble(): void {
    this.said.setAttribute('role', 'status');
    // Beside the table, not in it: there, what lies over it would double the time a changed row of ten thousand takes.
    const over = element('section', {}, ...this.editor.roots, this.findings.root);
    over.setAttribute('aria-label', this.input.strings.caption);
    document.body.replaceChildren(this.head.root, this.note, this.views.root, over, this.said);
    document.addEventListener('copy', (event) => this.copy(event), { signal: this.ending.signal });
    this.followHeadHeight();
    window.addEventListener('scroll', () => this.keepSoon(), { passive: true, signal: this.ending.signal });
  }

  private createViews(kept: PageState | undefined): Views {
    return new Views(
      this.input.strings,
      this.view.root,
      {
        post: (message) => this.output.post(message),
        narrow: (wanted) => this.narrow(wanted),
        changed: () => this.keepSoon(),
        leaving: () => this.leaving(),
        switched: () => this.switched(),
      },
      readViewsState(kept?.views),
    );
  }

  /** Another document is about to be shown in its place. */
  dispose(): void {
    this.ending.abort();
    if (this.keeping !== undefined) this.keep();
    cancelAnimationFrame(this.frame);
  }

  receive(message: Exclude<PanelMessage, { type: 'strings' | 'locked' }>): void {
    switch (message.type) {
      case 'table':
        this.setTable(message.table, message.table.rows);
        this.restoreScroll();
        break;
      case 'change': {
        const { start, deleteCount, rows } = message.change;
        if (this.table === null || start + deleteCount > this.rows.length) {
          this.output.post({ type: 'resync' });
          return;
        }
        this.setTable(message.change, [...this.rows.slice(0, start), ...rows, ...this.rows.slice(start + deleteCount)]);
        break;
      }
      case 'notice':
        this.notice = message.notice;
        this.refresh();
        break;
      case 'filter':
        this.trail.clear();
        this.head.setQuery(message.query);
        this.applyChoices();
        break;
      case 'print':
        this.print();
        break;
      case 'unitNames':
        this.editor.proposed(message.id, message.names);
        break;
      case 'download':
        download(message.name, message.html);
        break;
      case 'edited':
        this.editor.answered(message.id, message.refused);
        break;
      case 'current':
        this.selection.follow(message.key);
        break;
    }
  }

  private setTable(head: TaskTableHead, rows: readonly TaskRow[]): void {
    const first = this.table === null;
    const { uri, version, title, kind, period, findingCounts } = head;
    this.table = { uri, version, title, kind, period, findingCounts };
    this.notice = null;
    this.rows = rows;
    this.view.setFilter(this.matches());
    if (first) this.view.setRows(this.arranged());
    else this.showArranged();
    const { classList } = document.body;
    classList.toggle('no-outcome', !rows.some((row) => row.outcome));
    classList.toggle('no-project', !rows.some((row) => row.project));
    classList.toggle('no-group', !rows.some((row) => row.group));
    this.selection.restoreAfterChange();
    this.editor.place();
    this.head.setHead(head);
    this.refreshSoon();
  }

  private matches(): Matches | null {
    return matcherOfAll(this.filters(), todayHere());
  }

  private filters(): readonly Wanted[] {
    return [...this.trail.within, this.head.choices.wanted];
  }

  private chosen(): void {
    this.trail.leave();
    this.applyChoices();
  }

  /** Shows the tasks a figure of another view counts. */
  private narrow(wanted: Partial<Wanted>): void {
    const { choices } = this.head;
    this.head.choices = { ...choices, wanted: this.trail.narrow(choices.wanted, wanted, this.views.chosen) };
    this.views.choose('table');
    this.applyChoices();
    window.scrollTo(0, 0);
    this.selection.focusFirst();
  }

  /** To the figure that led here, and the filter there was then. */
  private goBack(): void {
    const before = this.trail.goBack();
    if (!before) return;
    this.head.choices = { ...this.head.choices, wanted: before.wanted };
    this.views.choose(before.view);
    this.applyChoices();
    this.views.focus();
  }

  /** The table is found again where it was left. */
  private leaving(): void {
    if (this.views.chosen === 'table') this.restore = this.state();
  }

  private switched(): void {
    window.scrollTo(0, 0);
    this.restoreScroll();
    this.keepSoon();
    this.refresh();
  }

  private viewData(): ViewData {
    const matches = this.matches();
    const rows = matches ? this.rows.filter(matches) : this.rows;
    return {
      rows,
      total: this.rows.length,
      title: this.table?.title ?? this.input.file,
      period: this.table?.period ?? null,
      findings: this.table?.findingCounts ?? [],
      today: todayHere(),
    };
  }

  private arranged(): readonly TaskRow[] {
    const { noLead, noDue, dueYear } = this.input.strings;
    return arrange(this.rows, this.head.choices.arrangement, { noLead, noDue, year: dueYear });
  }

  /** Brings the view to the rows and their order, touching only what differs. */
  private showArranged(): void {
    const rows = this.arranged();
    const splice = spliceBetween(this.view.rows, rows);
    if (!splice) return;
    const { start, deleteCount } = splice;
    // Another order altogether is cheaper made anew, screen by screen, than as one great splice.
    if (deleteCount > MAX_SPLICE || !this.view.splice(start, deleteCount, splice.rows)) this.view.setRows(rows);
  }

  private applyChoices(): void {
    this.applyColumns();
    this.showArranged();
    this.view.filter(this.matches());
    this.selection.restoreAfterChange();
    this.editor.place();
    this.keepSoon();
    this.refreshSoon();
  }

  private applyColumns(): void {
    const { columns } = this.head.choices;
    applyColumns(columns);
    this.view.setSpan(spanOf(columns));
  }

  /** As the official table where there is room, else with headings. */
  private setMerged(): void {
    document.body.classList.toggle('merged-columns', this.wide.matches);
    // There are no headings that stay in sight then.
    document.documentElement.style.setProperty('--heading', this.wide.matches ? '4px' : '52px');
    this.view.setMerged(this.wide.matches);
    this.selection.restoreAfterChange();
    this.editor.place();
  }

  /** Selected rows go to the clipboard as a table, unless words are marked. */
  private copy(event: ClipboardEvent): void {
    const keys = this.selection.selected();
    const rows = this.view.rows.filter(({ key }) => keys.has(key));
    const columns = shownColumns(this.head.choices.columns, this.wide.matches);
    if (!copyRows(event, rows, columns, this.input.strings)) return;
    setText(this.said, fill(this.input.strings.copied, rows.length));
  }

  private print(): void {
    if (this.table === null) return;
    const printed = printedOf(this.view.rows, this.filters(), this.head.choices, todayHere(), this.input.strings);
    this.output.post({ type: 'print', ...printed });
  }

  private setFull(full: boolean): void {
    this.full = full;
    this.head.setFull(full);
    this.keepSoon();
  }

  /** Counts and notes come once a frame, however many changes there were; the rows themselves never wait. */
  private refreshSoon(): void {
    if (this.table === null || this.view.rows.length === 0) {
      this.refresh();
      return;
    }
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.refresh();
    });
  }

  private refresh(): void {
    const shown = this.view.shownCount();
    this.head.setCounts(this.rows, shown);
    this.head.offer(this.rows);
    this.trail.show(this.head.choices.wanted, shown > 0);
    const reason = this.reason(shown);
    const covers = reason !== null && shown === 0;
    const act = (action: Parameters<Parameters<typeof banner>[2]>[0]): void => this.act(action);
    this.note.replaceChildren(...(covers ? [emptyState(reason, this.input.strings, act)] : []));
    this.head.setBanner(reason === null || covers ? null : banner(reason, this.input.strings, act));
    this.views.root.classList.toggle('stale', reason !== null && !covers);
    // Rows must not wait for the next frame to be seen; the table is empty by itself.
    this.views.root.hidden = covers && this.views.chosen !== 'table';
    if (!covers) this.views.show(() => this.viewData());
  }

  private reason(shown: number): EmptyReason | null {
    if (this.notice !== null) return this.notice;
    if (this.table === null) return 'starting';
    if (this.view.rows.length === 0) return reasonForKind(this.table.kind);
    return shown === 0 ? 'noMatch' : null;
  }

  private act(action: 'clearFilter' | 'restart' | 'showLog' | 'openText'): void {
    if (action !== 'clearFilter') {
      this.output.post({ type: 'action', action });
      return;
    }
    this.trail.clear();
    this.head.clearFilter();
    this.applyChoices();
  }

  /** Rows scrolled into view must not end up under the head, whose height depends on the width. */
  private followHeadHeight(): void {
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--head', `${this.head.root.offsetHeight}px`);
    });
    observer.observe(this.head.root);
    this.ending.signal.addEventListener('abort', () => observer.disconnect());
  }

  private restoreScroll(): void {
    if (this.views.chosen !== 'table') return;
    const kept = this.restore;
    this.restore = undefined;
    if (kept === undefined || kept.scroll === 0) return;
    this.selection.keepStill();
    const row = kept.key === null ? undefined : this.view.find(kept.key);
    if (row && !row.hidden) row.scrollIntoView({ block: 'start' });
    else window.scrollTo(0, kept.scroll);
  }

  private keepSoon(): void {
    this.keeping ??= setTimeout(() => this.keep(), 200);
  }

  private keep(): void {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    this.output.keep(this.state());
  }

  private state(): PageState {
    // Until the table is there, what was kept before is still what counts.
    const scroll = this.restore?.scroll ?? Math.round(window.scrollY);
    const key = this.restore ? this.restore.key : this.topKey();
    const { head, views, full } = this;
    return {
      uri: this.input.uri,
      scroll,
      choices: { ...head.choices, within: this.trail.within },
      views: { ...views.state },
      full,
      key,
    };
  }

  private topKey(): string | null {
    if (window.scrollY === 0) return null;
    const { documentElement: root } = document;
    // Where a row that is scrolled to begins: below the head and the heading that stays.
    const below = parseFloat(getComputedStyle(root).scrollPaddingTop) + 4;
    const hit = document.elementFromPoint(root.clientWidth / 2, below);
    return hit?.closest<HTMLElement>('tr.task')?.dataset['key'] ?? null;
  }
}
