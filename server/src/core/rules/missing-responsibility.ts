import type { Heading, Paragraph } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import { PLANS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';
import type { PassageView } from './view';

const MESSAGES = {
  whole: {
    zh: '全文没有列明各项措施的责任单位。如需分工落实，可在措施后加“（牵头单位：……；责任单位：……）”。',
    en: 'No measure names a responsible unit. If they are to be assigned, add （牵头单位：…；责任单位：…） after each.',
  },
  one: {
    zh: '同级 {count} 项措施有 {named} 项列了责任单位，这一项没有。请补上。',
    en: '{named} of {count} measures of this level name who is responsible, this one does not. Add it.',
  },
} as const;

/** With fewer numbered items a text is hardly a plan yet. */
const MIN_NUMBERED = 3;
/** With fewer measures of a level nobody can tell what its custom is. */
const MIN_MEASURES = 5;
const MIN_SHARE = 0.8;
/** A measure says at least so much (UTF-16 units); shorter items are heads. */
const MIN_TEXT = 14;

/** A heading or a measure, with what stands below it and has no number of its own. */
interface Item {
  /** 0: goes on from the item above. */
  readonly level: number;
  readonly numbered: boolean;
  readonly body: boolean;
  /** A responsibility stands in it. */
  readonly named: boolean;
}

/**
 * A plan that makes nobody responsible for anything, said once for the whole document: such narrative plans are usual and
 * no fault in themselves. Where nearly all measures of a level name somebody, those between them that do not are reported
 * one by one. Source: observed practice.
 */
export const rule: Rule = {
  id: 'missing-responsibility',
  title: { zh: '任务未列责任单位', en: 'No responsible units' },
  topic: 'units',
  severity: 'info',
  strength: '惯例',
  basis: { zh: '多数方案的体例', en: 'how most plans are written' },
  fixable: 'no',
  kinds: PLANS,
  whole: wholeDocument<Item>({
    inPassage: itemsIn,
    conclude(said, { facts }) {
      if (facts.hasUnits) return leftOut(said);
      const numbered = said.filter((item) => item.numbered).length;
      return numbered < MIN_NUMBERED ? [] : [{ at: null, message: MESSAGES.whole }];
    },
  }),
};

function itemsIn({ passage, readings }: PassageView): readonly Mention<Item>[] {
  const mentions: { said: { -readonly [K in keyof Item]: Item[K] }; range: Mention<Item>['range'] }[] = [];
  for (const block of passage.blocks) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    const text = block.kind === 'paragraph' ? readings.get(block) : undefined;
    const named = (text?.kind === 'text' && text.annotations.length > 0) || TELLS.test(block.text);
    const body = isMeasure(block);
    const opens = block.number !== null || block.kind === 'heading';
    const last = mentions[mentions.length - 1];
    if (!opens && last) {
      last.said.named ||= named;
      last.said.body ||= body;
      continue;
    }
    const level = opens ? block.level : 0;
    mentions.push({ said: { level, numbered: block.number !== null, body, named }, range: placeOf(block) });
  }
  return mentions;
}

/** Words that tell who does it, or may do so in a form that could not be read. */
const TELLS =
  /牵头|会同|由[^。；]{2,40}负责|负责[，。；]|(?:责任|负责|配合)(?:单位|部门)\s*[:：（(]|(?:负责|配合|落实)[^。]{0,8}[）)〕\]]/;

/** Says something that is to be done. A measure of one short sentence is read as a heading, and told by its full stop. */
function isMeasure({ kind, text, number }: Heading | Paragraph): boolean {
  const words = text.slice(number?.end ?? 0).trim();
  return words.length >= MIN_TEXT && !/[：:]$/.test(words) && (kind === 'paragraph' || words.endsWith('。'));
}

/** The number and the first words. */
function placeOf(block: Heading | Paragraph): Mention<Item>['range'] {
  const from = block.number?.start ?? 0;
  const stop = block.text.slice(from).search(/[。；，！？]/);
  return rangeOf(
    block,
    from,
    Math.min(from + MAX_PLACE, block.text.length, stop < 0 ? block.text.length : from + stop),
  );
}

const MAX_PLACE = 30;

/** An innermost measure. */
interface Leaf {
  readonly at: number;
  readonly level: number;
  readonly named: boolean;
  readonly chapter: number;
  /** The item right above it in the outline. */
  readonly parent: number;
}

function leftOut(said: readonly Item[]): readonly Verdict[] {
  const leaves = leavesOf(said);
  const level = usualLevel(leaves);
  const same = leaves.filter((leaf) => leaf.level === level);
  if (!isCustom(same)) return [];
  const args = { count: same.length, named: same.filter(({ named }) => named).length };
  return groupsOf(same, ({ chapter }) => chapter).flatMap((chapter): Verdict[] => {
    if (!isCustom(chapter)) return [];
    const first = chapter.findIndex(({ named }) => named);
    const last = chapter.findLastIndex(({ named }) => named);
    // What stands before the first or behind the last may be of another sort: principles, safeguards.
    const between = chapter.slice(first, last).filter(({ named }) => !named);
    const without = new Set(
      between
        .filter(({ parent }) => chapter.every((one) => one.parent !== parent || !one.named))
        .map(({ parent }) => parent),
    );
    return between
      .filter(
        ({ parent }) =>
          parent === -1 || !without.has(parent) || chapter.filter((one) => one.parent === parent).length === 1,
      )
      .map(({ at }) => ({ at, message: MESSAGES.one, args, severity: 'warning' }));
  });
}

const isCustom = (leaves: readonly Leaf[]): boolean =>
  leaves.length >= MIN_MEASURES && leaves.filter(({ named }) => named).length >= MIN_SHARE * leaves.length;

function groupsOf(leaves: readonly Leaf[], key: (leaf: Leaf) => number): readonly (readonly Leaf[])[] {
  const groups = new Map<number, Leaf[]>();
  for (const leaf of leaves) {
    const known = groups.get(key(leaf));
    if (known) known.push(leaf);
    else groups.set(key(leaf), [leaf]);
  }
  return [...groups.values()];
}

/** The level with the most measures that name somebody. */
function usualLevel(leaves: readonly Leaf[]): number {
  const counts = new Map<number, number>();
  for (const { level, named } of leaves) if (named) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

interface Open {
  readonly at: number;
  readonly level: number;
  readonly numbered: boolean;
  body: boolean;
  named: boolean;
  leaf: boolean;
  readonly parents: readonly Open[];
}

function leavesOf(said: readonly Item[]): readonly Leaf[] {
  const all: Open[] = [];
  let stack: readonly Open[] = [];
  for (const [at, { level, numbered, body, named }] of said.entries()) {
    const last = all[all.length - 1];
    if (level === 0) {
      if (last) [last.body, last.named] = [last.body || body, last.named || named];
      continue;
    }
    const parents = stack.filter((one) => one.level < level);
    const parent = parents[parents.length - 1];
    if (parent) parent.leaf = false;
    const open: Open = { at, level, numbered, body, named, leaf: true, parents };
    stack = [...parents, open];
    all.push(open);
  }
  return all
    .filter(({ leaf, numbered, body, named }) => leaf && numbered && (body || named))
    .map(({ at, level, named, parents }) => ({
      at,
      level,
      // What the item above assigns holds for those below it.
      named: named || parents.some((one) => one.named),
      chapter: parents[0]?.level === 1 ? parents[0].at : -1,
      parent: parents[parents.length - 1]?.at ?? -1,
    }));
}
