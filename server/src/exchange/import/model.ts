import type { ImportNote } from './notes';

export type ImportFormat = 'docx' | 'xlsx' | 'xls' | 'html' | 'text' | 'csv';

export interface ImportOptions {
  /** The file's name; its ending decides only between kinds of text, all else is told by the bytes. */
  readonly name?: string;
  /** Name of the sheet to take, or its number (one-based); by default the one that looks most like a task table. */
  readonly sheet?: string;
  /** Tracked changes of Word: taken as accepted (default) or as refused. */
  readonly changes?: 'accept' | 'reject';
  /** Leave out the front matter that a web page gives, for a text that goes into another. */
  readonly bodyOnly?: boolean;
  /** A WHATWG label that overrides the detected encoding of texts and web pages. */
  readonly encoding?: string;
}

export interface Imported {
  /** A plan: lines ended by `\n`, none at all for an empty paste. */
  readonly text: string;
  readonly format: ImportFormat;
  /** What could not be carried over, and what was changed on the way. */
  readonly notes: readonly ImportNote[];
}
