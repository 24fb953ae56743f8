/** Paragraphs, tables and what wraps them, in document order. */
import { TITLE_STYLE } from '../../wordMarks';
import { LIMITS } from '../limits';
import { squared, tableLines, tooManyCells, type Grid, type Slot } from '../table';
import { child, childrenNamed, elementsOf, type Element } from '../tree';
import { inline, wordsOf, type Line } from './inline';
import { changeOf, chosen, control, isKept, ownChange, tellChange, WRAPPERS, type Reading } from './reading';
import { listPlace, valueOf } from './styles';

/** Where blocks go: the document's draft, or the cell they stand in. */
export interface Sink {
  paragraph(text: string): void;
  table(lines: readonly string[]): void;
}

/** Text of a paragraph whose mark is gone: it goes on in the next. */
interface Flow {
  carried: string;
}

/** Reads all blocks of a body, a cell, a text box or a note into `sink`. */
export function blocks(container: Element, sink: Sink, reading: Reading): void {
  const flow: Flow = { carried: '' };
  walk(container, sink, reading, flow);
  if (flow.carried !== '') sink.paragraph(flow.carried);
}

function walk(container: Element, sink: Sink, reading: Reading, flow: Flow): void {
  for (const node of elementsOf(container)) block(node, sink, reading, flow);
}

function block(node: Element, sink: Sink, reading: Reading, flow: Flow): void {
  const { name } = node;
  const change = changeOf(name);
  if (change) {
    tellChange(reading, wordsOf(node));
    if (isKept(change, reading)) walk(node, sink, reading, flow);
  } else if (name === 'w:p') paragraph(node, sink, reading, flow);
  else if (name === 'w:tbl') sink.table(tableLines(gridOf(node, reading), reading.notes));
  else if (name === 'w:sdt') {
    const { content, placeholder, toc } = control(node);
    if (toc) reading.notes.add('toc');
    else if (placeholder) reading.notes.add('placeholder', content ? wordsOf(content) : '');
    else if (content) walk(content, sink, reading, flow);
  } else if (name === 'mc:AlternateContent') {
    const alternative = chosen(node);
    if (alternative) walk(alternative, sink, reading, flow);
  } else if (name === 'w:altChunk') reading.notes.add('chunk');
  else if (WRAPPERS.has(name)) walk(node, sink, reading, flow);
  else if (name === 'm:oMathPara' || name === 'm:oMath') sink.paragraph(inlineText(node, reading));
}

/** A formula that stands among the blocks. */
function inlineText(node: Element, reading: Reading): string {
  const line: Line = { text: '' };
  inline({ name: '', attributes: {}, children: [node] }, line, reading);
  return line.text;
}

function paragraph(node: Element, sink: Sink, reading: Reading, flow: Flow): void {
  const properties = child(node, 'w:pPr');
  const line: Line = { text: flow.carried };
  const outer = reading.boxes.splice(0);
  inline(node, line, reading);
  const boxes = reading.boxes.splice(0);
  reading.boxes.push(...outer);
  const change = ownChange(child(properties, 'w:rPr'));
  if (change) tellChange(reading, line.text);
  if (change && !isKept(change, reading)) flow.carried = line.text;
  else {
    flow.carried = '';
    const style = valueOf(child(properties, 'w:pStyle'));
    const isTitle = style !== null && reading.styles.nameOf(style) === TITLE_STYLE.name;
    const text = spaced(isTitle ? line.text.replace(/\n/g, '') : line.text);
    sink.paragraph(numberOf(properties, reading) + text.replace(/^[\s\u3000]+/, ''));
  }
  for (const box of boxes) {
    reading.notes.add('textBox', wordsOf(box));
    blocks(box, sink, { ...reading, numbering: reading.boxNumbering });
  }
}

/** Tabs set text apart on paper; in a plan they would make it a table. */
const spaced = (text: string): string => text.replace(/[ \t]*\t[ \t]*/g, '　');

function numberOf(properties: Element | undefined, reading: Reading): string {
  const style = valueOf(child(properties, 'w:pStyle'));
  const own = listPlace(properties);
  const byStyle = style === null ? null : reading.styles.listOf(style);
  const numId = own.numId ?? byStyle?.numId ?? null;
  if (numId === null || numId === '0') return '';
  // A level the style leaves open is the one that names the style; the list knows it.
  const level = own.level ?? (own.numId === null ? (byStyle?.level ?? null) : null);
  return reading.numbering.next(numId, level, style);
}

function gridOf(table: Element, reading: Reading): Grid {
  const rows: Slot[][] = [];
  let places = 0;
  for (const row of rowsOf(table, reading)) {
    const slots = readRow(row, rows.at(-1) ?? [], reading);
    places += slots.length;
    if (places > LIMITS.cells) throw tooManyCells();
    rows.push(slots);
  }
  return squared(rows);
}

/** Rows that count as the changes are taken, out of the wrappers they may stand in. */
function rowsOf(table: Element, reading: Reading): readonly Element[] {
  return elementsOf(table).flatMap((node) => {
    if (node.name === 'w:tr') {
      const change = ownChange(child(node, 'w:trPr'));
      if (change) tellChange(reading, wordsOf(node));
      return change && !isKept(change, reading) ? [] : [node];
    }
    if (node.name === 'w:sdt') return rowsOf(control(node).content ?? EMPTY, reading);
    const change = changeOf(node.name);
    if (change) return isKept(change, reading) ? rowsOf(node, reading) : [];
    return WRAPPERS.has(node.name) ? rowsOf(node, reading) : [];
  });
}

const EMPTY: Element = { name: '', attributes: {}, children: [] };

function cellsOf(row: Element): readonly Element[] {
  return elementsOf(row).flatMap((node) => {
    if (node.name === 'w:tc') return [node];
    if (node.name === 'w:sdt') return cellsOf(control(node).content ?? EMPTY);
    return WRAPPERS.has(node.name) || changeOf(node.name) ? cellsOf(node) : [];
  });
}

/** Word has at most 63 columns. */
const MAX_SPAN = 63;

function readRow(row: Element, above: readonly Slot[], reading: Reading): Slot[] {
  const before = Number.parseInt(valueOf(child(child(row, 'w:trPr'), 'w:gridBefore')) ?? '0', 10);
  const slots: Slot[] = Array.from({ length: Math.min(before || 0, MAX_SPAN) }, () => ({ text: '', covered: 'no' }));
  for (const cell of cellsOf(row)) {
    const properties = child(cell, 'w:tcPr');
    const down = child(properties, 'w:vMerge');
    const goesOn = down !== undefined && valueOf(down) !== 'restart' && slots.length < above.length;
    const across = valueOf(child(properties, 'w:hMerge'));
    const text = cellText(cell, reading);
    if (goesOn && text !== '') reading.notes.add('hidden', text);
    if (goesOn) slots.push({ text: '', covered: 'above' });
    else slots.push(across === 'continue' ? { text: '', covered: 'left' } : { text, covered: 'no' });
    const width = Math.min(Number.parseInt(valueOf(child(properties, 'w:gridSpan')) ?? '1', 10) || 1, MAX_SPAN);
    for (let column = 1; column < width; column++) slots.push({ text: '', covered: goesOn ? 'above' : 'left' });
  }
  return slots;
}

function cellText(cell: Element, reading: Reading): string {
  const lines: string[] = [];
  blocks(
    cell,
    {
      paragraph: (text) => void lines.push(text.trim()),
      table: (rows) => {
        reading.notes.add('nestedTable', rows[0] ?? '');
        for (const row of rows) lines.push(row.replace(/\t+/g, ' ').trim());
      },
    },
    reading,
  );
  return lines.filter((line) => line !== '').join('\n');
}

/** Notes of a part by their ids; separators between text and notes are none. */
export function notesOf(root: Element | null, kind: 'footnote' | 'endnote'): readonly (readonly [string, Element])[] {
  const container = root ? child(root, `w:${kind}s`) : undefined;
  return childrenNamed(container, `w:${kind}`)
    .filter(({ attributes }) => !/separator|continuation/i.test(attributes['w:type'] ?? ''))
    .map((note) => [`${kind}:${note.attributes['w:id'] ?? ''}`, note]);
}
