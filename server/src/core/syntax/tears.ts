import { range, type Range } from '../text/position';
import type { Block, Paragraph } from './block';
import { isLabelLine } from './line';
import type { Passage } from './passage';
import { looksTabular } from './table';

/** A place where a paragraph was torn in two, at the end of a page or of a line of fixed width. */
export interface Tear {
  /** From the end of the text of one line to its start in the next; lines of the passage. */
  readonly seam: Range;
  /** Nobody could have ended a paragraph here. Elsewhere a full stop may have been forgotten. */
  readonly certain: boolean;
}

/**
 * The tears inside a passage, in order. Titles over two lines, addressees, annotations on lines of their own and rows of
 * tables are whole as they are.
 */
export function tearsIn(passage: Passage): readonly Tear[] {
  return passage.blocks.flatMap((block, at) => {
    if (block.kind !== 'paragraph' || isWhole(block)) return [];
    const inside = block.pieces.length > 1 ? tearsInside(block, passage) : [];
    return [...inside, ...tearAfterQuote(block, passage.blocks[at + 1], passage)];
  });
}

/** A title or an addressee that takes two lines. */
function isWhole(block: Paragraph): boolean {
  return block.head && !block.number && (block.title !== null || /[:：]\s*$/.test(block.text));
}

function tearsInside(block: Paragraph, { lines }: Passage): readonly Tear[] {
  return block.pieces.slice(1).flatMap((piece, index): Tear[] => {
    const before = block.pieces[index]!;
    const next = lines[piece.line] ?? '';
    if (before.line === piece.line || piece.character > 0 || isLabelLine(next)) return [];
    const line = lines[before.line] ?? '';
    const end = line.trimEnd().length;
    const start = next.length - next.trimStart().length;
    if (end <= before.character || (block.head && !/[，。；,]/.test(line)) || looksTabular(line)) return [];
    return [tear(line, range(before.line, end, piece.line, start), next)];
  });
}

function tear(line: string, seam: Range, next: string): Tear {
  return { seam, certain: isCertain(line.slice(0, seam.start.character), next.slice(seam.end.character)) };
}

const QUOTED_END = /[^。！？；：!?;:][”》]$/;
const MIN_PROSE = 30;

/**
 * A tear right after a quotation, which reading takes for an end: prose that breaks off behind ” without a full stop,
 * and prose below it.
 */
function tearAfterQuote(block: Paragraph, below: Block | undefined, { lines }: Passage): readonly Tear[] {
  if (below?.kind !== 'paragraph' || below.number || below.head || below.line <= block.endLine) return [];
  const line = lines[block.endLine]!;
  const next = lines[below.line]!;
  const end = line.trimEnd().length;
  if (!QUOTED_END.test(line.slice(0, end)) || !/[。，；,]/.test(line) || /^\s|^[“《（(]/.test(next)) return [];
  const isProse = below.text.length >= MIN_PROSE && /[，。；,]/.test(below.text.slice(0, 60));
  if (!isProse || block.text.length < MIN_PROSE - 6 || isLabelLine(next)) return [];
  return [tear(line, range(block.endLine, end, below.line, 0), next)];
}

/** After a comma or inside a bracket. */
function isCertain(line: string, next: string): boolean {
  if (/[，、,；（(《“]$/.test(line) || /^[，、。；：）)》”,]/.test(next)) return true;
  const tail = line.slice(-200);
  return ['（）', '《》', '“”'].some(([open, close]) => tail.lastIndexOf(open!) > tail.lastIndexOf(close!));
}
