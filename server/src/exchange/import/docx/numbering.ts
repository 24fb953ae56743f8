/** Automatic numbers of Word as text: lists, their levels, and how they count on (ECMA-376 part 1, 17.9). */
import { markerText } from '../marker';
import type { Notes } from '../notes';
import { formatNumber } from '../numerals';
import { child, childrenNamed, type Element } from '../tree';
import { isOn, valueOf, type Styles } from './styles';

interface Level {
  readonly start: number;
  readonly format: string;
  /** The text with places such as `%1` for the number of level 1 (one-based). */
  readonly text: string;
  /** One-based level after which counting starts anew; 0: never. `null`: after any level above. */
  readonly restart: number | null;
  /** All numbers in it are written in digits. */
  readonly legal: boolean;
  readonly glued: boolean;
  readonly style: string | null;
}

interface List {
  /** Lists of the same kind count on together. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Starts that this list sets, by level. */
  readonly startsAt: ReadonlyMap<number, number>;
}

export interface Numbering {
  /**
   * The number of the next paragraph of a list, with the space after it that it needs; empty when the list has none.
   * `style` is the paragraph's style and `level` what paragraph and style say, zero-based.
   */
  next(numId: string, level: number | null, style: string | null): string;
}

const PLAIN: Level = { start: 1, format: 'decimal', text: '', restart: null, legal: false, glued: false, style: null };

/** The lists of a document. What stands outside its body counts for itself: text boxes, notes. */
export function readNumbering(root: Element | null, styles: Styles, notes: Notes): () => Numbering {
  const lists = readLists(root ? child(root, 'w:numbering') : undefined, styles);
  return () => startCounting(lists, notes);
}

function startCounting(lists: ReadonlyMap<string, List>, notes: Notes): Numbering {
  /** Counters by kind, one a level; `undefined` when the level has not counted since it was reset. */
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    next(numId, givenLevel, style) {
      const list = lists.get(numId);
      if (!list) return '';
      const level = givenLevel ?? levelOfStyle(list, style) ?? 0;
      const counts = counters.get(list.kind) ?? [];
      counters.set(list.kind, counts);
      // A list that sets a start starts anew where it first has a paragraph on that level.
      const place = `${numId}/${level}`;
      if (list.startsAt.has(level) && !started.has(place)) counts[level] = undefined;
      started.add(place);
      // A level that is passed over counts as if it had been there once (Microsoft, Q197139).
      for (let above = 0; above < level; above++) counts[above] ??= levelOf(list, above).start;
      counts[level] = (counts[level] ?? startOf(list, level) - 1) + 1;
      resetBelow(list, level, counts);
      return written(list, level, counts, notes);
    },
  };
}

const levelOf = (list: List, level: number): Level => list.levels.get(level) ?? PLAIN;

/** The start a list sets itself holds whenever its level starts anew (17.9.26). */
const startOf = (list: List, level: number): number => list.startsAt.get(level) ?? levelOf(list, level).start;

const levelOfStyle = (list: List, style: string | null): number | null =>
  (style !== null && [...list.levels].find(([, { style: linked }]) => linked === style)?.[0]) || null;

function resetBelow(list: List, level: number, counts: (number | undefined)[]): void {
  for (let below = level + 1; below < counts.length; below++) {
    const after = levelOf(list, below).restart ?? below;
    if (after !== 0 && level < after) counts[below] = undefined;
  }
}

function written(list: List, level: number, counts: readonly (number | undefined)[], notes: Notes): string {
  const { text, format, legal, glued } = levelOf(list, level);
  if (format === 'bullet') return text === '' ? '' : markerText(text);
  if (format === 'none' && !text.includes('%')) return markerText(text);
  const marker = text.replace(/%([1-9])/g, (_, place: string) => {
    const at = Number(place) - 1;
    const { format: own } = levelOf(list, at);
    const value = counts[at] ?? startOf(list, at);
    const number = formatNumber(value, legal && own !== 'none' ? 'decimal' : own);
    if (number === null) notes.add('numberFormat', own);
    return number ?? String(value);
  });
  return glued ? marker.trimEnd() : markerText(marker);
}

function readLists(root: Element | undefined, styles: Styles): ReadonlyMap<string, List> {
  const kinds = new Map(
    childrenNamed(root, 'w:abstractNum').map((kind) => [kind.attributes['w:abstractNumId'] ?? '', kind]),
  );
  const nums = new Map(childrenNamed(root, 'w:num').map((num) => [num.attributes['w:numId'] ?? '', num]));
  return new Map([...nums].map(([numId, num]) => [numId, readList(num, kinds, nums, styles)]));
}

function readList(
  num: Element,
  kinds: ReadonlyMap<string, Element>,
  nums: ReadonlyMap<string, Element>,
  styles: Styles,
): List {
  let kind = valueOf(child(num, 'w:abstractNumId')) ?? '';
  // A kind may only say that it is the one a list style uses.
  const linked = valueOf(child(kinds.get(kind), 'w:numStyleLink'));
  const byStyle = linked === null ? null : styles.listOf(linked).numId;
  if (byStyle !== null) kind = valueOf(child(nums.get(byStyle), 'w:abstractNumId')) ?? kind;
  const levels = new Map(childrenNamed(kinds.get(kind), 'w:lvl').map((level) => [placeOf(level), readLevel(level)]));
  const startsAt = new Map<number, number>();
  for (const override of childrenNamed(num, 'w:lvlOverride')) {
    const own = child(override, 'w:lvl');
    if (own) levels.set(placeOf(override), readLevel(own));
    const start = Number.parseInt(valueOf(child(override, 'w:startOverride')) ?? '', 10);
    if (start >= 0) startsAt.set(placeOf(override), start);
  }
  return { kind, levels, startsAt };
}

const placeOf = (level: Element): number => Number.parseInt(level.attributes['w:ilvl'] ?? '0', 10) || 0;

function readLevel(level: Element): Level {
  const number = (name: string): number | null => {
    const value = Number.parseInt(valueOf(child(level, name)) ?? '', 10);
    return Number.isNaN(value) ? null : value;
  };
  return {
    start: number('w:start') ?? 0,
    format: formatOf(level),
    text: valueOf(child(level, 'w:lvlText')) ?? '',
    restart: number('w:lvlRestart'),
    legal: isOn(child(level, 'w:isLgl')),
    glued: valueOf(child(level, 'w:suff')) === 'nothing',
    style: valueOf(child(level, 'w:pStyle')),
  };
}

/** Newer kinds of numbers stand beside an older one for programs that do not know them. */
function formatOf(level: Element): string {
  const older = child(child(level, 'mc:AlternateContent'), 'mc:Fallback');
  return valueOf(child(level, 'w:numFmt') ?? child(older, 'w:numFmt')) ?? 'decimal';
}
