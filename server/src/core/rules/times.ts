import { inYear, type Deadline } from '../plan/deadlines';
import { yearOfDocument, type Facts } from '../plan/facts';
import type { BlockReading, CellTime, PassageReading } from '../plan/reading';
import type { Joined } from '../syntax/joined';
import { lastDay, yearOf, type IsoDate } from '../text/dates';

/** A time expression and the text its offsets count in. */
export interface TimePlace {
  readonly joined: Joined;
  readonly deadline: Deadline;
  /** In a deadline column or field, where every year is a deadline. */
  readonly stated: boolean;
}

/** A task that states its deadline in a column or field, and the times its own words name. */
export interface TimedTask {
  /** At least one. */
  readonly stated: readonly TimePlace[];
  readonly spoken: readonly TimePlace[];
  /** Where the task itself is written. */
  readonly words: readonly Stretch[];
}

/** A stretch of a text. */
export interface Stretch {
  readonly joined: Joined;
  readonly from: number;
  readonly to: number;
}

/** All times of a passage by which something is to be done, in order; what stands before the first heading is left out. */
export function timesIn(reading: PassageReading): readonly TimePlace[] {
  return reading.items.flatMap((item) => timesOf(item));
}

function timesOf(item: BlockReading): readonly TimePlace[] {
  if (item.kind === 'row') return [...placed(item.stated, true), ...placed(item.milestones, false)];
  if (item.block.head) return [];
  const own = item.deadlines.map((deadline) => ({ joined: item.block, deadline, stated: false }));
  const fields = item.annotations.flatMap(({ deadline }) =>
    deadline ? [{ joined: item.block, deadline, stated: true }] : [],
  );
  return [...own, ...fields];
}

/** The tasks of a passage that state a deadline. */
export function timedTasks(reading: PassageReading): readonly TimedTask[] {
  return reading.items.flatMap((item) => timedTasksOf(item));
}

function timedTasksOf(item: BlockReading): readonly TimedTask[] {
  if (item.kind === 'row') {
    const stated = placed(item.stated, true);
    if (stated.length === 0) return [];
    const words = item.block.cells
      .filter(({ role }) => role === 'task' || role === 'outcome')
      .map((joined) => ({ joined, from: 0, to: joined.text.length }));
    return [{ stated, spoken: placed(item.milestones, false), words }];
  }
  let from = item.block.number?.end ?? 0;
  return item.annotations.flatMap((annotation) => {
    const spoken = item.deadlines
      .filter((deadline) => deadline.from >= from && deadline.to <= annotation.from)
      .map((deadline) => ({ joined: item.block, deadline, stated: false }));
    const words = [{ joined: item.block, from, to: annotation.from }];
    from = annotation.to;
    const { deadline } = annotation;
    return deadline ? [{ stated: [{ joined: item.block, deadline, stated: true }], spoken, words }] : [];
  });
}

const placed = (times: readonly CellTime[], stated: boolean): readonly TimePlace[] =>
  times.map(({ cell, deadline }) => ({ joined: cell, deadline, stated }));

/** The first and last day of a task, as its column or field says. */
export interface Span {
  /** `null`: it may have begun long ago. */
  readonly start: IsoDate | null;
  readonly end: IsoDate;
  /** The expression that sets the end. */
  readonly last: TimePlace;
}

/** What makes a stated time the beginning or a part of the task, so that it sets no end: 2023年启动, 2023年底前完成60%. */
const NO_END = /^[^。；）)]{0,12}?(?:启动|开工|开始|动工|起步|试点|首批|第[一二三]批|阶段|一期|[%％])/;

/** The span of what is stated; `null` where it has no end that can be told (长期, 每年, 2023年启动, 6月底前 of an unknown year). */
export function spanOf(stated: readonly TimePlace[], facts: Facts): Span | null {
  const year = yearOfDocument(facts);
  let [start, end, last]: [IsoDate | null, IsoDate | null, TimePlace | null] = [null, null, null];
  for (const place of stated) {
    const dated = inYear(place.deadline, year, facts.period);
    if (dated.end === null) return null;
    if (place === stated[0]) ({ start } = dated);
    if (end === null || dated.end > end) [end, last] = [dated.end, place];
  }
  if (!end || !last || NO_END.test(last.joined.text.slice(last.deadline.to, last.deadline.to + 20))) return null;
  return { start, end, last };
}

/** The earlier reading of 2025年前, which may leave out 2025. */
export function earliestEnd({ kind, end }: Deadline): IsoDate | null {
  return kind === 'before' && end !== null ? lastDay(yearOf(end) - 1) : end;
}

/** What follows a day that only says which things are meant or what had been reached: 2020年底前登记的企业, 到2020年底，已建成. */
const HISTORY = /^[^，。；]{0,8}(?:的|基础上)|^[，,]?[^，。；]{0,6}(?:已|曾|累计)/;
const PREPARES = /(?:为|对|将)$/;

/** Whether the words round a time only say which things are meant, what had been reached, or what is prepared for. */
export function describesThings(text: string, { from, to }: Deadline): boolean {
  return HISTORY.test(text.slice(to, to + 20)) || PREPARES.test(text.slice(Math.max(0, from - 1), from));
}

/** Where a clause begins: a bare year there is when its verb happens, and not what another verb is about. */
const CLAUSE_START = /(?:^|[，。；：、,;:（(\s\d①-⑳.．]|在|于|力争|确保|争取|并|计划)$/;

/**
 * Whether an expression in running text sets a time: a year inside a clause (做好2024年组织申报) is what the clause is
 * about, and a year that only describes something is none.
 */
export function setsTime(text: string, deadline: Deadline): boolean {
  if (describesThings(text, deadline)) return false;
  if (deadline.kind !== 'milestone') return deadline.kind !== 'range';
  return CLAUSE_START.test(text.slice(Math.max(0, deadline.from - 2), deadline.from));
}

const VISION = /远景|愿景|展望|中长期|碳达峰|碳中和/;

/** Goals past the period: 到2035年, 2030年全面建成, and whatever a sentence calls a vision. */
export function isLongRange(text: string, deadline: Deadline): boolean {
  const goal = deadline.kind === 'target' || deadline.kind === 'milestone';
  if (goal && deadline.end !== null && yearOf(deadline.end) % 5 === 0) return true;
  const sentence = text.slice(
    Math.max(text.lastIndexOf('。', deadline.from), deadline.from - 100, 0),
    deadline.to + 40,
  );
  return VISION.test(sentence);
}
