import type { PassageReading } from '../plan/reading';
import type { Block } from '../syntax/block';
import { endsComment, isBlank, isSafeStart } from '../syntax/line';
import { range, type Position, type Range } from '../text/position';

/**
 * `here`: inside a line, for that line. `next`: alone on its line, for the block below. `start` and `end`: for what stands
 * between them. `file`: for the whole document. `unknown`: plandoc-ignore with an ending that means nothing.
 */
export type IgnoreKind = 'here' | 'next' | 'start' | 'end' | 'file' | 'unknown';

/** A comment that keeps rules quiet (docs/format.md, “批注和抑制”). Lines count from the start of its passage. */
export interface IgnoreComment {
  readonly kind: IgnoreKind;
  /** The rules it names, as they are written. */
  readonly names: readonly { readonly id: string; readonly range: Range }[];
  readonly reason: string;
  /** Where a reason goes, and whether its colon is there already. */
  readonly reasonPlace: Position;
  readonly hasColon: boolean;
  /** From `<!--` to `-->`. */
  readonly range: Range;
  /** Nothing else stands on its lines. */
  readonly alone: boolean;
  /** What a `here` or `next` comment is for: from the first place to the last, both included. */
  readonly area: Range;
}

const MARK = 'plandoc-ignore';
const OPEN = '<!--';
const CLOSE = '-->';
const HEAD = /^\s*plandoc-ignore((?:-[a-z-]*)?)(?![a-z0-9])/;
const KINDS: Readonly<Record<string, IgnoreKind>> = { '-start': 'start', '-end': 'end', '-file': 'file' };
/** A comment runs over so many lines at most. */
const MAX_LINES = 20;
const NONE: readonly IgnoreComment[] = [];

/** The comments of a passage that keep rules quiet, in order. */
export function ignoreCommentsIn(reading: PassageReading): readonly IgnoreComment[] {
  const { lines } = reading.passage;
  const found: IgnoreComment[] = [];
  for (const [line, text] of lines.entries()) {
    if (!text.includes(MARK)) continue;
    for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + OPEN.length)) {
      const comment = readComment({ line, character: at }, reading);
      if (comment) found.push(comment);
    }
  }
  return found.length > 0 ? found : NONE;
}

/**
 * The end of the comment that opens at `start`, behind its `-->`; `null` where it is not closed soon. It may not run on into
 * a line before which the text can be cut: how it is cut must change nothing.
 */
function endOfComment(start: Position, lines: readonly string[]): Position | null {
  let above = '';
  for (let line = start.line; line < lines.length && line < start.line + MAX_LINES; line++) {
    if (line > start.line && isSafeStart(lines[line]!, above)) return null;
    if (!isBlank(lines[line]!)) above = lines[line]!;
    const at = lines[line]!.indexOf(CLOSE, line === start.line ? start.character + OPEN.length : 0);
    if (at >= 0) return { line, character: at + CLOSE.length };
  }
  return null;
}

function readComment(start: Position, reading: PassageReading): IgnoreComment | null {
  const { lines } = reading.passage;
  const end = endOfComment(start, lines);
  if (!end) return null;
  const inner = [start.character + OPEN.length, end.character - CLOSE.length] as const;
  const body =
    start.line === end.line
      ? lines[start.line]!.slice(...inner)
      : [
          lines[start.line]!.slice(inner[0]),
          ...lines.slice(start.line + 1, end.line),
          lines[end.line]!.slice(0, inner[1]),
        ].join('\n');
  const head = HEAD.exec(body);
  if (!head) return null;
  const place = (offset: number): Position => {
    const above = body.slice(0, offset).split('\n');
    const character = above[above.length - 1]!.length;
    return { line: start.line + above.length - 1, character: above.length === 1 ? inner[0] + character : character };
  };
  const colon = body.slice(head[0].length).search(/[:：]/);
  const namesEnd = colon < 0 ? body.length : head[0].length + colon;
  const names = [...body.slice(head[0].length, namesEnd).matchAll(/[^\s,，、]+/g)].map((match) => {
    const from = head[0].length + match.index;
    return { id: match[0], from, to: from + match[0].length };
  });
  const alone =
    lines[start.line]!.slice(0, start.character).trim() === '' && lines[end.line]!.slice(end.character).trim() === '';
  const whole = { start, end };
  return {
    kind: head[1] ? (KINDS[head[1]] ?? 'unknown') : alone ? 'next' : 'here',
    names: names.map(({ id, from, to }) => ({ id, range: { start: place(from), end: place(to) } })),
    reason: colon < 0 ? '' : body.slice(namesEnd + 1).trim(),
    reasonPlace: place(colon < 0 ? (names.at(-1)?.to ?? head[0].length) : namesEnd + 1),
    hasColon: colon >= 0,
    range: whole,
    alone,
    area: alone ? areaBelow(whole, reading) : areaHere(whole, reading),
  };
}

/** The comment's own lines, and the block below it; further comments may stand between if nothing else is on their lines. */
function areaBelow({ start, end }: Range, reading: PassageReading): Range {
  const { blocks, lines } = reading.passage;
  const after = blocks.filter((block) => block.line > end.line);
  const below = after.find((block) => block.kind !== 'comment' || !endsComment(lines[block.endLine]!));
  if (below?.kind === 'comment') return range(start.line, 0, end.line, Infinity);
  return range(start.line, 0, below ? endOf(below, reading) : end.line, Infinity);
}

/** The last line of a block, or of the annotation on a line of its own that belongs to it. */
function endOf(block: Block, { passage, items }: PassageReading): number {
  const next = passage.blocks[passage.blocks.indexOf(block) + 1];
  const item = items.find((one) => one.block === next);
  const [annotation] = item?.kind === 'text' ? item.annotations : [];
  const alone =
    item && annotation && item.block.kind === 'paragraph' && item.block.text.slice(0, annotation.from).trim() === '';
  return alone ? item.block.endLine : block.endLine;
}

/** The comment's lines; of a line that holds several blocks (a document without line ends) the one it stands in. */
function areaHere({ start, end }: Range, { passage }: PassageReading): Range {
  const line = range(start.line, 0, end.line, Infinity);
  const starts = passage.blocks
    .filter((block) => block.line === start.line && 'pieces' in block)
    .map((block) => ('pieces' in block ? block.pieces[0]!.character : 0));
  if (starts.length < 2) return line;
  const own = starts.filter((character) => character <= start.character).at(-1) ?? 0;
  const next = starts.find((character) => character > own);
  return next === undefined
    ? { start: { line: start.line, character: own }, end: line.end }
    : range(start.line, own, start.line, next - 1);
}
