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

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
