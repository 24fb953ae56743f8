import type { Plan } from '../../../plan/plan';
import type { BlockReading } from '../../../plan/reading';
import type { Block } from '../../../syntax/block';
import { blockRange } from '../../../syntax/passage';
import { lineAt, passageAt } from '../../../syntax/source';
import { comparePositions, type Range } from '../../../text/position';

/** A block with what was read from it, and where it stands in the document. */
export interface PlacedBlock {
  readonly block: Block;
  /** `undefined` for headings, headers of tables and what is set aside. */
  readonly item: BlockReading | undefined;
  readonly range: Range;
}

/** The blocks of one passage with their places. */
function* blocksOf(plan: Plan, index: number): Generator<PlacedBlock> {
  const { passage, items } = plan.readings[index]!;
  const above = plan.source.starts[index]!;
  let next = 0;
  for (const block of passage.blocks) {
    const item = items[next]?.block === block ? items[next++] : undefined;
    yield { block, item, range: blockRange(passage, block, above) };
  }
}

/** The blocks that the selection covers or cuts into; with nothing selected, the one the caret is in. */
export function blocksIn(plan: Plan, { start, end }: Range): readonly PlacedBlock[] {
  const caret = comparePositions(start, end) === 0;
  const last = passageAt(plan.source, end.line);
  const found: PlacedBlock[] = [];
  for (let index = passageAt(plan.source, start.line); index <= last; index++) {
    for (const placed of blocksOf(plan, index)) {
      const { range } = placed;
      const [after, before] = [comparePositions(range.end, start), comparePositions(range.start, end)];
      if (caret ? after >= 0 && before <= 0 : after > 0 && before < 0) found.push(placed);
    }
  }
  // Where two blocks of one line touch, the caret is in the first.
  return caret ? found.slice(0, 1) : found;
}

/** Whether whole blocks are selected, or parts of several: not a few words of one. */
export function selectsBlocks(plan: Plan, selection: Range): boolean {
  if (comparePositions(selection.start, selection.end) === 0) return false;
  const [first, second] = blocksIn(plan, selection);
  if (!first || second) return first !== undefined;
  const { start, end } = first.range;
  return comparePositions(selection.start, start) <= 0 && comparePositions(end, selection.end) <= 0;
}

/** All blocks in order, from the one `at` belongs to: downwards, or upwards from the one above it. */
export function* blocksFrom(plan: Plan, { range }: PlacedBlock, way: 'down' | 'up'): Generator<PlacedBlock> {
  const here = passageAt(plan.source, range.start.line);
  const step = way === 'down' ? 1 : -1;
  for (let index = here; index >= 0 && index < plan.readings.length; index += step) {
    const blocks = [...blocksOf(plan, index)];
    if (way === 'up') blocks.reverse();
    for (const placed of blocks) {
      const order = comparePositions(placed.range.start, range.start);
      if (way === 'down' ? order >= 0 : order < 0) yield placed;
    }
  }
}

/** A text that takes the place of `range` on lines of its own: documents in one line have others beside it. */
export function apart({ source }: Plan, { start, end }: Range, text: string): string {
  const before = lineAt(source, start.line).slice(0, start.character).trim() !== '';
  const after = lineAt(source, end.line).slice(end.character).trim() !== '';
  return `${before ? '\n' : ''}${text}${after ? '\n' : ''}`;
}
