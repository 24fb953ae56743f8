import { readNumbering, type Numbering } from '../../../plan/numbering/model';
import type { Message } from '../../../text/locale';
import type { Position } from '../../../text/position';
import { refused, type EditContext, type EditOutcome } from '../edit';
import { nodeAt } from './extents';

const MESSAGES = {
  nowhere: {
    zh: '光标不在章节、条目或表格的行里。请把光标放到要操作的一条上。',
    en: 'The caret is in no section, measure or row. Put it into the one you mean.',
  },
} as const satisfies Record<string, Message>;

/** What edits of measures work with: the document's numbering, and the node the caret is in. */
export interface AtNode {
  readonly numbering: Numbering;
  readonly node: number;
  readonly caret: Position;
}

/** Runs an edit on the section, measure or row at the caret. */
export function atNode(edit: (at: AtNode) => EditOutcome): (context: EditContext) => EditOutcome {
  return ({ plan, selection }) => {
    const numbering = readNumbering(plan);
    const node = nodeAt(numbering, selection.start);
    return node === null ? refused(MESSAGES.nowhere) : edit({ numbering, node, caret: selection.start });
  };
}
