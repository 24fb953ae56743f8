import type { Passage } from '../syntax/passage';
import type { Source } from '../syntax/source';
import { foldFacts, type Counts, type Facts, type ReadingOptions } from './facts';
import { createRecall, readPlanPassage, type PassageReading } from './reading';

/** A document read as a plan: what stands in each passage, and what is true of the whole. Immutable. */
export interface Plan {
  readonly source: Source;
  /** One for each passage of the source, in order. */
  readonly readings: readonly PassageReading[];
  readonly facts: Facts;
  readonly counts: Counts;
}

/** Makes plans from the successive sources of one document; passages that stayed the same are not read again. */
export type PlanReader = (source: Source, options: ReadingOptions) => Plan;

export function createPlanReader(): PlanReader {
  let [passages, readings]: [readonly Passage[], readonly PassageReading[]] = [[], []];
  return (source, options) => {
    readings = rereadChanged(passages, readings, source.passages);
    ({ passages } = source);
    return {
      source,
      readings,
      ...foldFacts(
        readings.map((one) => one.summary),
        options,
      ),
    };
  };
}

/** Keeps the readings of the passages above and below an edit; what stood between helps to read what stands there now. */
function rereadChanged(
  before: readonly Passage[],
  readings: readonly PassageReading[],
  after: readonly Passage[],
): readonly PassageReading[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const gone = readings.slice(head, readings.length - tail);
  const recall = createRecall(gone);
  const kept = new Map(gone.map((reading) => [reading.passage, reading]));
  const changed = after.slice(head, after.length - tail);
  return [
    ...readings.slice(0, head),
    ...changed.map((passage) => kept.get(passage) ?? readPlanPassage(passage, recall)),
    ...readings.slice(readings.length - tail),
  ];
}

/** Reads a source once, for those who do not edit. */
export function readPlan(source: Source, options: ReadingOptions = { period: null }): Plan {
  return createPlanReader()(source, options);
}

/** 单位名录 in the front matter: the path of a register, relative to the document; `null` if none is named. */
export function registerOf(plan: Plan): string | null {
  return plan.readings[0]?.summary.frontMatter?.register ?? null;
}
