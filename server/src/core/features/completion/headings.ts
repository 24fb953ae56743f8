import { fitOf, TOGETHER, type Spell } from '../../lexicon/pinyin';
import { listed, readTable } from '../../lexicon/table';
import { readNumber, skipMarks } from '../../syntax/numbering';
import type { Message } from '../../text/locale';
import headingTable from './headings.tsv';
import type { Habits } from '../annotations/habits';
import { pathAbove, type Numbered } from './numbers';
import { typedFrom, type Place } from './place';
import type { Proposal } from './proposal';

const MESSAGES = {
  usual: { zh: '常用标题', en: 'usual heading' },
  there: { zh: '常用标题 · 已有', en: 'usual heading · there already' },
} as const satisfies Record<string, Message>;

/** A number at the start of the caret's line, and what was typed behind it. */
export interface Begun {
  readonly level: number;
  /** The headings above it, outermost first. */
  readonly path: readonly Numbered[];
  readonly word: string;
}

/** Behind a number at the start of a line, with at most a word after it; `null` elsewhere. */
export function begunAt(place: Place): Begun | null {
  const { before, after } = place;
  if (!/^\s*$/.test(after) || before.length > 40) return null;
  // What follows tells a number from the start of another one (1.5); here nothing follows yet.
  const number = readNumber(`${before}。`, skipMarks(before, 0));
  if (!number || number.end > before.length) return null;
  const word = /^[\u4e00-\u9fffA-Za-z]{0,12}$/.exec(before.slice(number.end))?.[0];
  if (word === undefined) return null;
  const path = pathAbove(place);
  const same = path.findIndex((one) => one.number.scheme === number.scheme);
  const above = same < 0 ? path : path.slice(0, same);
  return { level: above.length + 1, path: above, word };
}

/** Headings by what stands in the one above them (`top` for the outermost), in their usual order; each with its likes. */
export type Headings = readonly {
  readonly parents: readonly string[];
  readonly rows: readonly (readonly string[])[];
}[];

/** Reads the table that ships with Plandoc: make one and keep it. */
export function readHeadings(): Headings {
  const groups = new Map<string, (readonly string[])[]>();
  for (const { section, columns } of readTable(headingTable)) {
    const rows = groups.get(section[0]!);
    if (rows) rows.push(listed(columns[0]));
    else groups.set(section[0]!, [listed(columns[0])]);
  }
  return [...groups].map(([key, rows]) => ({ parents: key.split('|'), rows }));
}

/**
 * Behind a number: the headings usual at its place, in their usual order. First those that come after what the document
 * has, then others it lacks; what it has already, last.
 */
export function proposeHeadings(
  place: Place,
  { level, path, word }: Begun,
  headings: Headings,
  habits: Habits,
  spell: Spell,
): readonly Proposal[] {
  const parent = path[path.length - 1]?.title ?? null;
  const group = headings.find(({ parents }) =>
    level === 1 ? parents[0] === 'top' : parent !== null && parents.some((one) => parent.includes(one)),
  );
  const typed = typedFrom(place.position, word);
  const rows = group?.rows ?? [];
  const there = (row: readonly string[]): boolean => row.some((title) => habits.headings.has(title) && title !== word);
  const last = rows.findLastIndex(there);
  const missing = rows.filter((row) => !there(row));
  const ahead = rows.slice(last + 1);
  const ordered = [...ahead, ...missing.filter((row) => !ahead.includes(row)), ...rows.filter(there)];
  return ordered.flatMap((row) =>
    row
      .filter((title) => (fitOf(word, spell(title)) ?? TOGETHER + 1) <= TOGETHER)
      .map((title) => ({
        kind: 'heading' as const,
        label: title,
        insert: [title],
        typed,
        detail: { message: there(row) ? MESSAGES.there : MESSAGES.usual, args: {} },
        about: null,
      })),
  );
}
