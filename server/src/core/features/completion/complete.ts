import { createSpeller, type Spell, type Spelled } from '../../lexicon/pinyin';
import type { Plan } from '../../plan/plan';
import type { Position } from '../../text/position';
import type { Register } from '../../units/model';
import { createLawTitles, isInTitle, proposeCitations, type Citable } from './citations';
import { clauseFiller, proposeClauses, readClauses, type Clause } from './clauses';
import { proposeContinued, proposeDeadlines } from './deadlines';
import { isInFrontMatter, proposeFrontMatter } from './frontMatter';
import { createHabits, type Habits } from '../annotations/habits';
import { begunAt, proposeHeadings, readHeadings, type Headings } from './headings';
import { proposeFrames, proposeLabelLines, proposeLabels } from './labels';
import { proposeIndex, proposeNumbers } from './numbers';
import { placeAt, type Place } from './place';
import type { Proposal } from './proposal';
import { slotAt, type Slot } from './slot';
import { createRoster, namesFor, proposeUnits, type Roster, type UnitWish } from './units';
import { once } from '../../text/once';

/** What completion knows besides the plan. */
export interface Surroundings {
  readonly register: Register;
  /** The superior plans (上位文件) of the document. */
  readonly superiors: readonly Citable[];
  /** Titles the organisation works with, besides the laws of the country. */
  readonly ownTitles?: readonly string[];
}

/** What may be written at a position, best first; nothing where prose is written. */
export type Complete = (plan: Plan, position: Position, surroundings: Surroundings) => readonly Proposal[];

/** What is made once for all documents: tables, and units and titles with their readings. Each when first used. */
export interface Vocabulary {
  readonly spell: Spell;
  readonly roster: Roster;
  readonly laws: () => readonly Spelled[];
  readonly headings: () => Headings;
  readonly clauses: () => readonly Clause[];
}

/** `laws`: the full titles of the laws in force. */
export function createVocabulary(laws: () => readonly string[]): Vocabulary {
  const spell = createSpeller();
  return {
    spell,
    roster: createRoster(spell),
    laws: createLawTitles(laws, spell),
    headings: once(readHeadings),
    clauses: once(() => readClauses(spell)),
  };
}

/** Completion for one document. Keeps what the document uses, and looks only at what changed between two requests. */
export function createCompleter(vocabulary: Vocabulary): Complete {
  const habitsOf = createHabits();
  return (plan, position, surroundings) => {
    const place = placeAt(plan, position);
    if (place.blocks.some(({ kind }) => kind === 'comment' || kind === 'furniture')) return [];
    const desk = { ...vocabulary, ...surroundings, habits: habitsOf(plan.readings) };
    // What is there already need not be proposed.
    return proposalsAt(place, desk).filter(({ insert, typed }) => insert.length > 1 || insert[0] !== typed.text);
  };
}

/** What units a cell of the task table of a document may name; keeps what `createCompleter` keeps. */
export function createUnitNames(
  vocabulary: Vocabulary,
): (plan: Plan, wish: UnitWish, register: Register) => readonly string[] {
  const habitsOf = createHabits();
  return ({ facts, readings }, wish, register) =>
    namesFor(wish, { facts, register, habits: habitsOf(readings), roster: vocabulary.roster });
}

/** All that proposals are made from. */
interface Desk extends Vocabulary, Surroundings {
  readonly habits: Habits;
}

function proposalsAt(place: Place, desk: Desk): readonly Proposal[] {
  const { habits, spell } = desk;
  if (isInFrontMatter(place)) return proposeFrontMatter(place, spell);
  if (isInTitle(place)) return proposeCitations(place, desk, habits, spell);
  const slot = slotAt(place);
  if (slot) return inSlot(place, slot, desk);
  // A report makes nobody responsible for anything.
  const frames = place.plan.facts.kind === 'report' ? [] : proposeFrames(place, habits, spell);
  if (frames.length > 0 || opensBracket(place)) return [...frames, ...bareUnits(place, desk)];
  const continued = proposeContinued(place, habits);
  return continued.length > 0 ? continued : atLineStart(place, desk);
}

function inSlot(place: Place, slot: Slot, { register, habits, roster, spell }: Desk): readonly Proposal[] {
  switch (slot.field) {
    case 'deadline':
      return proposeDeadlines(place, slot.cell, habits, spell);
    case 'index':
      return proposeIndex(place);
    case 'units': {
      const units = proposeUnits(place, slot, register, habits, roster);
      const labels = slot.cell ? [] : proposeLabels(place, slot.annotation, habits, spell);
      // Behind a semicolon the next label is wanted, behind a comma the next unit.
      return /[；;]\s*$/.test(place.before) ? [...labels, ...units] : [...units, ...labels];
    }
    default:
      return [];
  }
}

const BARE = /[。；;]\s*[（(〔[][^（）()，。：；\s]{1,12}$/;

/** A bracket behind a full stop with something in it: units may be named there without a label. */
const opensBracket = ({ before }: Place): boolean => BARE.test(before.slice(-40));

function bareUnits(place: Place, { register, habits, roster }: Desk): readonly Proposal[] {
  if (!opensBracket(place)) return [];
  return proposeUnits(place, { field: 'units', role: 'lead', annotation: null, cell: false }, register, habits, roster);
}

function atLineStart(place: Place, desk: Desk): readonly Proposal[] {
  const { habits, spell, register } = desk;
  const fill = clauseFiller(place.plan, register, habits);
  const begun = begunAt(place);
  const clauses = proposeClauses(place, begun, desk.clauses(), fill);
  if (begun) return [...proposeHeadings(place, begun, desk.headings(), habits, spell), ...clauses];
  return [...proposeNumbers(place), ...proposeLabelLines(place, habits, spell), ...clauses];
}
