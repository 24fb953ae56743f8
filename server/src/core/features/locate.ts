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

/** The responsibility the caret is in: a field of an annotation or a cell. Offsets count in `joined.text`. */
export interface Slot {
  readonly joined: Joined;
  readonly annotation: Annotation | null;
  readonly offset: number;
  /** First absolute line of the passage, to make ranges absolute. */
  readonly above: number;
  readonly role: UnitName['role'];
}

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

/** The list of units the caret is in, or `null` where no unit is expected. */
export function slotAt(plan: Plan, position: Position): Slot | null {
  const { reading, above, position: place } = near(plan, position);
  for (const item of reading.items) {
    if (item.block.line > place.line || item.block.endLine < place.line) continue;
    if (item.kind === 'row') {
      for (const cell of item.block.cells) {
        if (cell.role !== 'lead' && cell.role !== 'participants' && cell.role !== 'responsible') continue;
        const offset = offsetOf(cell, place);
        if (offset < 0) continue;
        const annotation = item.responsibility.find((one) => one.cell === cell)?.annotation ?? null;
        const role = cell.role === 'lead' ? 'lead' : cell.role === 'participants' ? 'participant' : 'responsible';
        return { joined: cell, annotation, offset, above, role };
      }
      continue;
    }
    const offset = offsetOf(item.block, place);
    if (offset >= 0) {
      const slot = slotInText(item.block, item.annotations, offset, above);
      if (slot) return slot;
    }
  }
  return null;
}

const OPEN_LABEL = /(牵头|主办|责任|负责|配合|参加|参与|协办|协助)(?:单位|部门|主体)\s*[:：][^。（(：:]*$/;

function slotInText(joined: Joined, annotations: readonly Annotation[], offset: number, above: number): Slot | null {
  const annotation = annotations.find((one) => one.from < offset && offset <= one.to) ?? null;
  const label = annotation?.labels.filter((one) => one.to <= offset).pop();
  if (annotation && label) {
    if (label.field !== 'lead' && label.field !== 'responsible' && label.field !== 'participant') return null;
    return { joined, annotation, offset, above, role: label.field };
  }
  // An annotation without a single name yet is none for the reader; its label is enough to know what is wanted.
  const open = OPEN_LABEL.exec(joined.text.slice(Math.max(0, offset - 200), offset));
  if (open) {
    const role = /牵头|主办/.test(open[1]!) ? 'lead' : /责任|负责/.test(open[1]!) ? 'responsible' : 'participant';
    return { joined, annotation, offset, above, role };
  }
  return annotation ? { joined, annotation, offset, above, role: 'responsible' } : null;
}
