import type { Facts } from '../plan/facts';
import type { BlockReading, PassageReading } from '../plan/reading';
import type { Block } from '../syntax/block';
import type { Register } from '../units/model';
import { dutiesIn, type Duty } from './duties';
import { assignedIn, type Assigned } from './places';
import { proseIn, type Prose } from './prose';
import { timedTasks, timesIn, type TimedTask, type TimePlace } from './times';

/** A passage as rules see it. What many of them ask for is made when the first one asks, once for all. */
export class PassageView implements PassageReading {
  readonly passage: PassageReading['passage'];
  readonly items: PassageReading['items'];
  readonly summary: PassageReading['summary'];
  readonly #facts: Facts;
  readonly #register: Register;
  #assigned: readonly Assigned[] | undefined;
  #duties: readonly Duty[] | undefined;
  #prose: readonly Prose[] | undefined;
  #times: readonly TimePlace[] | undefined;
  #timedTasks: readonly TimedTask[] | undefined;
  #readings: ReadonlyMap<Block, BlockReading> | undefined;

  constructor({ passage, items, summary }: PassageReading, facts: Facts, register: Register) {
    this.passage = passage;
    this.items = items;
    this.summary = summary;
    this.#facts = facts;
    this.#register = register;
  }

  /** All annotations and responsibility cells, in order. */
  get assigned(): readonly Assigned[] {
    return (this.#assigned ??= assignedIn(this, this.#register));
  }

  /** Who answers for each task, in order. */
  get duties(): readonly Duty[] {
    return (this.#duties ??= dutiesIn(this, this.assigned, this.#facts));
  }

  /** The paragraphs, and the cells that say what is to be done. */
  get prose(): readonly Prose[] {
    return (this.#prose ??= proseIn(this));
  }

  /** All times by which something is to be done, in order. */
  get times(): readonly TimePlace[] {
    return (this.#times ??= timesIn(this));
  }

  /** The tasks that state a deadline. */
  get timedTasks(): readonly TimedTask[] {
    return (this.#timedTasks ??= timedTasks(this));
  }

  /** What was read from each block. */
  get readings(): ReadonlyMap<Block, BlockReading> {
    return (this.#readings ??= new Map(this.items.map((item) => [item.block, item])));
  }
}
