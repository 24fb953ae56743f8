import type { Joined } from './joined';
import type { Numbering } from './numbering';
import type { Cell, Columns } from './table';

/** Lines are counted from the start of the passage; `endLine` is the block's last line, included. */
interface Placed {
  readonly line: number;
  readonly endLine: number;
}

/** A heading: the whole block is a title, with or without a number. */
export interface Heading extends Placed, Joined {
  readonly kind: 'heading';
  readonly number: Numbering | null;
  /** 1 = outermost. */
  readonly level: number;
  /** Offsets of the title in `text`, without number and Markdown marks. */
  readonly title: readonly [start: number, end: number];
  /** 附件: what follows is a document of its own. */
  readonly annex: boolean;
}

/** A paragraph; `number` and `title` (the run-in head up to its full stop) only where it has them. */
export interface Paragraph extends Placed, Joined {
  readonly kind: 'paragraph';
  readonly number: Numbering | null;
  readonly level: number;
  readonly title: readonly [start: number, end: number] | null;
  /** The number in force: its own, or that of the measure it continues. */
  readonly label: string | null;
  /** Before the first numbered heading: title, document number, addressee, basis. */
  readonly head: boolean;
}

export interface HeaderRow extends Placed {
  readonly kind: 'header';
  readonly columns: Columns;
  readonly cells: readonly Joined[];
}

export interface Row extends Placed {
  readonly kind: 'row';
  readonly columns: Columns;
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** How many columns the row had slipped to the left; the cells here are already in their right places. */
  readonly slipped: number;
}

/** Text that is set aside: front matter, comments, web furniture. */
export interface Aside extends Placed, Joined {
  readonly kind: 'front-matter' | 'comment' | 'furniture';
}

export type Block = Heading | Paragraph | HeaderRow | Row | Aside;
