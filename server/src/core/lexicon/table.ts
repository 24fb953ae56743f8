/** A row of one of the tables beside this file, and the words of the `@` line that governs it. */
export interface Row {
  readonly section: readonly string[];
  readonly columns: readonly string[];
}

/** Reads a table: `@` lines govern the rows below them, `#` begins a remark, columns are cut by tabs. */
export function readTable(table: string): readonly Row[] {
  let section: readonly string[] = [];
  const rows: Row[] = [];
  for (const line of table.split('\n')) {
    if (line.startsWith('@')) section = line.slice(1).trim().split(/\s+/);
    else if (line !== '' && !line.startsWith('#')) rows.push({ section, columns: line.split('\t') });
  }
  return rows;
}

/** A column that lists several things. */
export const listed = (column: string | undefined): readonly string[] => (column ? column.split(';') : []);
