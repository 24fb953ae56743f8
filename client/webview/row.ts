/** One task as a table row: made from a template, later changed cell by cell. */
import type { PageStrings, TaskDeadline, TaskFinding, TaskRow } from '../src/preview/messages';
import { COLUMNS } from './columns';
import { element, fill, icon, setText, visible } from './dom';

/** What stands in a row; a row that shows the same needs no repainting. */
export interface ShownRow {
  readonly row: TaskRow;
  /** The task's own heading, where it is written above the measure. */
  readonly leadIn: string | null;
}

let template: HTMLTableRowElement | undefined;

/** An empty row of the right shape. Cloning is several times faster than making seven elements each time. */
export function createRow(): HTMLTableRowElement {
  if (template === undefined) {
    template = element('tr', { class: 'task' });
    template.tabIndex = -1;
    for (const column of COLUMNS) {
      const cell = element(column === 'label' ? 'th' : 'td', { class: column });
      if (column === 'label') cell.setAttribute('scope', 'row');
      if (column === 'text' || column === 'outcome') cell.append(element('div', { class: 'clamp' }));
      if (column === 'text') cell.append(element('div', { class: 'folded' }));
      template.append(cell);
    }
  }
  return template.cloneNode(true) as HTMLTableRowElement;
}

/** Shows `next` in `tr`, touching only the cells that differ from `before`. */
export function paintRow(
  tr: HTMLTableRowElement,
  next: ShownRow,
  before: ShownRow | undefined,
  strings: PageStrings,
): void {
  const { row } = next;
  const old = before?.row;
  const [label, text, lead, participants, deadline, outcome] = [...tr.cells].slice(-COLUMNS.length);
  if (!label || !text || !lead || !participants || !deadline || !outcome) return;
  if (old === undefined || old.key !== row.key) tr.dataset['key'] = row.key;
  if (old?.label !== row.label || !sameFindings(old.findings, row.findings)) paintLabel(label, row, strings);
  if (old?.text !== row.text || before?.leadIn !== next.leadIn) paintMeasure(text, next);
  paintUnits(lead, row.lead);
  paintUnits(participants, row.participants);
  if (old === undefined || !sameDeadline(old.deadline, row.deadline)) paintDeadline(deadline, row.deadline, strings);
  if ((old?.outcome ?? null) !== row.outcome) paintOutcome(outcome, text, row.outcome, strings);
}

function paintLabel(cell: HTMLTableCellElement, row: TaskRow, strings: PageStrings): void {
  cell.replaceChildren();
  if (row.label !== null) cell.append(element('span', { class: 'number', text: row.label }));
  if (row.findings.length > 0) cell.append(findingsMark(row.findings, strings));
}

/** The sign of the gravest finding, how many there are, and for screen readers what they say; see `findings.ts`. */
function findingsMark(findings: readonly TaskFinding[], strings: PageStrings): HTMLElement {
  const { severity } = findings[0]!;
  const mark = element('button', { class: `severity ${severity}` }, severityIcon(severity));
  mark.type = 'button';
  mark.tabIndex = -1;
  if (findings.length > 1) mark.append(element('span', { class: 'count', text: String(findings.length) }));
  const words = findings.map((one) => fill(strings.pair, strings[one.severity], one.message)).join(strings.semicolon);
  mark.append(element('span', { class: 'spoken', text: words }));
  return mark;
}

const icons = new Map<TaskFinding['severity'], Node>();

/** Told apart by shape, not only by colour; made once for each, then cloned. */
export function severityIcon(severity: TaskFinding['severity']): Node {
  const known = icons.get(severity) ?? icon(severity, ICONS[severity]);
  icons.set(severity, known);
  return known.cloneNode(true);
}

/** A cross, a triangle, an i and a dot. */
const ICONS: Readonly<Record<TaskFinding['severity'], readonly string[]>> = {
  error: ['M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z', 'M5.5 5.5l5 5M10.5 5.5l-5 5'],
  warning: ['M8 1.8L15 14.2H1z', 'M8 6v4M8 11.6v1'],
  info: ['M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z', 'M8 7.2v4.3M8 4.4v1.1'],
  hint: ['M8 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6z'],
};

function paintMeasure(cell: HTMLTableCellElement, shown: ShownRow): void {
  const clamp = cell.firstElementChild;
  if (!clamp) return;
  cell.querySelector('.lead-in')?.remove();
  if (shown.leadIn !== null) cell.prepend(element('div', { class: 'lead-in', text: shown.leadIn }));
  const body = cell.querySelector('.clamp');
  if (body) setText(body, shown.row.text);
}

/** Names stand apart by spaces, as in printed task tables: a “、” could end up alone on a line. */
function paintUnits(cell: HTMLTableCellElement, units: readonly string[]): void {
  setText(cell, units.join(' '));
}

/** Where the page is narrow the column gives way to a line below the measure; only one of the two is ever shown. */
function paintOutcome(cell: Element, measure: Element, outcome: string | null, strings: PageStrings): void {
  const folded = measure.querySelector('.folded');
  if (cell.firstChild) setText(cell.firstChild, outcome ?? '');
  if (folded) setText(folded, outcome === null ? '' : fill(strings.foldedOutcome, outcome));
}

const sameFindings = (a: readonly TaskFinding[], b: readonly TaskFinding[]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

function sameDeadline(a: TaskDeadline | null, b: TaskDeadline | null): boolean {
  return a === b || (a?.text === b?.text && a?.source === b?.source);
}

function paintDeadline(cell: HTMLTableCellElement, deadline: TaskDeadline | null, strings: PageStrings): void {
  cell.replaceChildren();
  if (deadline === null) return;
  if (deadline.source === 'stated') {
    cell.append(...breakable(deadline.text));
    return;
  }
  const note = deadline.source === 'inherited' ? strings.inherited : strings.milestone;
  cell.append(
    element('span', { class: deadline.source, title: note }, ...breakable(deadline.text)),
    element('span', { class: 'spoken', text: ` (${note})` }),
  );
}

/** A date may break after its year, after a dash and before what is to be done by then, not within “12月” or “底前”. */
function breakable(text: string): Node[] {
  const parts = visible(text).split(/(?<=\d年(?!年)|[-–—至、，；]|前(?=\p{Script=Han}))/u);
  return parts.flatMap((part, index) => {
    const piece = document.createTextNode(part);
    return index === 0 ? [piece] : [document.createElement('wbr'), piece];
  });
}
