import type { Plan } from '../../../plan/plan';
import type { RowReading, TextReading } from '../../../plan/reading';
import type { Annotation } from '../../../plan/responsibility';
import type { Task } from '../../../plan/task';
import type { Heading, Paragraph } from '../../../syntax/block';
import { placeOf, type Joined } from '../../../syntax/joined';
import { passageAt } from '../../../syntax/source';
import { comparePositions, type Position } from '../../../text/position';
import { blocksIn, type PlacedBlock } from '../convert/placed';

/** A measure in prose: the block with its words, and the annotation, which may stand in the block below. */
export interface MeasurePlace {
  readonly kind: 'measure';
  /** `null` where the words shown are those of a heading. */
  readonly host: { readonly block: Paragraph | Heading; readonly from: number; readonly to: number } | null;
  readonly said: { readonly item: TextReading; readonly annotation: Annotation } | null;
}

export interface RowPlace {
  readonly kind: 'row';
  readonly item: RowReading;
  readonly placed: PlacedBlock;
}

export type TaskPlace = (MeasurePlace | RowPlace) & {
  /** How many lines stand above the passage that the task's pieces count in. */
  readonly above: number;
};

/** What a task was read from. */
export function placeOfTask(plan: Plan, task: Task): TaskPlace | null {
  const blocks = blocksIn(plan, task.range);
  for (const [at, placed] of blocks.entries()) {
    const { item, block, range } = placed;
    const above = plan.source.starts[passageAt(plan.source, range.start.line)]!;
    if (item?.kind === 'row' && same(range.start, task.range.start)) return { kind: 'row', item, placed, above };
    if (item?.kind === 'text') {
      const annotation = item.annotations.find(({ to }) => same(placeOf(item.block, to, 'end', above), task.range.end));
      if (annotation) return measure(item, annotation, blocks[at - 1], task, above);
    }
    if (at === 0 && (block.kind === 'paragraph' || block.kind === 'heading') && same(range.end, task.range.end))
      return { kind: 'measure', host: { block, ...numberless(block, 0, block.text.length) }, said: null, above };
  }
  return null;
}

const same = (a: Position, b: Position): boolean => comparePositions(a, b) === 0;

function measure(
  item: TextReading,
  annotation: Annotation,
  above: PlacedBlock | undefined,
  task: Task,
  lines: number,
): TaskPlace {
  const { block, annotations } = item;
  const said = { item, annotation };
  const from = annotations[annotations.indexOf(annotation) - 1]?.to ?? 0;
  const own = { block, ...numberless(block, from, annotation.from) };
  const follows = above && same(above.range.start, task.range.start) && above.block !== block;
  const upper = follows && (above.block.kind === 'paragraph' || above.block.kind === 'heading') ? above.block : null;
  const host = upper ? { block: upper, ...numberless(upper, 0, upper.text.length) } : own;
  const words = plainOf(host.block, host.from, host.to).text;
  return { kind: 'measure', host: words === task.text ? host : null, said, above: lines };
}

function numberless({ number }: Paragraph | Heading, from: number, to: number): { from: number; to: number } {
  return { from: number && number.start >= from && number.end <= to ? number.end : from, to };
}

/** Words without marks, and where each UTF-16 unit of them stands in the joined text. */
export interface Plain {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The words of `[from, to)` as the table shows them: without `**`, line ends and white space at the ends. */
export function plainOf(joined: Joined, from: number, to: number): Plain {
  const offsets: number[] = [];
  for (let at = from; at < to; at++) {
    if (joined.text.startsWith('**', at) && at + 1 < to) at++;
    else if (joined.text[at] !== '\n') offsets.push(at);
  }
  const space = (at: number | undefined): boolean => at !== undefined && joined.text[at]!.trim() === '';
  while (space(offsets[offsets.length - 1])) offsets.pop();
  while (space(offsets[0])) offsets.shift();
  return { text: offsets.map((at) => joined.text[at]).join(''), offsets };
}
