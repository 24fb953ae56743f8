/** Who has how much to do by when, as a table to walk through with arrows; a cell leads to its tasks. */
import type { PageStrings } from '../../src/preview/messages';
import { element, fill, setText } from '../dom';
import type { Role } from '../filter';
import { walkCells } from './cells';
import { choice } from './choice';
import { dueName } from './names';
import type { View, ViewData, ViewEvents } from './view';
import { heatOf, workloadOf, type UnitLoad, type Workload } from './workloadModel';

/** Units shown before a person asks for all of them. */
const FIRST_UNITS = 100;

export class WorkloadView implements View {
  readonly root = element('div', { class: 'workload' });
  private readonly role: HTMLSelectElement;
  private readonly place = element('div', { class: 'sideways' });
  private data: ViewData | undefined;
  private all = false;

  constructor(
    private readonly strings: PageStrings,
    private readonly events: ViewEvents,
  ) {
    const [label, select] = choice(strings.loadRole, [
      ['any', strings.loadAny],
      ['lead', strings.loadLead],
      ['participant', strings.loadParticipant],
    ]);
    this.role = select;
    select.addEventListener('change', () => this.draw());
    const bar = element(
      'div',
      { class: 'view-bar' },
      label,
      element('span', { class: 'aside', text: strings.loadHint }),
    );
    this.root.append(bar, this.place);
  }

  show(data: ViewData): void {
    this.data = data;
    this.draw();
  }

  private draw(): void {
    if (!this.data) return;
    const load = workloadOf(this.data.rows, this.role.value as Role);
    if (load.units.length === 0) {
      this.place.replaceChildren(element('p', { class: 'nothing', text: this.strings.loadNone }));
      return;
    }
    const shown = this.all ? load.units : load.units.slice(0, FIRST_UNITS);
    this.place.replaceChildren(this.table(load, shown));
    if (shown.length < load.units.length) this.place.append(this.moreButton(load.units.length));
  }

  private table(load: Workload, shown: readonly UnitLoad[]): HTMLTableElement {
    const { strings } = this;
    const head = element('tr', {}, columnHead(strings.loadUnit));
    for (const year of load.years) head.append(columnHead(dueName(year, strings)));
    head.append(columnHead(strings.loadTotal));
    const body = element('tbody');
    for (const { unit, counts, total } of shown) {
      const cells = counts.map((count, at) => this.cell(unit, load.years[at] ?? '', count, heatOf(count, load.most)));
      body.append(element('tr', {}, rowHead(unit), ...cells, this.cell(unit, '', total, 0)));
    }
    const totals = load.totals.map((count, at) => this.cell('', load.years[at] ?? '', count, 0));
    const foot = element('tr', {}, rowHead(strings.loadAll), ...totals, this.cell('', '', load.total, 0));
    const table = element(
      'table',
      { class: 'matrix' },
      element('caption', { text: strings.workloadCaption }),
      element('thead', {}, head),
      body,
      element('tfoot', {}, foot),
    );
    walkCells(table);
    return table;
  }

  /** An empty `unit` or `year` stands for all of them. */
  private cell(unit: string, year: string, count: number, heat: number): HTMLTableCellElement {
    const cell = element('td', { class: `heat-${heat}` });
    if (count === 0) {
      cell.append(element('span', { class: 'zero', text: '0' }));
      return cell;
    }
    const { strings } = this;
    const button = element('button', { class: 'number', text: String(count) });
    button.type = 'button';
    button.tabIndex = -1;
    const when = year === '' ? strings.loadTotal : dueName(year, strings);
    button.setAttribute('aria-label', fill(strings.loadCell, unit || strings.loadAll, when, count));
    const role = unit === '' ? 'any' : (this.role.value as Role);
    button.addEventListener('click', () => this.events.narrow({ unit, role, ...(year === '' ? {} : { due: year }) }));
    cell.append(button);
    return cell;
  }

  private moreButton(count: number): HTMLButtonElement {
    const more = element('button', { class: 'toggle more' });
    more.type = 'button';
    setText(more, fill(this.strings.loadMore, count));
    more.addEventListener('click', () => {
      this.all = true;
      this.draw();
    });
    return more;
  }
}

function columnHead(text: string): HTMLTableCellElement {
  const head = element('th', { text });
  head.scope = 'col';
  return head;
}

function rowHead(text: string): HTMLTableCellElement {
  const head = element('th', { text });
  head.scope = 'row';
  return head;
}
