/** Walking through the buttons of a table with arrows: one of them is in the tab order, the one last walked to. */

/** Buttons stand at most one in a cell; cells without one are stepped over. */
export function walkCells(table: HTMLTableElement): void {
  const first = table.querySelector<HTMLButtonElement>('td button');
  if (first) first.tabIndex = 0;
  table.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || !target.closest('td')) return;
    for (const other of table.querySelectorAll<HTMLButtonElement>('button[tabindex="0"]')) other.tabIndex = -1;
    target.tabIndex = 0;
  });
  table.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td, th') : null;
    if (!step || !cell) return;
    event.preventDefault();
    next(table, cell, step)?.focus();
  });
}

type Step = readonly [rows: number, columns: number];

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function next(table: HTMLTableElement, from: HTMLTableCellElement, [rows, columns]: Step): HTMLElement | null {
  let row = (from.parentElement as HTMLTableRowElement).rowIndex + rows;
  let column = from.cellIndex + columns;
  for (;;) {
    const cell = table.rows[row]?.cells[column];
    if (!cell) return null;
    const button = cell.querySelector('button');
    if (button) return button;
    row += rows;
    column += columns;
  }
}
