import type { Plan } from '../plan/plan';
import type { Block } from '../syntax/block';

/**
 * What a line is, as far as its white space goes: `aside` is never touched (front matter, comments, what a web page left),
 * nor is a row over several lines, whose line ends are its own; `tabs` and `bars` are rows of tables; `first` begins a
 * heading or paragraph after the document's head; `text` is all the rest.
 */
export type Place = 'aside' | 'tabs' | 'bars' | 'first' | 'text';

/** The place of each line of the plan. */
export function placesOf({ source }: Plan): readonly Place[] {
  const places = Array.from({ length: source.lineCount }, (): Place => 'text');
  for (const [index, passage] of source.passages.entries()) {
    for (const block of passage.blocks) {
      const place = placeOf(block);
      if (place === 'text') continue;
      const start = source.starts[index]! + block.line;
      const end = place === 'first' ? start : source.starts[index]! + block.endLine;
      for (let line = start; line <= end; line++) if (places[line] !== 'aside') places[line] = place;
    }
  }
  return places;
}

function placeOf(block: Block): Place {
  switch (block.kind) {
    case 'front-matter':
    case 'comment':
    case 'furniture':
      return 'aside';
    case 'header':
    case 'row':
      if (block.line !== block.endLine) return 'aside';
      return block.columns.markdown ? 'bars' : 'tabs';
    default: {
      const [piece] = block.pieces;
      const isHead = block.kind === 'paragraph' && block.head;
      return !isHead && piece?.character === 0 && piece.line === block.line ? 'first' : 'text';
    }
  }
}
