import type { TaskRow } from '../src/preview/messages';

const cache = new WeakMap<TaskRow, string>();

/** Everything of a row a person may look for, in one lower-case text; kept as long as the row is. */
function searchText(row: TaskRow): string {
  let text = cache.get(row);
  if (text === undefined) {
    const parts = [row.label, ...row.section, row.heading, row.text, ...row.lead, ...row.participants];
    text = [...parts, row.deadline?.text, row.outcome].filter(Boolean).join('\n').toLowerCase();
    cache.set(row, text);
  }
  return text;
}

/** A test for rows that hold every word of `query`; null for an empty query, which all rows pass. */
export function parseFilter(query: string): ((row: TaskRow) => boolean) | null {
  const words = query
    .toLowerCase()
    .split(/[\s\u3000]+/u)
    .filter(Boolean);
  if (words.length === 0) return null;
  return (row) => {
    const text = searchText(row);
    return words.every((word) => text.includes(word));
  };
}
