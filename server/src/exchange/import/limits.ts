import { MAX_IMPORT_BYTES } from '../../protocol';

/**
 * How much is read at most. A plan is a hundred times smaller than any of these; they are there for files that are broken
 * or made to do harm. Stated for users in docs/import.md.
 */
const MB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of a file as it lies on the disk; a Word file with many photographs stays below. */
  fileBytes: MAX_IMPORT_BYTES,
  /** Entries of a zip archive. */
  entries: 10_000,
  /** Bytes of one part of a zip archive, and of all parts that are read, once inflated. */
  partBytes: 64 * MB,
  totalBytes: 128 * MB,
  /** Elements of one XML part or web page. */
  elements: 1_000_000,
  /** Elements inside each other: Word files have at most some dozens. */
  xmlDepth: 256,
  /** Web pages with unclosed elements are deep and harmless, so they are flattened at the first and refused at the second. */
  htmlDepth: 256,
  htmlOpen: 5_000,
  /** Characters of a web page or a text. */
  textLength: 16_000_000,
  /** Rows and cells of one table or sheet, empty ones counted. */
  rows: 100_000,
  cells: 2_000_000,
} as const;

export const megabytes = (bytes: number): number => Math.round(bytes / MB);
