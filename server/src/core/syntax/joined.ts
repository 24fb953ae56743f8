import type { Position, Range } from '../text/position';

/** Where a run of a joined text comes from: from `offset` on, it is the text at (`line`, `character`). */
export interface Piece {
  readonly offset: number;
  readonly line: number;
  readonly character: number;
}

/**
 * A text put together from parts of one or more lines, and where each part stands. Lines are counted from the start of
 * the passage. Offsets are UTF-16 units in `text`.
 */
export interface Joined {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The place of `offset`, `above` lines further down; at a seam the end of the earlier piece when `end` is meant, else the start of the later one. */
export function placeOf(joined: Joined, offset: number, side: 'start' | 'end' = 'start', above = 0): Position {
  const { pieces } = joined;
  let index = pieces.length - 1;
  while (index > 0 && (side === 'end' ? pieces[index]!.offset >= offset : pieces[index]!.offset > offset)) index--;
  const piece = pieces[index]!;
  return { line: piece.line + above, character: piece.character + offset - piece.offset };
}

/** The range of `[start, end)` of the joined text, `above` lines further down. */
export function rangeOf(joined: Joined, start: number, end: number, above = 0): Range {
  return {
    start: placeOf(joined, start, 'start', above),
    end: placeOf(joined, end, end > start ? 'end' : 'start', above),
  };
}

/** The offset of a place inside the joined text, or -1 when the place is outside its pieces. */
export function offsetOf(joined: Joined, position: Position): number {
  const { pieces, text } = joined;
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index]!;
    if (piece.line !== position.line || piece.character > position.character) continue;
    const offset = piece.offset + position.character - piece.character;
    const end = pieces[index + 1]?.offset ?? text.length;
    return offset <= end ? offset : -1;
  }
  return -1;
}

/** The text without comments inside its lines; their place is kept by the pieces. */
export function withoutComments(part: Joined): Joined {
  if (!part.text.includes('<!--')) return part;
  let text = '';
  const pieces: Piece[] = [];
  let from = 0;
  const keep = (start: number, end: number): void => {
    for (const [index, piece] of part.pieces.entries()) {
      const pieceEnd = part.pieces[index + 1]?.offset ?? part.text.length;
      const a = Math.max(start, piece.offset);
      const b = Math.min(end, pieceEnd);
      if (a > b || (a === b && start !== end)) continue;
      pieces.push({ offset: text.length, line: piece.line, character: piece.character + a - piece.offset });
      text += part.text.slice(a, b);
    }
  };
  for (const match of part.text.matchAll(/<!--[\s\S]*?-->/g)) {
    keep(from, match.index);
    from = match.index + match[0].length;
  }
  keep(from, part.text.length);
  return pieces.length > 0 ? { text, pieces } : { text: '', pieces: [part.pieces[0]!] };
}
