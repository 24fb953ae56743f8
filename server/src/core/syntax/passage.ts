import type { Range } from '../text/position';
import type { Aside, Block, Row } from './block';
import { isFurniture } from './furniture';
import { frontMatterEnd, isBlank } from './line';
import { withoutComments } from './joined';
import { readParagraph } from './paragraph';
import { sameState, type ReadingState } from './state';
import {
  assignRoles,
  columnsOfRow,
  isMarkdownRule,
  looksTabular,
  opensQuotedRow,
  readHeader,
  readSecondHeader,
  slippedColumns,
  splitBars,
  splitTabs,
  withBreaks,
} from './table';

/** A run of whole lines read together. Everything in it counts lines from its own first line. Immutable. */
export interface Passage {
  readonly lines: readonly string[];
  readonly enter: ReadingState;
  readonly exit: ReadingState;
  readonly blocks: readonly Block[];
}

/** What is being read: the lines, how far the reading is, and what came of it. */
export interface Reading {
  readonly lines: readonly string[];
  at: number;
  state: ReadingState;
  readonly blocks: Block[];
}

/** Reads a passage that is entered in state `enter`. Never fails: what is nothing else is a paragraph. */
export function readPassage(lines: readonly string[], enter: ReadingState): Passage {
  const reading: Reading = { lines, at: 0, state: enter, blocks: [] };
  if (enter.mode === 'start') readFrontMatter(reading);
  while (reading.at < lines.length) readBlock(reading);
  return { lines, enter, exit: sameState(enter, reading.state) ? enter : reading.state, blocks: reading.blocks };
}

function readBlock(reading: Reading): void {
  const line = reading.lines[reading.at]!;
  if (reading.state.mode === 'comment' || opensComment(line)) readComment(reading);
  else if (isBlank(line)) reading.at++;
  else if ((looksTabular(line) !== null || opensQuotedRow(reading.state.table, line)) && readTableLine(reading)) return;
  else if (isFurniture(line)) readAside(reading, 'furniture', reading.at);
  else readParagraph(reading);
}

/** A comment at the start of a line, or alone on it behind white space (an indent, the empty cells of a table). */
function opensComment(line: string): boolean {
  if (line.startsWith('<!--')) return true;
  if (!line.includes('<!--')) return false;
  const text = line.trim();
  return text.startsWith('<!--') && text.indexOf('-->') === text.length - 3;
}

function readFrontMatter(reading: Reading): void {
  reading.state = { ...reading.state, mode: 'body' };
  const end = frontMatterEnd(reading.lines);
  if (end > 0) readAside(reading, 'front-matter', end);
}

function readAside(reading: Reading, kind: Aside['kind'], endLine: number): void {
  const first = reading.at;
  const lines = reading.lines.slice(first, endLine + 1);
  let offset = 0;
  const pieces = lines.map((line, index) => {
    const piece = { offset, line: first + index, character: 0 };
    offset += line.length + 1;
    return piece;
  });
  reading.blocks.push({ kind, line: first, endLine, text: lines.join('\n'), pieces });
  reading.at = endLine + 1;
}

/** A comment that starts a line takes whole lines, up to the one that holds `-->`. */
function readComment(reading: Reading): void {
  let end = reading.at;
  const inside = reading.state.mode === 'comment';
  while (end < reading.lines.length && !reading.lines[end]!.includes('-->')) end++;
  const closed = end < reading.lines.length;
  if (closed === inside) reading.state = { ...reading.state, mode: closed ? 'body' : 'comment' };
  readAside(reading, 'comment', closed ? end : reading.lines.length - 1);
}

/** Reads a header or a row; `false` when the line is no part of a table after all. */
function readTableLine(reading: Reading): boolean {
  const { lines, at } = reading;
  const line = lines[at]!;
  const markdown = looksTabular(line) === 'markdown';
  if (markdown && isMarkdownRule(line)) {
    reading.at++;
    return true;
  }
  const split = markdown ? { cells: splitBars(line, at), lines: 1 } : splitTabs(lines.slice(at, at + 41), at);
  const endLine = at + split.lines - 1;
  const broken = markdown && line.includes('<') ? split.cells.map(withBreaks) : split.cells;
  const written = line.includes('<!--') ? broken.map(withoutComments) : broken;
  const texts = written.map((cell) => cell.text);
  const { table } = reading.state;
  const header = readHeader(texts, markdown, table) ?? (table && readSecondHeader(table, texts));
  if (header) {
    reading.state = { ...reading.state, table: header, head: false };
    reading.blocks.push({ kind: 'header', line: at, endLine, columns: header, cells: written });
  } else {
    if (!table || written.length < 2) return false;
    const columns = columnsOfRow(table, written);
    const slipped = slippedColumns(columns, written);
    const cells = assignRoles(columns, written, slipped);
    reading.blocks.push({ kind: 'row', line: at, endLine, columns, cells, slipped });
  }
  reading.at = endLine + 1;
  return true;
}

/** The cell of a row with the given role, or `null` when the table has no such column or the cell is empty. */
export function cellOf(row: Row, role: Row['cells'][number]['role']): Row['cells'][number] | null {
  const { roles } = row.columns;
  for (let at = roles.indexOf(role); at >= 0; at = roles.indexOf(role, at + 1))
    if (row.cells[at]!.text.trim() !== '') return row.cells[at]!;
  return null;
}

/** The block's whole range, in lines of the passage; `above` is how many lines stand above that. */
export function blockRange(passage: Passage, block: Block, above = 0): Range {
  const end = passage.lines[block.endLine] ?? '';
  if ('pieces' in block) {
    const first = block.pieces[0]!;
    const last = block.pieces[block.pieces.length - 1]!;
    const length = block.text.length - last.offset;
    return {
      start: { line: first.line + above, character: first.character },
      end: { line: last.line + above, character: last.character + length },
    };
  }
  return {
    start: { line: block.line + above, character: 0 },
    end: { line: block.endLine + above, character: end.length },
  };
}
