import type { Numbering } from '../../../plan/numbering/model';
import { textBlockOf } from '../../../plan/numbering/model';
import type { Row } from '../../../syntax/block';
import { lineAt, textIn } from '../../../syntax/source';
import type { Position } from '../../../text/position';
import { rowText, rowUpTo, type TableForm } from '../convert/tableText';
import { refused, type EditOutcome, type PlanEdit } from '../edit';
import { arrange, isNode, nodesOf, type ArrangedNode, type Arrangement } from './arrange';
import { rangeOfSpan, siblingOf, spanOf } from './extents';
import { insertAndRenumber } from './finish';
import { atNode, type AtNode } from './measures';

const MESSAGES = {
  unnumbered: {
    zh: '这一节的标题没有编号，下面也没有条目，说不准新条目该怎样编号。请先写出第一条。',
    en: 'This heading has no number and nothing numbered below it, so it is not clear how to number a new measure. Write the first one.',
  },
  circled: { zh: '圈码只编到⑳，不能再往下编。', en: 'Circled numbers end with ⑳.' },
} as const;

/**
 * A new measure below the one at the caret, with its number and nothing else, the caret behind it; below the heading of a
 * section that has measures, a new first one; below a row of a table a new row. What follows is renumbered.
 */
export const insertMeasure: PlanEdit = { action: null, run: atNode(insert) };

function insert({ numbering, node }: AtNode): EditOutcome {
  const { block } = numbering.entries[node]!;
  if (block.kind === 'row') return insertRow(numbering, node, block);
  const child = block.kind === 'heading' ? firstChild(numbering, node) : null;
  return child === null ? insertBelow(numbering, node) : insertAbove(numbering, child);
}

function firstChild(numbering: Numbering, node: number): number | null {
  const { last } = spanOf(numbering, node);
  for (let at = node + 1; at <= last; at++) {
    if (isNode(numbering, at))
      return numbering.entries[at]!.item !== null && textBlockOf(numbering.entries[at]!) ? at : null;
  }
  return null;
}

function insertBelow(numbering: Numbering, node: number): EditOutcome {
  const span = spanOf(numbering, node);
  const { node: added, arrangement } = arrangeWith(numbering, node, span.last);
  const number = added && numberOf(added, arrangement);
  if (!added) return refused(MESSAGES.unnumbered);
  if (!number) return refused(MESSAGES.circled);
  const text = `${gapAt(numbering, node)}${openingLike(numbering, node, number)}`;
  return insertAndRenumber(numbering, arrangement, {
    at: rangeOfSpan(numbering, span).end,
    newText: text,
    caret: text.length,
  });
}

function insertAbove(numbering: Numbering, child: number): EditOutcome {
  const { first } = spanOf(numbering, child);
  const { node: added, arrangement } = arrangeWith(numbering, child, first - 1);
  const number = added && numberOf(added, arrangement);
  if (!number) return refused(MESSAGES.circled);
  const opening = openingLike(numbering, child, number);
  return insertAndRenumber(numbering, arrangement, {
    at: rangeOfSpan(numbering, spanOf(numbering, child)).start,
    newText: opening + gapAt(numbering, child),
    caret: opening.length,
  });
}

/** The document's nodes with a new one like `model` behind the entry `last`; no node where `model` has no number. */
export function arrangeWith(
  numbering: Numbering,
  model: number,
  last: number,
): { readonly node: ArrangedNode | null; readonly arrangement: Arrangement } {
  const nodes = nodesOf(numbering);
  const { level, part, item } = numbering.entries[model]!;
  if (item === null) return { node: null, arrangement: arrange(numbering, nodes) };
  const { key, text } = numbering.items[item]!;
  const node: ArrangedNode = { entry: null, item: null, level, part, key, like: text };
  const at = nodes.findLastIndex(({ entry }) => entry! <= last) + 1;
  return { node, arrangement: arrange(numbering, [...nodes.slice(0, at), node, ...nodes.slice(at)]) };
}

/** The number a new node got; `null` where its writing does not go so far. */
function numberOf(node: ArrangedNode, { texts, values }: Arrangement): string | null {
  const text = texts.get(node);
  const value = values.get(node);
  if (text === undefined || value === undefined) return null;
  return value > 20 && /^[①-⑳]$/.test(text) ? null : text;
}

/** What a measure like `node` begins with: indent and marks of a heading, the number, the white space behind it. */
function openingLike({ entries, plan }: Numbering, node: number, number: string): string {
  const block = textBlockOf(entries[node]!)!;
  const { line, character } = block.pieces[0]!;
  const before = lineAt(plan.source, line + entries[node]!.top).slice(0, character);
  const indent = before.trim() === '' ? before : '';
  const marks = block.text.slice(0, block.number!.start).replace(/\*+/g, '');
  const behind = block.text.slice(block.number!.start + block.number!.text.length, block.number!.end);
  return `${indent}${marks}${number}${behind.length <= 2 ? behind : ''}`;
}

/** What stands between measures here: a line end, blank lines, a space in documents on one line. */
function gapAt(numbering: Numbering, node: number): string {
  const next = siblingOf(numbering, node, 1);
  const above = siblingOf(numbering, node, -1);
  const gap =
    next !== null ? gapBetween(numbering, node, next) : above !== null ? gapBetween(numbering, above, node) : '\n';
  return gap ?? '\n';
}

function gapBetween(numbering: Numbering, upper: number, lower: number): string | null {
  const { end } = rangeOfSpan(numbering, spanOf(numbering, upper));
  const { start } = rangeOfSpan(numbering, spanOf(numbering, lower));
  const gap = textIn(numbering.plan.source, { start: end, end: start });
  if (gap.trim() !== '' || gap === '') return null;
  const lines = gap.split('\n').length - 1;
  return lines > 0 ? '\n'.repeat(Math.min(lines, 2)) : gap;
}

function insertRow(numbering: Numbering, node: number, row: Row): EditOutcome {
  const { plan, entries } = numbering;
  const span = spanOf(numbering, node);
  const nodes = nodesOf(numbering);
  const entry = entries[node]!;
  const { node: added, arrangement } =
    entry.item === null ? alone(numbering, nodes) : arrangeWith(numbering, node, span.last);
  const number = added ? (numberOf(added, arrangement) ?? '') : '';
  const line = lineAt(plan.source, row.line + entry.top);
  const { text, caret } = rowLike(row, line, number, groupsOf(numbering, node));
  const at: Position = rangeOfSpan(numbering, span).end;
  return insertAndRenumber(numbering, arrangement, { at, newText: `\n${text}`, caret: caret + 1 });
}

const alone = (
  numbering: Numbering,
  nodes: readonly ArrangedNode[],
): { readonly node: null; readonly arrangement: Arrangement } => ({
  node: null,
  arrangement: arrange(numbering, nodes),
});

/** Groups that this table writes out in every row, by column; where cells are merged they stay empty. */
function groupsOf({ entries }: Numbering, node: number): ReadonlyMap<number, string> {
  const groups = new Map<number, string>();
  const [row, above] = [entries[node]!.block, entries[node - 1]?.block];
  if (row.kind !== 'row' || above?.kind !== 'row') return groups;
  for (const [at, { role, text }] of row.cells.entries()) {
    const repeated = text.trim() !== '' && above.cells[at]?.text === text;
    if ((role === 'project' || role === 'group') && repeated) groups.set(at, text.replace(/\n/g, ''));
  }
  return groups;
}

/** An empty row like `row`: its number, the groups that are repeated, and as many cells as the line has. */
function rowLike(
  { columns: { roles, markdown } }: Row,
  line: string,
  number: string,
  groups: ReadonlyMap<number, string>,
): { readonly text: string; readonly caret: number } {
  const cells = roles.map((role, at) => (role === 'index' ? number : (groups.get(at) ?? '')));
  const first = Math.max(
    0,
    roles.includes('task') ? roles.indexOf('task') : roles.findIndex((role) => role !== 'index'),
  );
  const form: TableForm = markdown ? 'markdown' : 'tabs';
  const indent = markdown ? /^\s*/.exec(line)![0] : '';
  const caret = indent.length + rowUpTo(form, cells.slice(0, first)).length;
  return { text: indent + rowText(form, cells), caret };
}
