import type { PassageReading } from '../plan/reading';
import type { Annotation } from '../plan/responsibility';
import type { UnitName } from '../plan/unitList';
import { rangeOf, type Joined } from '../syntax/joined';
import type { Range } from '../text/position';
import type { Register, Resolution } from '../units/model';
import type { Mention } from './rule';

/** An annotation or responsibility cell, and the text its offsets count in. */
export class Assigned {
  readonly joined: Joined;
  readonly annotation: Annotation;
  readonly inTable: boolean;
  readonly #register: Register;
  #units: readonly NamedUnit[] | undefined;

  constructor(joined: Joined, annotation: Annotation, inTable: boolean, register: Register) {
    this.joined = joined;
    this.annotation = annotation;
    this.inTable = inTable;
    this.#register = register;
  }

  /** Where it stands, in lines of the passage. */
  get range(): Range {
    const { joined, annotation } = this;
    return this.inTable ? rangeOf(joined, 0, joined.text.length) : rangeOf(joined, annotation.from, annotation.to);
  }

  /** Its units in order, each with what the register knows of it. */
  get units(): readonly NamedUnit[] {
    return (this.#units ??= this.annotation.units.map((unit) => new NamedUnit(unit, this, this.#register)));
  }
}

/** A unit of an annotation or cell, looked up once for all rules. */
export class NamedUnit {
  readonly unit: UnitName;
  readonly part: Assigned;
  readonly resolution: Resolution;

  constructor(unit: UnitName, part: Assigned, register: Register) {
    this.unit = unit;
    this.part = part;
    this.resolution = register.resolve(unit.name);
  }

  get isCollective(): boolean {
    return this.resolution.how === 'collective';
  }

  get range(): Range {
    return rangeOf(this.part.joined, this.unit.from, this.unit.to);
  }
}

/** A mention of something whose range is made when it is asked for: of most mentions nobody asks. */
export class PlacedMention<T> implements Mention<T> {
  readonly said: T;
  readonly #place: { readonly range: Range };

  constructor(said: T, place: { readonly range: Range }) {
    this.said = said;
    this.#place = place;
  }

  get range(): Range {
    return this.#place.range;
  }
}

/** All annotations and responsibility cells of a passage, in order. */
export function assignedIn({ items }: PassageReading, register: Register): readonly Assigned[] {
  const found: Assigned[] = [];
  for (const item of items) {
    if (item.kind === 'text') {
      for (const annotation of item.annotations) found.push(new Assigned(item.block, annotation, false, register));
    } else {
      for (const { cell, annotation } of item.responsibility)
        found.push(new Assigned(cell, annotation, true, register));
    }
  }
  return found;
}

export function unitRange({ joined }: Pick<Assigned, 'joined'>, unit: UnitName): Range {
  return rangeOf(joined, unit.from, unit.to);
}
