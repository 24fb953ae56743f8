/** 我的任务: what one unit leads and joins, to be read here, copied or saved and sent. */
import type { PageStrings, TaskRow, UnitFormat } from '../../src/preview/messages';
import { element, fill, setText } from '../dom';
import { button, choice, setOptions } from './choice';
import { othersOf, sheetAsHtml, sheetAsText, sheetOf, type UnitSheet } from './unitSheetModel';
import type { View, ViewData, ViewEvents } from './view';
import { workloadOf } from './workloadModel';

/** Tasks of a role shown before a person asks for all of them. */
const FIRST_TASKS = 200;

export class UnitSheetView implements View {
  readonly root = element('div', { class: 'unit-sheet' });
  private readonly select: HTMLSelectElement;
  private readonly bar = element('div', { class: 'view-bar' });
  private readonly said = element('span', { class: 'aside' });
  private readonly place = element('div');
  private data: ViewData | undefined;
  private all = false;
  /** Chosen by the person; kept though the filter hides all its tasks for a while. */
  unit = '';

  constructor(
    private readonly strings: PageStrings,
    private readonly events: ViewEvents,
  ) {
    const [label, select] = choice(strings.sheetUnit, []);
    this.select = select;
    select.addEventListener('change', () => {
      this.unit = select.value;
      this.all = false;
      this.draw();
      events.changed();
    });
    this.said.setAttribute('role', 'status');
    const save = (name: string, format: UnitFormat): HTMLButtonElement =>
      button(name, () => events.post({ type: 'exportUnit', unit: select.value, format }));
    this.bar.append(
      label,
      button(strings.sheetCopy, () => void this.copy()),
      save(strings.sheetWord, 'docx'),
      save(strings.sheetExcel, 'xlsx'),
      save(strings.sheetCalendar, 'ics'),
      this.said,
    );
    this.root.append(this.bar, this.place);
  }

  show(data: ViewData): void {
    this.data = data;
    const { units } = workloadOf(data.rows, 'any');
    setOptions(
      this.select,
      units.map(({ unit, total }) => [unit, `${unit} (${total})`]),
    );
    // Who leads most has more use for a sheet than “all departments”, which join most.
    const likely = this.unit || workloadOf(data.rows, 'lead').units[0]?.unit;
    if (units.some(({ unit }) => unit === likely)) this.select.value = likely ?? '';
    this.bar.hidden = units.length === 0;
    this.draw();
  }

  private sheet(): UnitSheet | null {
    return this.data && this.select.value !== '' ? sheetOf(this.data.rows, this.select.value) : null;
  }

  private draw(): void {
    const { strings } = this;
    const sheet = this.sheet();
    setText(this.said, '');
    if (!sheet || !this.data) {
      this.place.replaceChildren(element('p', { class: 'nothing', text: strings.sheetNone }));
      return;
    }
    const notes =
      this.data.rows.length < this.data.total ? [element('p', { class: 'aside', text: strings.sheetFiltered })] : [];
    this.place.replaceChildren(
      element('h2', { text: fill(strings.sheetTitle, sheet.unit) }),
      element('p', { class: 'aside', text: this.data.title }),
      ...notes,
      ...this.part(fill(strings.sheetLeads, sheet.leads.length), sheet.leads, sheet.unit),
      ...this.part(fill(strings.sheetJoins, sheet.joins.length), sheet.joins, sheet.unit),
    );
  }

  private part(title: string, rows: readonly TaskRow[], unit: string): HTMLElement[] {
    if (rows.length === 0) return [];
    const list = element('ul', { class: 'duties' });
    const shown = this.all ? rows : rows.slice(0, FIRST_TASKS);
    list.append(...shown.map((row) => element('li', {}, this.duty(row, unit))));
    const more = shown.length < rows.length ? [this.moreButton(rows.length)] : [];
    return [element('h3', { text: title }), list, ...more];
  }

  private moreButton(count: number): HTMLElement {
    const more = button(fill(this.strings.sheetMore, count), () => {
      this.all = true;
      this.draw();
    });
    more.classList.add('more');
    return more;
  }

  private duty(row: TaskRow, unit: string): HTMLElement {
    const { strings } = this;
    const duty = element('button', { class: 'duty' });
    duty.type = 'button';
    duty.addEventListener('click', (event) =>
      // Keys go on in the text, as in the table; the mouse only shows it.
      this.events.post({ type: 'reveal', key: row.key, focus: event.detail === 0 }),
    );
    const others = othersOf(row, unit);
    const known = [
      [strings.columnDeadline, row.deadline?.text],
      [strings.columnLead, others.filter((name) => row.lead.includes(name)).join('、')],
      [strings.columnParticipants, others.filter((name) => !row.lead.includes(name)).join('、')],
      [strings.columnOutcome, row.outcome],
    ] as const;
    duty.append(element('span', { class: 'what', text: [row.label, row.text].filter(Boolean).join(' ') }));
    for (const [name, value] of known)
      if (value) duty.append(element('span', { class: 'aside', text: fill(strings.pair, name, value) }));
    return duty;
  }

  private async copy(): Promise<void> {
    const sheet = this.sheet();
    if (!sheet || !this.data) return;
    const { title } = this.data;
    const parts = {
      'text/plain': new Blob([sheetAsText(sheet, title, this.strings)], { type: 'text/plain' }),
      'text/html': new Blob([sheetAsHtml(sheet, title, this.strings)], { type: 'text/html' }),
    };
    try {
      await navigator.clipboard.write([new ClipboardItem(parts)]);
      setText(this.said, this.strings.copyDone);
    } catch {
      setText(this.said, this.strings.copyFailed);
    }
  }
}
