import { createFinder } from './finder';
import type { Stretch } from './model';
import { readTable } from './table';
import termTable from './terms.tsv';
import { isQuoted } from '../text/quoted';

/** A term that usually stands between quotation marks. */
export interface Term extends Stretch {
  /** The first term of its group: terms of a group are quoted alike. */
  readonly group: string;
  readonly quoted: boolean;
}

const NOTHING: readonly never[] = [];

export type FindTerms = (text: string) => readonly Term[];

/** Reads the table that ships with Plandoc: make one and keep it. */
export function createQuotedTerms(): FindTerms {
  const finder = createFinder(
    readTable(termTable).flatMap(({ columns }) => columns.map((term) => [term, columns[0]!] as const)),
  );
  return (text) => {
    const found = finder.find(text);
    if (found.length === 0) return NOTHING;
    return found
      .filter(({ from, to }) => !isInside(text, from, to))
      .map(({ from, to, value }) => ({ from, to, group: value, quoted: text[from - 1] === '“' && text[to] === '”' }));
  };
}

/** Inside a longer quotation or a title the term is not the writer's own. */
function isInside(text: string, from: number, to: number): boolean {
  if (text[from - 1] === '“' && text[to] === '”') return false;
  return isQuoted(text, from) || text[to] === '”' || text[to] === '+' || text[to] === '＋';
}
