/** One block of the page: a `<table>` in an element the browser skips while it is out of sight. */
import type { PageStrings, TaskRow } from '../src/preview/messages';
import { element, fill, setText } from './dom';
import { groupOf, type Cut } from './layout';
import { createRow, paintRow, type Column, type ShownRow } from './row';

/** What a block has to know about the table as a whole. */
export interface BlockContext {
  readonly strings: PageStrings;
  /** Groups have heading rows of their own. */
  readonly groupRows: boolean;
}

/** What stands right before a block, for “is this a continuation”. */
export interface Before {
  readonly section: string | null;
  readonly group: string | null;
}

/** Rows are about this high until the browser has measured them; good enough for a scroll bar. */
const ROW_HEIGHT = 66;

export class Block {
  readonly root = element('section', { class: 'block' });
  private readonly caption = element('caption');
  private readonly body = element('tbody');
  private readonly trs = new Map<string, HTMLTableRowElement>();
  private readonly shown = new WeakMap<HTMLTableRowElement, ShownRow>();
  private cut: Cut = { section: null, rows: [] };
  private before: Before | undefined;
  private filled = false;

  constructor(private readonly context: BlockContext) {
    const table = element('table', {}, this.caption, columnGroup(), columnHead(context.strings, 'spoken'), this.body);
    this.root.append(table);
  }

  get rows(): readonly TaskRow[] {
    return this.cut.rows;
  }

  /** What the next block has before it. */
  get after(): Before {
    const last = this.cut.rows.at(-1);
    return { section: this.cut.section, group: last ? groupOf(last) : null };
  }

  row(key: string): HTMLTableRowElement | undefined {
    return this.trs.get(key);
  }

  /** Takes the place of `cut` without making its rows yet; `fill` does. */
  plan(cut: Cut, before: Before | undefined): void {
    this.cut = cut;
    this.before = before;
    this.root.style.containIntrinsicBlockSize = `auto ${cut.rows.length * ROW_HEIGHT}px`;
  }

  /** Makes the rows of a block that was only planned; false when they were there. */
  fill(): boolean {
    if (this.filled) return false;
    this.update(this.cut, this.before);
    return true;
  }

  /** Shows `cut`; rows that stay keep their element, and with it focus and place. */
  update(cut: Cut, before: Before | undefined): void {
    this.plan(cut, before);
    this.filled = true;
    this.paintCaption();
    const wanted = this.wantedRows();
    let next = this.body.firstChild;
    for (const tr of wanted) {
      if (tr === next) next = next.nextSibling;
      else this.body.insertBefore(tr, next);
    }
    while (next) {
      const gone = next;
      next = next.nextSibling;
      gone.remove();
    }
  }

  /** The block above changed: is this still a continuation of it? */
  follow(before: Before | undefined): void {
    if (before?.section === this.before?.section && before?.group === this.before?.group) return;
    if (this.filled) this.update(this.cut, before);
    else this.plan(this.cut, before);
  }

  /** Hides rows that do not match. */
  filter(matches: (row: TaskRow) => boolean): void {
    this.root.hidden = !this.cut.rows.some(matches);
    let group: HTMLTableRowElement | undefined;
    for (const tr of this.body.rows) {
      const shown = this.shown.get(tr);
      if (shown === undefined) {
        group = tr;
        group.hidden = true;
        continue;
      }
      tr.hidden = !matches(shown.row);
      if (group && !tr.hidden) group.hidden = false;
    }
  }

  private paintCaption(): void {
    const { strings } = this.context;
    const { section } = this.cut;
    const continued = this.before !== undefined && this.before.section === section;
    const name = section ?? strings.caption;
    // A table without its own heading still gets a name, for those who hear it.
    setText(this.caption, continued ? fill(strings.continued, name) : name);
    this.caption.classList.toggle('spoken', continued || section === null);
  }

  private wantedRows(): HTMLTableRowElement[] {
    const headings = this.takeGroupRows();
    const old = new Map(this.trs);
    this.trs.clear();
    const wanted: HTMLTableRowElement[] = [];
    let group = this.before?.section === this.cut.section ? (this.before?.group ?? null) : null;
    for (const row of this.cut.rows) {
      const own = groupOf(row);
      const starts = own !== null && own !== group;
      group = own;
      if (starts && this.context.groupRows) wanted.push(headings.get(own)?.pop() ?? groupRow(own));
      // Keys are unique; should two rows share one all the same, each still gets its own element.
      const tr = (this.trs.has(row.key) ? undefined : old.get(row.key)) ?? createRow();
      this.paint(tr, { row, leadIn: starts && !this.context.groupRows ? own : null });
      this.trs.set(row.key, tr);
      wanted.push(tr);
    }
    return wanted;
  }

  private paint(tr: HTMLTableRowElement, next: ShownRow): void {
    const before = this.shown.get(tr);
    if (before?.row === next.row && before.leadIn === next.leadIn) return;
    paintRow(tr, next, before, this.context.strings);
    this.shown.set(tr, next);
  }

  private takeGroupRows(): Map<string, HTMLTableRowElement[]> {
    const rows = new Map<string, HTMLTableRowElement[]>();
    for (const tr of this.body.querySelectorAll<HTMLTableRowElement>('tr.group')) {
      const text = tr.dataset['group'] ?? '';
      const same = rows.get(text);
      if (same) same.unshift(tr);
      else rows.set(text, [tr]);
    }
    return rows;
  }
}

function groupRow(text: string): HTMLTableRowElement {
  const heading = element('th', { text });
  // The outcome's column comes and goes, so it is not spanned but has a cell of its own.
  heading.colSpan = COLUMNS.length - 1;
  heading.scope = 'rowgroup';
  const tr = element('tr', { class: 'group' }, heading, element('td', { class: 'outcome' }));
  tr.dataset['group'] = text;
  return tr;
}

const COLUMNS: readonly Column[] = ['label', 'text', 'lead', 'participants', 'deadline', 'outcome'];

/** The widths, the same in every block and in the strip at the top, so that all columns are in line. */
export function columnGroup(): HTMLTableColElement {
  const group = document.createElement('colgroup');
  for (const column of COLUMNS) group.append(element('col', { class: column }));
  return group;
}

export function columnHead(strings: PageStrings, className: string): HTMLTableSectionElement {
  const texts: Readonly<Record<Column, string>> = {
    label: strings.columnLabel,
    text: strings.columnText,
    lead: strings.columnLead,
    participants: strings.columnParticipants,
    deadline: strings.columnDeadline,
    outcome: strings.columnOutcome,
  };
  const row = element('tr');
  for (const column of COLUMNS) {
    const cell = element('th', { class: column, text: texts[column] });
    cell.scope = 'col';
    row.append(cell);
  }
  return element('thead', { class: className }, row);
}
