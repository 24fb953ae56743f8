import type { Message } from '../text/locale';
import type { Severity } from './rule';

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

/** A wrong writing and the right one. */
export interface WordPair {
  readonly wrong: string;
  readonly right: string;
  /** Text round it (before, the word, after) in which the writing is right all the same. */
  readonly unless?: readonly string[];
  /** Where the right writing is laid down. */
  readonly source?: string;
}

/** What an organisation adds to the dictionaries of the rules, without code. */
export interface UserWords {
  /** 错别字: writings that are always wrong. */
  readonly typos: readonly WordPair[];
  /** 固定提法: set phrases and how they go astray. */
  readonly phrases: readonly WordPair[];
  /** 法规: titles of laws and regulations that exist, without 《》. */
  readonly laws: readonly string[];
  /** 简称: abbreviations everybody knows, without quotation marks. */
  readonly abbreviations: readonly string[];
}

/** How a document is to be reviewed: what the settings and the nearest `plandoc.yaml` say. Compared by identity. */
export interface ReviewConfig {
  readonly severities: Severities;
  /** By rule, then by option; values are of the type of the option's default. */
  readonly options: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  readonly words: UserWords;
}

export const NO_WORDS: UserWords = { typos: [], phrases: [], laws: [], abbreviations: [] };

export const DEFAULT_CONFIG: ReviewConfig = { severities: {}, options: {}, words: NO_WORDS };
