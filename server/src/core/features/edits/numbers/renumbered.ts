import { countSequences, type Numbering } from '../../../plan/numbering/model';
import { resolveReferences, type ResolvedReference } from '../../../plan/numbering/resolve';
import { numberLike } from '../../../plan/numbering/sequence';
import type { TextEdit } from '../../../text/position';
import type { Arrangement, ArrangedNode } from './arrange';

/** The edits that give a document the numbers of an arrangement, and what they leave for a person to look at. */
export interface Renumbered {
  /** Edits of numbers and references as they stand; none overlap. */
  readonly edits: readonly TextEdit[];
  /** References whose item is gone, or that can no longer be said in one expression; they stay as they are. */
  readonly open: readonly ResolvedReference[];
}

export function renumbered(
  numbering: Numbering,
  arrangement: Arrangement,
  of: 'measures' | 'annexes' = 'measures',
): Renumbered {
  const { texts } = arrangement;
  const byItem = new Map<number, ArrangedNode>();
  const edits: TextEdit[] = [];
  for (const [node, text] of texts) {
    const { item } = node;
    if (!item) continue;
    byItem.set(item.at, node);
    if (item.text === text) continue;
    for (const range of [item.range, ...item.echoes]) edits.push({ range, newText: text });
  }
  // Looking through a whole document for references is spared where every number stays.
  const own = new Set(
    numbering.items.filter(({ key }) => (key === 'annex') === (of === 'annexes')).map(({ at }) => at),
  );
  if (edits.length === 0 && [...own].every((at) => byItem.has(at))) return { edits, open: [] };
  const references = resolveReferences(numbering).filter(({ numbers }) =>
    numbers.every(({ item }) => item === null || own.has(item)),
  );
  const mended = mendReferences(references, numbering, arrangement, byItem);
  return { edits: [...edits, ...mended.edits], open: mended.open };
}

function mendReferences(
  references: readonly ResolvedReference[],
  numbering: Numbering,
  arrangement: Arrangement,
  byItem: ReadonlyMap<number, ArrangedNode>,
): Renumbered {
  const edits: TextEdit[] = [];
  const open: ResolvedReference[] = [];
  const counts = countSequences(numbering);
  const mending = { numbering, counts, arrangement, byItem };
  for (const chain of chainsOf(references)) {
    const made = mendChain(chain, mending);
    if (made === null) open.push(chain[chain.length - 1]!);
    else for (const edit of made) edits.push(edit);
  }
  return { edits, open };
}

/** References that go on from one another (第二部分第（三）项) are mended together or not at all. */
function chainsOf(references: readonly ResolvedReference[]): readonly (readonly ResolvedReference[])[] {
  const chains: ResolvedReference[][] = [];
  for (const one of references) {
    const last = chains[chains.length - 1];
    if (one.reference.within !== null && last?.[0]?.entry === one.entry) last.push(one);
    else chains.push([one]);
  }
  return chains;
}

/** The document as it is and as it will be. */
interface Mending {
  readonly numbering: Numbering;
  readonly counts: ReturnType<typeof countSequences>;
  readonly arrangement: Arrangement;
  readonly byItem: ReadonlyMap<number, ArrangedNode>;
}

/** The edits of a chain, none where nothing changes; `null` where it would have to change and cannot. */
function mendChain(chain: readonly ResolvedReference[], mending: Mending): readonly TextEdit[] | null {
  const { arrangement, byItem } = mending;
  const [head, ...rest] = chain;
  const targets = chain.map(({ numbers }) =>
    numbers.map(({ item }) => (item === null ? null : (byItem.get(item) ?? 'gone'))),
  );
  if (targets.flat().every((one) => one === null)) return [];
  if (targets.flat().some((one) => one === 'gone')) return null;
  const nodes = targets as readonly (readonly (ArrangedNode | null)[])[];
  const heads = [...nodes[0]!];
  if (rest.length > 0 && heads.length === 1 && heads[0]) {
    const under = new Set(
      nodes
        .slice(1)
        .flat()
        .map((node) => (node ? ancestorLike(node, heads[0]!, arrangement) : heads[0]!)),
    );
    if (under.size !== 1) return null;
    heads[0] = [...under][0]!;
    if (heads[0] === null) return null;
  } else if (leavesScope(head!, heads, mending)) return null;
  const edits: TextEdit[] = [];
  for (const [at, reference] of chain.entries()) {
    const made = mendOne(reference, at === 0 ? heads : nodes[at]!, arrangement);
    if (made === null) return null;
    edits.push(...made);
  }
  return edits;
}

function ancestorLike(node: ArrangedNode, like: ArrangedNode, { parents }: Arrangement): ArrangedNode | null {
  for (let at = parents.get(node) ?? null; at; at = parents.get(at) ?? null) if (at.key === like.key) return at;
  return null;
}

/** Whether （三） alone no longer says which: it was counted in one section and now stands in another. */
function leavesScope(
  { reference: { unit, within }, entry }: ResolvedReference,
  nodes: readonly (ArrangedNode | null)[],
  { numbering: { entries, sequences }, counts, arrangement: { parents } }: Mending,
): boolean {
  if (unit !== '项' || within !== null) return false;
  const { part } = entries[entry]!;
  return nodes.some((node) => {
    if (!node?.item) return false;
    const parent = parents.get(node)?.entry ?? null;
    return counts(part, node.item.key) > 1 && !sequences[node.item.sequence]!.runsOn && parent !== node.item.parent;
  });
}

function mendOne(
  { reference, numbers }: ResolvedReference,
  nodes: readonly (ArrangedNode | null)[],
  arrangement: Arrangement,
): readonly TextEdit[] | null {
  const values = nodes.map((node) => (node ? (arrangement.values.get(node) ?? null) : null));
  const isChanged = (value: number | null, at: number): boolean =>
    value !== null && value !== reference.numbers[at]!.value;
  if (!values.some(isChanged)) return [];
  // A list of which one cannot be told is not changed by half.
  if (values.includes(null)) return null;
  if (reference.isRange && values[0]! >= values[1]!) return null;
  const edits: TextEdit[] = [];
  for (const [at, { text, range }] of numbers.entries()) {
    if (!isChanged(values[at]!, at)) continue;
    const newText = numberLike(text, values[at]!);
    if (newText === text || range.start.line !== range.end.line) return null;
    edits.push({ range, newText });
  }
  return edits;
}
