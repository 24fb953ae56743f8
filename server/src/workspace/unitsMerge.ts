import { isMap, isNode, isScalar, isSeq, visit, type Node, type YAMLSeq } from 'yaml';

import { applyEdits } from '../core/text/edits';
import type { TextEdit } from '../core/text/position';
import { addAliasEdit, addUnitsEdit, listOf, type NewUnit } from './unitsEdits';
import {
  columnOf,
  endOf,
  endOfLine,
  lastTextEnd,
  nameOf,
  open,
  pairOf,
  quoted,
  replace,
  startOf,
  type Source,
} from './yamlEdits';
import { rangeAt } from './yamlProblems';

/** Why spellings cannot be made one unit: an entry that would go says more of itself than can be carried over. */
export interface MergeTrouble {
  readonly trouble: 'says-more' | 'unreadable';
  readonly name: string;
  readonly key: string;
}

/** Keys of an entry that are carried over to the one it is merged into. */
const CARRIED = ['名称', '别名', '全称', '类别'];

/** An entry of the file, read for merging. */
interface Entry {
  readonly item: Node;
  readonly name: string;
  readonly fullName: string | null;
  readonly aliases: readonly string[];
}

/**
 * The text of a register in which `into` is the name of one unit and `others` are its aliases. Entries under any of these
 * names become one: the first that has `into`, else the first there is, else a new one; comments and order stay. The text as
 * it was where there is nothing to do.
 */
export function mergeUnits(text: string, into: NewUnit, others: readonly string[]): string | MergeTrouble {
  const names = new Set([into.name, ...others]);
  const source = open(text);
  if (!source) return { trouble: 'unreadable', name: '', key: '' };
  const found = entriesOf(source).filter(({ name, aliases, fullName }) =>
    [name, ...aliases, fullName].some((one) => one !== null && names.has(one)),
  );
  const target =
    found.find(({ name }) => name === into.name) ??
    found.find(({ aliases }) => aliases.includes(into.name)) ??
    found[0];
  const gone = found.filter((entry) => entry !== target);
  for (const { item, name } of gone) {
    const key = isMap(item)
      ? item.items.map((pair) => String(pair.key)).find((one) => !CARRIED.includes(one))
      : undefined;
    if (key !== undefined) return { trouble: 'says-more', name, key };
  }
  const aliases = new Set([...others, ...found.flatMap((one) => [one.name, ...one.aliases])]);
  for (const { fullName } of gone) if (fullName && fullName !== target?.fullName) aliases.add(fullName);
  aliases.delete(into.name);
  if (target?.fullName) aliases.delete(target.fullName);
  if (!target) {
    const edit = addUnitsEdit(text, [{ ...into, aliases: [...aliases] }]);
    return edit ? applyEdits(text, [edit]) : { trouble: 'unreadable', name: '', key: '' };
  }
  // One after another, each on the text as it then is: edits of one list would get in each other's way.
  let now = text;
  for (const { name } of gone) now = applied(now, removeEntry(now, name));
  if (target.name !== into.name) now = applied(now, ...renameEntry(now, target.name, into.name));
  for (const alias of aliases) now = applied(now, addAliasEdit(now, into.name, alias));
  return now;
}

/** The smallest edit that makes one text the other; `null` where they are the same. */
export function editBetween(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  // A line break of two characters is never cut in half.
  if (before[head - 1] === '\r') head--;
  if (before[before.length - tail] === '\n' && tail > 0) tail--;
  const counter = lineCounterOf(before);
  return {
    range: rangeAt(head, before.length - tail, counter),
    newText: after.slice(head, after.length - tail),
  };
}

function lineCounterOf(text: string): Source['counter'] {
  const source = open('');
  const { counter } = source!;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1);
  return counter;
}

const applied = (text: string, ...edits: readonly (TextEdit | null)[]): string =>
  applyEdits(
    text,
    edits.filter((edit) => edit !== null),
  );

function entriesOf(source: Source): readonly Entry[] {
  const list = listOf(source);
  return (isSeq(list) ? list.items : []).flatMap((item): readonly Entry[] => {
    const name = nameOf(item);
    if (!isNode(item) || typeof name !== 'string') return [];
    if (!isMap(item)) return [{ item, name, fullName: null, aliases: [] }];
    const fullName = item.get('全称');
    const written = item.get('别名');
    const aliases = isSeq(written) ? written.items.map(nameOf) : [written];
    return [
      {
        item,
        name,
        fullName: typeof fullName === 'string' ? fullName : null,
        aliases: aliases.filter((one) => typeof one === 'string'),
      },
    ];
  });
}

function entryNamed(source: Source, name: string): Entry | undefined {
  return entriesOf(source).find((entry) => entry.name === name);
}

/** Takes an entry out. What somebody remarked inside it stays, as remarks on lines of their own. */
function removeEntry(text: string, name: string): TextEdit | null {
  const source = open(text);
  const entry = source && entryNamed(source, name);
  const list = source && listOf(source);
  if (!entry || !isSeq(list)) return null;
  if (list.flow) return removeFlowItem(source, list, entry.item);
  const dash = text.lastIndexOf('-', startOf(entry.item) - 1);
  const from = text.lastIndexOf('\n', dash) + 1;
  const end = endOfLine(source, lastTextEnd(entry.item));
  const remarks = remarksIn(entry.item).filter((remark) => text.slice(from, end).includes(`#${remark}`));
  const indent = ' '.repeat(columnOf(source, dash));
  const kept = remarks.map((remark) => `${indent}#${remark}${source.eol}`).join('');
  const next = /\r?\n/y;
  next.lastIndex = end;
  const to = end + (next.exec(text)?.[0].length ?? 0);
  return { range: rangeAt(from, to, source.counter), newText: kept };
}

function removeFlowItem(source: Source, list: YAMLSeq, item: Node): TextEdit {
  const at = list.items.indexOf(item);
  const [before, after] = [list.items[at - 1], list.items[at + 1]];
  const from = isNode(before) ? endOf(before) : startOf(item);
  const to = !isNode(before) && isNode(after) ? startOf(after) : endOf(item);
  return { range: rangeAt(from, to, source.counter), newText: '' };
}

function remarksIn(item: Node): readonly string[] {
  const remarks: string[] = [];
  visit(item, {
    Node(_key, node) {
      for (const comment of [node.commentBefore, node.comment]) if (comment) remarks.push(...comment.split('\n'));
    },
  });
  return remarks;
}

/** Gives an entry another of its names; one that was its alias changes places with the name. */
function renameEntry(text: string, from: string, to: string): readonly TextEdit[] {
  const source = open(text);
  const entry = source && entryNamed(source, from);
  if (!entry) return [];
  const { item } = entry;
  if (!isMap(item)) return [replace(source, item, quoted(to))];
  const name = pairOf(item, '名称')?.value;
  if (!isNode(name)) return [];
  const edits = [replace(source, name, quoted(to))];
  const written = pairOf(item, '别名')?.value;
  const alias = isSeq(written) ? written.items.find((one) => nameOf(one) === to) : written;
  if (isScalar(alias) && alias.value === to) edits.push(replace(source, alias, quoted(from)));
  return edits;
}
