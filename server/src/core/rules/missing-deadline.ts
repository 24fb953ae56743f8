import type { Facts } from '../plan/facts';
import type { PassageReading, RowReading, TextReading } from '../plan/reading';
import { createSections } from '../plan/sections';
import { continues, walkBlocks } from '../plan/tasks';
import { rangeOf } from '../syntax/joined';
import { cellOf } from '../syntax/passage';
import { PLANS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';

const MESSAGES = {
  task: {
    zh: '其他任务大多写了完成时限，这一项没有。请补上，或者写一句管全文的时限。',
    en: 'Most tasks have a deadline and this one has none. Add it, or one clause that holds for all.',
  },
  whole: {
    zh: '{total}项任务中有{missing}项没有完成时限，全文也没有管总的时限。可加一句“除有明确时间要求的任务外，各项任务应于某年底前完成”。',
    en: '{missing} of {total} tasks have no deadline, and no clause sets one for all. Add such a clause, or the deadlines.',
  },
  none: {
    zh: '全文没有完成时限。可加一句“各项任务应于某年底前完成”。',
    en: 'No deadline in the whole document. Add a clause that sets one for all tasks.',
  },
} as const;

/** With fewer tasks a text is hardly a plan yet. */
const MIN_TASKS = 3;
/** So many of ten tasks are most. */
const MOST = 0.7;

/** What such documents are called; measures, policies and opinions (若干措施) may do without deadlines. */
const PLANS_WORK = /方案|计划|清单|要点|分工|台账|任务|规划/;

interface Said {
  /** `task`: somebody does it; `measure`: a numbered item of a plan that names nobody; `goal`: a time outside of tasks. */
  readonly what: 'task' | 'measure' | 'goal';
  readonly timed: boolean;
}

/**
 * Tasks without a deadline where no clause sets one for all: said of each where most have one, else once for the document,
 * and not at all where its title states the period or its goals name a year. Source: observed practice.
 */
export const rule: Rule = {
  id: 'missing-deadline',
  title: { zh: '任务无完成时限', en: 'No deadline' },
  topic: 'time',
  severity: 'info',
  strength: '惯例',
  basis: { zh: '多数方案的体例', en: 'how most plans are written' },
  fixable: 'no',
  kinds: PLANS,
  whole: wholeDocument<Said>({ inPassage, conclude: (said, { facts }) => conclude(said, facts) }),
};

function inPassage(reading: PassageReading, { facts }: { readonly facts: Facts }): readonly Mention<Said>[] {
  if (facts.defaultDeadline) return [];
  const mentions: Mention<Said>[] = [];
  walkBlocks(reading, createSections(), (item, above) => {
    if (item.kind === 'row') mentions.push(...rowMention(item));
    else {
      const follows = above && continues(above, item, reading.passage.lines[item.block.line]!) ? above : null;
      mentions.push(...textMentions(item, follows, facts));
    }
  });
  return mentions;
}

function rowMention(row: RowReading): readonly Mention<Said>[] {
  const cell = cellOf(row.block, 'task');
  if (!cell || row.responsibility.length === 0) return [];
  const timed = cellOf(row.block, 'deadline') !== null || row.milestones.length > 0;
  const from = cell.text.search(/\S/);
  return [
    { said: { what: 'task', timed }, range: rangeOf(cell, from, Math.min(cell.text.trimEnd().length, from + 40)) },
  ];
}

function textMentions(item: TextReading, above: TextReading | null, facts: Facts): readonly Mention<Said>[] {
  const { block, annotations, deadlines } = item;
  if (block.head) return [];
  if (annotations.length === 0) {
    const range = rangeOf(block, 0, Math.min(block.text.length, 40));
    if (deadlines.length > 0) return [{ said: { what: 'goal', timed: true }, range }];
    return block.number && !facts.hasUnits ? [{ said: { what: 'measure', timed: false }, range }] : [];
  }
  let from = 0;
  return annotations.map((annotation): Mention<Said> => {
    const alone = annotation.from < 3 && above?.annotations.length === 0;
    const spoken = deadlines.some((one) => one.from >= from && one.to <= annotation.to);
    const timed = annotation.deadline !== null || spoken || (alone && above.deadlines.length > 0);
    from = annotation.to;
    return { said: { what: 'task', timed }, range: rangeOf(block, annotation.from, annotation.to) };
  });
}

function conclude(said: readonly Said[], facts: Facts): readonly Verdict[] {
  const places = [...said.keys()];
  const tasks = places.filter((at) => said[at]!.what === 'task');
  const missing = tasks.filter((at) => !said[at]!.timed);
  const stated = facts.periodSource === 'title' || facts.periodSource === 'front-matter';
  const bounded = stated || !PLANS_WORK.test(facts.title ?? '') || said.some(({ what }) => what === 'goal');
  if (tasks.length === 0) {
    const measures = said.filter(({ what }) => what === 'measure').length;
    return bounded || facts.hasUnits || measures < MIN_TASKS ? [] : [{ at: null, message: MESSAGES.none }];
  }
  if (missing.length === 0 || tasks.length < MIN_TASKS) return [];
  if (1 - missing.length / tasks.length >= MOST) return missing.map((at) => ({ at, message: MESSAGES.task }));
  if (bounded) return [];
  if (missing.length === tasks.length) return [{ at: null, message: MESSAGES.none }];
  return [{ at: null, message: MESSAGES.whole, args: { missing: missing.length, total: tasks.length } }];
}
