import type { Block } from '../syntax/block';
import { rangeOf, type Joined } from '../syntax/joined';
import type { Range } from '../text/position';
import type { Scheme } from '../syntax/numbering';
import { cellOf } from '../syntax/passage';
import type { NumberReference } from '../plan/numberReferences';
import { numberReferencesIn } from '../plan/numberReferences';
import { createWalk, forLast, type Walk } from '../plan/memory';
import type { Plan } from '../plan/plan';
import { firstClause } from '../plan/outline';
import { chineseNumeral } from '../text/numerals';

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

/** A reference and where it stands. */
export interface PlacedReference {
  readonly reference: NumberReference;
  readonly range: Range;
  readonly chapter: number;
  /** The reference right before it that it goes on: 第二部分第三项. */
  readonly within: NumberReference | null;
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
    return {
      places: passages.flatMap(({ places }) => places),
      references: passages.flatMap(({ references }) => references),
    };
  });
}

/** The state is how many chapters have begun. */
const NUMBERS: Walk<number, Numbers> = {
  start: 0,
  same: (a, b) => a === b,
  visit({ source }, index, entering) {
    const above = source.starts[index]!;
    const places: NumberedPlace[] = [];
    const references: PlacedReference[] = [];
    let chapter = entering;
    for (const block of source.passages[index]!.blocks) {
      const place = placeOf(block, above, chapter);
      if (place && (block.kind === 'heading' || block.kind === 'paragraph') && block.level === 1) chapter++;
      if (place) places.push({ ...place, chapter });
      references.push(...referencesOf(block, above, chapter));
    }
    return { made: { places, references }, leaving: chapter };
  },
};

function placeOf(block: Block, above: number, chapter: number): NumberedPlace | null {
  if (block.kind === 'row') {
    const cell = cellOf(block, 'index');
    const label = cell?.text.trim() ?? '';
    if (!cell || !/^\d{1,4}$/.test(label)) return null;
    const range = rangeOf(cell, 0, cell.text.length, above);
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
  const range = rangeOf(
    block,
    block.number?.start ?? 0,
    block.title?.[1] ?? block.number?.end ?? block.text.length,
    above,
  );
  const annex = ANNEX_LABEL.exec(block.text);
  if (annex && (block.kind === 'heading' ? block.annex : annex[2] !== '')) {
    const value = annex[1] === undefined ? null : valueOf(annex[1]);
    const scheme = block.kind === 'heading' ? 'annex' : 'annexNote';
    return { scheme, value, label: annex[0].trim(), title: block.text.slice(annex[0].length).trim(), range, chapter };
  }
  if (!block.number) return null;
  const { scheme, value, text } = block.number;
  const title = block.title ? block.text.slice(...block.title) : firstClause(block.text.slice(block.number.end));
  return { scheme, value, label: text.replace(/、$/, ''), title: title.replace(/\*\*/g, '').trim(), range, chapter };
}

const ANNEX_LABEL = /^[\s*#]*附\s*件\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*([:：]?)/;

function valueOf(digits: string): number | null {
  const plain = digits.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : chineseNumeral(plain);
}

function referencesOf(block: Block, above: number, chapter: number): PlacedReference[] {
  if (block.kind === 'row') return block.cells.flatMap((cell) => referencesInText(cell, above, chapter));
  if (block.kind === 'paragraph' || (block.kind === 'heading' && !block.annex))
    return referencesInText(block, above, chapter);
  return [];
}

function referencesInText(joined: Joined, above: number, chapter: number): PlacedReference[] {
  const own = 'number' in joined ? (joined as { number: { end: number } | null }).number : null;
  const found: PlacedReference[] = [];
  for (const reference of numberReferencesIn(joined.text)) {
    // 第三条 at the start of an article is its number.
    if (own && reference.from < own.end) continue;
    const last = found[found.length - 1]?.reference;
    const within = last?.to === reference.from ? last : null;
    found.push({ reference, range: rangeOf(joined, reference.from, reference.to, above), chapter, within });
  }
  return found;
}

/** What a reference means: one place, several where the document leaves that open, none where there is no such number. */
export function placesMeant(placed: PlacedReference, places: readonly NumberedPlace[]): readonly NumberedPlace[] {
  const { reference, within } = placed;
  let chapter: number | null = placed.chapter;
  if (within) {
    const [part] = placesMeant({ ...placed, reference: within, within: null }, places);
    chapter = part ? part.chapter : null;
  }
  for (const fits of wantedBy(reference)) {
    const found = places.filter((place) => place.value === reference.value && fits(place));
    if (found.length === 0) continue;
    const near = found.filter((place) => place.chapter === chapter);
    return near.length > 0 && reference.sort === 'item'
      ? near
      : within && chapter !== null && near.length === 0
        ? []
        : found;
  }
  // The only annex of a document is meant whether it has a number or not.
  if (reference.sort !== 'annex' || reference.value !== null) return [];
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
function wantedBy({ sort, bracketed }: NumberReference): readonly Fits[] {
  switch (sort) {
    case 'part':
      return [chapterOf('部分'), ofScheme('cn')];
    case 'chapter':
      return [chapterOf('章')];
    case 'section':
      return [chapterOf('节')];
    case 'article':
      return [chapterOf('条'), ofScheme('cn')];
    case 'annex':
      return [ofScheme('annex'), ofScheme('annexNote')];
    case 'item':
      return (bracketed ? BRACKETED : ITEMS).map(ofScheme);
  }
}

const BRACKETED: readonly NumberedPlace['scheme'][] = ['cnParen', 'arabicParen'];
const ITEMS: readonly NumberedPlace['scheme'][] = ['cnParen', 'arabic', 'row', 'arabicParen', 'cn'];
