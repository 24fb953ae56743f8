import { citationsIn } from '../plan/citations';
import { sameCited, type Cited } from '../plan/cited';
import type { Plan } from '../plan/plan';
import { rangeOf, type Joined } from '../syntax/joined';
import type { Range } from '../text/position';
import { bodyOf } from '../units/body';
import { numbersIn, placesMeant, type NumberedPlace, type PlacedReference } from './numberedPlaces';
import { occurrencesOf, type Naming } from './occurrences';
import type { Target } from './target';

/** A place that is about the same thing. `lead`: a unit that leads there; `itself`: the measure whose number is cited. */
export interface Alike {
  readonly range: Range;
  readonly as: 'lead' | 'participant' | 'prose' | 'itself' | 'cited';
}

/** All places of a document that are about the same unit, measure or cited document as a target, itself among them. */
export function placesAlike(target: Target, plan: Plan, naming: Naming): readonly Alike[] {
  switch (target.kind) {
    case 'unit': {
      const body = bodyOf(naming.register.resolve(target.unit.name), naming.home);
      return occurrencesOf(body, plan, naming).map(({ range, role }) => ({ range, as: role }));
    }
    case 'reference':
      return numbered(target.places, plan);
    case 'number':
      return numbered([target.place], plan);
    case 'citation': {
      const { title, number } = target.citation;
      return citationsOf({ title, number: number?.text ?? null }, plan);
    }
    default:
      return [];
  }
}

function numbered(meant: readonly NumberedPlace[], plan: Plan): readonly Alike[] {
  const { places, references } = numbersIn(plan);
  const is = ({ range: { start } }: NumberedPlace): boolean =>
    meant.some((one) => one.range.start.line === start.line && one.range.start.character === start.character);
  // Asking what a reference means walks all places, so it is asked of the few only that may mean these.
  const mayMean = ({ value }: PlacedReference): boolean => value === null || meant.some((one) => one.value === value);
  return [
    ...places.filter(is).map(({ range }) => ({ range, as: 'itself' as const })),
    ...references
      .filter((placed) => mayMean(placed) && placesMeant(placed, places).some(is))
      .map(({ range }) => ({ range, as: 'cited' as const })),
  ];
}

/** Where a document is cited in a plan. */
export function citationsOf(cited: Cited, plan: Plan): readonly Alike[] {
  const found: Alike[] = [];
  for (const [index, passage] of plan.source.passages.entries()) {
    const above = plan.source.starts[index]!;
    const read = (joined: Joined): void => {
      if (!joined.text.includes('《')) return;
      for (const { title, number, from, to } of citationsIn(joined.text)) {
        if (sameCited(cited, { title, number: number?.text ?? null }))
          found.push({ range: rangeOf(joined, from, to, above), as: 'cited' });
      }
    };
    for (const block of passage.blocks) {
      if ('cells' in block) block.cells.forEach(read);
      else if (block.kind === 'heading' || block.kind === 'paragraph') read(block);
    }
  }
  return found;
}
