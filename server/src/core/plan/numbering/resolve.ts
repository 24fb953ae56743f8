import type { Block } from '../../syntax/block';
import { rangeOf, type Joined } from '../../syntax/joined';
import type { Range } from '../../text/position';
import { countSequences, type Numbering, type NumberedItem } from './model';
import { referencesIn, type Reference } from './references';

/** A reference at its place in the document, and the items it means. */
export interface ResolvedReference {
  readonly reference: Reference;
  /** As written. */
  readonly text: string;
  readonly range: Range;
  /** The entry it stands in. */
  readonly entry: number;
  /** For each of its numbers, where its digits stand and which item they mean; `null`: none, or it cannot be told. */
  readonly numbers: readonly { readonly text: string; readonly range: Range; readonly item: number | null }[];
}

/** All references a document makes to its own numbers, in order; those that plainly mean another document are left out. */
export function resolveReferences(numbering: Numbering): readonly ResolvedReference[] {
  const found: ResolvedReference[] = [];
  const index = createIndex(numbering);
  for (const [entry, { block, top, sort }] of numbering.entries.entries()) {
    if (sort === 'aside' || sort === 'quoted') continue;
    for (const joined of textsOf(block)) for (const one of resolveText(joined, entry, top, index)) found.push(one);
  }
  return found;
}

function textsOf(block: Block): readonly Joined[] {
  if (block.kind === 'row') return block.cells.filter(({ role, text }) => role !== 'index' && text !== '');
  if (block.kind === 'heading') return block.annex ? [] : [block];
  return block.kind === 'paragraph' ? [block] : [];
}

/** Items by where they stand, their kind of number and their number. */
interface Index {
  readonly numbering: Numbering;
  /** Those of a document of the file, `null`: of the whole file; in order. */
  find(part: number | null, key: string, value: number): readonly NumberedItem[];
  /** The item at an entry, and those right under it. */
  near(entry: number, key: string, value: number): readonly NumberedItem[];
  /** Those under an item, however deep. */
  under(item: NumberedItem, key: string, value: number): readonly NumberedItem[];
  has(part: number, key: string): boolean;
  /** Whether a document of the file counts so only once. */
  isSingle(part: number, key: string): boolean;
}

function createIndex(numbering: Numbering): Index {
  const byNumber = new Map<string, NumberedItem[]>();
  const sequences = countSequences(numbering);
  const ends = new Map<NumberedItem, number>();
  /** The entry of the next item that does not stand under this one. */
  const endOf = (item: NumberedItem): number => {
    let end = ends.get(item);
    if (end === undefined) {
      const next = numbering.items.slice(item.at + 1).find(({ level }) => level <= item.level);
      ends.set(item, (end = next?.entry ?? Infinity));
    }
    return end;
  };
  const put = (name: string, item: NumberedItem): void => {
    const list = byNumber.get(name);
    if (list) list.push(item);
    else byNumber.set(name, [item]);
  };
  for (const item of numbering.items) {
    const { part } = numbering.entries[item.entry]!;
    put(`${part} ${item.key} ${item.value}`, item);
    put(`* ${item.key} ${item.value}`, item);
    for (const entry of [item.entry, item.parent]) put(`at ${entry} ${item.key} ${item.value}`, item);
  }
  return {
    numbering,
    find: (part, key, value) => byNumber.get(`${part ?? '*'} ${key} ${value}`) ?? [],
    near: (entry, key, value) => byNumber.get(`at ${entry} ${key} ${value}`) ?? [],
    under(item, key, value) {
      const all = byNumber.get(`* ${key} ${value}`) ?? [];
      const end = endOf(item);
      const found: NumberedItem[] = [];
      for (let at = firstBehind(all, item.entry); at < all.length && all[at]!.entry < end; at++)
        if (isUnder(numbering, all[at]!, item.entry)) found.push(all[at]!);
      return found;
    },
    has: (part, key) => sequences(part, key) > 0,
    isSingle: (part, key) => sequences(part, key) < 2,
  };
}

function resolveText(joined: Joined, entry: number, top: number, index: Index): readonly ResolvedReference[] {
  const references = referencesIn(joined.text);
  const resolved: ResolvedReference[] = [];
  // Kept in step with `references`, so that what goes on from another finds it.
  const targets: (NumberedItem | null)[] = [];
  for (const reference of references) {
    const within = reference.within === null ? undefined : targets[reference.within];
    const candidates = reference.numbers.map(({ value }) =>
      reference.whose === 'other' || within === null ? [] : candidatesFor(reference, value, entry, within, index),
    );
    const items = candidates.map((list) => (list.length === 1 ? list[0]! : null));
    targets.push(items.length === 1 ? items[0]! : null);
    if (reference.whose === 'other' || reference.numbers.length === 0) continue;
    resolved.push({
      reference,
      text: joined.text.slice(reference.from, reference.to),
      range: rangeOf(joined, reference.from, reference.to, top),
      entry,
      numbers: reference.numbers.map(({ from, to }, at) => ({
        text: joined.text.slice(from, to),
        range: rangeOf(joined, from, to, top),
        item: items[at]?.at ?? null,
      })),
    });
  }
  return resolved;
}

/** The items a number may mean; it means one only where there is exactly one. */
function candidatesFor(
  reference: Reference,
  value: number,
  entry: number,
  within: NumberedItem | undefined,
  index: Index,
): readonly NumberedItem[] {
  const { part } = index.numbering.entries[entry]!;
  const { unit, bracketed, chinese } = reference;
  switch (unit) {
    case '附件':
      return index.find(null, 'annex', value);
    case '任务':
    case '序号': {
      const rows = index.find(null, 'row', value);
      return rows.length > 0 || unit === '序号' ? rows : index.find(part, 'arabic', value);
    }
    case '部分':
      if (index.has(part, 'chapter分')) return index.find(part, 'chapter分', value);
      return index.find(part, 'cn', value).filter(({ level }) => level === 1);
    case '编':
    case '章':
    case '节':
    case '条':
      return inScope([`chapter${unit}`], value, entry, within, index);
    case '项': {
      const keys = bracketed ? [chinese ? 'cnParen' : 'arabicParen'] : chinese ? ['cnParen'] : ['arabic', 'row'];
      if (bracketed || within || reference.whose === 'own') return inScope(keys, value, entry, within, index);
      // 第三项 may count anything; it means an item only where no other list could be meant.
      const single = keys.every((key) => index.isSingle(part, key));
      return single ? keys.flatMap((key) => index.find(part, key, value)) : [];
    }
  }
}

/** Of several items of one number, the one in the section that is named, else the one in the section of the text. */
function inScope(
  keys: readonly string[],
  value: number,
  entry: number,
  within: NumberedItem | undefined,
  { numbering, find, near, under }: Index,
): readonly NumberedItem[] {
  if (within) return keys.flatMap((key) => under(within, key, value));
  // A long document has thousands of （一）: those near are looked for without walking the others.
  for (let above: number | null = entry; above !== null; above = aboveOf(numbering, above)) {
    const place = above;
    const found = keys.flatMap((key) => near(place, key, value));
    if (found.length > 0) return found;
  }
  const { part } = numbering.entries[entry]!;
  return keys.flatMap((key) => find(part, key, value));
}

/** The entry that `entry` stands under or goes on from. */
function aboveOf({ entries, items }: Numbering, entry: number): number | null {
  const { item, level, part } = entries[entry]!;
  if (item !== null) return items[item]!.parent;
  for (let at = entry - 1; at >= 0 && entries[at]!.part === part; at--) {
    const above = entries[at]!;
    if (above.level > 0 && (level === 0 || above.level < level)) return at;
  }
  return null;
}

/** The first of items in order that stands behind an entry. */
function firstBehind(items: readonly NumberedItem[], entry: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.entry <= entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an item stands under `entry`, however deep. */
function isUnder({ entries, items }: Numbering, { parent }: NumberedItem, entry: number): boolean {
  for (let at = parent; at !== null;) {
    if (at === entry) return true;
    const { item } = entries[at]!;
    at = item === null ? null : items[item]!.parent;
  }
  return false;
}
