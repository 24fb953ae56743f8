import type { Passage } from '../syntax/passage';
import type { Source } from '../syntax/source';
import { foldFacts, type Counts, type Facts, type ReadingOptions } from './facts';
import { readPlanPassage, type PassageReading } from './reading';

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
  const known = new WeakMap<Passage, PassageReading>();
  const read = (passage: Passage): PassageReading => {
    let reading = known.get(passage);
    if (!reading) {
      reading = readPlanPassage(passage);
      known.set(passage, reading);
    }
    return reading;
  };
  return (source, options) => {
    const readings = source.passages.map(read);
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

/** Reads a source once, for those who do not edit. */
export function readPlan(source: Source, options: ReadingOptions = { period: null }): Plan {
  return createPlanReader()(source, options);
}

/** 单位名录 in the front matter: the path of a register, relative to the document; `null` if none is named. */
export function registerOf(plan: Plan): string | null {
  return plan.readings[0]?.summary.frontMatter?.register ?? null;
}
