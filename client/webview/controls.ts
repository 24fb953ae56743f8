/** The bar of choices below the filter: unit and role, time, section, findings; groups, order, columns. */
import type { PageStrings, TaskRow } from '../src/preview/messages';
import { AS_WRITTEN, readArrangement, type Arrangement, type GroupBy, type SortBy } from './arrange';
import { columnNames, EVERYTHING, HIDEABLE, readColumns, type AnyColumn, type ColumnChoice } from './columns';
import { element, fill, setText } from './dom';
import { ALL, choicesIn, readWanted, type Choice, type Only, type Role, type Wanted } from './filter';
import { labelled, setOptions } from './views/choice';
import { dueName } from './views/names';

/** Everything a person has chosen but the words of the filter. */
export interface Choices {
  readonly wanted: Wanted;
  readonly arrangement: Arrangement;
  readonly columns: ColumnChoice;
}

/** What was kept of the choices over a reload. */
export function readChoices(kept: Readonly<Record<string, unknown>> = {}): Choices {
  return {
    wanted: readWanted(kept['wanted']),
    arrangement: readArrangement(kept['arrangement']),
    columns: readColumns(kept['columns']),
  };
}

export class Controls {
  readonly root = element('div', { class: 'choices' });
  readonly toggle = element('button', { class: 'toggle' });
  private readonly unit = element('select');
  private readonly role = element('select');
  private readonly due = element('select');
  private readonly section = element('select');
  private readonly findings = element('input');
  private readonly only = element('select');
  private readonly group = element('select');
  private readonly sort = element('select');
  private readonly columns = new Map<AnyColumn, HTMLInputElement>();
  private rows: readonly TaskRow[] = [];
  /** What was offered last: of ten thousand rows the choices are not gathered twice. */
  private offered: readonly [rows: readonly TaskRow[], role: string] | null = null;
  private widths: ColumnChoice['widths'] = {};

  constructor(
    private readonly strings: PageStrings,
    private readonly changed: () => void,
  ) {
    this.root.id = 'choices';
    this.root.hidden = true;
    this.toggle.type = 'button';
    this.toggle.setAttribute('aria-controls', this.root.id);
    this.toggle.addEventListener('click', () => this.open(this.root.hidden === true));
    this.open(false);
    this.build();
    this.root.addEventListener('change', () => {
      this.label();
      changed();
    });
  }

  /** What is chosen now; `query` are the words of the filter beside it. */
  read(query: string): Choices {
    const hidden = HIDEABLE.filter((column) => this.columns.get(column)?.checked === false);
    return {
      wanted: {
        query,
        unit: this.unit.value,
        role: this.role.value as Role,
        due: this.due.value,
        section: this.section.value,
        findings: this.findings.checked,
        only: this.only.value as Only,
      },
      arrangement: { group: this.group.value as GroupBy, sort: this.sort.value as SortBy },
      columns: { hidden, widths: this.widths },
    };
  }

  /** Puts a choice in; one that the rows do not offer (any more) is kept as long as nobody changes it. */
  write({ wanted, arrangement, columns }: Choices): void {
    keep(this.unit, wanted.unit);
    keep(this.due, wanted.due);
    keep(this.section, wanted.section);
    this.role.value = wanted.role;
    this.findings.checked = wanted.findings;
    this.only.value = wanted.only;
    this.group.value = arrangement.group;
    this.sort.value = arrangement.sort;
    for (const [column, box] of this.columns) box.checked = !columns.hidden.includes(column);
    this.widths = columns.widths;
    this.label();
  }

  clear(): void {
    const { arrangement, columns } = this.read('');
    this.write({ wanted: ALL, arrangement, columns });
  }

  setWidth(column: AnyColumn, width: number | null): void {
    const rest = Object.fromEntries(Object.entries(this.widths).filter(([name]) => name !== column));
    this.widths = width === null ? rest : { ...rest, [column]: width };
    this.changed();
  }

  /** Of what there is to choose; gathered once the bar is open, which it seldom is. */
  offer(rows: readonly TaskRow[]): void {
    this.rows = rows;
    if (!this.root.hidden) this.gather();
  }

  private gather(): void {
    const { strings, rows, offered } = this;
    const role = this.role.value as Role;
    if (offered?.[0] === rows && offered[1] === role) return;
    this.offered = [rows, role];
    const { units, dues, sections } = choicesIn(rows, role);
    offer(this.unit, strings.allUnits, units);
    offer(this.due, strings.allTimes, dues, (value) => dueName(value, strings));
    offer(this.section, strings.allSections, sections);
    this.section.parentElement!.hidden = sections.length < 2;
  }

  open(open: boolean): void {
    this.root.hidden = !open;
    this.toggle.ariaExpanded = String(open);
    this.offer(this.rows);
  }

  private build(): void {
    const { strings } = this;
    const names = columnNames(strings);
    setOptions(this.role, [
      ['any', strings.anyRole],
      ['lead', strings.asLead],
      ['participant', strings.asParticipant],
    ]);
    setOptions(this.only, [
      ['', strings.onlyAll],
      ['overdue', strings.onlyOverdue],
      ['noLead', strings.onlyNoLead],
      ['error', strings.error],
      ['warning', strings.warning],
      ['info', strings.info],
      ['hint', strings.hint],
    ]);
    setOptions(this.group, [
      ['section', strings.bySection],
      ['lead', strings.byLead],
      ['year', strings.byYear],
    ]);
    setOptions(this.sort, [
      ['text', strings.sortText],
      ['due', strings.sortDue],
      ['lead', strings.sortLead],
      ['findings', strings.sortFindings],
    ]);
    this.findings.type = 'checkbox';
    const boxes = HIDEABLE.map((column) => {
      const box = element('input');
      box.type = 'checkbox';
      box.checked = true;
      this.columns.set(column, box);
      return element('label', { class: column }, box, document.createTextNode(names[column]));
    });
    const columns = element('fieldset', {}, element('legend', { text: strings.columns }), ...boxes);
    this.root.append(
      labelled(strings.unit, this.unit),
      labelled(strings.role, this.role),
      labelled(strings.time, this.due),
      labelled(strings.section, this.section),
      element('label', {}, this.findings, document.createTextNode(strings.onlyFindings)),
      labelled(strings.only, this.only),
      element(
        'div',
        { class: 'arranging' },
        labelled(strings.groupBy, this.group),
        labelled(strings.sortBy, this.sort),
        columns,
      ),
    );
    this.write({ wanted: ALL, arrangement: AS_WRITTEN, columns: EVERYTHING });
  }

  /** The button says how many filters are on, so that a closed bar hides nothing. */
  private label(): void {
    const { unit, due, section, findings, only } = this.read('').wanted;
    const active = [unit, due, section, only].filter((value) => value !== '').length + (findings ? 1 : 0);
    const { strings } = this;
    setText(this.toggle, active === 0 ? strings.choices : fill(strings.choicesActive, active));
  }
}

/** Offers choices with their counts; what is chosen stays chosen, though no row has it at the moment. */
function offer(
  select: HTMLSelectElement,
  all: string,
  choices: readonly Choice[],
  name: (value: string) => string = (value) => value,
): void {
  const chosen = select.value;
  setOptions(select, [['', all], ...choices.map(({ value, count }) => [value, `${name(value)} (${count})`] as const)]);
  keep(select, chosen, name);
}

function keep(select: HTMLSelectElement, value: string, name: (value: string) => string = (text) => text): void {
  if (![...select.options].some((option) => option.value === value))
    select.add(new Option(`${name(value)} (0)`, value));
  select.value = value;
}
