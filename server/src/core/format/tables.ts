import { eastAsianWidth } from 'get-east-asian-width';
import { isMarkdownRule, looksTabular, splitBars } from '../syntax/table';
import { mapLines, type Lines } from './lines';
import type { FormatOptions } from '../rules/config';
import type { Place } from './places';

/** A table wider than this is not aligned: with whole paragraphs in its cells that would be mostly white space. */
const MAX_WIDTH = 120;

interface Row {
  readonly line: number;
  /** White space before the first bar. */
  readonly indent: string;
  readonly cells: readonly string[];
  readonly isRule: boolean;
}

/** Markdown tables with their cells padded; how wide a character is on the screen is by Unicode's East Asian Width. */
export function tidyTables(lines: Lines, places: readonly Place[], style: FormatOptions['tables']): Lines {
  if (style === 'keep' || !lines.texts.some((text) => text.includes('|'))) return lines;
  const written = new Map<number, string>();
  for (const rows of tablesIn(lines.texts, places)) {
    const widths = style === 'align' ? widthsOf(rows) : null;
    for (const row of rows) written.set(row.line, writeRow(row, widths));
  }
  return mapLines(lines, (text, at) => written.get(at) ?? text);
}

/** Runs of rows that are a table: a rule follows the first of them, or all were read as rows of a task table. */
function tablesIn(texts: readonly string[], places: readonly Place[]): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  let rows: Row[] = [];
  const close = (): void => {
    const known = rows.every(({ line, isRule }) => isRule || places[line] === 'bars');
    if (rows.length > 0 && (known || rows[1]?.isRule)) tables.push(rows);
    rows = [];
  };
  for (const [at, text] of texts.entries()) {
    if (places[at] === 'aside' || looksTabular(text) !== 'markdown') close();
    else if (!text.includes('<!--')) rows.push(readRow(text, at));
  }
  close();
  return tables;
}

function readRow(text: string, line: number): Row {
  const cells = splitBars(text, line).map((cell) => cell.text);
  return { line, indent: text.slice(0, text.indexOf('|')), cells, isRule: isMarkdownRule(text) };
}

/** The width of each column; `null` where the table would be too wide. */
function widthsOf(rows: readonly Row[]): readonly number[] | null {
  const widths: number[] = [];
  for (const { cells, isRule } of rows) {
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 3, isRule ? 0 : widthOf(cell));
  }
  const whole = widths.reduce((sum, width) => sum + width + 3, 1);
  return whole <= MAX_WIDTH ? widths : null;
}

function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += eastAsianWidth(char.codePointAt(0)!);
  return width;
}

function writeRow({ indent, cells, isRule }: Row, widths: readonly number[] | null): string {
  const written = cells.map((cell, at) => {
    const width = widths?.[at] ?? 0;
    return isRule ? writeRule(cell, width) : cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
  });
  return `${indent}| ${written.join(' | ')} |`;
}

/** `:--` to the width of its column, three at least; its colons stay. */
function writeRule(cell: string, width: number): string {
  const [left, right] = [cell.startsWith(':') ? ':' : '', cell.length > 1 && cell.endsWith(':') ? ':' : ''];
  return left + '-'.repeat(Math.max(3, width) - left.length - right.length) + right;
}
