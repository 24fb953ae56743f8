import { citationsIn, type Citation } from '../plan/citations';
import { referencesIn } from '../plan/numbering/references';
import type { Plan } from '../plan/plan';
import type { Label } from '../plan/labels';
import type { Block } from '../syntax/block';
import { offsetOf, rangeOf, type Joined } from '../syntax/joined';
import { passageAt } from '../syntax/source';
import { comparePositions, shiftLines, touches, type Position, type Range } from '../text/position';
import { linksIn } from './links';
import { locate, type Located } from './locate';
import { numbersIn, placesMeant, type NumberedPlace, type Numbers } from './numberedPlaces';
import { unitAt, type Naming, type Occurrence } from './occurrences';

/** What stands at a place of a plan, as far as it leads anywhere or has something to say. Ranges are absolute. */
export type Target =
  | { readonly kind: 'unit'; readonly unit: Occurrence; readonly range: Range }
  | {
      readonly kind: 'deadline';
      readonly deadline: Extract<Located, { kind: 'deadline' }>['deadline'];
      readonly range: Range;
    }
  | { readonly kind: 'label'; readonly label: Label; readonly range: Range }
  | { readonly kind: 'citation'; readonly citation: Citation; readonly range: Range }
  /** 第三项, 附件2: what it means, no places where there is no such number. */
  | { readonly kind: 'reference'; readonly places: readonly NumberedPlace[]; readonly range: Range }
  /** The number of a heading, measure or row itself. */
  | { readonly kind: 'number'; readonly place: NumberedPlace; readonly range: Range }
  /** A file the front matter names. */
  | { readonly kind: 'path'; readonly path: string; readonly range: Range };

/** What stands at a position; `null` for plain words. */
export function targetAt(plan: Plan, naming: Naming, position: Position): Target | null {
  const located = locate(plan, position);
  if (located?.kind === 'unit') return unitTarget(plan, naming, position);
  const index = passageAt(plan.source, position.line);
  const above = plan.source.starts[index]!;
  const place = { line: position.line - above, character: position.character };
  const joined = textAt(plan.source.passages[index]!.blocks, place);
  const path = pathAt(plan, index, place);
  if (path) return path;
  const found = joined && inText(plan, joined, offsetOf(joined, place), above);
  if (found) return found;
  if (located?.kind === 'deadline') return { kind: 'deadline', deadline: located.deadline, range: located.range };
  return (
    (joined &&
      (labelAt(plan, joined, index, offsetOf(joined, place)) ??
        numberAt(plan, joined, index, offsetOf(joined, place)))) ??
    unitTarget(plan, naming, position)
  );
}

function pathAt(plan: Plan, index: number, place: Position): Target | null {
  const link = linksIn(plan.readings[index]!).find(({ range }) => touches(range, place));
  if (link?.target.kind !== 'file') return null;
  return { kind: 'path', path: link.target.path, range: shiftLines(link.range, plan.source.starts[index]!) };
}

function unitTarget(plan: Plan, naming: Naming, position: Position): Target | null {
  const unit = unitAt(plan, naming, position);
  return unit && { kind: 'unit', unit, range: unit.range };
}

/** The paragraph, cell or front matter at a place; line numbers count from the passage. */
function textAt(blocks: readonly Block[], place: Position): Joined | null {
  for (const block of blocks) {
    if (block.line > place.line || block.endLine < place.line) continue;
    const texts: readonly Joined[] =
      'cells' in block ? block.cells : block.kind === 'furniture' || block.kind === 'comment' ? [] : [block];
    const found = texts.find((one) => offsetOf(one, place) >= 0);
    if (found) return found;
  }
  return null;
}

function inText(plan: Plan, joined: Joined, offset: number, above: number): Target | null {
  const touching = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    from <= offset && offset <= to;
  const range = (from: number, to: number): Range => rangeOf(joined, from, to, above);
  if (joined.text.includes('《')) {
    // Inner titles stand behind the outer ones they are in.
    const citation = citationsIn(joined.text).findLast(({ from, to, number }) =>
      touching({ from, to: number?.to ?? to }),
    );
    if (citation) return { kind: 'citation', citation, range: range(citation.from, citation.to) };
  }
  if (!referencesIn(joined.text).some(touching)) return null;
  return referenceTarget(numbersIn(plan), rangeOf(joined, offset, offset, above).start);
}

function referenceTarget({ references, places }: Numbers, position: Position): Target | null {
  const placed = references.find(({ range }) => touches(range, position));
  return placed ? { kind: 'reference', places: placesMeant(placed, places), range: placed.range } : null;
}

function labelAt(plan: Plan, joined: Joined, index: number, offset: number): Target | null {
  const above = plan.source.starts[index]!;
  for (const item of plan.readings[index]!.items) {
    const annotations =
      item.kind === 'text'
        ? item.block === joined
          ? item.annotations
          : []
        : item.responsibility.filter(({ cell }) => cell === joined).map(({ annotation }) => annotation);
    for (const annotation of annotations) {
      const label = annotation.labels.find(({ from, to }) => from <= offset && offset < to);
      if (label)
        return {
          kind: 'label',
          label,
          range: shiftLines(rangeOf(joined, label.from, label.from + label.text.length), above),
        };
    }
  }
  return null;
}

/** The number of the block at a place; the title behind it is words like any others. */
function numberAt(plan: Plan, joined: Joined, index: number, offset: number): Target | null {
  const above = plan.source.starts[index]!;
  const block = plan.source.passages[index]!.blocks.find(
    (one) => one === joined || (one.kind === 'row' && one.cells.some((cell) => cell === joined)),
  );
  const number = block && ownNumber(block, joined);
  if (!number || offset < number.from || offset > number.to) return null;
  const range = rangeOf(joined, number.from, number.to, above);
  const place = numbersIn(plan).places.find((one) => comparePositions(one.range.start, range.start) === 0);
  return place ? { kind: 'number', place, range } : null;
}

function ownNumber(block: Block, joined: Joined): { readonly from: number; readonly to: number } | null {
  if (block.kind === 'row') {
    const isIndex = block.cells.some((cell) => cell === joined && cell.role === 'index');
    return isIndex ? { from: 0, to: joined.text.length } : null;
  }
  if ((block.kind !== 'heading' && block.kind !== 'paragraph') || !block.number) return null;
  const { start, text } = block.number;
  return { from: start, to: start + text.length };
}
