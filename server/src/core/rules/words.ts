import type { PassageReading } from '../plan/reading';
import type { Block } from '../syntax/block';
import { rangeOf, type Joined } from '../syntax/joined';
import type { Range } from '../text/position';
import { traitsOf } from '../text/traits';
import type { Fix, Hit, Mention, Report, WordMention, Words } from './rule';

/** The words of one block or cell and where they stand in the passage. */
export interface PlacedWords {
  readonly words: Words;
  readonly joined: Joined;
}

/** All words of a passage that a reader of the document sees, in order; comments and web furniture are left out. */
export function wordsIn({ passage }: PassageReading): readonly PlacedWords[] {
  return passage.blocks.flatMap((block) => wordsOf(block));
}

function wordsOf(block: Block): readonly PlacedWords[] {
  switch (block.kind) {
    case 'heading':
      return [placed(block, 'heading', null, false)];
    case 'paragraph': {
      const kind = block.head && block.title && !block.number ? 'title' : 'paragraph';
      return [placed(block, kind, null, block.head)];
    }
    case 'header':
      return block.cells.filter((cell) => cell.text !== '').map((cell) => placed(cell, 'header', null, false));
    case 'row':
      return block.cells.filter((cell) => cell.text !== '').map((cell) => placed(cell, 'cell', cell.role, false));
    default:
      return [];
  }
}

function placed(joined: Joined, kind: Words['kind'], role: Words['role'], head: boolean): PlacedWords {
  return { words: new BlockWords(joined.text, kind, role, head), joined };
}

/** What a text holds is only looked at when rules are: what was found in the same words before is remembered. */
class BlockWords implements Words {
  readonly text: string;
  readonly kind: Words['kind'];
  readonly role: Words['role'];
  readonly head: boolean;
  #traits: number | undefined;

  constructor(text: string, kind: Words['kind'], role: Words['role'], head: boolean) {
    this.text = text;
    this.kind = kind;
    this.role = role;
    this.head = head;
  }

  get traits(): number {
    return (this.#traits ??= traitsOf(this.text));
  }
}

/** A hit at its place in the passage. A fix that would have to join torn lines is not offered. */
export function toReport(hit: Hit, joined: Joined): Report {
  const fixes = hit.fixes?.flatMap((fix): Fix[] => {
    const edits = fix.edits.map(({ from, to, newText }) => ({ range: rangeOf(joined, from, to), newText }));
    if (edits.some(({ range }) => range.start.line !== range.end.line)) return [];
    return [{ kind: 'edit', title: fix.title, args: fix.args ?? {}, safe: fix.safe, edits }];
  });
  return {
    message: hit.message,
    ...(hit.args && { args: hit.args }),
    range: rangeOf(joined, hit.from, hit.to),
    ...(hit.severity && { severity: hit.severity }),
    ...(fixes && { fixes }),
  };
}

export const toMention = (mention: WordMention<unknown>, joined: Joined): Mention<unknown> =>
  new PlacedMention(mention, joined);

/** A mention at its place in the passage, which is looked up when it is asked for: nothing is said of most of them. */
class PlacedMention implements Mention<unknown> {
  readonly said: unknown;
  readonly #mention: WordMention<unknown>;
  readonly #joined: Joined;
  #range: Range | undefined;
  #places: readonly Range[] | undefined;

  constructor(mention: WordMention<unknown>, joined: Joined) {
    this.said = mention.said;
    this.#mention = mention;
    this.#joined = joined;
  }

  get range(): Range {
    return (this.#range ??= rangeOf(this.#joined, this.#mention.from, this.#mention.to));
  }

  get places(): readonly Range[] | undefined {
    return (this.#places ??= this.#mention.places?.map(([from, to]) => rangeOf(this.#joined, from, to)));
  }
}
