import type { Numbering, NumberedItem } from '../../../plan/numbering/model';
import { textBlockOf } from '../../../plan/numbering/model';
import { numberLike } from '../../../plan/numbering/sequence';
import { placeOf, rangeOf } from '../../../syntax/joined';
import type { Position, TextEdit } from '../../../text/position';
import type { EditOutcome } from '../edit';
import type { ArrangedNode } from './arrange';
import { endOf, lastWritten, rangeOfSpan, withGap } from './extents';
import { deleteAndRenumber } from './finish';

/** The numbered annex whose heading (附件2) stands on a line. */
export function annexAt({ items }: Numbering, line: number): NumberedItem | null {
  return items.find(({ key, range }) => key === 'annex' && range.start.line === line) ?? null;
}

/** An annex goes with all it holds, and its line in the list of annexes; those behind it and what refers to them follow. */
export function removeAnnex(numbering: Numbering, annex: NumberedItem): EditOutcome {
  const { entries, items, sequences } = numbering;
  const all = sequences[annex.sequence]!.items.map((at) => items[at]!);
  const next = all.find(({ entry }) => entry > annex.entry);
  const last = lastWritten(numbering, (next?.entry ?? entries.length) - 1);
  const values = new Map<ArrangedNode, number>();
  const texts = new Map<ArrangedNode, string>();
  for (const item of all) {
    if (item === annex) continue;
    const { entry, level, key, text } = item;
    const value = item.value > annex.value ? item.value - 1 : item.value;
    const node = { entry, item, level, part: entries[entry]!.part, key, like: text };
    values.set(node, value);
    texts.set(node, numberLike(text, value));
  }
  const gone = withGap(numbering, rangeOfSpan(numbering, { first: annex.entry, last }));
  const arrangement = { texts, values, parents: new Map() };
  return deleteAndRenumber(numbering, arrangement, gone, notesWithout(numbering, annex.value), 'annexes');
}

interface Note {
  readonly value: number;
  readonly text: string;
  readonly start: Position;
  readonly entry: number;
  /** Offset of the number in its block. */
  readonly from: number;
}

const NOTE = /^[\s*]*附\s*件\s*[:：]\s*(\d{1,2})\s*[.．、]/;

/** The list of annexes (附件：1.甲表 ⏎ 2.乙表) without one of them. */
function notesWithout(numbering: Numbering, value: number): readonly TextEdit[] {
  const notes = notesOf(numbering);
  const at = notes.findIndex((note) => note.value === value);
  if (at < 0) return [];
  const [gone, next, above] = [notes[at]!, notes[at + 1], notes[at - 1]];
  const edits: TextEdit[] = [];
  // What follows moves up to where it stood, so that 附件： and the indents stay.
  if (next) edits.push({ range: { start: gone.start, end: next.start }, newText: '' });
  else if (above) {
    const range = { start: endOf(numbering, above.entry), end: endOf(numbering, gone.entry) };
    edits.push({ range, newText: '' });
  }
  for (const { value: old, text, entry, from } of notes) {
    if (old <= value) continue;
    const block = textBlockOf(numbering.entries[entry]!)!;
    const range = rangeOf(block, from, from + text.length, numbering.entries[entry]!.top);
    edits.push({ range, newText: numberLike(text, old - 1) });
  }
  return edits;
}

/** The numbered lines of the first list of annexes. */
function notesOf({ entries }: Numbering): readonly Note[] {
  const notes: Note[] = [];
  for (const [entry, one] of entries.entries()) {
    const block = textBlockOf(one);
    if (!block || (one.sort !== 'tail' && notes.length === 0)) continue;
    const first = NOTE.exec(block.text);
    const number = /\d{1,2}/.exec(first ? first[0] : (block.number?.text ?? ''))?.[0];
    if (number === undefined || (notes.length === 0) !== (first !== null)) {
      if (notes.length > 0) break;
      continue;
    }
    const from = first ? first[0].indexOf(number) : block.number!.start;
    const value = Number(number);
    if (notes.length > 0 && value !== notes[notes.length - 1]!.value + 1) break;
    notes.push({ value, text: number, start: placeOf(block, from, 'start', one.top), entry, from });
  }
  return notes;
}
