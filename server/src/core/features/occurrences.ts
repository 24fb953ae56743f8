import type { Facts } from '../plan/facts';
import { citationsIn, type Citation } from '../plan/citations';
import { createSums, createWalk } from '../plan/memory';
import type { Plan } from '../plan/plan';
import type { PassageReading } from '../plan/reading';
import { assignUnits } from '../plan/task';
import type { Block } from '../syntax/block';
import { offsetOf, rangeOf, type Joined } from '../syntax/joined';
import { passageAt } from '../syntax/source';
import { comparePositions, type Position, type Range } from '../text/position';
import { bodyOf, type Home } from '../units/body';
import type { Register, UnitEntry } from '../units/model';

/** A place where a unit is named. Ranges are absolute. */
export interface Occurrence {
  /** As written. */
  readonly name: string;
  /** `prose`: in running text, where it has no task of its own. */
  readonly role: 'lead' | 'participant' | 'prose';
  readonly range: Range;
  /** The same in runs that lie on one line each: a name torn by a page end has several. */
  readonly runs: readonly Range[];
}

/** A unit named in a passage; offsets count in `joined.text`. */
interface Mention {
  readonly joined: Joined;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly role: 'lead' | 'participant';
}

/** How names are read in a document: with which register, and whose document it is. */
export interface Naming {
  readonly register: Register;
  readonly home: Home;
}

/** Every place in a plan that names a body (units/body.ts), in order: in annotations, in tables and in running text. */
export function occurrencesOf(body: string, plan: Plan, naming: Naming): readonly Occurrence[] {
  const { register, home } = naming;
  const names = plan.memory(createNames)(plan);
  const written = new Set(names.filter((name) => bodyOf(register.resolve(name), home) === body));
  const spelling = patternOf(spellingsOf(body, written, naming));
  const found: Occurrence[] = [];
  for (const [index, mentions] of plan.memory(createMentions)(plan).entries()) {
    const above = plan.source.starts[index]!;
    const taken = new Map<Joined, Mention[]>();
    for (const mention of mentions) {
      const { joined, from, to, name, role } = mention;
      const same = taken.get(joined);
      if (same) same.push(mention);
      else taken.set(joined, [mention]);
      if (written.has(name)) found.push(occurrence(joined, from, to, name, role, above));
    }
    for (const joined of spelling ? textsIn(plan.source.passages[index]!.blocks) : []) {
      for (const [from, to] of outside(proseNames(joined.text, spelling!), taken.get(joined) ?? []))
        found.push(occurrence(joined, from, to, joined.text.slice(from, to), 'prose', above));
    }
  }
  return found.sort((a, b) => comparePositions(a.range.start, b.range.start));
}

type Span = readonly [from: number, to: number];

/** The spans that overlap none of `taken`. Both are in order, so one walk does it. */
function outside(spans: readonly Span[], taken: readonly { readonly from: number; readonly to: number }[]): Span[] {
  let next = 0;
  return spans.filter(([from, to]) => {
    while (next < taken.length && taken[next]!.to <= from) next++;
    return !(next < taken.length && taken[next]!.from < to);
  });
}

/** The unit named at a place, in whatever way; `null` where there is none. */
export function unitAt(plan: Plan, naming: Naming, position: Position): Occurrence | null {
  const index = passageAt(plan.source, position.line);
  const reading = plan.readings[index]!;
  const above = plan.source.starts[index]!;
  const place = { line: position.line - above, character: position.character };
  const here = mentionsIn(reading, plan.facts);
  for (const { joined, from, to, name, role } of here) {
    const offset = offsetOf(joined, place);
    if (from <= offset && offset <= to) return occurrence(joined, from, to, name, role, above);
  }
  const joined = textsIn(reading.passage.blocks).find((one) => offsetOf(one, place) >= 0);
  if (!joined) return null;
  const offset = offsetOf(joined, place);
  const start = Math.max(0, offset - LONGEST_NAME);
  const near = joined.text.slice(start, offset + LONGEST_NAME);
  for (const name of namesKnownTo(plan, naming).filter((one) => near.includes(one))) {
    const body = bodyOf(naming.register.resolve(name), naming.home);
    const spelling = patternOf(spellingsOf(body, new Set([name]), naming))!;
    const span = proseNames(near, spelling).find(([from, to]) => start + from <= offset && offset <= start + to);
    if (span) return occurrence(joined, start + span[0], start + span[1], near.slice(...span), 'prose', above);
  }
  return null;
}

const LONGEST_NAME = 30;

/** Names that may be meant in running text: those of the annotations and of the workspace's register, longest first. */
function namesKnownTo(plan: Plan, { register }: Naming): readonly string[] {
  const names = new Set([...register.local.flatMap(namesOfEntry), ...plan.memory(createNames)(plan)]);
  return [...names].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
}

/** The names of units in annotations and cells, each once. */
function createNames(): (plan: Plan) => readonly string[] {
  const sums = createSums((readings: readonly PassageReading[]) => [...new Set(readings.flatMap(namesIn))]);
  return ({ readings }) => [...new Set(sums(readings).flat())];
}

function namesIn({ items }: PassageReading): readonly string[] {
  const annotations = items.flatMap((item) =>
    item.kind === 'text' ? item.annotations : item.responsibility.map((one) => one.annotation),
  );
  return annotations.flatMap(({ units }) => units.map(({ name }) => name));
}

const createMentions = (): ((plan: Plan) => readonly (readonly Mention[])[]) =>
  createWalk<null, readonly Mention[]>({
    start: null,
    same: () => true,
    visit: (reading, facts) => ({ made: mentionsIn(reading, facts), leaving: null }),
  });

function mentionsIn({ items }: PassageReading, facts: Facts): readonly Mention[] {
  const found: Mention[] = [];
  for (const item of items) {
    const parts =
      item.kind === 'text'
        ? item.annotations.map((annotation) => ({ joined: item.block as Joined, annotation }))
        : item.responsibility.map(({ cell, annotation }) => ({ joined: cell, annotation }));
    for (const { joined, annotation } of parts) {
      if (annotation.units.length === 0) continue;
      const lead = new Set(assignUnits(annotation, facts.leadRule).lead);
      for (const unit of annotation.units) {
        const { name, from, to } = unit;
        found.push({ joined, name, from, to, role: lead.has(unit) ? 'lead' : 'participant' });
      }
    }
  }
  return found;
}

/** The texts of a passage in which units may be named; comments and what a web page left are none. */
function* textsInBlocks(blocks: readonly Block[]): Generator<Joined> {
  for (const block of blocks) {
    if (block.kind === 'row' || block.kind === 'header') yield* block.cells;
    else if (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'front-matter') yield block;
  }
}

const textsIn = (blocks: readonly Block[]): Joined[] => [...textsInBlocks(blocks)];

function namesOfEntry({ name, fullName, aliases, formerNames }: UnitEntry): string[] {
  return [name, ...(fullName === undefined ? [] : [fullName]), ...aliases, ...formerNames.map((former) => former.name)];
}

/** Bare names shorter than this are parts of other words too often (政府, 法院). */
const MIN_BARE = 3;

/** How a body may be written in running text: as it is elsewhere in the document, and as the register has it. */
function spellingsOf(body: string, written: ReadonlySet<string>, { register, home }: Naming): readonly string[] {
  const found = new Set(written);
  const [first] = written;
  const entry = first === undefined ? null : register.resolve(first).entry;
  const local =
    entry?.origin === 'local' ? entry : register.local.find((one) => `${one.source?.uri ?? ''}#${one.name}` === body);
  if (local) namesOfEntry(local).forEach((name) => found.add(name));
  for (const name of [...found]) {
    const { prefix, core, how } = register.resolve(name);
    if (how === 'unknown' || how === 'collective') continue;
    const own = prefix === '' ? name : name.endsWith(core) ? core : '';
    const level = [home.place ?? '', ...home.levels].find((one) => one !== '' && own.startsWith(one));
    const bare = level === undefined ? own : own.slice(level.length);
    for (const level of [...home.levels, ...(home.place === null ? [] : [home.place])])
      if (bare) found.add(level + bare);
    if (bare.length >= MIN_BARE) found.add(bare);
  }
  const isMeant = (name: string): boolean => written.has(name) || bodyOf(register.resolve(name), home) === body;
  return [...found].filter((name) => name.length > 1 && isMeant(name)).sort((a, b) => b.length - a.length);
}

/** What may stand before the name of a unit in a sentence without being part of it. */
const WORDS_BEFORE = /[^\u4e00-\u9fff]$|^$|[由和与及同向经请为是在将对会商报让归按把以令求送交给到至据受]$/;
const LEVEL_OR_BARE = /^(?:[省市区县旗州盟镇乡](?!.?[省市区县旗州盟镇乡])|[^省市区县旗州盟镇乡]*$)/;
const LONGEST_TAIL = 12;

/** Finds any of some spellings, longer ones first; `null` where there are none. */
function patternOf(spellings: readonly string[]): RegExp | null {
  if (spellings.length === 0) return null;
  return new RegExp(spellings.map((one) => one.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}

/** Where a text names a body, in order; never in the title of another document. */
function proseNames(text: string, spelling: RegExp): readonly Span[] {
  const found: Span[] = [];
  const pattern = new RegExp(spelling);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: name, index: from } = match;
    const to = from + name.length;
    const begins = !LEVEL_OR_BARE.test(name) || WORDS_BEFORE.test(text.slice(Math.max(0, from - 1), from));
    if (begins && !isPartOfOther(text, from, to)) found.push([from, to]);
    else pattern.lastIndex = from + 1;
  }
  return found.length > 0 && text.includes('《') ? outside(found, outerOnes(citationsIn(text))) : found;
}

/** The titles that stand in no other, which are in order. */
const outerOnes = (citations: readonly Citation[]): readonly Citation[] => citations.filter(({ nested }) => !nested);

/** What makes the name before it that of a part, or of another body: 市公安局云溪分局, 区司法局法治科, 区政府办公室. */
const PART =
  /^(?:[\u4e00-\u9fff]{0,4}(?:分局|支局|支队|大队|总队|分行|支行|分院)|办公室|办公厅|党组|党委|机关|所属|下属|系统|[\u4e00-\u9fff]{1,5}[科股](?=[^\u4e00-\u9fff]|$))/;
/** Behind a committee or a government its departments are named: 区委组织部, 区政府督查室. */
const DEPARTMENT = /^[\u4e00-\u9fff]{1,8}?(?:部|办|室|局|委|中心)(?!署)/;

/** Whether the words behind a name go on to the name of another body. Nothing is looked up: this is asked very often. */
function isPartOfOther(text: string, from: number, to: number): boolean {
  const tail = text.slice(to, to + LONGEST_TAIL);
  return PART.test(tail) || (/(?:委|政府|党工委|管委会)$/.test(text.slice(from, to)) && DEPARTMENT.test(tail));
}

function occurrence(
  joined: Joined,
  from: number,
  to: number,
  name: string,
  role: Occurrence['role'],
  above: number,
): Occurrence {
  const runs: Range[] = [];
  for (let at = from; at < to;) {
    const seam = joined.pieces.find((piece) => piece.offset > at)?.offset ?? joined.text.length;
    const end = Math.min(to, seam);
    runs.push(rangeOf(joined, at, end, above));
    at = end;
  }
  return { name, role, range: rangeOf(joined, from, to, above), runs };
}
