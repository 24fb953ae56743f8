import { fitOf, stretchOf, TOGETHER, type Fit, type Spell, type Spelled } from '../../lexicon/pinyin';
import type { Facts } from '../../plan/facts';
import { homeOf } from '../../plan/home';
import type { UnitName } from '../../plan/unitList';
import { offsetOf } from '../../syntax/joined';
import { bodyOf, homeWith } from '../../units/body';
import { KIND_NAMES } from '../../units/kinds';
import type { Register, UnitEntry, UnitKind } from '../../units/model';
import type { Counts, Habits } from '../annotations/habits';
import { typedWord, type Place } from './place';
import type { Proposal, Typed } from './proposal';
import type { Slot } from './slot';

/** A unit that may be proposed, spelled once. */
interface Candidate {
  readonly name: string;
  readonly entry: UnitEntry | null;
  readonly kind: UnitKind | null;
  readonly spelled: Spelled;
  /** Other names it may be looked for under. */
  readonly others: readonly Spelled[];
  /** 拼音 of a local entry. */
  readonly keys: readonly string[];
}

/** The units of a register with the level prefix of a document put before those of the base; made once for each. */
export interface Roster {
  /** Local entries first, then the base, each in the order of the register. */
  candidates(register: Register, prefix: string): readonly Candidate[];
  /** A name as the document writes it, known to the register or not. */
  candidate(register: Register, name: string): Candidate;
}

/** Names that documents use are spelled once; forgetting all now and then bounds the memory of a long session. */
const MOST_NAMES = 3000;

export function createRoster(spell: Spell): Roster {
  const lists = new WeakMap<Register, Map<string, readonly Candidate[]>>();
  let named = new WeakMap<Register, Map<string, Candidate>>();
  let count = 0;
  return {
    candidates(register, prefix) {
      let byPrefix = lists.get(register);
      if (!byPrefix) lists.set(register, (byPrefix = new Map()));
      let list = byPrefix.get(prefix);
      if (!list) byPrefix.set(prefix, (list = listAll(register, prefix, spell)));
      return list;
    },
    candidate(register, name) {
      let byName = named.get(register);
      const known = byName?.get(name);
      if (known) return known;
      if (++count > MOST_NAMES) [named, count, byName] = [new WeakMap(), 0, undefined];
      if (!byName) named.set(register, (byName = new Map()));
      const { entry, how } = register.resolve(name);
      const kind = how === 'collective' ? 'collective' : (entry?.kind ?? null);
      // What a known body is also called finds it under the name the document gives it.
      const others = entry && how !== 'branch' ? otherNames(entry, name) : [];
      const made = { name, entry, kind, spelled: spell(name), others: others.map(spell), keys: entry?.pinyin ?? [] };
      byName.set(name, made);
      return made;
    },
  };
}

function listAll(register: Register, prefix: string, spell: Spell): readonly Candidate[] {
  const local = register.local.filter((entry) => entry.abolished === undefined);
  const base = register.base.filter((entry) => entry.kind !== 'central' && entry.abolished === undefined);
  const make = (entry: UnitEntry, name: string): Candidate => ({
    name,
    entry,
    kind: entry.kind,
    spelled: spell(name),
    others: otherNames(entry, name).map((other) =>
      spell(entry.origin === 'base' ? withPrefix(other, entry.kind, prefix) : other),
    ),
    keys: entry.pinyin ?? [],
  });
  return [
    ...local.map((entry) => make(entry, entry.name)),
    ...base.map((entry) => make(entry, withPrefix(entry.name, entry.kind, prefix))),
  ];
}

function otherNames({ name, fullName, aliases }: UnitEntry, written: string): readonly string[] {
  return [name, ...aliases, ...(fullName ? [fullName] : [])].filter((one) => one !== written);
}

const WITHOUT_PREFIX: readonly UnitKind[] = [
  'park',
  'park-dept',
  'township',
  'dispatched',
  'vertical',
  'enterprise',
  'industry',
  'collective',
];

function withPrefix(name: string, kind: UnitKind, prefix: string): string {
  if (WITHOUT_PREFIX.includes(kind)) return name;
  // 依法治区办 is 依法治市办 in a city.
  return prefix + name.replace('{级}', prefix || '区').replace(/(?<=依法治)区/, prefix || '区');
}

const LEVELS = ['区', '县', '市', '省', '旗', '州', '盟'];

/** The level character the document's units carry, else that of the place its title begins with; '' where none tells. */
export function levelCharacter(habits: Habits, { region, title }: Facts): string {
  const counts = new Map<string, number>();
  for (const names of [habits.leads, habits.others]) {
    for (const [name, used] of names) {
      const first = name[0] ?? '';
      if (LEVELS.includes(first)) counts.set(first, (counts.get(first) ?? 0) + used);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? placeOfTitle(region ?? title ?? '').slice(-1);
}

/** The place a title begins with: 云溪区; '' where it names none. */
export function placeOfTitle(title: string): string {
  return /^[^，。《》]{1,8}?[省市区县旗州盟]/.exec(title)?.[0] ?? '';
}

const MOST = 80;

/** Where a candidate comes from: used for this role, used otherwise, the workspace, everywhere. Collectives come last. */
type Source = 0 | 1 | 2 | 3;

interface Ranked {
  readonly candidate: Candidate;
  readonly fit: Fit;
  readonly source: Source;
  readonly used: number;
}

/** The units that may stand where the caret is, best first. */
export function proposeUnits(
  place: Place,
  slot: Extract<Slot, { field: 'units' }>,
  register: Register,
  habits: Habits,
  roster: Roster,
): readonly Proposal[] {
  const typed = typedWord(place);
  const known = { facts: place.plan.facts, register, habits, roster };
  return rankUnits(typed.text, slot.role, namesAround(place, slot), known).map((one) => toProposal(one, typed));
}

/** What the units of a cell are proposed from. */
export interface KnownUnits {
  readonly facts: Facts;
  readonly register: Register;
  readonly habits: Habits;
  readonly roster: Roster;
}

/** What a cell of the task table asks for. */
export interface UnitWish {
  /** What was typed of a name. */
  readonly typed: string;
  readonly role: 'lead' | 'participant';
  /** Names the cell has besides. */
  readonly others: readonly string[];
}

/** The names that may stand in a cell of the task table, best first. */
export function namesFor({ typed, role, others }: UnitWish, known: KnownUnits): readonly string[] {
  const around = { being: new Set<string>(), others: new Set(others) };
  return rankUnits(typed, role, around, known).map(({ candidate }) => candidate.name);
}

function rankUnits(
  typed: string,
  role: UnitName['role'],
  around: Around,
  { facts, register, habits, roster }: KnownUnits,
): readonly Ranked[] {
  const { mine, theirs } = usesFor(role, around.being, register, habits);
  const isNamed = namedOtherwise(around.others, register, facts);
  const ranked = new Map<string, Ranked>();
  const add = (candidate: Candidate, source: Source, used: number): void => {
    if (ranked.has(candidate.name) || around.others.has(candidate.name) || isNamed(candidate)) return;
    const fit = fitOfUnit(typed, candidate);
    if (fit !== null) ranked.set(candidate.name, { candidate, fit, source, used });
  };
  for (const [name, used] of mine) add(roster.candidate(register, name), 0, used);
  for (const [name, used] of theirs) add(roster.candidate(register, name), 1, used);
  const own = levelCharacter(habits, facts);
  const first = typed[0] ?? '';
  addAll(roster.candidates(register, LEVELS.includes(first) ? first : own));
  // Nothing of its own level: perhaps a body of another (市财政局 in the plan of a district).
  if (typed !== '' && ![...ranked.values()].some(({ fit }) => fit <= TOGETHER))
    for (const level of LEVELS) if (level !== own) addAll(roster.candidates(register, level));
  return [...ranked.values()].sort(compare).slice(0, MOST);

  function addAll(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) add(candidate, candidate.entry?.origin === 'local' ? 2 : 3, 0);
  }
}

/** Whether one of these names means the same body: who stands in the list as 省工业和信息化厅 is not proposed as 省工信厅. */
function namedOtherwise(
  names: ReadonlySet<string>,
  register: Register,
  facts: Facts,
): (candidate: Candidate) => boolean {
  const home = homeWith(homeOf(facts), register);
  const body = (name: string): string => bodyOf(register.resolve(name), home);
  const entries = new Set([...names].map((name) => register.resolve(name).entry));
  const bodies = new Set([...names].map(body));
  return ({ name, entry }) => entry !== null && entries.has(entry) && bodies.has(body(name));
}

function compare(a: Ranked, b: Ranked): number {
  const apart = Number(a.fit > TOGETHER) - Number(b.fit > TOGETHER);
  const collective = Number(a.candidate.kind === 'collective') - Number(b.candidate.kind === 'collective');
  return apart || collective || a.source - b.source || a.fit - b.fit || b.used - a.used;
}

function fitOfUnit(typed: string, { spelled, others, keys }: Candidate): Fit | null {
  const fit = fitOf(typed, spelled);
  if (fit === 0 || typed === '') return fit;
  const word = typed.toLowerCase();
  if (keys.some((key) => key.startsWith(word))) return 0;
  // By another of its names only where that stands together, so that a long full name does not fit everything.
  const other = others.some((one) => stretchOf(typed, one) !== null) ? TOGETHER : null;
  return fit === null || (other !== null && other < fit) ? other : fit;
}

/** Names the caret is in, and the others of its annotation or row. */
interface Around {
  readonly being: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

function namesAround(place: Place, slot: Extract<Slot, { field: 'units' }>): Around {
  const being = new Set<string>();
  const others = new Set<string>();
  for (const item of place.items) {
    const fields =
      item.kind === 'row'
        ? item.responsibility.map(({ cell, annotation }) => ({ joined: cell, annotation }))
        : item.annotations
            .filter((one) => one === slot.annotation)
            .map((annotation) => ({ joined: item.block, annotation }));
    for (const { joined, annotation } of fields) {
      const caret = offsetOf(joined, place.local);
      for (const { name, from, to } of annotation.units) (caret < from || to < caret ? others : being).add(name);
    }
  }
  return { being, others };
}

/** Longer ones are sentences that a bracket left open has swallowed. */
const LONGEST_NAME = 30;

/** Who is used for the role, and who for others. What is being typed reads as a unit already and is not used for that. */
function usesFor(
  role: UnitName['role'],
  being: ReadonlySet<string>,
  register: Register,
  { leads, others }: Habits,
): { readonly mine: Iterable<readonly [string, number]>; readonly theirs: Iterable<readonly [string, number]> } {
  const isTyping = (name: string): boolean =>
    being.has(name) &&
    (leads.get(name) ?? 0) + (others.get(name) ?? 0) === 1 &&
    register.resolve(name).how === 'unknown';
  const sound = (uses: Counts): Iterable<readonly [string, number]> =>
    [...uses].filter(([name]) => name.length <= LONGEST_NAME && !isTyping(name));
  const [mine, theirs] = role === 'lead' ? [leads, others] : [others, leads];
  return { mine: sound(mine), theirs: sound(theirs) };
}

function toProposal({ candidate, used }: Ranked, typed: Typed): Proposal {
  const { name, entry, kind } = candidate;
  const kindName = kind ? KIND_NAMES[kind] : null;
  const full = entry?.fullName && entry.fullName !== name ? entry.fullName : '';
  const tail = `${full ? ' · {full}' : ''}${used > 0 ? ' · {used}' : ''}`;
  return {
    kind: kind === 'collective' ? 'collective' : 'unit',
    label: name,
    insert: [name],
    typed,
    detail: kindName && {
      message: { zh: `${kindName.zh}${tail}`, en: `${kindName.en}${tail}` },
      args: { full, used },
    },
    about: { kind: 'unit', name },
  };
}
