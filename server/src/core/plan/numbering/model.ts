import type { Block, Heading, Paragraph } from '../../syntax/block';
import { rangeOf } from '../../syntax/joined';
import { blockRange } from '../../syntax/passage';
import { passageAt } from '../../syntax/source';
import type { Position, Range } from '../../text/position';
import { bareLine, isImprint, isIssueDate, isSignedAndDated, looksLikeSignature, MAX_SIGNATURES } from '../elements';
import type { Plan } from '../plan';
import type { BlockReading } from '../reading';
import { annexNumberOf } from './annex';
import { markQuoted } from './quoted';
import { numbersOf, type Said } from './said';
import { judgeNumbers, type Fault } from './sequence';

/** A numbered heading, measure, row or annex. */
export interface NumberedItem {
  /** Its index in `Numbering.items`. */
  readonly at: number;
  /** The index of its block in `Numbering.entries`. */
  readonly entry: number;
  /** How it is written, articles and chapters apart; `row` for index columns, `annex` for 附件1. */
  readonly key: string;
  readonly value: number;
  /** As written: `（三）`, `3．`, `第三条`; for rows and annexes the digits. */
  readonly text: string;
  /** Where `text` stands. */
  readonly range: Range;
  /** 1 = outermost; rows stand below everything. */
  readonly level: number;
  /** The entry it stands under, `null` at the top. */
  readonly parent: number | null;
  /** The index of its sequence in `Numbering.sequences`. */
  readonly sequence: number;
  /** The same number again in rows that belong to it (cells merged over rows, when copied). */
  readonly echoes: readonly Range[];
}

/** Numbers counted together: they go on where they left off, whatever stands between. */
export interface Sequence {
  readonly key: string;
  /** Indices of its items, in order. */
  readonly items: readonly number[];
  /** It goes on over the sections it stands in, rather than beginning again in each. */
  readonly runsOn: boolean;
  /** Where numbers repeat, are left out or go back, and this is certain to be a slip. */
  readonly faults: readonly NumberFault[];
}

export interface NumberFault {
  /** The first item whose number is wrong. */
  readonly item: number;
  readonly kind: Fault['kind'];
  /** It is clear what the numbers should be; else a text may have lost its number, or been left out. */
  readonly clear: boolean;
}

/** A block and its place among the others. */
export interface Entry {
  readonly block: Block;
  /** How many lines stand above its passage. */
  readonly top: number;
  /** Its level in the outline, 0 for what continues the entry above. */
  readonly level: number;
  /** Which of the documents of the file it belongs to; a notice, its plan and each annex count on their own. */
  readonly part: number;
  /** `tail`: signature, date and list of annexes below the last measure. `quoted`: inside a quotation of paragraphs. */
  readonly sort: 'body' | 'opens' | 'tail' | 'quoted' | 'aside';
  readonly item: number | null;
}

/** The numbers of a document as they belong together. */
export interface Numbering {
  readonly plan: Plan;
  readonly entries: readonly Entry[];
  readonly items: readonly NumberedItem[];
  readonly sequences: readonly Sequence[];
}

export const ROW_LEVEL = 50;

type Growing = { -readonly [K in keyof Entry]: Entry[K] } & { reading: BlockReading | undefined };

/**
 * Reads how a document is numbered: what counts on, what begins anew, what stands under what. Numbers in front matter,
 * comments, web furniture, quotations and lists of annexes are none of the document's own.
 */
export function readNumbering(plan: Plan): Numbering {
  const entries = entriesOf(plan);
  markQuoted(entries);
  markTails(entries);
  const { said, sources } = saidOf(entries);
  const judged = judgeNumbers(said.map((one) => one.said));
  const items: NumberedItem[] = [];
  const sequences: Sequence[] = [];
  const parents = parentsOf(entries);
  for (const places of judged.sequences) {
    addSequence(places, judged.faults, { said, sources, entries, parents, items, sequences });
  }
  addAnnexes(entries, items, sequences);
  return inOrder(plan, entries, items, sequences);
}

function entriesOf({ readings, source }: Plan): Growing[] {
  const entries: Growing[] = [];
  let part = 0;
  for (const [index, { passage, items }] of readings.entries()) {
    const top = source.starts[index]!;
    let next = 0;
    for (const block of passage.blocks) {
      const reading = items[next]?.block === block ? items[next++] : undefined;
      const opens = opensDocument(block);
      if (opens) part++;
      const aside = block.kind === 'front-matter' || block.kind === 'comment' || block.kind === 'furniture';
      const level = levelOf(block);
      entries.push({ block, top, level, part, sort: aside ? 'aside' : opens ? 'opens' : 'body', item: null, reading });
    }
  }
  return entries;
}

function opensDocument(block: Block): boolean {
  if (block.kind === 'heading') return block.annex;
  return block.kind === 'paragraph' && block.head && block.title !== null && !block.number;
}

function levelOf(block: Block): number {
  if (block.kind === 'row') return ROW_LEVEL;
  return block.kind === 'heading' || block.kind === 'paragraph' ? block.level : 0;
}

const NOTE = /^[\s*]*附\s*件\s*[:：]/;
const ENDS = /^[\s*]*(?:附\s*件\s*[:：]|主\s*送|[（(]此件|[（(]联\s*系\s*人|印\s*发)/;

/** What stands below the last measure and belongs to none: 附件：…, who signs, the date, 抄送. */
function markTails(entries: readonly Growing[]): void {
  let tail = false;
  for (const [at, entry] of entries.entries()) {
    const { block } = entry;
    if (entry.sort === 'opens') tail = false;
    if (entry.sort !== 'body') continue;
    if (block.kind !== 'paragraph' && block.kind !== 'heading') tail = false;
    else if (tail) tail = staysTail(block, entries, at);
    else tail = !block.number && (ENDS.test(block.text) || signs(entries, at));
    if (tail) entry.sort = 'tail';
  }
}

/** 1.甲表 ⏎ 2.乙表 under 附件：; anything else with a number is a measure again. */
function staysTail(block: Heading | Paragraph, entries: readonly Growing[], at: number): boolean {
  if (!block.number) return true;
  const above = entries[at - 1]!.block;
  if (block.number.scheme !== 'arabic' || (above.kind !== 'paragraph' && above.kind !== 'heading')) return false;
  return NOTE.test(above.text) || above.number?.value === block.number.value - 1;
}

/** Whether those who sign begin here, with their date on the same line or below, or the date or the imprint alone. */
function signs(entries: readonly Growing[], at: number): boolean {
  for (const { block, sort } of entries.slice(at, at + MAX_SIGNATURES)) {
    if (sort !== 'body' || (block.kind !== 'paragraph' && block.kind !== 'heading') || block.number) return false;
    const bare = bareLine(block.text);
    if (isIssueDate(bare) || isImprint(bare)) return true;
    if (!looksLikeSignature(bare)) return false;
    if (isSignedAndDated(bare)) return true;
  }
  return false;
}

interface SaidAt {
  readonly said: Said;
  readonly range: Range;
}

/** What the document's own blocks say of the numbering, and the entry each was said by. */
function saidOf(entries: readonly Growing[]): { said: readonly SaidAt[]; sources: readonly number[] } {
  const said: SaidAt[] = [];
  const sources: number[] = [];
  for (const [at, { block, top, sort, reading }] of entries.entries()) {
    if (sort === 'aside' || sort === 'quoted') continue;
    for (const { said: one, range } of numbersOf(block, reading)) {
      // （本文有删减） stands below the signature.
      if (sort === 'tail' && one.sort !== 'abridged') continue;
      const down = ({ line, character }: Position): Position => ({ line: line + top, character });
      said.push({ said: one, range: { start: down(range.start), end: down(range.end) } });
      sources.push(at);
    }
  }
  return { said, sources };
}

/** For each entry the one it stands under: the nearest above of a lower level, in the same document. */
function parentsOf(entries: readonly Growing[]): readonly (number | null)[] {
  const stack: number[] = [];
  return entries.map((entry, at) => {
    if (entry.sort === 'opens') stack.length = 0;
    if (entry.level === 0 || entry.sort !== 'body') return stack[stack.length - 1] ?? null;
    while (stack.length > 0 && entries[stack[stack.length - 1]!]!.level >= entry.level) stack.pop();
    const parent = stack[stack.length - 1] ?? null;
    if (entry.level < ROW_LEVEL) stack.push(at);
    return parent;
  });
}

interface Making {
  readonly said: readonly SaidAt[];
  readonly sources: readonly number[];
  readonly entries: readonly Growing[];
  readonly parents: readonly (number | null)[];
  readonly items: NumberedItem[];
  readonly sequences: Sequence[];
}

function addSequence(places: readonly number[], faults: readonly Fault[], making: Making): void {
  const { said, sources, parents, items, sequences } = making;
  const sequence = sequences.length;
  const own: number[] = [];
  const wrong: NumberFault[] = [];
  let key = '';
  for (const place of places) {
    const { said: one, range } = said[place]!;
    if (one.sort !== 'number') continue;
    ({ key } = one);
    const last = own.length > 0 ? items[own[own.length - 1]!]! : null;
    const fault = faults.find(({ at }) => at === place);
    if (fault) wrong.push({ item: items.length, kind: fault.kind, clear: one.own && isClear(fault, said) });
    if (key === 'row' && last?.value === one.value && !fault) {
      items[last.at] = { ...last, echoes: [...last.echoes, range] };
      continue;
    }
    const entry = sources[place]!;
    const { level } = making.entries[entry]!;
    const at = items.length;
    own.push(at);
    const { value, text } = one;
    items.push({ at, entry, key, value, text, range, level, parent: parents[entry]!, sequence, echoes: [] });
  }
  const runsOn = key !== 'row' && new Set(own.map((at) => items[at]!.parent)).size > 1;
  sequences.push({ key, items: own, runsOn, faults: wrong });
}

/**
 * Whether it is clear what the numbers should be. Numbers found inside a line are not asked: they may as well be none.
 * Where a number is left out and a text could have lost it, the number may be right.
 */
function isClear({ kind, run, lost, previous, at }: Fault, said: readonly SaidAt[]): boolean {
  if (lost.length > 0) return false;
  if (kind !== 'jump') return run.length > 0 || kind === 'duplicate';
  const between = said.slice(previous + 1, at);
  const unnumbered = between.some(
    ({ said: one }) => one.sort === 'text' && (one.shape === 'annotated' || one.shape === 'heading'),
  );
  return run.length > 0 && !unnumbered;
}

/** The annexes as one sequence, where they are numbered. */
function addAnnexes(entries: readonly Growing[], items: NumberedItem[], sequences: Sequence[]): void {
  const own: number[] = [];
  for (const [entry, { block, top, sort }] of entries.entries()) {
    if (sort !== 'opens' || block.kind !== 'heading') continue;
    const number = annexNumberOf(block.text);
    if (!number) continue;
    const at = items.length;
    own.push(at);
    const { value, text, from } = number;
    const range = rangeOf(block, from, from + text.length, top);
    const place = { level: 1, parent: null, sequence: sequences.length, echoes: [] };
    items.push({ at, entry, key: 'annex', value, text, range, ...place });
  }
  if (own.length > 0) sequences.push({ key: 'annex', items: own, runsOn: false, faults: [] });
}

/** Items numbered by their places in the text. */
function inOrder(
  plan: Plan,
  entries: readonly Growing[],
  items: readonly NumberedItem[],
  sequences: readonly Sequence[],
): Numbering {
  const order = items.map((_, at) => at).sort((a, b) => items[a]!.entry - items[b]!.entry);
  const place = new Map(order.map((from, to) => [from, to]));
  const itemOf = new Map(order.map((from, to) => [items[from]!.entry, to]));
  return {
    plan,
    entries: entries.map(({ reading: _, ...entry }, at) => ({ ...entry, item: itemOf.get(at) ?? null })),
    items: order.map((from, at) => ({ ...items[from]!, at })),
    sequences: sequences.map((one) => ({
      ...one,
      items: one.items.map((at) => place.get(at)!),
      faults: one.faults.map((fault) => ({ ...fault, item: place.get(fault.item)! })),
    })),
  };
}

/** Tells how many sequences of a kind of number each document of the file has. */
export function countSequences({ sequences, items, entries }: Numbering): (part: number, key: string) => number {
  const counts = new Map<string, number>();
  for (const { key, items: own } of sequences) {
    const name = `${entries[items[own[0]!]!.entry]!.part} ${key}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (part, key) => counts.get(`${part} ${key}`) ?? 0;
}

/** The text of an item's block, for headings and paragraphs; `null` for rows. */
export function textBlockOf({ block }: Entry): Heading | Paragraph | null {
  return block.kind === 'heading' || block.kind === 'paragraph' ? block : null;
}

/** The range of an entry's own block, in the document. */
export function entryRange({ plan: { source } }: Numbering, { block, top }: Entry): Range {
  return blockRange(source.passages[passageAt(source, top)]!, block, top);
}
