import type { UserWords } from '../lexicon/model';
import type { Message } from '../text/locale';
import type { Severity } from './rule';

export type { UserWords, WordPair } from '../lexicon/model';

/** Which rules run, and how grave each is; rules not named run with their own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

export type OptionValue = number | boolean | string | readonly string[];

/** An option of a rule, as the schema of `plandoc.yaml` and the page of the rule show it. */
export interface OptionSpec {
  readonly title: Message;
  readonly default: OptionValue;
  /** For numbers. */
  readonly minimum?: number;
  /** For strings: the only ones allowed. */
  readonly choices?: readonly string[];
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** How a document is to be reviewed: what the settings and the nearest `plandoc.yaml` say. Compared by identity. */
export interface ReviewConfig {
  readonly severities: Severities;
  /** By rule, then by option; values are of the type of the option's default. */
  readonly options: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  readonly words: UserWords;
}

export const NO_WORDS: UserWords = { typos: [], phrases: [], laws: [], abbreviations: [] };

export const DEFAULT_CONFIG: ReviewConfig = { severities: {}, options: {}, words: NO_WORDS };

/** How a document is to be formatted (`格式` in `plandoc.yaml`), as far as the levels of the rules do not say it. */
export interface FormatOptions {
  /** So many blank lines stay where there are more; `keep`: all of them. */
  readonly blankLines: number | 'keep';
  /** Markdown tables: columns padded to one width, cells with one blank at each side, or as they are. */
  readonly tables: 'align' | 'compact' | 'keep';
  /** Whether indents of one width are written one way, as most of the document has them. */
  readonly indent: 'auto' | 'keep';
}

export const DEFAULT_FORMAT: FormatOptions = { blankLines: 1, tables: 'align', indent: 'auto' };
