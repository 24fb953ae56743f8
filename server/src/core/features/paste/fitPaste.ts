import type { Plan } from '../../plan/plan';
import type { HeaderRow } from '../../syntax/block';
import { lineAt } from '../../syntax/source';
import { readHeader, type ColumnRole } from '../../syntax/table';
import { comparePositions, range, type Range, type TextEdit } from '../../text/position';
import { apart, blocksFrom, blocksIn, type PlacedBlock } from '../edits/convert/placed';
import { rowText, tableFormOf, tableLines, type TableForm } from '../edits/convert/tableText';
import { stretchesOf } from './grid';

/** How a pasted text is to be put in. */
export interface FittedPaste {
  /** `rows` of the table at the place, a `table` of its own, or `text`. */
  readonly what: 'rows' | 'table' | 'text';
  readonly edit: TextEdit;
}

/**
 * Fits a cleaned text (see `cleanPasted`) to the place it is pasted at: in a task table as its rows, column by column;
 * elsewhere its tables in the form this document writes tables. `null` where there is nothing to fit.
 */
export function fitPaste(plan: Plan, place: Range, text: string): FittedPaste | null {
  const stretches = stretchesOf(text.replace(/\n+$/, ''));
  const tables = stretches.flatMap((one) => (one.kind === 'table' ? [one.rows] : []));
  if (tables.length === 0) return text === '' ? null : { what: 'text', edit: { range: place, newText: text } };
  if (
    tables.length === 1 &&
    stretches.every((one) => one.kind === 'table' || one.lines.every((line) => line.trim() === ''))
  ) {
    const rows = rowsFor(plan, place, tables[0]!);
    if (rows) return rows;
  }
  const form = tableFormOf(plan);
  const lines = stretches.flatMap((one) =>
    one.kind === 'text' ? one.lines : tableLines(form, one.rows[0]!, evenRows(one.rows)),
  );
  return { what: 'table', edit: { range: place, newText: apart(plan, place, lines.join('\n')) } };
}

/** The rows below the first, none shorter than it: a cell less would be read as a shifted row. */
function evenRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const { length } = rows[0]!;
  return rows.slice(1).map((row) => [...row, ...Array.from({ length: Math.max(0, length - row.length) }, () => '')]);
}

/** Rows for the table at the place: `null` where there is none, or where a column of theirs has no place in it. */
function rowsFor(plan: Plan, place: Range, pasted: readonly (readonly string[])[]): FittedPaste | null {
  const at = rowNear(plan, place);
  const head = at && headOf(plan, at);
  if (!at || !head) return null;
  const form: TableForm = head.columns.markdown ? 'markdown' : 'tabs';
  const own = readHeader(pasted[0]!, false);
  const data = own ? pasted.slice(1) : pasted;
  const columns = own ? matched(head, pasted[0]!, own.roles) : byPlace(head, data);
  if (!columns || data.length === 0) return null;
  const rows = data.map((row) => columns.map((column) => (column === null ? '' : (row[column] ?? '').trim())));
  const lines = rows.map((row) => rowText(form, row));
  const begun = head.columns.roles[0] === 'index' && beginsRow(plan, place);
  // Enter below a row has written the next number already.
  if (begun) lines[0] = lines[0]!.replace(form === 'markdown' ? /^\| .*? \| / : /^.*?\t/, '');
  const edit = begun ? { range: place, newText: lines.join('\n') } : placeRows(plan, place, at, lines.join('\n'));
  return { what: 'rows', edit };
}

/** Whether the caret stands behind a row that has no more than its number: `| 4 | `. */
function beginsRow({ source }: Plan, { start, end }: Range): boolean {
  const line = lineAt(source, start.line);
  const atEnd = comparePositions(start, end) === 0 && start.character === line.length;
  return atEnd && /^(?:\|\s*\d{1,3}\s*\|\s+|\d{1,3}\t)$/.test(line);
}

/** For each column of the table the pasted one with its heading, or the first of its kind; `null` if one would be lost. */
function matched(
  { columns, cells }: HeaderRow,
  heads: readonly string[],
  roles: readonly ColumnRole[],
): readonly (number | null)[] | null {
  const bare = (text: string): string => text.replace(/[\s*]/g, '');
  const free = new Set(heads.keys());
  const take = (fits: (at: number) => boolean): number | null => {
    const found = [...free].find(fits) ?? null;
    if (found !== null) free.delete(found);
    return found;
  };
  const byName = columns.roles.map((_, at) => {
    const name = bare(cells[at]?.text ?? '');
    return name === '' ? null : take((one) => bare(heads[one]!) === name);
  });
  const all = byName.map((found, at) => {
    const role = columns.roles[at]!;
    return found ?? (role === 'other' ? null : take((one) => roles[one] === role));
  });
  // A numbering column may be left out: the table has its own or needs none.
  return [...free].every((at) => roles[at] === 'index' || heads[at]!.trim() === '') ? all : null;
}

function byPlace({ columns }: HeaderRow, rows: readonly (readonly string[])[]): readonly number[] | null {
  const fits = rows.every((row) => row.slice(columns.roles.length).every((cell) => cell.trim() === ''));
  return fits && rows.some((row) => row.length > 1) ? columns.roles.map((_, at) => at) : null;
}

const isOfTable = ({ block }: PlacedBlock): boolean => block.kind === 'row' || block.kind === 'header';

/** The row the place is in, or the one right above the empty line it is on. */
function rowNear(plan: Plan, place: Range): PlacedBlock | null {
  const { start } = place;
  const caret = (line: number, character: number): PlacedBlock | undefined =>
    blocksIn(plan, range(line, character, line, character))[0];
  const here = caret(start.line, start.character);
  const begun = beginsRow(plan, place);
  if (here && !begun) return isOfTable(here) ? here : null;
  if ((lineAt(plan.source, start.line).trim() !== '' && !begun) || start.line === 0) return null;
  const above = caret(start.line - 1, 0);
  return above && isOfTable(above) ? above : null;
}

function headOf(plan: Plan, at: PlacedBlock): HeaderRow | null {
  if (at.block.kind === 'header') return at.block;
  for (const { block } of blocksFrom(plan, at, 'up')) {
    if (block.kind === 'header') return block;
    if (block.kind !== 'row') return null;
  }
  return null;
}

/** On an empty line the rows stand there; in a row, or in the head, they come below it. Whole selected rows give way. */
function placeRows({ source }: Plan, place: Range, at: PlacedBlock, text: string): TextEdit {
  const line = lineAt(source, place.start.line);
  const whole = place.start.character === 0 && comparePositions(place.start, place.end) !== 0;
  if (whole) return { range: place, newText: place.end.character === 0 ? `${text}\n` : text };
  if (line.trim() === '') return { range: place, newText: text };
  if (place.start.character === 0 && at.block.kind === 'row') return { range: place, newText: `${text}\n` };
  // A head of a Markdown table has its rule below it.
  const rule = at.block.kind === 'header' && at.block.columns.markdown ? 1 : 0;
  const end = at.range.end.line + rule;
  const { length } = lineAt(source, end);
  return { range: range(end, length, end, length), newText: `\n${text}` };
}
