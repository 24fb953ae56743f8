/** What of the table is printed: the rows in the order they stand, the columns that are shown, and what was asked of them. */
import type { PageStrings, PrintedTable, TaskRow } from '../src/preview/messages';
import type { Choices } from './controls';
import { fill } from './dom';
import { matcherOfAll, type Wanted } from './filter';
import { filtersInWords } from './views/trail';

/** `rows` as the page has them in order, `filters` all that hold of them, `today` an ISO date. */
export function printedOf(
  rows: readonly TaskRow[],
  filters: readonly Wanted[],
  { arrangement, columns }: Pick<Choices, 'arrangement' | 'columns'>,
  today: string,
  strings: PageStrings,
): PrintedTable {
  const matches = matcherOfAll(filters, today);
  const shown = matches ? rows.filter(matches) : rows;
  const asWritten = !matches && arrangement.group === 'section' && arrangement.sort === 'text';
  return {
    keys: asWritten ? null : shown.map(({ key }) => key),
    hidden: columns.hidden,
    note: matches ? [fill(strings.shown, shown.length, rows.length), filtersInWords(filters, strings)].join(' · ') : '',
  };
}

/** Has the browser the editor runs in save a file. */
export function download(name: string, html: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
