/** All views of the page under their tabs. The table is always kept up to date; the others are drawn when looked at. */
import type { PageStrings } from '../../src/preview/messages';
import { element } from '../dom';
import { OverviewView } from './overview';
import { viewNames } from './names';
import { Tabs, type Tab } from './tabs';
import { TimelineView } from './timeline';
import { UnitSheetView } from './unitSheet';
import { isViewName, VIEWS, type View, type ViewData, type ViewEvents, type ViewName } from './view';
import { WorkloadView } from './workload';

/** What is kept of the views over a reload. */
export interface ViewsState {
  readonly view: ViewName;
  readonly unit: string;
  readonly lanes: 'section' | 'unit';
}

export interface ViewsEvents extends ViewEvents {
  /** The view shown so far is about to be left. */
  leaving(): void;
  /** Another view is shown now. */
  switched(): void;
}

export class Views {
  /** The place of the panels, below the head. */
  readonly root = element('main');
  readonly tabs: HTMLElement;
  private readonly chooser: Tabs<ViewName>;
  private readonly timeline: TimelineView;
  private readonly unitSheet: UnitSheetView;
  private readonly others: Readonly<Record<Exclude<ViewName, 'table'>, View>>;
  private name: ViewName = 'table';

  constructor(
    strings: PageStrings,
    table: HTMLElement,
    private readonly events: ViewsEvents,
    state: ViewsState,
  ) {
    this.timeline = new TimelineView(strings, events);
    this.unitSheet = new UnitSheetView(strings, events);
    this.others = {
      timeline: this.timeline,
      workload: new WorkloadView(strings, events),
      unitSheet: this.unitSheet,
      overview: new OverviewView(strings, events),
    };
    const names = viewNames(strings);
    const tab = (name: ViewName): Tab<ViewName> => {
      const panel = element('div', {}, name === 'table' ? table : this.others[name].root);
      this.root.append(panel);
      return { name, text: names[name], panel };
    };
    const [first, ...rest] = VIEWS;
    this.chooser = new Tabs(strings.views, [tab(first), ...rest.map(tab)], (name) => this.choose(name));
    this.tabs = this.chooser.root;
    this.unitSheet.unit = state.unit;
    this.timeline.lanes = state.lanes;
    this.apply(state.view);
  }

  get chosen(): ViewName {
    return this.name;
  }

  get state(): ViewsState {
    return { view: this.name, unit: this.unitSheet.unit, lanes: this.timeline.lanes };
  }

  /** To the tab that is chosen. */
  focus(): void {
    this.chooser.focus();
  }

  choose(name: ViewName): void {
    if (name === this.name) return;
    this.events.leaving();
    this.apply(name);
    this.events.switched();
  }

  /** Shows `data` in the view that is looked at; made only when that is not the table, which has its rows already. */
  show(data: () => ViewData): void {
    if (this.name !== 'table') this.others[this.name].show(data());
  }

  private apply(name: ViewName): void {
    this.name = name;
    this.chooser.choose(name);
    for (const each of VIEWS) document.body.classList.toggle(`shows-${each}`, each === name);
  }
}

export function readViewsState(value: unknown): ViewsState {
  const { view, unit, lanes } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return {
    view: isViewName(view) ? view : 'table',
    unit: typeof unit === 'string' ? unit : '',
    lanes: lanes === 'unit' ? 'unit' : 'section',
  };
}
