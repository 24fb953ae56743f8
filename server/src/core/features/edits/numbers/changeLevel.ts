import type { Numbering } from '../../../plan/numbering/model';
import { textBlockOf } from '../../../plan/numbering/model';
import { rangeOf } from '../../../syntax/joined';
import type { TextEdit } from '../../../text/position';
import { edited, refused, type EditOutcome, type PlanEdit } from '../edit';
import { arrange, nodesOf, type ArrangedNode } from './arrange';
import { parentOf, siblingOf, spanOf } from './extents';
import { toldOf } from './finish';
import { atNode, type AtNode } from './measures';
import { renumbered } from './renumbered';

const MESSAGES = {
  row: { zh: '表格的行没有层级，不能升降级。', en: 'Rows of a table have no level.' },
  unnumbered: {
    zh: '这里有没有编号的标题，说不准升降以后怎样编号，没有改。',
    en: 'A heading here has no number, so it is not clear how to number it on another level.',
  },
  highest: { zh: '已经是最高一级，不能再升。', en: 'This is the highest level already.' },
  first: {
    zh: '前面没有同级的条目，不能降到它的下面。',
    en: 'There is nothing on its level above it that it could go under.',
  },
  lowest: { zh: '已经是最低一级，不能再降。', en: 'This is the lowest level already.' },
} as const;

/** How nodes of a level are numbered: the key, a number to write alike, and the node it was taken from. */
interface Style {
  readonly key: string;
  readonly like: string;
  readonly sample: number | null;
}

/** The measure at the caret and all under it go one level up: （四） becomes 五、, and what followed it stands under it. */
export const promoteMeasure: PlanEdit = { action: null, run: atNode(promote) };

/** The measure at the caret and all under it go one level down, under the one above: 三、 becomes （五）. */
export const demoteMeasure: PlanEdit = { action: null, run: atNode(demote) };

function promote({ numbering, node }: AtNode): EditOutcome {
  const { entries, items } = numbering;
  if (entries[node]!.block.kind === 'row') return refused(MESSAGES.row);
  const parent = parentOf(numbering, node);
  if (parent === null) return refused(MESSAGES.highest);
  const above = (at: number): Style | null => {
    const over = parentOf(numbering, at);
    const item = over === null ? null : entries[over]!.item;
    return item === null ? null : { key: items[item]!.key, like: items[item]!.text, sample: over };
  };
  return change(numbering, node, entries[parent]!.level - entries[node]!.level, above);
}

function demote({ numbering, node }: AtNode): EditOutcome {
  const { entries, items } = numbering;
  if (entries[node]!.block.kind === 'row') return refused(MESSAGES.row);
  if (siblingOf(numbering, node, -1) === null) return refused(MESSAGES.first);
  const below = (at: number): Style | null => {
    const { item } = entries[at]!;
    return item === null ? null : styleBelow(numbering, items[item]!.key, at);
  };
  const { item } = entries[node]!;
  if (item !== null && below(node) === null) return refused(MESSAGES.lowest);
  return change(numbering, node, 1, below);
}

/** The kinds of number in their order (GB/T 9704—2012, 7.3.3), for levels the document does not have yet. */
const BELOW: Readonly<Record<string, Style>> = {
  chapter编: { key: 'chapter章', like: '第一章', sample: null },
  chapter章: { key: 'chapter节', like: '第一节', sample: null },
  chapter节: { key: 'chapter条', like: '第一条', sample: null },
  chapter分: { key: 'cn', like: '一、', sample: null },
  chapter条: { key: 'cnParen', like: '（一）', sample: null },
  cn: { key: 'cnParen', like: '（一）', sample: null },
  cnParen: { key: 'arabic', like: '1.', sample: null },
  arabic: { key: 'arabicParen', like: '（1）', sample: null },
  arabicParen: { key: 'circled', like: '①', sample: null },
};

/** How this document numbers what stands right under numbers of a key, nearest above first; else as the standard does. */
function styleBelow({ items, entries }: Numbering, key: string, node: number): Style | null {
  let found: Style | null = null;
  for (const { entry, parent, key: own, text } of items) {
    const over = parent === null ? null : entries[parent]!.item;
    if (own === 'row' || over === null || items[over]!.key !== key) continue;
    if (found && entry > node) break;
    found = { key: own, like: text, sample: entry };
  }
  return found ?? BELOW[key] ?? null;
}

/** A node and all under it `step` levels further down (negative: up), each numbered as `styleOf` says. */
function change(
  numbering: Numbering,
  node: number,
  step: number,
  styleOf: (node: number) => Style | null,
): EditOutcome {
  const { last } = spanOf(numbering, node);
  const marks: TextEdit[] = [];
  const nodes: ArrangedNode[] = [];
  for (const one of nodesOf(numbering)) {
    const entry = one.entry!;
    if (entry < node || entry > last || numbering.entries[entry]!.block.kind === 'row') {
      nodes.push(one);
      continue;
    }
    const style = styleOf(entry);
    if (one.item === null || style === null) return refused(MESSAGES.unnumbered);
    nodes.push({ ...one, level: one.level + step, key: style.key, like: style.like });
    marks.push(...marksLike(numbering, entry, style, step));
  }
  const made = renumbered(numbering, arrange(numbering, nodes));
  return edited([...made.edits, ...marks], null, toldOf(made.open));
}

/** The marks of a Markdown heading as its new level has them. */
function marksLike({ entries }: Numbering, node: number, { sample }: Style, step: number): readonly TextEdit[] {
  const entry = entries[node]!;
  const block = textBlockOf(entry);
  const hashes = block && /^\s*(#+)/.exec(block.text);
  if (!block || !hashes) return [];
  const like = sample === null ? null : textBlockOf(entries[sample]!);
  const written = like ? /^\s*(#+)/.exec(like.text)?.[1] : undefined;
  const wanted = written ?? '#'.repeat(Math.max(1, hashes[1]!.length + step));
  if (wanted === hashes[1]) return [];
  const from = hashes[0].length - hashes[1]!.length;
  return [{ range: rangeOf(block, from, hashes[0].length, entry.top), newText: wanted }];
}
