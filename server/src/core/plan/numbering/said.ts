import type { Block, Heading, Paragraph, Row } from '../../syntax/block';
import { placeOf, rangeOf, type Joined } from '../../syntax/joined';
import { isLabelLine } from '../../syntax/line';
import type { Numbering } from '../../syntax/numbering';
import { cellOf, type Passage } from '../../syntax/passage';
import { chineseNumeral } from '../../text/numerals';
import { range, type Range } from '../../text/position';
import type { BlockReading } from '../reading';

/** What stands in a document, as far as its numbering is concerned; one for each block. */
export type Said =
  /** A numbered heading, measure or row. */
  | {
      readonly sort: 'number';
      /** How it is written, articles and chapters apart: numbers are compared with those written alike. */
      readonly key: string;
      readonly value: number;
      readonly text: string;
      readonly shape: Shape;
      /** Whether it begins a line; numbers found inside a line are not certain enough to judge by. */
      readonly own: boolean;
      readonly inner?: readonly string[];
    }
  /** A block without a number. */
  | {
      readonly sort: 'text';
      readonly shape: Shape | 'label';
      /** What looks like a number it begins with, though it does not read as one. */
      readonly loose?: number;
      /** Numbers inside its text, as `key:value`. */
      readonly inner?: readonly string[];
    }
  /** A document begins: title or annex. */
  | { readonly sort: 'document' }
  | { readonly sort: 'header' }
  /** The text says that parts of it are left out. */
  | { readonly sort: 'abridged' };

/** `annotated`: a measure with its responsibility. A number is missing only where what stands there is of its neighbours' shape. */
export type Shape = 'heading' | 'annotated' | 'plain' | 'row';

/** What a block says, and where; ranges count lines from the start of the passage. */
export interface Numbered {
  readonly said: Said;
  readonly range: Range;
  /** For a text without a number: where one would go. */
  readonly places?: readonly Range[];
}

/** A passage with what was read from each of its blocks. */
interface View {
  readonly passage: Passage;
  readonly readings: ReadonlyMap<Block, BlockReading>;
}

const MAX_SHOWN = 40;
/** A text that says that parts of it are left out. */
export const ABRIDGED = /节选|摘[录编]|有删[减节]|[（(]略[）)]|以下略/;

/** What the blocks of a passage say of the numbering. */
export function numbersIn({ passage, readings }: View): readonly Numbered[] {
  return passage.blocks.flatMap((block) => numbersOf(block, readings.get(block)));
}

/** What one block says of the numbering; `item` is what was read from it. */
export function numbersOf(block: Block, item: BlockReading | undefined): readonly Numbered[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOf(block, item);
    case 'row':
      return rowOf(block);
    case 'header':
      return [{ said: { sort: 'header' }, range: range(block.line, 0, block.endLine, 1) }];
    default:
      return [];
  }
}

function textOf(block: Heading | Paragraph, item: BlockReading | undefined): readonly Numbered[] {
  const opens = block.kind === 'heading' ? block.annex : block.head && block.title !== null && !block.number;
  const said: Said = opens
    ? { sort: 'document' }
    : block.number
      ? numberOf(block, block.number, item)
      : plainOf(block, item);
  const mention =
    said.sort === 'number' && block.number
      ? { said, range: rangeOf(block, block.number.start, block.number.start + block.number.text.length) }
      : { said, range: clauseOf(block), places: [rangeOf(block, ...emptyAt(startOf(block)))] };
  return ABRIDGED.test(block.text) ? [mention, { said: { sort: 'abridged' }, range: mention.range }] : [mention];
}

const emptyAt = (at: number): readonly [number, number] => [at, at];

function numberOf(block: Heading | Paragraph, number: Numbering, item: BlockReading | undefined): Said {
  const { scheme, value, text } = number;
  const inner = innerOf(block.text, number.end);
  return {
    sort: 'number',
    key: scheme === 'chapter' ? `${scheme}${text.slice(-1)}` : scheme,
    value,
    text,
    shape: shapeOf(block, item),
    own: block.pieces[0]!.character === 0,
    ...(inner && { inner }),
  };
}

/** A list mark that reading takes for none, since a figure follows (1.5G) or it is misspelt (（一), 二,). */
const LOOSE = /^[（(〔[【]?\s*(\d{1,3}|[一二三四五六七八九十]{1,4})\s*[）)〕\]】、.．,，:：\s]/;

function plainOf(block: Heading | Paragraph, item: BlockReading | undefined): Said {
  const from = startOf(block);
  const written = LOOSE.exec(block.text.slice(from, from + 12))?.[1];
  const loose = written === undefined ? null : /\d/.test(written) ? Number(written) : chineseNumeral(written);
  const label = isLabelLine(block.text) || standsAlone(item);
  const inner = innerOf(block.text, from);
  return {
    sort: 'text',
    shape: label ? 'label' : shapeOf(block, item),
    ...(loose !== null && { loose }),
    ...(inner && { inner }),
  };
}

const standsAlone = (item: BlockReading | undefined): boolean =>
  item?.kind === 'text' &&
  item.annotations.length > 0 &&
  item.block.text.slice(0, item.annotations[0]!.from).trim().length < 8;

function shapeOf(block: Heading | Paragraph, item: BlockReading | undefined): Shape {
  if (block.kind === 'heading') return 'heading';
  return item?.kind === 'text' && item.annotations.length > 0 ? 'annotated' : 'plain';
}

const INNER =
  /[。；;：:）)\s](?:[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[）)]|([一二三四五六七八九十]{1,3}|\d{1,2})[、.．])/g;
const MAX_INNER = 40;

/** Numbers that stand inside a text: an item that was not set on a line of its own is there all the same. */
function innerOf(text: string, from: number): readonly string[] | null {
  const found = new Set<string>();
  INNER.lastIndex = 0;
  for (const match of text.slice(from).matchAll(INNER)) {
    const written = match[1] ?? match[2]!;
    const arabic = /\d/.test(written);
    const key = `${arabic ? 'arabic' : 'cn'}${match[1] === undefined ? '' : 'Paren'}`;
    found.add(`${key}:${arabic ? Number(written) : chineseNumeral(written)}`);
    if (found.size >= MAX_INNER) break;
  }
  return found.size > 0 ? [...found] : null;
}

/** Where the words of a block begin, behind white space and Markdown marks. */
const startOf = (block: Joined): number => /[^\s*#\u200b]/.exec(block.text)?.index ?? 0;

/** The first clause of a block, for showing a finding. */
function clauseOf(block: Heading | Paragraph): Range {
  const from = startOf(block);
  const clause = /[，。；：,;:！？*]/.exec(block.text.slice(from + 1, from + MAX_SHOWN))?.index;
  const first = block.pieces.find((piece) => piece.offset > from)?.offset ?? block.text.length;
  const to = Math.min(from + 1 + (clause ?? MAX_SHOWN), first, block.text.length);
  return { start: placeOf(block, from), end: placeOf(block, Math.max(to, from + 1), 'end') };
}

function rowOf(row: Row): readonly Numbered[] {
  const index = row.cells.find((cell) => cell.role === 'index');
  if (!index) return [];
  const written = index.text.trim();
  if (/^\d{1,4}$/.test(written)) {
    const from = index.text.indexOf(written);
    const said: Said = { sort: 'number', key: 'row', value: Number(written), text: written, shape: 'row', own: true };
    return [{ said, range: rangeOf(index, from, from + written.length) }];
  }
  const task = cellOf(row, 'task');
  if (written !== '' || !task || index.pieces[0]!.line !== row.line) return [];
  const to = Math.min(task.text.length, MAX_SHOWN, task.pieces[1]?.offset ?? task.text.length);
  return [{ said: { sort: 'text', shape: 'row' }, range: rangeOf(task, 0, to), places: [rangeOf(index, 0, 0)] }];
}
