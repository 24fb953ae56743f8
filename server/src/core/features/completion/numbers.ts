import { annexNumberOf } from '../../plan/numbering/annex';
import { numberLike } from '../../plan/numbering/sequence';
import type { Plan } from '../../plan/plan';
import { titleOf } from '../../plan/sections';
import type { Heading, Paragraph } from '../../syntax/block';
import type { Numbering, Scheme } from '../../syntax/numbering';
import { typedFrom, type Place } from './place';
import type { Proposal, Typed } from './proposal';

/** A heading or measure with its number, as seen from below. */
export interface Numbered {
  readonly block: Heading | Paragraph;
  readonly number: Numbering;
  readonly level: number;
  readonly title: string | null;
}

/** The numbered blocks above a line, the nearest first, up to where numbering begins anew: a title, an annex. */
export function* numberedAbove({ source }: Plan, passage: number, line: number): Generator<Numbered> {
  for (let index = passage; index >= 0; index--) {
    const { blocks } = source.passages[index]!;
    const local = line - source.starts[index]!;
    for (let at = blocks.length - 1; at >= 0; at--) {
      const block = blocks[at]!;
      if (block.line >= local || (block.kind !== 'heading' && block.kind !== 'paragraph')) continue;
      if (block.kind === 'heading' ? block.annex : block.head && !block.number && block.title) return;
      const { number, level } = block;
      if (number) yield { block, number, level, title: titleOf(block) };
    }
  }
}

/** The numbers in force at a line, outermost first. */
export function pathAbove(place: Place): readonly Numbered[] {
  const path: Numbered[] = [];
  for (const one of numberedAbove(place.plan, place.passage, place.position.line)) {
    if (one.level < (path[0]?.level ?? Infinity)) path.unshift(one);
    if (one.level === 1) break;
  }
  return path;
}

const LARGEST = 199;

/** The number `value` written like its neighbour, with the space that follows it there. */
function written({ block: { text }, number }: Numbered, value: number): string {
  return numberLike(number.text, value) + text.slice(number.start + number.text.length, number.end);
}

/** Levels as they follow each other where the document does not say otherwise (GB/T 9704—2012, 7.3.3). */
const BELOW: Partial<Record<Scheme, readonly [Scheme, string]>> = {
  chapter: ['cn', '一、'],
  cn: ['cnParen', '（一）'],
  cnParen: ['arabic', '1.'],
  arabic: ['arabicParen', '（1）'],
};

/** The numbers a line may begin with, the likeliest first: the next of its level, the first below, the next of those above. */
export function nextNumbers(place: Place): readonly string[] {
  const path = pathAbove(place);
  const innermost = path[path.length - 1];
  if (!innermost) return ['一、'];
  const next = path
    .filter(({ number }) => number.value < (number.scheme === 'circled' ? 20 : LARGEST))
    .map((one) => written(one, one.number.value + 1))
    .reverse();
  const below = numberBelow(place, innermost);
  // Under a heading that stands alone its first measure is wanted before the next heading.
  const parts = innermost.block.kind === 'heading' ? [below, next] : [next.slice(0, 1), below, next.slice(1)];
  return [...new Set(parts.flat())];
}

/** The first number of the level below: as the document has it under earlier headings, running on if it does so there. */
function numberBelow(place: Place, parent: Numbered): readonly string[] {
  const level = parent.level + 1;
  let last: Numbered | null = null;
  let first: Numbered | null = null;
  for (const one of numberedAbove(place.plan, place.passage, place.position.line)) {
    if (one.level === level) [last, first] = [last ?? one, one];
    else if (one.level < level && last) break;
  }
  if (last && first) return [written(last, first.number.value > 1 ? last.number.value + 1 : 1)];
  const usual = BELOW[parent.number.scheme];
  return usual ? [usual[1]] : [];
}

const STARTED = /^[\s\u3000#*]*([（(第]?(?:[一二三四五六七八九十百]{1,5}|\d{1,3})?[）)]?)$/;

/** Both widths of a bracket count as one. */
const oneWidth = (text: string): string => text.replace(/（/g, '(').replace(/）/g, ')');

/** At the start of a line: the number that comes next, the next annex where one was begun. */
export function proposeNumbers(place: Place): readonly Proposal[] {
  const { before, after, position } = place;
  const annex = ANNEX.exec(before)?.[1];
  if (annex) return [toProposal(nextAnnex(place), typedFrom(position, annex))];
  const started = STARTED.exec(before)?.[1];
  if (started === undefined || NUMBERED.test(after)) return [];
  // （此件公开发布）: the bracket holds words, not a number.
  if (/^[(（]/.test(started) && /^[^（(]+[）)]/.test(after)) return [];
  const closed = /^[(（]/.test(started) && /^[)）]/.test(after) ? 1 : 0;
  const typed = typedFrom(position, started, closed);
  return nextNumbers(place)
    .filter((text) => oneWidth(text).startsWith(oneWidth(started)) && text !== started)
    .map((text) => toProposal(text, typed));
}

function toProposal(text: string, typed: Typed): Proposal {
  const detail = { message: { zh: '接续编号', en: 'next number' }, args: {} };
  return { kind: 'number', label: text.trim(), insert: [text], typed, detail, about: null };
}

/** The line has a number already: the caret stands before it or in it. */
const NUMBERED = /^[\s\u3000#*]*[（(第]?[\d一二三四五六七八九十百]*[）)、.．条章](?!$)/;
const ANNEX = /^[\s\u3000]*(附件?|fj?)$/;

/** 附件2 below 附件1. */
function nextAnnex({ plan: { source }, passage, position }: Place): string {
  for (let index = passage; index >= 0; index--) {
    const local = position.line - source.starts[index]!;
    const above = source.passages[index]!.blocks.filter(
      (one) => one.kind === 'heading' && one.annex && one.line < local,
    );
    const last = above[above.length - 1];
    if (last?.kind !== 'heading') continue;
    const number = annexNumberOf(last.text);
    if (!number) return '附件2';
    const words = last.text.slice(last.title[0], number.from);
    return (
      words +
      numberLike(number.text, number.value + 1) +
      last.text.slice(number.from + number.text.length, last.title[1])
    );
  }
  return '附件1';
}

/** The next number of the column of a table. */
export function proposeIndex({ reading, local, before, after, position }: Place): readonly Proposal[] {
  // The cell has its number; the caret stands before or in it.
  if (/^\d/.test(after)) return [];
  const typed = typedFrom(position, /\d*$/.exec(before)![0]);
  for (let at = reading.items.length - 1; at >= 0; at--) {
    const item = reading.items[at]!;
    if (item.kind !== 'row' || item.block.line >= local.line) continue;
    const text = item.block.cells.find((cell) => cell.role === 'index')?.text.trim() ?? '';
    if (!/^\d{1,4}$/.test(text)) continue;
    const next = numberLike(text, Number(text) + 1);
    if (!next.startsWith(typed.text) || next === typed.text) return [];
    return [toProposal(next, typed)];
  }
  return [];
}
