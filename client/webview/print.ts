/** What of the table is printed: the rows in the order they stand, the columns that are shown, and what was asked of them. */
import type { PageStrings, PrintedTable, TaskRow } from '../src/preview/messages';
import type { Choices } from './controls';
import { fill } from './dom';
import { matcherOf } from './filter';
import { dueName } from './views/names';

/** `rows` as the page has them in order, `today` an ISO date. */
export function printedOf(
  rows: readonly TaskRow[],
  choices: Choices,
  today: string,
  strings: PageStrings,
): PrintedTable {
  const { wanted, arrangement, columns } = choices;
  const matches = matcherOf(wanted, today);
  const shown = matches ? rows.filter(matches) : rows;
  const asWritten = !matches && arrangement.group === 'section' && arrangement.sort === 'text';
  const { query, unit, due, section } = wanted;
  const asked = [unit, due && dueName(due, strings), section, query.trim()].filter(Boolean);
  return {
    keys: asWritten ? null : shown.map(({ key }) => key),
    hidden: columns.hidden,
    note: matches ? [fill(strings.shown, shown.length, rows.length), ...asked].join(' · ') : '',
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
