/** One block of the page: a `<table>` in an element the browser skips while it is out of sight. */
import type { PageStrings, TaskRow } from '../src/preview/messages';
import { ALL_COLUMNS, columnNames, MERGED, type MergedColumn } from './columns';
import { element, fill, setText } from './dom';
import { mergedIn, ownHeading, pathOf, type Cut } from './layout';
import { createRow, paintRow, type ShownRow } from './row';

/** What a block has to know about the table as a whole. */
export interface BlockContext {
  readonly strings: PageStrings;
  /** A task's own heading gets a row, instead of a line above the measure. */
  readonly headingRows: boolean;
  /** How many columns the heading of a group spans. */
  readonly span: number;
  /** Headings have columns of their own, merged over the rows they hold. */
  readonly merged: boolean;
}

/** Where a row stands, and what is written above its measure. */
interface Place {
  /** Headings in force, outermost first, without the section itself. */
  readonly path: readonly string[];
  readonly leadIn: string | null;
  /** A heading the measure itself began with; rows that share it need not show it again. */
  readonly said: string | null;
}

/** What stands right before a block, for “is this a continuation”. */
export interface Before extends Place {
  readonly section: string | null;
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
  /** The merged cells as they are, in a form that can be compared. */
  private merges: readonly unknown[] = [];

  constructor(private context: BlockContext) {}

  get rows(): readonly TaskRow[] {
    return this.cut.rows;
  }

  /** What the next block has before it. */
  get after(): Before {
    return { section: this.cut.section, ...(this.places().at(-1) ?? NOWHERE) };
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
    if (!this.filled) this.build();
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
    this.merge();
  }

  /** The table around the rows; of those that are only planned there may be hundreds. */
  private build(): void {
    const head = columnHead(this.context.strings, 'spoken');
    const table = element('table', {}, this.caption, columnGroup(), head, this.body);
    // A grid rather than a table to look at: arrow keys reach the page although a screen reader is on.
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-multiselectable', 'true');
    this.root.append(table);
  }

  /** The block above changed: is this still a continuation of it? */
  follow(before: Before | undefined): void {
    if (JSON.stringify(before) === JSON.stringify(this.before)) return;
    if (this.filled) this.update(this.cut, before);
    else this.plan(this.cut, before);
  }

  /** The columns changed. */
  setSpan(span: number): void {
    this.context = { ...this.context, span };
    for (const heading of this.body.querySelectorAll<HTMLTableCellElement>('tr.group > th')) heading.colSpan = span;
  }

  /** Hides rows that do not match. */
  filter(matches: (row: TaskRow) => boolean): void {
    this.root.hidden = !this.cut.rows.some(matches);
    // The headings above the row at hand, outermost first; each is shown with the first row that is.
    const above: HTMLTableRowElement[] = [];
    for (const tr of this.body.rows) {
      const shown = this.shown.get(tr);
      if (shown === undefined) {
        above.length = Math.min(above.length, Number(tr.dataset['depth']) - 1);
        above.push(tr);
        tr.hidden = true;
        continue;
      }
      tr.hidden = !matches(shown.row);
      if (!tr.hidden) for (const heading of above) heading.hidden = false;
    }
    this.merge();
  }

  /** Puts 项目 and 分组 before the first of the rows they hold, of those that are shown. */
  private merge(): void {
    if (!this.context.merged) return;
    const trs = [...this.trs.values()].filter((tr) => !tr.hidden);
    const rows = trs.map((tr) => this.shown.get(tr)!.row);
    const cells = MERGED.map((column) => ({ column, runs: mergedIn(rows, column) }));
    const merges = cells.flatMap(({ runs }) => runs.flatMap(({ start, count, text }) => [trs[start], count, text]));
    if (merges.length === this.merges.length && merges.every((part, at) => part === this.merges[at])) return;
    this.merges = merges;
    for (const old of this.body.querySelectorAll('.merged')) old.remove();
    // Each is put first, so the project comes last.
    for (const { column, runs } of cells.toReversed())
      for (const { start, count, text } of runs) trs[start]!.prepend(mergedCell(column, count, text));
  }

  private paintCaption(): void {
    const { strings } = this.context;
    const { section } = this.cut;
    const continued = this.before !== undefined && this.before.section === section;
    const name = section ?? strings.caption;
    // A table without its own heading still gets a name, for those who hear it.
    setText(this.caption, continued ? fill(strings.continued, name) : name);
    this.caption.classList.toggle('spoken', continued || section === null || this.context.merged);
  }

  private wantedRows(): HTMLTableRowElement[] {
    const headings = this.takeGroupRows();
    const old = new Map(this.trs);
    this.trs.clear();
    const wanted: HTMLTableRowElement[] = [];
    const places = this.places();
    let { path, leadIn } = this.start();
    for (const [index, row] of this.cut.rows.entries()) {
      const place = places[index] ?? NOWHERE;
      const from = firstDifference(path, place.path);
      for (let depth = from; depth < place.path.length; depth++) {
        const text = place.path[depth] ?? '';
        wanted.push(headings.get(groupKey(depth + 1, text))?.pop() ?? groupRow(depth + 1, text, this.context.span));
      }
      const repeated = place.leadIn === leadIn && from === place.path.length && from === path.length;
      ({ path, leadIn } = place);
      // Keys are unique; should two rows share one all the same, each still gets its own element.
      const tr = (this.trs.has(row.key) ? undefined : old.get(row.key)) ?? createRow();
      this.paint(tr, { row, leadIn: repeated ? null : leadIn });
      this.trs.set(row.key, tr);
      wanted.push(tr);
    }
    return wanted;
  }

  /** Where the rows of this block begin: within the headings of the block above, if that is the same section. */
  private start(): Place {
    return this.before?.section === this.cut.section ? (this.before ?? NOWHERE) : NOWHERE;
  }

  private places(): Place[] {
    let place = this.start();
    return this.cut.rows.map((row) => (place = this.place(row, place)));
  }

  private place(row: TaskRow, before: Place): Place {
    if (this.context.merged) return NOWHERE;
    const path = pathOf(row);
    const own = ownHeading(row);
    if (own === null) return { path, leadIn: null, said: row.heading };
    if (own === before.said && path.join() === before.path.join()) return { path, leadIn: null, said: own };
    return this.context.headingRows
      ? { path: [...path, own], leadIn: null, said: null }
      : { path, leadIn: own, said: null };
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
      const key = groupKey(Number(tr.dataset['depth']), tr.dataset['group'] ?? '');
      const same = rows.get(key);
      if (same) same.unshift(tr);
      else rows.set(key, [tr]);
    }
    return rows;
  }
}

const NOWHERE: Place = { path: [], leadIn: null, said: null };

function firstDifference(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function groupKey(depth: number, text: string): string {
  return `${depth} ${text}`;
}

/** A heading within a section; `depth` is 1 right below it. */
function groupRow(depth: number, text: string, span: number): HTMLTableRowElement {
  const heading = element('th', { text });
  // The outcome's column comes and goes, so it is not spanned but has a cell of its own.
  heading.colSpan = span;
  heading.scope = 'rowgroup';
  const tr = element('tr', { class: 'group' }, heading, element('td', { class: 'outcome' }));
  tr.dataset['group'] = text;
  tr.dataset['depth'] = String(depth);
  return tr;
}

function mergedCell(column: MergedColumn, count: number, text: string): HTMLTableCellElement {
  const cell = element('th', { class: `${column} merged` }, element('div', { text }));
  cell.scope = 'rowgroup';
  cell.rowSpan = count;
  return cell;
}

/** The widths, the same in every block and in the strip at the top, so that all columns are in line. */
export function columnGroup(): HTMLTableColElement {
  const group = document.createElement('colgroup');
  for (const column of ALL_COLUMNS) group.append(element('col', { class: column }));
  return group;
}

export function columnHead(strings: PageStrings, className: string): HTMLTableSectionElement {
  const texts = columnNames(strings);
  const row = element('tr');
  for (const column of ALL_COLUMNS) {
    const cell = element('th', { class: column, text: texts[column] });
    cell.scope = 'col';
    row.append(cell);
  }
  return element('thead', { class: className }, row);
}
