import type { Paragraph, Row } from '../syntax/block';
import type { Joined } from '../syntax/joined';
import type { Cell } from '../syntax/table';
import type { Passage } from '../syntax/passage';
import { findDeadlines, type Deadline } from './deadlines';
import { summarise, type Summary } from './facts';
import { findAnnotations, readCell, type Annotation } from './responsibility';

/** A paragraph with what stands in it. */
export interface TextReading {
  readonly kind: 'text';
  readonly block: Paragraph;
  readonly annotations: readonly Annotation[];
  /** Time expressions outside annotations. */
  readonly deadlines: readonly Deadline[];
}

/** The responsibility cells of a row, read like annotations. */
export interface CellReading {
  readonly cell: Joined;
  readonly annotation: Annotation;
}

export interface RowReading {
  readonly kind: 'row';
  readonly block: Row;
  readonly responsibility: readonly CellReading[];
  /** What the deadline column says; `null` when it is empty or no time. */
  readonly deadline: Deadline | null;
  /** All times the deadline column names (2022年启动，2023年底前完成). */
  readonly stated: readonly CellTime[];
  /** Time expressions in the task and outcome columns. */
  readonly milestones: readonly CellTime[];
}

/** A time expression and the cell its offsets count in. */
export interface CellTime {
  readonly cell: Cell;
  readonly deadline: Deadline;
}

export type BlockReading = TextReading | RowReading;

/** Everything read from one passage. Lines count from the passage's start. */
export interface PassageReading {
  readonly passage: Passage;
  readonly items: readonly BlockReading[];
  readonly summary: Summary;
}

/** Finds what was read from a block with the same words before; reading depends on nothing else. */
export type Recall = (block: Paragraph | Row) => BlockReading | undefined;

/** Remembers readings by the words they were made from: of a passage that was edited most blocks are as they were. */
export function createRecall(readings: readonly PassageReading[]): Recall {
  if (readings.length === 0) return () => undefined;
  const known = new Map<string, BlockReading>();
  for (const { items } of readings) for (const item of items) known.set(wordsOf(item.block), item);
  return (block) => known.get(wordsOf(block));
}

function wordsOf(block: Paragraph | Row): string {
  return block.kind === 'paragraph' ? block.text : block.cells.map((cell) => `${cell.role}\t${cell.text}`).join('\t');
}

/** Reads the words of cells by the column they stand in; offsets count in the cell. */
export interface CellReaders {
  readonly lead: (text: string) => Annotation;
  readonly participants: (text: string) => Annotation;
  readonly responsible: (text: string) => Annotation;
  readonly deadline: (text: string) => readonly Deadline[];
}

/** Tables name the same few bodies and days in row after row: equal cells are read once and share what was read. */
export const createCellReaders = (): CellReaders => ({
  lead: remembering((text) => readCell(text, 'lead')),
  participants: remembering((text) => readCell(text, 'participant')),
  responsible: remembering((text) => readCell(text, 'responsible')),
  deadline: remembering((text) => findDeadlines(text, true)),
});

function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) known.set(text, (made = read(text)));
    return made;
  };
}

export function readPlanPassage(passage: Passage, recall: Recall, readers: CellReaders): PassageReading {
  const items: BlockReading[] = [];
  for (const block of passage.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'row') continue;
    const known = recall(block);
    if (block.kind === 'paragraph') items.push(known?.kind === 'text' ? { ...known, block } : readParagraph(block));
    else items.push(known?.kind === 'row' ? moveRow(known, block) : readRow(block, readers));
  }
  return { passage, items, summary: summarise(passage, items) };
}

function readParagraph(block: Paragraph): TextReading {
  const annotations = findAnnotations(block.text);
  const all = findDeadlines(block.text);
  const deadlines =
    annotations.length === 0
      ? all
      : all.filter((deadline) => !annotations.some((one) => deadline.from >= one.from && deadline.to <= one.to));
  return { kind: 'text', block, annotations, deadlines };
}

/** What was read from a row, said of one with the same cells. */
function moveRow(known: RowReading, block: Row): RowReading {
  const here = (cell: Joined): Cell => block.cells[known.block.cells.findIndex((one) => one === cell)]!;
  return {
    ...known,
    block,
    responsibility: known.responsibility.map((one) => ({ ...one, cell: here(one.cell) })),
    stated: known.stated.map((one) => ({ ...one, cell: here(one.cell) })),
    milestones: known.milestones.map((one) => ({ ...one, cell: here(one.cell) })),
  };
}

/** Cells that refer to the row above. */
export const SAYS_SAME = /^\s*(?:同上|同前|〃|″)\s*$/;
/** The same, or empty, as merged cells come out, which mostly means the same. */
export const SAME_AS_ABOVE = new RegExp(`${SAYS_SAME.source}|^\\s*$`);

function readRow(block: Row, readers: CellReaders): RowReading {
  const responsibility: CellReading[] = [];
  const milestones: CellTime[] = [];
  const stated: CellTime[] = [];
  for (const cell of block.cells) {
    if (cell.text === '' || SAME_AS_ABOVE.test(cell.text)) continue;
    switch (cell.role) {
      case 'lead':
      case 'participants':
      case 'responsible':
        responsibility.push({ cell, annotation: readers[cell.role](cell.text) });
        break;
      case 'deadline':
        for (const found of readers.deadline(cell.text)) stated.push({ cell, deadline: found });
        break;
      case 'task':
      case 'outcome':
        for (const found of findDeadlines(cell.text)) milestones.push({ cell, deadline: found });
        break;
      default:
    }
  }
  return { kind: 'row', block, responsibility, deadline: deciding(stated), stated, milestones };
}

/** Of several times in one cell (2022年启动，2023年底前完成) the last that has an end is the deadline. */
function deciding(stated: readonly CellTime[]): Deadline | null {
  const ended = stated.filter(({ deadline }) => deadline.kind !== 'open' && deadline.kind !== 'recurring');
  return (ended[ended.length - 1] ?? stated[stated.length - 1])?.deadline ?? null;
}
