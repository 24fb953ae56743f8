import type { Row } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import type { Passage } from '../syntax/passage';
import { lostColumn } from '../syntax/table';
import type { Range, TextEdit } from '../text/position';
import { ALL_KINDS, type Report, type Rule } from './rule';

const MESSAGES = {
  shifted: {
    zh: '这一行从这里起左移了一列：时间落在单位栏，时间栏里是别的文字，末栏空着。请补上漏掉的一格。',
    en: 'From here on this row has slipped one column to the left: its time stands among the units. Add the lost cell.',
  },
  insert: { zh: '补上漏掉的一格，后面各格右移', en: 'Insert the lost cell and move the others right' },
} as const;

/**
 * A row that lost a cell, mostly one merged with the row above, so that all behind it stand in the wrong column. The row
 * is read with its cells moved back, so other rules do not stumble over it. Source: observed in tables copied from PDF.
 */
export const rule: Rule = {
  id: 'table-column-shift',
  title: { zh: '表格列错位', en: 'Row slipped by a column' },
  topic: 'structure',
  severity: 'error',
  strength: '一般',
  basis: { zh: '同一栏的内容同类', en: 'a column holds one sort of thing' },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  passage: ({ items, passage }) =>
    items.flatMap((item): Report[] => {
      if (item.kind !== 'row' || item.block.slipped === 0) return [];
      const moved = firstMoved(item.block);
      if (!moved) return [];
      return [
        {
          message: MESSAGES.shifted,
          range: moved,
          fixes: [
            {
              kind: 'edit',
              title: MESSAGES.insert,
              args: {},
              safe: false,
              edits: insertion(item.block, moved, passage),
            },
          ],
        },
      ];
    }),
  // Where many rows have slipped it is the header that has a column too many.
  document: (found, { counts }) => (found.length > 1 && found.length * 3 > counts.rows ? [] : found),
};

/** The first cell behind the lost one. */
function firstMoved({ cells, columns }: Row): Range | null {
  const moved = cells.slice(lostColumn(columns) + 1).find((cell) => cell.text.trim() !== '');
  return moved ? rangeOf(moved, 0, moved.text.length) : null;
}

/** An empty cell before the first that moved; the empty one at the row's end goes. */
function insertion({ columns, endLine }: Row, { start }: Range, { lines }: Passage): readonly TextEdit[] {
  const insert = { range: { start, end: start }, newText: columns.markdown ? '| ' : '\t' };
  const line = lines[endLine]!;
  const tail = (columns.markdown ? /\|\s*(?=\|\s*$)/ : /\t$/).exec(line);
  if (!tail) return [insert];
  const at = { line: endLine, character: tail.index };
  const end = { line: endLine, character: tail.index + tail[0].length };
  return [insert, { range: { start: at, end }, newText: '' }];
}
