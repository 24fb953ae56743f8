import table from './abbreviations.tsv';
import { readTable } from './table';

/** Abbreviations and slogans everybody knows. */
export interface Abbreviations {
  /** `term` without quotation marks. */
  known(term: string): boolean;
}

/** Reads the table that ships with Plandoc and the organisation's own: make one and keep it. */
export function createAbbreviations(own: readonly string[]): Abbreviations {
  const terms = new Set([...readTable(table).map(({ columns }) => columns[0]!), ...own.map(withoutQuotes)]);
  return { known: (term) => terms.has(term) };
}

const withoutQuotes = (term: string): string => term.replace(/[“”"]/g, '').trim();
