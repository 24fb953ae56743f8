/**
 * Moving among the cells of a row, as the ARIA practices for grids have it. A row is one stop; Right leads into its cells, Left
 * and Escape lead back. What is not handled here goes on to the selection of rows.
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

  /** The cell after (`1`) or before (`-1`) one that can be changed; that of the next row after the last. */
  beside(cell: HTMLElement, direction: 1 | -1): HTMLElement | undefined {
    const tr = cell.closest<HTMLTableRowElement>('tr.task');
    if (!tr) return undefined;
    const cells = editable(tr);
    const inRow = cells[cells.indexOf(cell) + direction];
    if (inRow) return inRow;
    const next = this.view.step(tr, direction);
    return next && editable(next).at(direction > 0 ? 0 : -1);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.altKey || event.shiftKey) return;
    const { target } = event;
    const tr = target instanceof Element ? target.closest<HTMLTableRowElement>('tr.task') : null;
    if (!tr) return;
    const cell = target instanceof HTMLTableCellElement ? target : null;
    const handled =
      event.ctrlKey || event.metaKey
        ? (event.key === 'Home' || event.key === 'End') && this.toRow(event.key, tr, cell)
        : this.handle(event.key, tr, cell);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private handle(key: string, tr: HTMLTableRowElement, cell: HTMLTableCellElement | null): boolean {
    const cells = cellsOf(tr);
    const at = cell ? cells.indexOf(cell) : -1;
    switch (key) {
      case 'ArrowRight':
        if (cells[at + 1]) this.go(cells[at + 1]!);
        return true;
      case 'ArrowLeft':
        if (at > 0) this.go(cells[at - 1]!);
        else if (cell) tr.focus({ preventScroll: true });
        return cell !== null;
      case 'Home':
      case 'End':
        if (cell) this.go(cells.at(key === 'Home' ? 0 : -1)!);
        return cell !== null;
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
        return this.toRow(key, tr, cell);
    }
  }

  /** To the same column of another row. */
  private toRow(key: string, tr: HTMLTableRowElement, cell: HTMLTableCellElement | null): boolean {
    const next = cell && this.view.target(tr, key);
    if (next) this.go(next.querySelector<HTMLElement>(`:scope > .${columnOf(cell)}`)!);
    return cell !== null && next !== undefined;
  }
}

const cellsOf = (tr: HTMLTableRowElement): readonly HTMLTableCellElement[] =>
  [...tr.cells].filter((cell) => columnOf(cell) !== null && cell.checkVisibility());

const editable = (tr: HTMLTableRowElement): readonly HTMLElement[] =>
  cellsOf(tr).filter((cell) => columnOf(cell) !== 'label');

function left(cell: HTMLTableCellElement): void {
  cell.removeAttribute('tabindex');
  const tr = cell.closest<HTMLTableRowElement>('tr.task');
  if (tr) tr.tabIndex = 0;
}

/** The cell of a task that an event comes from; none for one merged over several. */
export function cellAt(event: Event): HTMLElement | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('tr.task > :is(td, th)') : null;
  return cell && columnOf(cell) !== null ? cell : null;
}

export const keyOf = (cell: HTMLElement): string | null => cell.closest<HTMLElement>('tr.task')?.dataset['key'] ?? null;

export const columnOf = (cell: HTMLElement): Column | null =>
  COLUMNS.find((column) => cell.classList.contains(column)) ?? null;
