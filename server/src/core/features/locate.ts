import type { Deadline } from '../plan/deadlines';
import type { Plan } from '../plan/plan';
import type { BlockReading, PassageReading } from '../plan/reading';
import type { Annotation } from '../plan/responsibility';
import type { UnitName } from '../plan/unitList';
import { offsetOf, rangeOf, type Joined } from '../syntax/joined';
import { passageAt } from '../syntax/source';
import { shiftLines, type Position, type Range } from '../text/position';

/** What stands at a place of the text. Ranges are absolute. */
export type Located =
  | { readonly kind: 'unit'; readonly unit: UnitName; readonly annotation: Annotation; readonly range: Range }
  | { readonly kind: 'deadline'; readonly deadline: Deadline; readonly range: Range };

interface Near {
  readonly reading: PassageReading;
  readonly above: number;
  readonly position: Position;
}

function near(plan: Plan, position: Position): Near {
  const index = passageAt(plan.source, position.line);
  const above = plan.source.starts[index]!;
  return {
    reading: plan.readings[index]!,
    above,
    position: { line: position.line - above, character: position.character },
  };
}

function* textsOf(
  item: BlockReading,
): Generator<{ joined: Joined; annotations: readonly Annotation[]; deadlines: readonly Deadline[] }> {
  if (item.kind === 'text') {
    yield { joined: item.block, annotations: item.annotations, deadlines: item.deadlines };
    return;
  }
  for (const { cell, annotation } of item.responsibility)
    yield { joined: cell, annotations: [annotation], deadlines: [] };
  const cell = item.block.cells.find((one) => one.role === 'deadline');
  if (cell && item.deadline) yield { joined: cell, annotations: [], deadlines: [item.deadline] };
  for (const { cell: joined, deadline } of item.milestones) yield { joined, annotations: [], deadlines: [deadline] };
}

/** The unit or deadline at a position, or `null`. */
export function locate(plan: Plan, position: Position): Located | null {
  const { reading, above, position: place } = near(plan, position);
  for (const item of reading.items) {
    if (item.block.line > place.line || item.block.endLine < place.line) continue;
    for (const { joined, annotations, deadlines } of textsOf(item)) {
      const offset = offsetOf(joined, place);
      if (offset < 0) continue;
      const absolute = (from: number, to: number): Range => shiftLines(rangeOf(joined, from, to), above);
      for (const annotation of annotations) {
        const unit = annotation.units.find((one) => one.from <= offset && offset <= one.to);
        if (unit) return { kind: 'unit', unit, annotation, range: absolute(unit.from, unit.to) };
      }
      const inside = annotations.flatMap((annotation) => (annotation.deadline ? [annotation.deadline] : []));
      const deadline = [...deadlines, ...inside].find((one) => one.from <= offset && offset <= one.to);
      if (deadline) return { kind: 'deadline', deadline, range: absolute(deadline.from, deadline.to) };
    }
  }
  return null;
}
