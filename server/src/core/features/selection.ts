import { citationsIn } from '../plan/citations';
import { outlineOf, type OutlineNode } from '../plan/outline';
import type { Plan } from '../plan/plan';
import type { BlockReading, RowReading, TextReading } from '../plan/reading';
import type { Annotation } from '../plan/responsibility';
import type { Block } from '../syntax/block';
import { offsetOf, rangeOf, type Joined } from '../syntax/joined';
import { blockRange } from '../syntax/passage';
import { lineAt, passageAt } from '../syntax/source';
import { comparePositions, shiftLines, touches, type Position, type Range } from '../text/position';
import { stretchesAt } from '../text/stretches';

/** A stretch of a joined text, `to` excluded. */
type Stretch = readonly [from: number, to: number];

/**
 * What may be selected round a position, from the smallest to the whole document, each holding the one before: name, list,
 * field, annotation, measure, sections; clause and sentence in prose; cell, row, group and table in a task table.
 */
export function selectionsAt(plan: Plan, position: Position): readonly Range[] {
  const { source } = plan;
  const index = passageAt(source, position.line);
  const above = source.starts[index] ?? 0;
  const reading = plan.readings[index];
  const place = { line: position.line - above, character: position.character };
  const found: Range[] = [];
  for (const block of reading?.passage.blocks ?? []) {
    // A line may hold a whole document.
    const whole = blockRange(reading!.passage, block, above);
    if (!touches(whole, position)) continue;
    const item = reading!.items.find((one) => one.block === block) ?? null;
    const own = inBlock(block, item, place).map((range) => shiftLines(range, above));
    found.push(...own, whole);
    if (block.kind === 'row' || block.kind === 'header') found.push(tableRound(plan, index, block));
  }
  const addNodes = (nodes: readonly OutlineNode[]): void => {
    for (const { range, children } of nodes) {
      if (!touches(range, position)) continue;
      found.push(range);
      addNodes(children);
    }
  };
  addNodes(outlineOf(plan));
  const lastLine = Math.max(0, source.lineCount - 1);
  const end = { line: lastLine, character: lineAt(source, lastLine).length };
  return nested([...found, { start: { line: 0, character: 0 }, end }], position);
}

/** Those that hold the position, smallest first, without what does not hold the one before it. */
function nested(ranges: readonly Range[], position: Position): readonly Range[] {
  const chain: Range[] = [];
  // By length in lines, then characters: a range that holds another is never sorted before it.
  const extent = ({ start, end }: Range): Position => ({
    line: end.line - start.line,
    character: end.line === start.line ? end.character - start.character : end.character + 1e6 - start.character,
  });
  const sorted = ranges
    .filter((range) => touches(range, position) && comparePositions(range.start, range.end) < 0)
    .sort((a, b) => comparePositions(extent(a), extent(b)));
  for (const range of sorted) {
    const last = chain.at(-1);
    if (!last) chain.push(range);
    else {
      const [start, end] = [comparePositions(range.start, last.start), comparePositions(range.end, last.end)];
      if (start <= 0 && end >= 0 && (start < 0 || end > 0)) chain.push(range);
    }
  }
  return chain;
}

function inBlock(block: Block, item: BlockReading | null, place: Position): Range[] {
  if (block.kind === 'row' || block.kind === 'header') {
    return block.cells.flatMap((cell) => {
      const offset = offsetOf(cell, place);
      if (offset < 0) return [];
      const stretches = item?.kind === 'row' ? inCell(cell, item, offset) : stretchesAt(cell.text, offset);
      return toRanges(cell, [...stretches, trimmed(cell.text, 0, cell.text.length)]);
    });
  }
  const offset = offsetOf(block, place);
  if (offset < 0) return [];
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return toRanges(block, [lineAround(block.text, offset)]);
  const from = block.number?.end ?? 0;
  const whole: Stretch[] = [trimmed(block.text, from, block.text.length)];
  if (block.title) whole.push(block.title);
  if (item?.kind !== 'text') return toRanges(block, [...stretchesAt(block.text, offset, from), ...whole]);
  return toRanges(block, [...inText(item, offset), ...whole]);
}

function inCell(cell: Joined, item: RowReading, offset: number): Stretch[] {
  const own = item.responsibility.find((one) => one.cell === cell);
  if (own) return inAnnotation(own.annotation, cell.text, offset);
  const times = [...item.stated, ...item.milestones].filter((one) => one.cell === cell);
  return [
    ...times.map(({ deadline }): Stretch => [deadline.from, deadline.to]),
    ...citations(cell.text),
    ...stretchesAt(cell.text, offset),
  ];
}

/** In a paragraph: what an annotation holds, else clauses and sentences of the words that belong to it, and both together. */
function inText({ block, annotations, deadlines }: TextReading, offset: number): Stretch[] {
  let from = block.number && offset >= block.number.end ? block.number.end : 0;
  for (const annotation of annotations) {
    const task: Stretch = trimmed(block.text, from, annotation.to);
    if (offset > annotation.from && offset <= annotation.to) {
      const inside = inAnnotation(annotation, block.text, offset);
      return [...inside, [annotation.from, annotation.to], task];
    }
    if (offset <= annotation.from) {
      return [...inWords(block.text, offset, from, annotation.from, deadlines), task];
    }
    from = annotation.to;
  }
  return inWords(block.text, offset, from, block.text.length, deadlines);
}

function inWords(
  text: string,
  offset: number,
  from: number,
  to: number,
  deadlines: TextReading['deadlines'],
): Stretch[] {
  return [
    ...deadlines.map((deadline): Stretch => [deadline.from, deadline.to]),
    ...citations(text),
    ...stretchesAt(text, offset, from, to),
    trimmed(text, from, to),
  ];
}

function citations(text: string): Stretch[] {
  if (!text.includes('《')) return [];
  return citationsIn(text).flatMap(({ from, to, number }): Stretch[] => [
    [from, to],
    ...(number ? [[from, number.to] as const] : []),
  ]);
}

/** Name, list of names, field with its label, all fields. */
function inAnnotation(annotation: Annotation, text: string, offset: number): Stretch[] {
  const { labels, units, deadline, outcome } = annotation;
  const bracketed = /^[（(〔[【]/.test(text.slice(annotation.from, annotation.to));
  const open = annotation.from + (bracketed ? 1 : 0);
  const close = annotation.to - (bracketed && /[）)〕\]】]/.test(text[annotation.to - 1] ?? '') ? 1 : 0);
  const found: Stretch[] = [[open, close]];
  for (const unit of units) found.push([unit.from, unit.to]);
  if (deadline) found.push([deadline.from, deadline.to]);
  if (outcome) found.push([outcome.from, outcome.to]);
  const starts = labels.length > 0 ? labels.map(({ from }) => from) : [open];
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? close;
    const [, fieldEnd] = withoutMarks(text, start, end);
    const label = labels[at];
    if (label) found.push([start, fieldEnd], withoutMarks(text, label.to, end));
    for (const role of ['lead', 'responsible', 'participant'] as const) {
      const list = units.filter((unit) => unit.role === role && unit.from >= start && unit.to <= end);
      if (list.length > 0) found.push([list[0]!.from, list.at(-1)!.to]);
    }
  }
  return found.filter(([from, to]) => from <= offset && offset <= to);
}

/** The whole table round a row: headers and rows up and down to the next words that are none. */
function tableRound(plan: Plan, index: number, block: Block): Range {
  const { passages, starts } = plan.source;
  const isPart = ({ kind }: Block): boolean => kind !== 'heading' && kind !== 'paragraph';
  const edge = (step: 1 | -1): Position => {
    let at = index;
    let blocks = passages[at]!.blocks;
    let next = blocks.indexOf(block);
    let last = { block, at };
    for (;;) {
      next += step;
      if (!blocks[next]) {
        at += step;
        if (!passages[at]) break;
        ({ blocks } = passages[at]!);
        next = step === 1 ? -1 : blocks.length;
        continue;
      }
      if (!isPart(blocks[next]!)) break;
      if (blocks[next]!.kind === 'row' || blocks[next]!.kind === 'header') last = { block: blocks[next]!, at };
    }
    const range = blockRange(passages[last.at]!, last.block, starts[last.at]);
    return step === 1 ? range.end : range.start;
  };
  return { start: edge(-1), end: edge(1) };
}

function toRanges(joined: Joined, stretches: readonly Stretch[]): Range[] {
  return stretches.filter(([from, to]) => from < to).map(([from, to]) => rangeOf(joined, from, to));
}

function lineAround(text: string, offset: number): Stretch {
  const end = text.indexOf('\n', offset);
  return [text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end];
}

function trimmed(text: string, from: number, to: number): Stretch {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return [start, Math.max(start, start + words.trim().length)];
}

/** Without white space, and without the marks that part a field from the next. */
function withoutMarks(text: string, from: number, to: number): Stretch {
  const [start, end] = trimmed(text, from, to);
  return [start, start + text.slice(start, end).replace(/[；;，,、。\s]+$/, '').length];
}
