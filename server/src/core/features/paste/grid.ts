import { isMarkdownRule, looksTabular, MARKDOWN_BREAK, splitBars, splitTabs } from '../../syntax/table';

/** A stretch of pasted text: lines as they are, or the cells of a table. */
export type Stretch =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Cuts a text into tables and what stands between them. A table has two cells or more in each of its lines. */
export function stretchesOf(text: string): readonly Stretch[] {
  const lines = text.split('\n');
  const stretches: Stretch[] = [];
  let [plain, rows]: [string[], string[][]] = [[], []];
  const flush = (): void => {
    if (rows.length > 0) stretches.push({ kind: 'table', rows });
    if (plain.length > 0) stretches.push({ kind: 'text', lines: plain });
    [plain, rows] = [[], []];
  };
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    const row = rowAt(lines, at);
    if (row) {
      if (plain.length > 0) flush();
      if (!isMarkdownRule(line)) rows.push(row.cells);
      at += row.lines;
    } else {
      if (rows.length > 0) flush();
      plain.push(line);
      at++;
    }
  }
  flush();
  return stretches;
}

function rowAt(lines: readonly string[], at: number): { readonly cells: string[]; readonly lines: number } | null {
  const line = lines[at]!;
  if (looksTabular(line) === 'markdown')
    return {
      cells: splitBars(line, 0).map(({ text }) => text.replace(/\\\|/g, '|').replace(MARKDOWN_BREAK, '\n')),
      lines: 1,
    };
  // A tab at the very start is an indent unless the line above was a row.
  if (!line.includes('\t') || line.trim() === '') return null;
  if (line.trimStart().indexOf('\t') < 0 && at === 0) return null;
  const split = splitTabs(lines.slice(at, at + 41), 0);
  return { cells: split.cells.map(({ text }) => text.replaceAll('""', '"')), lines: split.lines };
}

/** Whether a text holds a table of at least two rows, or rows that can go into one. */
export const holdsTable = (text: string): boolean =>
  /\t/.test(text) &&
  stretchesOf(text).some((one) => one.kind === 'table' && (one.rows.length > 1 || one.rows[0]!.length > 2));
