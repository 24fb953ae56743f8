import { numberLike } from '../../plan/numbering/sequence';
import { readNumbering } from '../../plan/numbering/model';
import type { Plan } from '../../plan/plan';
import type { Block, Heading, Paragraph, Row } from '../../syntax/block';
import { isBlank, isTitleLine } from '../../syntax/line';
import { readNumber, skipMarks } from '../../syntax/numbering';
import { lineAt, passageAt, type Source } from '../../syntax/source';
import { range, type TextEdit } from '../../text/position';
import { arrange, nodesOf } from '../edits/numbers/arrange';
import { nodeAt, spanOf } from '../edits/numbers/extents';
import { arrangeWith } from '../edits/numbers/insertMeasure';
import { renumbered } from '../edits/numbers/renumbered';
import type { Typed, TypingHelp } from './typing';

/**
 * Enter after a numbered measure writes the next number, as word processors do; Enter on a line that holds a number and
 * nothing else takes the number away again.
 */
export const continueNumbers: TypingHelp = { name: 'continueNumbers', triggers: ['\n'], help };

function help({ plan, position }: Typed): readonly TextEdit[] {
  const { source } = plan;
  const { line, character } = position;
  // What stands behind the caret was torn off a text that goes on; what stands before it is the indent.
  if (line === 0 || !isBlank(lineAt(source, line))) return [];
  const above = lineAt(source, line - 1);
  if (isNumberAlone(above)) {
    const gone = { range: range(line - 1, 0, line, character), newText: '' };
    return isAside(source, line - 1) ? [] : [...withoutNumber(plan, line - 1), gone];
  }
  const found = blockEndingAt(source, line - 1);
  if (!found) return [];
  const { block } = found;
  const text = block.kind === 'row' ? nextRow(block, above) : nextNumber(source, { ...found, block }, above);
  if (text === null) return [];
  const below = renumberBelow(plan, line - 1);
  if (!below) return [];
  const indent = block.kind === 'row' ? '' : lineAt(source, line).slice(0, character);
  const gap = block.kind !== 'row' && isSetApart(source, found) ? '\n' : '';
  return [{ range: range(line, 0, line, character), newText: `${gap}${indent}${text}` }, ...below];
}

/** The edits of the numbers below a new item that follows the one on `line`; `null` where none should follow. */
function renumberBelow(plan: Plan, line: number): readonly TextEdit[] | null {
  const numbering = readNumbering(plan);
  const node = nodeAt(numbering, { line, character: lineAt(plan.source, line).length });
  if (node === null || numbering.entries[node]!.item === null) return null;
  // What stands under the item, or goes on from it, would come to stand under the new one.
  const { last } = spanOf(numbering, node);
  if (last !== node) return null;
  return renumbered(numbering, arrangeWith(numbering, node, last).arrangement).edits;
}

/** The edits of the numbers that followed the one on `line`, which holds nothing else. */
function withoutNumber(plan: Plan, line: number): readonly TextEdit[] {
  const numbering = readNumbering(plan);
  const nodes = nodesOf(numbering).filter(({ item }) => item?.range.start.line !== line);
  return renumbered(numbering, arrange(numbering, nodes)).edits;
}

/** Whether a line is nothing but a number, marks of a heading before it allowed. */
function isNumberAlone(line: string): boolean {
  const number = readNumber(line, skipMarks(line, 0));
  return number !== null && number.end >= line.length;
}

/** Whether a line stands in front matter or a comment. */
function isAside(source: Source, line: number): boolean {
  const index = passageAt(source, line);
  const here = line - (source.starts[index] ?? 0);
  const block = source.passages[index]?.blocks.find((one) => one.line <= here && here <= one.endLine);
  return block?.kind === 'front-matter' || block?.kind === 'comment';
}

interface Found<B extends Block = Heading | Paragraph | Row> {
  readonly block: B;
  /** The first line of its passage. */
  readonly top: number;
}

/** The text block or row whose last line is `line`. */
function blockEndingAt(source: Source, line: number): Found | null {
  const index = passageAt(source, line);
  const top = source.starts[index] ?? 0;
  const block = source.passages[index]?.blocks.findLast((one) => one.endLine + top <= line);
  if (!block || block.endLine + top !== line) return null;
  return block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'row' ? { block, top } : null;
}

/** What a measure below this one begins with: marks, number and the white space behind it, in the same writing. */
function nextNumber(source: Source, found: Found<Heading | Paragraph>, line: string): string | null {
  const { block, top } = found;
  const { number } = block;
  if (!number || block.line !== block.endLine || block.pieces[0]!.character > 0) return null;
  if (isTitleLine(block.text.slice(number.end).trim())) return null;
  // A heading asks for its text; a sentence is a measure, and what stands right below another of its kind is in a list.
  const heading = block.kind === 'heading' && !/[。；;！][\s*]*$/.test(block.text);
  if (heading && !followsAlike(source, top + block.line, number.text, number.value)) return null;
  const next = numberLike(number.text, number.value + 1);
  if (next === number.text) return null;
  const marks = /^[\s#]*/.exec(line)![0].trimStart();
  const behind = block.text.slice(number.start + number.text.length, number.end);
  return `${marks}${next}${behind.length <= 2 ? behind : ''}`;
}

/** Whether the line above, blank ones between or not, begins with the number before. */
function followsAlike(source: Source, line: number, text: string, value: number): boolean {
  if (value < 2) return false;
  let above = line - 1;
  while (above > line - 3 && isBlank(lineAt(source, above))) above--;
  const words = lineAt(source, above);
  return words.startsWith(numberLike(text, value - 1), skipMarks(words, 0));
}

/** Whether this document writes a blank line above the measure. */
function isSetApart(source: Source, { block, top }: Found): boolean {
  const line = top + block.line - 1;
  return line > 0 && isBlank(lineAt(source, line)) && !isBlank(lineAt(source, line - 1));
}

/** The beginning of the row below a row that is complete, up to the cell behind the number. */
function nextRow(row: Row, line: string): string | null {
  const { roles, markdown } = row.columns;
  const at = roles.indexOf('index');
  const written = row.cells[at]?.text.trim() ?? '';
  if (at !== 0 || !/^\d{1,4}$/.test(written) || row.line !== row.endLine || row.slipped > 0) return null;
  if (!row.cells.every(({ role, text }) => text.trim() !== '' || (role !== 'task' && role !== 'responsible')))
    return null;
  const next = numberLike(written, Number(written) + 1);
  if (markdown) return /\|\s*$/.test(line) ? `${/^\s*/.exec(line)![0]}| ${next} | ` : null;
  return line.split('\t').length >= roles.length ? `${next}\t` : null;
}
