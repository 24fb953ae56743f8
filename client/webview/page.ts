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
import { arrange } from './arrange';
import { CellEditor } from './cellEditor';
import { applyColumns, followWidth } from './columnLayout';
import { shownColumns, spanOf } from './columns';
import { readChoices } from './controls';
import { copyRows } from './copy';
import { matcherOfAll, type Matches, type Wanted } from './filter';
import { Findings } from './findings';
import { Head } from './head';
import { download, printedOf } from './print';
import { ScrollPlace } from './scrollPlace';
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
  private readonly place: ScrollPlace;
  private readonly note = element('div', { class: 'note' });
  private readonly ending = new AbortController();
  /** Said by screen readers, seen by nobody. */
  private readonly said = element('div', { class: 'spoken' });
  /** As the text has them; the view may show them in another order. */
  private rows: readonly TaskRow[] = [];
  private table: TaskTableHead | null = null;
  private notice: Notice = null;
  private full: boolean;
  private frame = 0;
  private keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly input: PageInput,
    private readonly output: PageOutput,
    kept: PageState | undefined,
  ) {
    const { strings } = input;
    const { signal } = this.ending;
    document.documentElement.lang = strings.language;
    this.full = kept?.full ?? false;
    this.view = new TableView(strings, signal);
    this.selection = new Selection(
      this.view,
      {
        reveal: (key, focus) => output.post({ type: 'reveal', key, focus }),
        selected: (count) => setText(this.said, count > 1 ? fill(strings.selected, count) : ''),
      },
      signal,
    );
    this.place = new ScrollPlace(this.view, this.selection, kept);
    this.findings = new Findings(
      this.view,
      strings,
      (key, finding, focus) => output.post({ type: 'reveal', key, focus, finding }),
      signal,
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
      signal,
    );
    this.head = this.createHead();
    this.views = this.createViews(kept);
    this.head.addTabs(this.views.tabs);
    const trailEvents = { back: () => this.goBack(), clear: () => this.act('clearFilter') };
    this.trail = new Trail(strings, trailEvents, kept?.choices['within']);
    this.head.addTrail(this.trail.root);
    this.head.choices = readChoices(kept?.choices);
    this.applyColumns();
    followWidth((merged) => this.setMerged(merged), signal);
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
    const { signal } = this.ending;
    document.addEventListener('copy', (event) => this.copy(event), { signal });
    window.addEventListener('scroll', () => this.keepSoon(), { passive: true, signal });
  }

  private createHead(): Head {
    const events = {
      chosen: () => this.chosen(),
      toggledFull: (full: boolean) => this.setFull(full),
      left: () => this.selection.focusFirst(),
      print: () => this.print(),
    };
    return new Head(this.input.strings, this.input.file, events, this.ending.signal);
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
        this.restorePlace();
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
    const { uri, version, title, kind, period, findingCounts } = head;
    this.table = { uri, version, title, kind, period, findingCounts };
    this.notice = null;
    this.rows = rows;
    this.view.setFilter(this.matches());
    this.showArranged();
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
    if (this.views.chosen === 'table') this.place.leave();
  }

  private switched(): void {
    window.scrollTo(0, 0);
    this.restorePlace();
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

  private showArranged(): void {
    const { noLead, noDue, dueYear } = this.input.strings;
    this.view.show(arrange(this.rows, this.head.choices.arrangement, { noLead, noDue, year: dueYear }));
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

  private setMerged(merged: boolean): void {
    this.view.setMerged(merged);
    this.selection.restoreAfterChange();
    this.editor.place();
  }

  /** Selected rows go to the clipboard as a table, unless words are marked. */
  private copy(event: ClipboardEvent): void {
    const keys = this.selection.selected();
    const rows = this.view.rows.filter(({ key }) => keys.has(key));
    const columns = shownColumns(this.head.choices.columns, this.view.merged);
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

  private restorePlace(): void {
    if (this.views.chosen === 'table') this.place.restore();
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
    const { head, views, full } = this;
    const { scroll, key } = this.place.now;
    const choices = { ...head.choices, within: this.trail.within };
    return { uri: this.input.uri, scroll, choices, views: { ...views.state }, full, key };
  }
}
