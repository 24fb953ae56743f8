import { chineseOf } from '../../text/numerals';
import type { Said, Shape } from './said';

export type NumberSaid = Said & { readonly sort: 'number' };

/** A number that does not follow from those before it. Places are indices of what was said. */
export interface Fault {
  readonly kind: 'duplicate' | 'jump' | 'backward';
  readonly at: number;
  /** The number before it in its sequence. */
  readonly previous: number;
  readonly expected: number;
  /** For jumps: the numbers left out, and the texts without a number that may have lost them, one for each. */
  readonly missing: readonly number[];
  readonly lost: readonly number[];
  /** What would have to be renumbered: the places from `at` on and by how much; empty where that is not clear. */
  readonly run: readonly number[];
}

export interface Judged {
  readonly faults: readonly Fault[];
  /** Measures with a responsibility and no number among measures that all have one, where no number is missing. */
  readonly unnumbered: readonly number[];
  /** Places of the numbers that were followed as one sequence each, faults included; sequences in order of their begin. */
  readonly sequences: readonly (readonly number[])[];
}

/** Numbers written alike that follow each other. An inner list that begins at 1 suspends the outer one. */
interface Frame {
  last: number;
  /** What the last number should have been, where it was a fault; the next may follow from either. */
  meant: number | null;
  /** Places of its numbers. */
  readonly items: number[];
}

/** Kinds of numbers, outermost first (GB/T 9704—2012, 7.3.3, with chapters above). */
export const RANKS: readonly string[] = [
  'chapter编',
  'chapter分',
  'chapter章',
  'chapter节',
  'chapter条',
  'cn',
  'cnParen',
  'arabic',
  'arabicParen',
  'circled',
  'row',
];
const MAX_FRAMES = 5;
/** More numbers than these left out at once are a text cut short rather than a slip. */
const MAX_MISSING = 9;
/** So many entries are looked at between two numbers. */
const MAX_BETWEEN = 400;

type OpenFault = Omit<Fault, 'run'> & { readonly frame: Frame; readonly position: number };

/**
 * Follows the numbers of a whole document. Numbers may run on over chapters or begin again under a new heading, and lists
 * may stand inside lists; only what fits none of these is a fault.
 */
export function judgeNumbers(said: readonly Said[]): Judged {
  const open: OpenFault[] = [];
  const frames = new Map<string, Frame[]>();
  const all: Frame[] = [];
  /** Keys of numbers below a heading that came since their last number; `true` where that heading has a number itself. */
  const fresh: Fresh = new Map();
  for (const [at, one] of said.entries()) {
    if (one.sort === 'document') frames.clear();
    else if (one.sort === 'header') fresh.set('row', true);
    else if (one.sort === 'text' && one.shape === 'heading') freshen(fresh, 'cnParen', false);
    else if (one.sort === 'number') {
      const fault = follow(said, at, one, frames, fresh, all);
      if (fault) open.push(fault);
      fresh.delete(one.key);
      freshen(fresh, one.key, true);
    }
  }
  const abridged = said.some((one) => one.sort === 'abridged');
  const faults = open
    .filter((fault) => !abridged || fault.kind === 'duplicate')
    .map(({ frame, position, ...fault }) => ({ ...fault, run: runOf(fault, frame.items, position, said) }))
    .filter((fault) => isCertain(fault, said));
  const read = withoutUnread(faults, said);
  const lost = new Set(read.flatMap((fault) => fault.lost));
  return { faults: read, unnumbered: unnumberedIn(said, lost), sequences: all.map(({ items }) => items) };
}

type Fresh = Map<string, boolean>;

function freshen(fresh: Fresh, key: string, numbered: boolean): void {
  for (const below of RANKS.slice(RANKS.indexOf(key) + 1)) fresh.set(below, numbered || fresh.get(below) === true);
}

function follow(
  said: readonly Said[],
  at: number,
  { key, value }: NumberSaid,
  frames: Map<string, Frame[]>,
  fresh: ReadonlyMap<string, boolean>,
  all: Frame[],
): OpenFault | null {
  const stack = frames.get(key) ?? [];
  frames.set(key, stack);
  const next = [...stack].reverse().find((frame) => value === frame.last + 1 || frame.meant === value - 1);
  if (next) {
    stack.length = stack.indexOf(next) + 1;
    step(next, value, at, null);
    return null;
  }
  const begins = value === 1 || followsInside(said, at, key, value);
  const repeatsFirst = value === 1 && stack[stack.length - 1]?.last === 1 && isNextTo(said, at);
  if (stack.length === 0 || (begins && !repeatsFirst)) {
    // Below a box without a number (专栏) a list may stand between the measures of the plan, which go on after it.
    if (fresh.get(key) && value === 1) stack.length = 0;
    if (stack.length >= MAX_FRAMES) stack.shift();
    const frame = { last: value, meant: null, items: [at] };
    stack.push(frame);
    all.push(frame);
    return null;
  }
  const frame = nearest(stack, value);
  stack.length = stack.indexOf(frame) + 1;
  const fault = faultAt(said, at, value, frame, fresh.has(key));
  const certain = isCertainStep(said, at, frame);
  step(frame, value, at, fault && certain ? fault.expected : null);
  return fault && certain ? { ...fault, frame, position: frame.items.length - 1 } : null;
}

const MAX_ABOVE = 8;

/** Whether the number before stands inside a text right above: （包括：1.甲 with 2.乙 on the next line. */
function followsInside(said: readonly Said[], at: number, key: string, value: number): boolean {
  return said.slice(Math.max(0, at - MAX_ABOVE), at).some((one) => {
    if (one.sort === 'text' && one.loose === value - 1) return true;
    return (one.sort === 'text' || one.sort === 'number') && one.inner?.includes(`${key}:${value - 1}`) === true;
  });
}

function step(frame: Frame, value: number, at: number, meant: number | null): void {
  frame.last = value;
  frame.meant = meant;
  frame.items.push(at);
}

/** So many numbers must have come in turn before one found inside a line is trusted. */
const IN_TURN = 2;

/**
 * Whether a number may be judged by. Numbers that begin a line are certain; of those found inside a line (documents on one
 * line) only a single one left out between two measures that both end in their responsibility.
 */
function isCertainStep(said: readonly Said[], at: number, frame: Frame): boolean {
  const here = said[at] as NumberSaid;
  const previous = said[frame.items[frame.items.length - 1]!] as NumberSaid;
  if (here.own && previous.own) return true;
  const measures = here.shape === 'annotated' && previous.shape === 'annotated';
  return measures && here.value === previous.value + 2 && frame.items.length >= IN_TURN;
}

/** Whether two items numbered 1 stand one right below the other, and are no Markdown list numbered 1 throughout. */
function isNextTo(said: readonly Said[], at: number): boolean {
  const isOne = (index: number): boolean => {
    const one = said[index];
    return one?.sort === 'number' && one.key === (said[at] as NumberSaid).key && one.value === 1;
  };
  const [above, here] = [said[at - 1], said[at] as NumberSaid];
  const alike = above?.sort === 'number' && above.own && here.own && above.shape === here.shape;
  return alike && isOne(at - 1) && !isOne(at - 2) && !isOne(at + 1);
}

/** The sequence a number that follows from none belongs to: one it repeats, else the one it leaves the smallest gap after. */
function nearest(stack: readonly Frame[], value: number): Frame {
  const repeated = [...stack].reverse().find((frame) => frame.last === value);
  if (repeated) return repeated;
  const before = stack.filter((frame) => frame.last < value);
  if (before.length === 0) return stack[stack.length - 1]!;
  return before.reduce((best, frame) => (frame.last >= best.last ? frame : best));
}

function faultAt(
  said: readonly Said[],
  at: number,
  value: number,
  { last, items }: Frame,
  isFresh: boolean,
): Omit<Fault, 'run'> | null {
  const previous = items[items.length - 1]!;
  const expected = last + 1;
  const base = { at, previous, expected, missing: [], lost: [] };
  if (value === last) return { ...base, kind: 'duplicate' };
  // A list under a new heading that does not begin at 1 has lost its beginning, and where it went is not to be told.
  if (value < last) return isFresh ? null : { ...base, kind: 'backward' };
  const missing = Array.from({ length: value - last - 1 }, (_, index) => expected + index);
  if (missing.length > MAX_MISSING || at - previous > MAX_BETWEEN) return null;
  const between = said.slice(previous, at);
  if (isThereAnyway(between, (said[at] as NumberSaid).key, missing)) return null;
  const shape = shapeBetween(said[previous] as NumberSaid, said[at] as NumberSaid);
  const lost = between.flatMap((one, index) => (one.sort === 'text' && one.shape === shape ? [previous + index] : []));
  return { ...base, kind: 'jump', missing, lost: lost.length === missing.length ? lost : [] };
}

/** Whether a number seemingly left out stands inside a text or is only written oddly. */
function isThereAnyway(between: readonly Said[], key: string, missing: readonly number[]): boolean {
  return between.some((one) => {
    if (one.sort === 'text' && one.loose !== undefined && missing.includes(one.loose)) return true;
    const inner = one.sort === 'text' || one.sort === 'number' ? one.inner : undefined;
    return inner?.some((written) => missing.some((value) => written === `${key}:${value}`)) ?? false;
  });
}

function shapeBetween(above: NumberSaid, below: NumberSaid): Shape {
  if (above.shape === below.shape) return above.shape;
  return above.shape === 'heading' || below.shape === 'heading' ? 'heading' : 'annotated';
}

/**
 * The numbers to move when the fault is mended: it alone where the next follows from the right number, else all that
 * follow from the wrong one.
 */
function runOf(
  { at, expected }: Pick<Fault, 'at' | 'expected'>,
  items: readonly number[],
  position: number,
  said: readonly Said[],
): readonly number[] {
  const valueOf = (index: number): number => (said[items[index]!] as NumberSaid).value;
  const { value } = said[at] as NumberSaid;
  let end = position + 1;
  if (end < items.length && valueOf(end) === expected + 1 && expected + 1 !== value + 1) return [at];
  while (end < items.length && valueOf(end) === value + end - position) end++;
  return end < items.length && valueOf(end) !== expected + end - position ? [] : items.slice(position, end);
}

/**
 * A cell merged over rows repeats its number in each when a table is copied: there a repeated number is a fault only
 * where the next number shows that it stands for the one after.
 */
function isCertain({ kind, at, run }: Fault, said: readonly Said[]): boolean {
  const one = said[at] as NumberSaid;
  if (one.key !== 'row' || kind !== 'duplicate') return true;
  const next = said.slice(at + 1, at + 4).find((other) => other.sort === 'number');
  return run.length === 1 && next?.sort === 'number' && next.value === one.value + 2;
}

/** So many faults may stand in any document, however short; an index column may hold codes, which follow from nothing. */
const [MANY, MANY_ROWS] = [3, 1];
const TOO_MANY = 0.2;

/** Without the faults of numbers of which so many do not follow that they are no sequence, such as codes of tasks. */
function withoutUnread(faults: readonly Fault[], said: readonly Said[]): readonly Fault[] {
  if (faults.length <= MANY_ROWS) return faults;
  const counts = new Map<string, { numbers: number; wrong: number }>();
  const countOf = (at: number): { numbers: number; wrong: number } => {
    const { key } = said[at] as NumberSaid;
    const known = counts.get(key) ?? { numbers: 0, wrong: 0 };
    counts.set(key, known);
    return known;
  };
  for (const [at, one] of said.entries()) if (one.sort === 'number') countOf(at).numbers++;
  for (const { at } of faults) countOf(at).wrong++;
  return faults.filter(({ at }) => {
    const { numbers, wrong } = countOf(at);
    const few = (said[at] as NumberSaid).key === 'row' ? MANY_ROWS : MANY;
    return wrong <= few || wrong <= TOO_MANY * numbers;
  });
}

const MIN_MEASURES = 10;
const MAX_UNNUMBERED = 0.05;

function unnumberedIn(said: readonly Said[], lost: ReadonlySet<number>): readonly number[] {
  const found: number[] = [];
  let numbered = 0;
  let above: number | null = null;
  for (const [at, one] of said.entries()) {
    if (one.sort === 'number' && one.shape === 'annotated') numbered++;
    else if (one.sort === 'text' && one.shape === 'annotated' && !lost.has(at)) {
      // Under a heading of its own the paragraph is the measure of that heading.
      const before: Said | undefined = above === null ? undefined : said[above];
      if (before?.sort !== 'number' && before?.sort !== 'text') return [];
      if (before.shape !== 'annotated') return [];
      found.push(at);
    }
    if (one.sort !== 'text' || one.shape !== 'label') above = at;
  }
  return numbered >= MIN_MEASURES && found.length <= Math.max(1, numbered * MAX_UNNUMBERED) ? found : [];
}

/** A number written like `text` with another value: （三） → （四）, 7. → 8., 07 → 08, ③ → ④; `text` itself past ⑳. */
export function numberLike(text: string, value: number): string {
  if (/^[①-⑳]/.test(text)) return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : text;
  return text.replace(/\d+|[一二三四五六七八九十百零〇]+/, (digits) =>
    /\d/.test(digits) ? String(value).padStart(digits.startsWith('0') ? digits.length : 0, '0') : chineseOf(value),
  );
}
