/** Who has how much to do by when, as a table to walk through with arrows; a cell leads to its tasks. */
import type { PageStrings } from '../../src/preview/messages';
import { element, fill } from '../dom';
import type { Role } from '../filter';
import { walkCells } from './cells';
import { button, choice } from './choice';
import { dueName } from './names';
import type { View, ViewData, ViewEvents } from './view';
import { heatOf, inOrder, workloadOf, type LoadOrder, type UnitLoad, type Workload } from './workloadModel';

/** Units shown before a person asks for all of them. */
const FIRST_UNITS = 100;

/** A figure: the tasks of a unit (all units where it is empty) due then (at any time where it is empty). */
interface Cell {
  readonly unit: string;
  readonly due: string;
  readonly role: Role;
  readonly count: number;
  /** Of the warmest cell; 0 for sums. */
  readonly most: number;
}

export class WorkloadView implements View {
  readonly root = element('div', { class: 'workload' });
  private readonly role: HTMLSelectElement;
  private readonly place = element('div', { class: 'matrix-place' });
  private data: ViewData | undefined;
  private all = false;
  private order: LoadOrder = 'total';

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
    if (typeof this.order === 'number' && this.order >= load.years.length) this.order = 'total';
    const units = inOrder(load.units, this.order);
    const shown = this.all ? units : units.slice(0, FIRST_UNITS);
    const more = shown.length < units.length ? [this.moreButton(units.length)] : [];
    this.place.replaceChildren(this.table(load, shown), ...more);
  }

  private table(load: Workload, shown: readonly UnitLoad[]): HTMLTableElement {
    const { strings } = this;
    const role = this.role.value as Role;
    const both = role === 'any';
    const { years, most } = load;
    const head = element('tr', {}, this.columnHead(strings.loadUnit, 'name'));
    head.append(...years.map((year, at) => this.columnHead(dueName(year, strings), at)));
    head.append(this.columnHead(strings.loadTotal, 'total'));
    if (both) {
      head.append(this.columnHead(strings.loadLead, 'leads'), this.columnHead(strings.loadParticipant, 'joins'));
    }
    const body = element('tbody');
    for (const { unit, counts, total, leads, joins } of shown) {
      const sum = { unit, due: '', most: 0 };
      const cells: readonly Cell[] = [
        ...counts.map((count, at) => ({ unit, due: years[at] ?? '', role, count, most })),
        { ...sum, role, count: total },
        ...(both ? [{ ...sum, role: 'lead' as const, count: leads }] : []),
        ...(both ? [{ ...sum, role: 'participant' as const, count: joins }] : []),
      ];
      body.append(element('tr', {}, rowHead(unit), ...cells.map((cell) => this.cell(cell))));
    }
    const every = { unit: '', role: 'any', most: 0 } as const;
    const totals = load.totals.map((count, at) => this.cell({ ...every, due: years[at] ?? '', count }));
    const foot = element(
      'tr',
      {},
      rowHead(strings.loadAll),
      ...totals,
      this.cell({ ...every, due: '', count: load.total }),
    );
    if (both) foot.append(element('td'), element('td'));
    const table = element(
      'table',
      { class: 'matrix' },
      element('caption', { class: 'spoken', text: strings.workloadCaption }),
      element('thead', {}, head),
      body,
      element('tfoot', {}, foot),
    );
    walkCells(table);
    return table;
  }

  private cell({ unit, due, role, count, most }: Cell): HTMLTableCellElement {
    const cell = element('td', { class: `heat-${most === 0 ? 0 : heatOf(count, most)}` });
    if (count === 0) {
      cell.append(element('span', { class: 'zero', text: '0' }));
      return cell;
    }
    const { strings } = this;
    const number = element('button', { class: 'number', text: String(count) });
    number.type = 'button';
    number.tabIndex = -1;
    const sum = { any: strings.loadTotal, lead: strings.loadLead, participant: strings.loadParticipant }[role];
    const when = due === '' ? sum : dueName(due, strings);
    number.setAttribute('aria-label', fill(strings.loadCell, unit || strings.loadAll, when, count));
    number.addEventListener('click', () =>
      this.events.narrow({ ...(unit === '' ? {} : { unit, role }), ...(due === '' ? {} : { due }) }),
    );
    cell.append(number);
    if (most > 0) {
      // Where backgrounds are not to be seen.
      const share = element('span', { class: 'load' });
      share.style.setProperty('--share', String(count / most));
      cell.append(share);
    }
    return cell;
  }

  private columnHead(text: string, order: LoadOrder): HTMLTableCellElement {
    const sort = element('button', { class: 'sort', text, title: this.strings.loadSort });
    sort.type = 'button';
    const head = element('th', {}, sort);
    head.scope = 'col';
    if (order === this.order) head.ariaSort = order === 'name' ? 'ascending' : 'descending';
    sort.addEventListener('click', () => {
      this.order = order;
      this.draw();
      this.place.querySelector<HTMLElement>('[aria-sort] button')?.focus();
    });
    return head;
  }

  private moreButton(count: number): HTMLElement {
    const more = button(fill(this.strings.loadMore, count), () => {
      this.all = true;
      this.draw();
    });
    more.classList.add('more');
    return more;
  }
}

function rowHead(text: string): HTMLTableCellElement {
  const head = element('th', { text });
  head.scope = 'row';
  return head;
}
