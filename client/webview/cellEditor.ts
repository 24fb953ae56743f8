/**
 * Changing a cell. The editor lies over the table instead of in it, so that rows may be repainted, moved or made anew under
 * it without losing what is typed. Nothing is changed here: the text is, and the row comes back from there.
 */
import type { PageStrings, TaskRow } from '../src/preview/messages';
import { CellCursor, cellAt, columnOf, keyOf } from './cellCursor';
import { cellText, columnNames, type Column } from './columns';
import { element, fill, icon, setText } from './dom';
import type { TableView } from './tableView';
import { UnitNames, type UnitQuestion } from './unitNames';

export interface CellEdit {
  /** Tells the answers apart. */
  readonly id: number;
  readonly key: string;
  readonly column: Column;
  readonly value: string;
  /** What the cell said when the person began, or when they were last told that it had changed. */
  readonly old: string;
}

export interface CellEditorEvents {
  edit(edit: CellEdit): void;
  /** Said by screen readers. */
  announce(text: string): void;
  /** Asks which units may stand there. */
  unitNames(question: UnitQuestion): void;
  /** Goes to what was found in a row; false when there is nothing. */
  toFinding(key: string): boolean;
}

/** The cell being changed. */
interface Open {
  readonly key: string;
  readonly column: Column;
  old: string;
  /** Sent and not answered yet. */
  pending: number | null;
  /** The value that was refused; leaving the editor does not send it again. */
  refused: string | null;
  /** The person left by Enter: the focus goes back to the cell; by Tab: on to the next or the one before. */
  returns: boolean;
  onward: 1 | -1 | 0;
}

/** Pixels a cell is changed in at least. */
const NARROWEST = 140;

const PENCIL = ['M2.5 13.5l.8-3.2 7.6-7.6a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7l-7.6 7.6z', 'M9.5 4.1l2.4 2.4'];

export class CellEditor {
  private readonly box = element('div', { class: 'cell-editor' });
  private readonly input = element('textarea');
  private readonly refusal = element('div', { class: 'refusal' });
  private readonly pencil: HTMLButtonElement;
  private readonly cursor: CellCursor;
  private readonly names: UnitNames;
  private pencilCell: HTMLElement | undefined;
  private open: Open | null = null;
  private sent = 0;

  constructor(
    private readonly view: TableView,
    private readonly strings: PageStrings,
    private readonly events: CellEditorEvents,
    signal: AbortSignal,
  ) {
    this.pencil = element('button', { class: 'pencil', title: strings.editCell }, icon('edit', PENCIL));
    this.pencil.type = 'button';
    this.pencil.tabIndex = -1;
    this.pencil.setAttribute('aria-label', strings.editCell);
    this.pencil.hidden = this.box.hidden = true;
    this.refusal.id = 'refusal';
    this.refusal.setAttribute('role', 'alert');
    this.input.setAttribute('aria-describedby', 'refusal');
    this.names = new UnitNames(
      this.input,
      (question) => events.unitNames(question),
      () => this.place(),
    );
    this.box.append(this.input, this.names.root, this.refusal);
    this.cursor = new CellCursor(
      view,
      (cell) => this.begin(cell),
      (cell) => {
        // The number holds the mark of the findings and cannot be changed here.
        if (columnOf(cell) !== 'label' || !events.toFinding(keyOf(cell) ?? '')) this.begin(cell);
      },
    );
    this.listen(signal);
  }

  /** What the page puts beside the table. */
  get roots(): readonly HTMLElement[] {
    return [this.pencil, this.box];
  }

  /** Rows came, went or moved: what is open stays over its cell. */
  place(): void {
    this.hidePencil();
    if (!this.open) return;
    // Another view may be in the table's place for the moment.
    this.box.hidden = !this.view.root.checkVisibility();
    const cell = this.cell();
    if (this.box.hidden || !cell?.checkVisibility()) return;
    const box = cell.getBoundingClientRect();
    const { style } = this.box;
    const width = Math.max(box.width, NARROWEST);
    const right = Math.max(document.documentElement.clientWidth, box.right);
    style.left = `${Math.min(box.left, right - width) + window.scrollX}px`;
    style.top = `${box.top + window.scrollY}px`;
    style.width = `${width}px`;
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.max(box.height, this.input.scrollHeight + 2)}px`;
  }

  /** The panel's answer: `null`, or why the text cannot carry it; then what was typed stays. */
  answered(id: number, refused: string | null): void {
    const { open } = this;
    if (!open || open.pending !== id) return;
    open.pending = null;
    if (refused === null) {
      this.events.announce(this.strings.cellEdited);
      this.close(open.returns);
      return;
    }
    open.refused = this.input.value;
    open.onward = 0;
    // They have been told; whoever insists means the cell as it is now.
    open.old = this.valueNow(open) ?? open.old;
    this.input.readOnly = open.column === 'label';
    this.input.setAttribute('aria-invalid', 'true');
    setText(this.refusal, refused);
    this.place();
    if (open.returns) this.input.focus({ preventScroll: true });
  }

  /** Which units may stand in the cell, as was asked. */
  proposed(id: number, names: readonly string[]): void {
    this.names.answered(id, names);
  }

  private listen(signal: AbortSignal): void {
    this.input.addEventListener('keydown', (event) => this.pressed(event));
    this.input.addEventListener('input', () => {
      this.names.typed();
      this.place();
    });
    this.input.addEventListener('blur', () => {
      this.names.close();
      this.left();
    });
    // Before the rows see it, which would go to the text.
    this.view.root.addEventListener('dblclick', (event) => this.doubleClicked(event), { capture: true });
    // The button must not take the focus from the row before it is known which cell is meant.
    this.pencil.addEventListener('pointerdown', (event) => event.preventDefault());
    this.pencil.addEventListener('click', () => this.pencilCell && this.begin(this.pencilCell));
    this.view.root.addEventListener('pointerover', (event) => this.showPencil(cellAt(event)));
    this.view.root.addEventListener('focusin', (event) => this.showPencil(cellAt(event)));
    this.view.root.addEventListener('pointerleave', (event) => {
      if (!(event.relatedTarget instanceof Node && this.pencil.contains(event.relatedTarget))) this.hidePencil();
    });
    const observer = new ResizeObserver(() => this.place());
    observer.observe(this.view.root);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  private doubleClicked(event: Event): void {
    const cell = cellAt(event);
    if (!cell || columnOf(cell) === 'label') return;
    event.stopPropagation();
    window.getSelection()?.removeAllRanges();
    this.begin(cell);
  }

  private begin(cell: HTMLElement): void {
    const [key, column] = [keyOf(cell), columnOf(cell)];
    const row = key === null ? undefined : this.row(key);
    if (key === null || column === null || !row || (this.open && this.open.pending !== null)) return;
    const old = cellText(row, column);
    this.open = { key, column, old, pending: null, refused: null, returns: true, onward: 0 };
    this.input.value = old;
    this.input.rows = 1;
    this.input.readOnly = false;
    this.input.removeAttribute('aria-invalid');
    setText(this.refusal, '');
    this.input.setAttribute('aria-label', fill(this.strings.editingCell, columnNames(this.strings)[column]));
    const role = column === 'lead' ? 'lead' : column === 'participants' ? 'participant' : null;
    this.names.begin(role, columnNames(this.strings)[column]);
    this.box.hidden = false;
    this.place();
    this.input.focus({ preventScroll: true });
    this.input.select();
    this.box.scrollIntoView({ block: 'nearest' });
    // Numbers are changed elsewhere; the answer says where.
    if (column === 'label') this.send(this.open, old);
  }

  private pressed(event: KeyboardEvent): void {
    // Enter and Escape belong to the input method while it is composing.
    if (event.isComposing || event.keyCode === 229 || !this.open || this.names.pressed(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.open.onward = 0;
      this.close(true);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      this.open.onward = event.shiftKey ? -1 : 1;
      this.commit(this.open, true);
    } else if (event.key === 'Enter') {
      const breaks = event.shiftKey && this.open.column === 'outcome';
      if (breaks) return;
      event.preventDefault();
      this.commit(this.open, true);
    }
  }

  private left(): void {
    const { open } = this;
    if (!open || open.pending !== null) return;
    if (this.input.value !== open.refused) this.commit(open, false);
    else if (open.column === 'label') this.close(false);
  }

  private commit(open: Open, returns: boolean): void {
    if (open.pending !== null) return;
    open.returns = returns;
    if (this.input.value === open.old || open.column === 'label') this.close(returns);
    else this.send(open, this.input.value);
  }

  private send(open: Open, value: string): void {
    const { key, column, old } = open;
    open.pending = ++this.sent;
    this.input.readOnly = true;
    this.events.edit({ id: open.pending, key, column, value, old });
  }

  private close(returns: boolean): void {
    const cell = returns ? this.cell() : undefined;
    const onward = this.open?.onward ?? 0;
    this.open = null;
    if (cell) this.cursor.go(cell);
    else if (returns) this.view.step(null, 1)?.focus({ preventScroll: true });
    this.box.hidden = true;
    const next = cell && onward !== 0 ? this.cursor.beside(cell, onward) : undefined;
    if (next) this.begin(next);
  }

  private cell(): HTMLElement | undefined {
    const tr = this.open ? this.view.find(this.open.key) : undefined;
    return tr?.querySelector<HTMLElement>(`:scope > .${this.open?.column}`) ?? undefined;
  }

  private row(key: string): TaskRow | undefined {
    return this.view.rows.find((row) => row.key === key);
  }

  private valueNow({ key, column }: Open): string | undefined {
    const row = this.row(key);
    return row && cellText(row, column);
  }

  private showPencil(cell: HTMLElement | null): void {
    if (!cell || columnOf(cell) === 'label' || this.open) {
      this.hidePencil();
      return;
    }
    if (cell === this.pencilCell) return;
    this.pencilCell = cell;
    const box = cell.getBoundingClientRect();
    this.pencil.style.left = `${box.right + window.scrollX - 24}px`;
    this.pencil.style.top = `${box.top + window.scrollY + 3}px`;
    this.pencil.hidden = false;
  }

  private hidePencil(): void {
    this.pencil.hidden = true;
    this.pencilCell = undefined;
  }
}
