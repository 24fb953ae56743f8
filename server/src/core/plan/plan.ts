import type { Passage } from '../syntax/passage';
import type { Source } from '../syntax/source';
import { addUp, foldFacts, withKey, type Counts, type Facts, type ReadingOptions, type Summary } from './facts';
import { createMemory, createSums, type Memory } from './memory';
import { createCellReaders, createRecall, readPlanPassage, type PassageReading } from './reading';
import type { LeadRule } from './responsibility';

/** A document read as a plan: what stands in each passage, and what is true of the whole. Immutable. */
export interface Plan {
  readonly source: Source;
  /** One for each passage of the source, in order. */
  readonly readings: readonly PassageReading[];
  readonly facts: Facts;
  readonly counts: Counts;
  /** What is kept for the next state of the document. */
  readonly memory: Memory;
}

/** Makes plans from the successive sources of one document; passages that stayed the same are not read again. */
export type PlanReader = (source: Source, options: ReadingOptions) => Plan;

export function createPlanReader(): PlanReader {
  const memory = createMemory();
  let [passages, readings]: [readonly Passage[], readonly PassageReading[]] = [[], []];
  return (source, options) => {
    const { head, tail } = compare(passages, source.passages);
    readings = rereadChanged(readings, source.passages, head, tail);
    ({ passages } = source);
    return planOf(source, readings, options, memory);
  };
}

function planOf(source: Source, readings: readonly PassageReading[], options: ReadingOptions, memory: Memory): Plan {
  const { facts, counts } = foldFacts(memory(createSummaries)(readings), options);
  return { source, readings, facts: memory(createSameFacts)(facts), counts, memory };
}

/** The object of before where facts are the same: they are compared for every passage, and it is soon told that one is itself. */
function createSameFacts(): (facts: Facts) => Facts {
  let last: Facts | null = null;
  return (facts) => (last?.key === facts.key ? last : (last = facts));
}

const createSummaries = (): ((readings: readonly PassageReading[]) => readonly Summary[]) =>
  createSums((some: readonly PassageReading[]) => addUp(some.map(({ summary }) => summary)));

/** How many passages are the same at the start and at the end. */
function compare(before: readonly Passage[], after: readonly Passage[]): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}

/** Keeps the readings of the passages above and below an edit; what stood between helps to read what stands there now. */
function rereadChanged(
  readings: readonly PassageReading[],
  after: readonly Passage[],
  head: number,
  tail: number,
): readonly PassageReading[] {
  const gone = readings.slice(head, readings.length - tail);
  const recall = createRecall(gone);
  const readers = createCellReaders();
  const kept = new Map(gone.map((reading) => [reading.passage, reading]));
  const changed = after.slice(head, after.length - tail);
  const read = changed.map((passage) => kept.get(passage) ?? readPlanPassage(passage, recall, readers));
  return readings.slice(0, head).concat(read, readings.slice(readings.length - tail));
}

/** Reads a source once, for those who do not edit. */
export function readPlan(source: Source, options: ReadingOptions = { period: null }): Plan {
  return createPlanReader()(source, options);
}

/** The plan after its source was edited (`editSource`), without a reader at hand: what the edit did not touch is kept. */
export function rereadPlan(before: Plan, source: Source, options: ReadingOptions): Plan {
  const { head, tail } = compare(before.source.passages, source.passages);
  const readings = rereadChanged(before.readings, source.passages, head, tail);
  return planOf(source, readings, options, before.memory);
}

/** 单位名录 in the front matter: the path of a register, relative to the document; `null` if none is named. */
export function registerOf(plan: Plan): string | null {
  return plan.readings[0]?.summary.frontMatter?.register ?? null;
}

/** 上位文件 in the front matter: paths of superior plans, relative to the document. */
export function superiorsOf(plan: Plan): readonly string[] {
  return plan.readings[0]?.summary.frontMatter?.superiors ?? [];
}

/** The plan read under another rule for who leads. */
export function withLeadRule(plan: Plan, leadRule: LeadRule | null): Plan {
  return { ...plan, facts: withKey({ ...plan.facts, leadRule }) };
}
