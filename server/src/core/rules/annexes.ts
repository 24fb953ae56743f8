import { annexNote } from '../plan/elements';
import { annexNumberOf } from '../plan/numbering/annex';
import type { PassageReading } from '../plan/reading';
import type { Block, Heading, Paragraph } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import type { Range } from '../text/position';
import type { Mention } from './rule';

/** What a document says of its annexes. */
export type AnnexSaid =
  /** 附件：1.某某表; or one of the numbered lines below it. */
  | { readonly sort: 'note' | 'line'; readonly value: number | null; readonly name: string }
  /** What stands behind the name just given. */
  | { readonly sort: 'mark'; readonly mark: string }
  /** The first page of an annex: its number, and the lines its title may take. */
  | { readonly sort: 'annex'; readonly value: number | null; readonly lines: readonly string[] };

const MAX_NAME = 80;
const MAX_TITLE_LINES = 2;

/**
 * Notes on annexes and annexes of a passage. The range of a note is its name; that of an annex the first line of its
 * title, or its own line where it has none.
 */
export function annexesIn({ passage: { blocks } }: PassageReading): readonly Mention<AnnexSaid>[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === 'heading' && block.annex)
      return [annexOf(block, blocks.slice(index + 1, index + 1 + MAX_TITLE_LINES))];
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
    if (block.text.length <= MAX_NAME && block.number?.scheme === 'arabic') {
      return nameOf(block, 'line', block.number.value, block.number.end);
    }
    if (block.text.length > MAX_NAME || block.number) return [];
    const note = annexNote(block.text);
    return note ? nameOf(block, 'note', note.number, note.from) : [];
  });
}

function nameOf(
  block: Heading | Paragraph,
  sort: 'note' | 'line',
  value: number | null,
  from: number,
): Mention<AnnexSaid>[] {
  const text = block.text.replace(/[\s*]+$/, '');
  const mark = /[。；;，,、.．]+$/.exec(text)?.[0] ?? '';
  const to = text.length - mark.length;
  if (to <= from) return [{ said: { sort, value, name: '' }, range: rangeOf(block, 0, text.length) }];
  const name: Mention<AnnexSaid> = {
    said: { sort, value, name: text.slice(from, to) },
    range: rangeOf(block, from, to),
  };
  return mark === '' ? [name] : [name, { said: { sort: 'mark', mark }, range: rangeOf(block, to, text.length) }];
}

function annexOf(block: Heading, below: readonly Block[]): Mention<AnnexSaid> {
  const lines: string[] = [];
  let place: Range = rangeOf(block, ...block.title);
  for (const next of below) {
    if ((next.kind !== 'paragraph' && next.kind !== 'heading') || next.number || next.text.length > MAX_NAME) break;
    const text = next.text.replace(/[#*]/g, '').trim();
    if (lines.length === 0) place = rangeOf(next, 0, next.text.trimEnd().length);
    lines.push(text);
  }
  return { said: { sort: 'annex', value: annexNumberOf(block.text)?.value ?? null, lines }, range: place };
}

/** The annexes a document says it has: the lines that follow 附件： in turn. Indices of what was said, by number. */
export function listedIn(said: readonly (AnnexSaid | { readonly sort: string })[]): ReadonlyMap<number, number> {
  const listed = new Map<number, number>();
  let last = -1;
  for (const [at, other] of said.entries()) {
    const one = other as AnnexSaid;
    if (one.sort === 'note') {
      last = one.value ?? -1;
      listed.set(one.value ?? 1, at);
    } else if (one.sort === 'line' && last > 0 && one.value === last + 1) listed.set(++last, at);
    else if (one.sort === 'line' || one.sort === 'annex') last = -1;
  }
  return listed;
}
