/**
 * Moving among the cells of a row. A row is one stop; Right leads into its cells, Left and Escape lead back. What is not
 * handled here goes on to the selection of rows.
 */
import { COLUMNS, type Column } from './columns';
import type { TableView } from './tableView';

export class CellCursor {
  /** `edit` is called for the cell that F2 is pressed in, `enter` for Enter. */
  constructor(
    private readonly view: TableView,
    private readonly edit: (cell: HTMLElement) => void,
    private readonly enter: (cell: HTMLElement) => void,
  ) {
    // Before the rows see it.
    view.root.addEventListener('keydown', (event) => this.pressed(event), { capture: true });
    view.root.addEventListener('focusout', (event) => {
      if (event.target instanceof HTMLTableCellElement) left(event.target);
    });
  }

  /** Puts the focus on a cell: while it has it, it is the one stop of the table. */
  go(cell: HTMLElement): void {
    const tr = cell.closest<HTMLTableRowElement>('tr.task');
    cell.tabIndex = 0;
    cell.focus({ preventScroll: true });
    if (tr) tr.tabIndex = -1;
    cell.scrollIntoView({ block: 'nearest' });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { target } = event;
    const tr = target instanceof Element ? target.closest<HTMLTableRowElement>('tr.task') : null;
    if (!tr) return;
    const cell = target instanceof HTMLTableCellElement ? target : null;
    if (!this.handle(event.key, tr, cell)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private handle(key: string, tr: HTMLTableRowElement, cell: HTMLTableCellElement | null): boolean {
    const cells = [...tr.cells].filter((one) => one.checkVisibility());
    const at = cell ? cells.indexOf(cell) : -1;
    switch (key) {
      case 'ArrowRight':
        if (cells[at + 1]) this.go(cells[at + 1]!);
        return true;
      case 'ArrowLeft':
        if (at > 0) this.go(cells[at - 1]!);
        else if (cell) tr.focus({ preventScroll: true });
        return cell !== null;
      case 'ArrowDown':
      case 'ArrowUp': {
        const next = cell && this.view.step(tr, key === 'ArrowDown' ? 1 : -1);
        if (next) this.go(next.cells[cell.cellIndex]!);
        return cell !== null;
      }
      case 'F2':
        this.edit(cell ?? tr.querySelector<HTMLElement>(':scope > .text')!);
        return true;
      case 'Enter':
        if (cell) this.enter(cell);
        return cell !== null;
      case 'Escape':
        if (cell) tr.focus({ preventScroll: true });
        return cell !== null;
      default:
        return false;
    }
  }
}

function left(cell: HTMLTableCellElement): void {
  cell.removeAttribute('tabindex');
  const tr = cell.closest<HTMLTableRowElement>('tr.task');
  if (tr) tr.tabIndex = 0;
}

/** The cell of a task that an event comes from. */
export const cellAt = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('tr.task > :is(td, th)') : null;

export const keyOf = (cell: HTMLElement): string | null => cell.closest<HTMLElement>('tr.task')?.dataset['key'] ?? null;

export const columnOf = (cell: HTMLElement): Column | null =>
  COLUMNS.find((column) => cell.classList.contains(column)) ?? null;
