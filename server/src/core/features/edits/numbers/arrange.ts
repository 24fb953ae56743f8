import { ROW_LEVEL, type Numbering, type NumberedItem, type Sequence } from '../../../plan/numbering/model';
import { numberLike } from '../../../plan/numbering/sequence';

/** A heading, measure or row as it will stand: an entry of the document, or one that is new. */
export interface ArrangedNode {
  /** `null` for what is new. */
  readonly entry: number | null;
  readonly item: NumberedItem | null;
  readonly level: number;
  readonly part: number;
  /** How it will be numbered; `null` without a number. */
  readonly key: string | null;
  /** A number to write its own like. */
  readonly like: string;
}

/** What an order of nodes makes of their numbers. */
export interface Arrangement {
  /** The number of each numbered node as it will be written. */
  readonly texts: ReadonlyMap<ArrangedNode, string>;
  readonly values: ReadonlyMap<ArrangedNode, number>;
  /** For each node the one it will stand under. */
  readonly parents: ReadonlyMap<ArrangedNode, ArrangedNode | null>;
}

/** Whether an entry is a heading, measure or row that can be moved; a row without number belongs to the one above it. */
export function isNode({ entries }: Numbering, at: number): boolean {
  const { level, sort, block, item } = entries[at]!;
  if (level === 0 || sort !== 'body') return false;
  return block.kind !== 'row' || item !== null || !block.columns.roles.includes('index');
}

/** The document's nodes in order. */
export function nodesOf(numbering: Numbering): readonly ArrangedNode[] {
  return numbering.entries.flatMap(({ level, part, item: at }, entry) => {
    if (!isNode(numbering, entry)) return [];
    const item = at === null ? null : numbering.items[at]!;
    return [{ entry, item, level, part, key: item?.key ?? null, like: item?.text ?? '' }];
  });
}

/** Numbers nodes in their new order. What keeps its place in its sequence keeps its number, right or wrong. */
export function arrange(numbering: Numbering, nodes: readonly ArrangedNode[]): Arrangement {
  const parents = parentsOf(nodes);
  const texts = new Map<ArrangedNode, string>();
  const values = new Map<ArrangedNode, number>();
  for (const { members, sequence } of groupsOf(numbering, nodes, parents)) {
    const old = sequence?.items.map((at) => numbering.items[at]!) ?? [];
    for (const [at, value] of valuesFor(old, members).entries()) {
      const node = members[at]!;
      values.set(node, value);
      const same = node.item?.key === node.key && node.item?.value === value;
      texts.set(node, same ? node.item.text : numberLike(node.like, value));
    }
  }
  return { texts, values, parents };
}

function parentsOf(nodes: readonly ArrangedNode[]): ReadonlyMap<ArrangedNode, ArrangedNode | null> {
  const parents = new Map<ArrangedNode, ArrangedNode | null>();
  const stack: ArrangedNode[] = [];
  for (const node of nodes) {
    if (stack[0] && stack[0].part !== node.part) stack.length = 0;
    while (stack.length > 0 && stack[stack.length - 1]!.level >= node.level) stack.pop();
    parents.set(node, stack[stack.length - 1] ?? null);
    if (node.level < ROW_LEVEL) stack.push(node);
  }
  return parents;
}

/** Nodes that are counted together, in their new order, and the sequence they were counted in so far. */
interface Group {
  readonly sequence: Sequence | null;
  readonly members: ArrangedNode[];
}

/**
 * Who is counted with whom: what stands where it stood, and in sequences that run on, stays in its sequence; what came
 * under another heading joins the sequence it finds there.
 */
function groupsOf(
  { sequences, entries }: Numbering,
  nodes: readonly ArrangedNode[],
  parents: ReadonlyMap<ArrangedNode, ArrangedNode | null>,
): readonly Group[] {
  const groups = new Map<Sequence | string, Group>();
  const chosen = new Map<ArrangedNode, Sequence>();
  const places = new Map(nodes.map((node, at) => [node, at]));
  const underOf = (node: ArrangedNode): string => {
    const parent = parents.get(node);
    return `${node.part} ${parent ? places.get(parent) : ''} ${node.key}`;
  };
  const found = new Map<string, Sequence>();
  const running = new Map<string, Sequence>();
  for (const node of nodes) {
    const { item, key } = node;
    if (!item || item.key !== key) continue;
    const sequence = sequences[item.sequence]!;
    if (sequence.runsOn) running.set(`${entries[item.entry]!.part} ${key}`, sequence);
    const parent = parents.get(node)?.entry ?? null;
    if (!sequence.runsOn && key !== 'row' && parent !== item.parent) continue;
    chosen.set(node, sequence);
    if (!sequence.runsOn && key !== 'row') found.set(underOf(node), sequence);
  }
  let row: Sequence | null = null;
  for (const node of nodes) {
    if (node.key === null) continue;
    let name: Sequence | string;
    if (chosen.has(node)) name = chosen.get(node)!;
    else if (node.key === 'row') name = row ?? 'rows';
    else {
      const under = underOf(node);
      name = found.get(under) ?? running.get(`${node.part} ${node.key}`) ?? under;
    }
    if (node.key === 'row') row = typeof name === 'string' ? null : name;
    const group = groups.get(name);
    if (group) group.members.push(node);
    else groups.set(name, { sequence: typeof name === 'string' ? null : name, members: [node] });
  }
  return [...groups.values()];
}

/** More of the numbers than this that do not follow from each other are codes. */
const MAX_STEPS = 0.2;
const MIN_CODES = 4;

/** The numbers of the members of a sequence in their new order. */
function valuesFor(old: readonly NumberedItem[], members: readonly ArrangedNode[]): readonly number[] {
  const before = new Map(old.map((item, at) => [item.at, at]));
  const isOld = ({ item, key }: ArrangedNode): boolean => item !== null && item.key === key && before.has(item.at);
  // Another order of the same: the numbers stay where they are, and so do gaps among them.
  if (members.length === old.length && members.every(isOld)) return old.map(({ value }) => value);
  if (isCodes(old)) return codesFor(members, isOld);
  const values: number[] = [];
  let kept = true;
  for (const [at, node] of members.entries()) {
    const place = isOld(node) ? before.get(node.item!.at)! : -1;
    kept &&= place === at;
    const last = values[at - 1];
    if (kept) values.push(node.item!.value);
    else if (last === undefined) values.push(old[0]?.value ?? 1);
    else values.push(followsGap(place, old) && node.item!.value > last ? node.item!.value : last + 1);
  }
  return values;
}

/** Whether numbers were left out before an item: text was left out there, or will come, and the number holds its place. */
const followsGap = (place: number, old: readonly NumberedItem[]): boolean =>
  place > 0 && old[place]!.value > old[place - 1]!.value + 1;

function isCodes(old: readonly NumberedItem[]): boolean {
  const odd = old.filter(({ value }, at) => at > 0 && value !== old[at - 1]!.value + 1).length;
  return odd >= MIN_CODES && odd > MAX_STEPS * old.length;
}

/** Codes stay what they are; a new one follows the one above it. */
function codesFor(members: readonly ArrangedNode[], isOld: (node: ArrangedNode) => boolean): readonly number[] {
  const values: number[] = [];
  for (const [at, node] of members.entries()) values.push(isOld(node) ? node.item!.value : (values[at - 1] ?? 0) + 1);
  return values;
}
