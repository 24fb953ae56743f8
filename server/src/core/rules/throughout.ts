import type { Message } from '../text/locale';
import type { Verdict } from './rule';

/** One place of a writing that is mended the same way everywhere; its first `places` entry is what is replaced. */
export interface Writing {
  /** What stands there, shown in the message. */
  readonly text: string;
  /** What goes into its place. */
  readonly newText: string;
  /** What the whole then reads, shown in the message. */
  readonly better: string;
}

interface Says {
  /** Says `{text}` and `{better}` of one place. */
  readonly one: Message;
  /** Says `{text}`, `{better}` (of the first) and `{count}` of all places. */
  readonly all: Message;
  /** Titles of the fixes. */
  readonly change: Message;
  readonly changeAll: Message;
  /** Said at each place under the finding of the whole document. */
  readonly place: Message;
}

/** So many places are listed under one finding; all of them are mended. */
const LISTED = 50;

/** A single place is found where it stands; several are a habit, which is told once, at the title, with one fix for all. */
export function throughout(says: Says): (said: readonly Writing[]) => readonly Verdict[] {
  return (said) => {
    const [first] = said;
    if (!first) return [];
    const edits = said.map(({ newText }, at) => ({ at, place: 0, newText }));
    const { text, better } = first;
    if (said.length === 1) {
      const fix = { title: says.change, args: { better }, safe: true, edits };
      return [{ at: 0, message: says.one, args: { text, better }, fixes: [fix] }];
    }
    const count = said.length;
    return [
      {
        at: null,
        message: says.all,
        args: { text, better, count },
        related: edits.slice(0, LISTED).map(({ at }) => ({ at, message: says.place })),
        fixes: [{ title: says.changeAll, args: { count }, safe: true, edits }],
      },
    ];
  };
}
