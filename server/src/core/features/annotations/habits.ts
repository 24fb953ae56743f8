import { citationsIn } from '../../plan/citations';
import type { BlockReading, PassageReading } from '../../plan/reading';
import type { Annotation } from '../../plan/responsibility';
import { titleOf } from '../../plan/sections';
import type { Passage } from '../../syntax/passage';
import { shapeOf } from './shapes';

/** How often something occurs. */
export type Counts = ReadonlyMap<string, number>;

/** How a document is written: what it uses, and how often. */
export interface Habits {
  /** Units that lead. */
  readonly leads: Counts;
  /** Units that take part or are responsible. */
  readonly others: Counts;
  /** Annotations with their units taken out (`shapeOf`). */
  readonly shapes: Counts;
  /** Labels by what they name: `lead 牵头单位`. */
  readonly labels: Counts;
  /** What stands between two names next to each other, in the cells of tables and elsewhere: `lead 、`, `others ，`. */
  readonly cellSeparators: Counts;
  readonly separators: Counts;
  /** Deadlines as written, in the cells of tables and elsewhere. */
  readonly cellDeadlines: Counts;
  readonly deadlines: Counts;
  readonly headings: Counts;
  /** Cited titles, each with the number it stands with: `title⇥number`. */
  readonly citations: Counts;
}

type Field = keyof Habits;
type Sums = Readonly<Record<Field, Map<string, number>>>;

const empty = (): Sums => ({
  leads: new Map(),
  others: new Map(),
  shapes: new Map(),
  labels: new Map(),
  cellSeparators: new Map(),
  separators: new Map(),
  cellDeadlines: new Map(),
  deadlines: new Map(),
  headings: new Map(),
  citations: new Map(),
});

/**
 * Sums up the successive readings of one document. Only passages that came or went are looked at, so that a long document
 * costs no more than the edit.
 */
export function createHabits(): (readings: readonly PassageReading[]) => Habits {
  let known: readonly PassageReading[] = [];
  const sums = empty();
  return (readings) => {
    if (readings === known) return sums;
    const most = Math.min(known.length, readings.length);
    let head = 0;
    while (head < most && known[head] === readings[head]) head++;
    let tail = 0;
    while (tail < most - head && known[known.length - 1 - tail] === readings[readings.length - 1 - tail]) tail++;
    const gone = new Map<readonly string[], PassageReading>();
    for (let at = head; at < known.length - tail; at++) gone.set(known[at]!.passage.lines, known[at]!);
    for (let at = head; at < readings.length - tail; at++) {
      const reading = readings[at]!;
      const before = gone.get(reading.passage.lines);
      // What was only read again below a changed number says what it said.
      if (before && saysTheSame(before.passage, reading.passage)) gone.delete(reading.passage.lines);
      else addUp(reading, sums, 1);
    }
    for (const reading of gone.values()) addUp(reading, sums, -1);
    known = readings;
    return sums;
  };
}

/** Whether two readings of the same lines found the same in them. */
function saysTheSame(a: Passage, b: Passage): boolean {
  return (
    a.blocks.length === b.blocks.length &&
    a.blocks.every((one, at) => {
      const other = b.blocks[at]!;
      if (one.kind !== other.kind || one.line !== other.line || one.endLine !== other.endLine) return false;
      if (one.kind === 'row') return other.kind === 'row' && one.columns.key === other.columns.key;
      return one.kind !== 'paragraph' || (other.kind === 'paragraph' && one.head === other.head);
    })
  );
}

function addUp({ passage, items }: PassageReading, sums: Sums, by: 1 | -1): void {
  const add = (field: Field, key: string): void => {
    const count = (sums[field].get(key) ?? 0) + by;
    if (count === 0) sums[field].delete(key);
    else sums[field].set(key, count);
  };
  for (const item of items) addItem(item, add);
  for (const block of passage.blocks) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    const title = block.number ? titleOf(block) : null;
    if (title) add('headings', title);
    if (!block.text.includes('《')) continue;
    for (const { title: cited, number, nested } of citationsIn(block.text))
      if (!nested) add('citations', `${cited}\t${number?.text ?? ''}`);
  }
}

type Add = (field: Field, key: string) => void;

function addItem(item: BlockReading, add: Add): void {
  if (item.kind === 'row') {
    for (const { cell, annotation } of item.responsibility) addUnits(annotation, cell.text, 'cellSeparators', add);
    if (item.deadline) add('cellDeadlines', item.deadline.text);
    return;
  }
  const { text } = item.block;
  for (const annotation of item.annotations) {
    addUnits(annotation, text, 'separators', add);
    const shape = shapeOf(annotation, text);
    if (shape !== null) add('shapes', shape);
    if (annotation.deadline) add('deadlines', annotation.deadline.text);
  }
  // What stands over the text is the period of a title or a date.
  if (!item.block.head) for (const deadline of item.deadlines) add('deadlines', deadline.text);
}

const SEPARATOR = /^(?:\s*[、，,；;]\s*|\s+)$/;
const MAX_SEPARATOR = 4;

function addUnits(
  { units, labels }: Annotation,
  text: string,
  separators: 'separators' | 'cellSeparators',
  add: Add,
): void {
  for (const { field, text: label } of labels) add('labels', `${field} ${label}`);
  for (const [at, { name, role, to }] of units.entries()) {
    const list = role === 'lead' ? 'leads' : 'others';
    add(list, name);
    const next = units[at + 1];
    if (next?.role !== role || next.from - to > MAX_SEPARATOR) continue;
    const between = text.slice(to, next.from);
    if (SEPARATOR.test(between)) add(separators, `${list} ${between}`);
  }
}

/** What occurs, the most frequent first. */
export function byFrequency(counts: Counts): readonly string[] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}
