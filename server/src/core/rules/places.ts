import type { PassageReading } from '../plan/reading';
import type { Annotation } from '../plan/responsibility';
import type { UnitName } from '../plan/unitList';
import { rangeOf, type Joined } from '../syntax/joined';
import type { Range } from '../text/position';

/** An annotation or responsibility cell, and the text its offsets count in. */
export interface Assigned {
  readonly joined: Joined;
  readonly annotation: Annotation;
  /** Where it stands, in lines of the passage. */
  readonly range: Range;
  readonly inTable: boolean;
}

/** All annotations and responsibility cells of a passage, in order. */
export function assignedIn(reading: PassageReading): readonly Assigned[] {
  return reading.items.flatMap((item): Assigned[] =>
    item.kind === 'text'
      ? item.annotations.map((annotation) => ({
          joined: item.block,
          annotation,
          range: rangeOf(item.block, annotation.from, annotation.to),
          inTable: false,
        }))
      : item.responsibility.map(({ cell, annotation }) => ({
          joined: cell,
          annotation,
          range: rangeOf(cell, 0, cell.text.length),
          inTable: true,
        })),
  );
}

export function unitRange({ joined }: Pick<Assigned, 'joined'>, unit: UnitName): Range {
  return rangeOf(joined, unit.from, unit.to);
}
