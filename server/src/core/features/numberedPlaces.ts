import type { Block } from '../syntax/block';
import { rangeOf, type Joined } from '../syntax/joined';
import { shiftLines, type Range } from '../text/position';
import type { Scheme } from '../syntax/numbering';
import { cellOf } from '../syntax/passage';
import { valueOfDigits } from '../plan/numbering/annex';
import { referencesIn, type Reference, type ReferenceUnit } from '../plan/numbering/references';
import { createWalk, forLast, type Walk } from '../plan/memory';
import type { Plan } from '../plan/plan';
import { firstClause } from '../plan/outline';

/** A numbered heading, measure, row or annex, and where it stands. Ranges are absolute. */
export interface NumberedPlace {
  readonly scheme: Scheme | 'row' | 'annex' | 'annexNote';
  /** `null` for an annex without a number. */
  readonly value: number | null;
  /** As written: （四）, 第三条, 12. */
  readonly label: string;
  readonly title: string;
  /** Number and title. */
  readonly range: Range;
  /** How many chapters (numbers of the first level) begin before it, its own included: where numbers restart. */
  readonly chapter: number;
}

/** One number of a reference and where it stands. */
export interface PlacedReference {
  readonly unit: ReferenceUnit;
  /** `null` for 附件 without a number. */
  readonly value: number | null;
  readonly bracketed: boolean;
  readonly range: Range;
  readonly chapter: number;
  /** The reference it goes on from: 第二部分第三项. */
  readonly within: PlacedReference | null;
}

export interface Numbers {
  readonly places: readonly NumberedPlace[];
  readonly references: readonly PlacedReference[];
}

/** All numbered places of a plan and all references to numbers in it, in order. */
export function numbersIn(plan: Plan): Numbers {
  return plan.memory(createNumbers)(plan);
}

function createNumbers(): (plan: Plan) => Numbers {
  const walk = createWalk(NUMBERS);
  return forLast((plan) => {
    const passages = walk(plan);
    const { starts } = plan.source;
    return {
      places: passages.flatMap(({ places }, index) =>
        places.map((one) => ({ ...one, range: shiftLines(one.range, starts[index]!) })),
      ),
      references: passages.flatMap(({ references }, index) => references.map((one) => moved(one, starts[index]!))),
    };
  });
}

function moved(reference: PlacedReference, lines: number): PlacedReference {
  const { range, within } = reference;
  return { ...reference, range: shiftLines(range, lines), within: within && moved(within, lines) };
}

/** The state is how many chapters have begun. */
const NUMBERS: Walk<number, Numbers> = {
  start: 0,
  same: (a, b) => a === b,
  visit({ passage }, _facts, entering) {
    const places: NumberedPlace[] = [];
    const references: PlacedReference[] = [];
    let chapter = entering;
    for (const block of passage.blocks) {
      const place = placeOf(block, chapter);
      if (place && (block.kind === 'heading' || block.kind === 'paragraph') && block.level === 1) chapter++;
      if (place) places.push({ ...place, chapter });
      for (const reference of referencesOf(block, chapter)) references.push(reference);
    }
    return { made: { places, references }, leaving: chapter };
  },
};

function placeOf(block: Block, chapter: number): NumberedPlace | null {
  if (block.kind === 'row') {
    const cell = cellOf(block, 'index');
    const label = cell?.text.trim() ?? '';
    if (!cell || !/^\d{1,4}$/.test(label)) return null;
    const range = rangeOf(cell, 0, cell.text.length);
    return {
      scheme: 'row',
      value: Number(label),
      label,
      title: firstClause(cellOf(block, 'task')?.text ?? ''),
      range,
      chapter,
    };
  }
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return null;
  const range = rangeOf(block, block.number?.start ?? 0, block.title?.[1] ?? block.number?.end ?? block.text.length);
  const annex = ANNEX_LABEL.exec(block.text);
  if (annex && (block.kind === 'heading' ? block.annex : annex[2] !== '')) {
    const value = annex[1] === undefined ? null : valueOfDigits(annex[1]);
    const scheme = block.kind === 'heading' ? 'annex' : 'annexNote';
    return { scheme, value, label: annex[0].trim(), title: block.text.slice(annex[0].length).trim(), range, chapter };
  }
  if (!block.number) return null;
  const { scheme, value, text } = block.number;
  const title = block.title ? block.text.slice(...block.title) : firstClause(block.text.slice(block.number.end));
  return { scheme, value, label: text.replace(/、$/, ''), title: title.replace(/\*\*/g, '').trim(), range, chapter };
}

const ANNEX_LABEL = /^[\s*#]*附\s*件\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*([:：]?)/;

function referencesOf(block: Block, chapter: number): PlacedReference[] {
  if (block.kind === 'row') return block.cells.flatMap((cell) => referencesInText(cell, chapter));
  if (block.kind === 'paragraph' || (block.kind === 'heading' && !block.annex)) return referencesInText(block, chapter);
  return [];
}

function referencesInText(joined: Joined, chapter: number): PlacedReference[] {
  const own = 'number' in joined ? (joined as { number: { end: number } | null }).number : null;
  const found: PlacedReference[] = [];
  // Kept in step with the references, so that what goes on from another finds it.
  const heads: (PlacedReference | null)[] = [];
  for (const reference of referencesIn(joined.text)) {
    const { unit, bracketed, numbers, to, whose } = reference;
    // 第三条 at the start of an article is its number, and 附件2： begins a note.
    const itself = (own && reference.from < own.end) || /^\s*[:：]/.test(joined.text.slice(to, to + 2));
    const within = reference.within === null ? null : heads[reference.within]!;
    const placed = (value: number | null, range: readonly [number, number]): PlacedReference => ({
      unit,
      value,
      bracketed,
      range: rangeOf(joined, ...range),
      chapter,
      within,
    });
    const all =
      whose === 'other' || itself
        ? []
        : numbers.length < 2
          ? [placed(numbers[0]?.value ?? null, wordsOf(joined.text, reference))]
          : numbers.map((number) => placed(number.value, bracketsRound(joined.text, number)));
    heads.push(all[0] ?? null);
    found.push(...all);
  }
  return found;
}

/** A reference without the quotation marks it may stand in. */
function wordsOf(text: string, { from, to }: Reference): readonly [number, number] {
  return /[“"]/.test(text[from]!) ? [from + 1, to - 1] : [from, to];
}

/** A number of several, with its brackets. */
function bracketsRound(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly [number, number] {
  return /[（(]/.test(text[from - 1] ?? '') && /[）)]/.test(text[to] ?? '') ? [from - 1, to + 1] : [from, to];
}

/** What a reference means: one place, several where the document leaves that open, none where there is no such number. */
export function placesMeant(placed: PlacedReference, places: readonly NumberedPlace[]): readonly NumberedPlace[] {
  const { unit, value, within } = placed;
  let chapter: number | null = placed.chapter;
  if (within) {
    const [part] = placesMeant(within, places);
    chapter = part ? part.chapter : null;
  }
  for (const fits of wantedBy(placed)) {
    const found = places.filter((place) => place.value === value && fits(place));
    if (found.length === 0) continue;
    const near = found.filter((place) => place.chapter === chapter);
    return near.length > 0 && unit === '项' ? near : within && chapter !== null && near.length === 0 ? [] : found;
  }
  // The only annex of a document is meant whether it has a number or not.
  if (unit !== '附件' || value !== null) return [];
  const annexes = places.filter(({ scheme }) => scheme === 'annex');
  return annexes.length > 0 ? annexes : places.filter(({ scheme }) => scheme === 'annexNote');
}

type Fits = (place: NumberedPlace) => boolean;

const ofScheme =
  (scheme: NumberedPlace['scheme']): Fits =>
  (place) =>
    place.scheme === scheme;
const chapterOf =
  (unit: string): Fits =>
  ({ scheme, label }) =>
    scheme === 'chapter' && label.endsWith(unit);

/** What to look for, the likeliest first. */
function wantedBy({ unit, bracketed }: PlacedReference): readonly Fits[] {
  switch (unit) {
    case '部分':
      return [chapterOf('部分'), ofScheme('cn')];
    case '编':
    case '章':
    case '节':
      return [chapterOf(unit)];
    case '条':
      return [chapterOf('条'), ofScheme('cn')];
    case '附件':
      return [ofScheme('annex'), ofScheme('annexNote')];
    case '任务':
    case '序号':
      return ROWS.map(ofScheme);
    case '项':
      return (bracketed ? BRACKETED : ITEMS).map(ofScheme);
  }
}

const ROWS: readonly NumberedPlace['scheme'][] = ['row', 'arabic'];
const BRACKETED: readonly NumberedPlace['scheme'][] = ['cnParen', 'arabicParen'];
const ITEMS: readonly NumberedPlace['scheme'][] = ['cnParen', 'arabic', 'row', 'arabicParen', 'cn'];
