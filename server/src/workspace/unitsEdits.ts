import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

import type { TextEdit } from '../core/text/position';
import { isTooDeep, rangeAt } from './yamlProblems';

/** A file as it stands: edits only ever insert into it or replace one scalar, so comments and order stay. */
interface Source {
  readonly text: string;
  readonly counter: LineCounter;
  readonly top: Node | null;
  readonly eol: string;
}

/**
 * The edit that adds `name` to the register; `text` is empty where there is no file yet. `null` if it is registered
 * already, or the file is not one that a unit can be added to.
 */
export function addUnitEdit(text: string, name: string): TextEdit | null {
  const source = open(text);
  if (!source) return null;
  const list = listOf(source);
  return isSeq(list) && has(list, name) ? null : addToRegister(source, quoted(name));
}

/**
 * The edit that makes `alias` an alias of the unit `entryName`, which is registered along with it if it is not yet. `null`
 * if it is an alias already, or the file is not one that a unit can be added to.
 */
export function addAliasEdit(text: string, entryName: string, alias: string): TextEdit | null {
  const source = open(text);
  if (!source) return null;
  const list = listOf(source);
  for (const item of isSeq(list) ? list.items : []) {
    if (nameOf(item) !== entryName) continue;
    if (isMap(item)) return aliasInMap(source, item, alias);
    if (isScalar(item) && isSeq(list)) return aliasOfPlainName(source, list, item, alias);
  }
  return addToRegister(source, `{名称: ${quoted(entryName)}, 别名: [${quoted(alias)}]}`);
}

function listOf({ top }: Source): unknown {
  return isMap(top) ? pairOf(top, '单位')?.value : top;
}

/** Adds an item, written as YAML, behind the last unit. */
function addToRegister(source: Source, written: string): TextEdit | null {
  const { top } = source;
  if (top === null) return appendList(source, written);
  if (isSeq(top)) return addItem(source, top, written);
  if (!isMap(top)) return null;
  const pair = pairOf(top, '单位');
  if (!pair) return top.flow ? null : appendList(source, written);
  if (isSeq(pair.value)) return addItem(source, pair.value, written);
  if (isEmpty(pair.value)) return insertAt(source, endOfLine(source, endOf(pair.key)), `${source.eol}  - ${written}`);
  return null;
}

function aliasInMap(source: Source, item: YAMLMap, alias: string): TextEdit | null {
  const pair = pairOf(item, '别名');
  if (!pair) {
    const name = pairOf(item, '名称');
    const key = name?.key;
    if (!name || !isNode(key) || !isNode(name.value)) return null;
    const written = `别名: [${quoted(alias)}]`;
    if (item.flow) return insertAt(source, endOf(name.value), `, ${written}`);
    const indent = ' '.repeat(columnOf(source, startOf(key)));
    return insertAt(source, endOfLine(source, endOf(name.value)), source.eol + indent + written);
  }
  if (isSeq(pair.value)) return has(pair.value, alias) ? null : addItem(source, pair.value, quoted(alias));
  if (isEmpty(pair.value)) return insertAt(source, colonEnd(source, endOf(pair.key)), ` [${quoted(alias)}]`);
  if (!isScalar(pair.value) || pair.value.value === alias) return null;
  return replace(
    source,
    pair.value,
    `[${source.text.slice(startOf(pair.value), endOf(pair.value))}, ${quoted(alias)}]`,
  );
}

/** `- 区司法局` becomes a mapping; in one line where a remark follows, so that the remark keeps its unit. */
function aliasOfPlainName(source: Source, list: YAMLSeq, item: Scalar, alias: string): TextEdit {
  const written = source.text.slice(startOf(item), endOf(item));
  const rest = source.text.slice(endOf(item), endOfLine(source, endOf(item)));
  if (list.flow || rest.trim() !== '') return replace(source, item, `{名称: ${written}, 别名: [${quoted(alias)}]}`);
  const indent = ' '.repeat(columnOf(source, startOf(item)));
  return replace(source, item, `名称: ${written}${source.eol}${indent}别名: [${quoted(alias)}]`);
}

/** Adds an item to a list, in the way the list is written. */
function addItem(source: Source, list: YAMLSeq, written: string): TextEdit | null {
  const last = list.items.at(-1);
  if (list.flow) {
    const close = source.text.lastIndexOf(']', endOf(list));
    if (close < startOf(list)) return null;
    if (!isNode(last)) return insertAt(source, close, written);
    return insertAt(source, endOf(last), `, ${written}`);
  }
  if (!isNode(last)) return null;
  const lineStart = source.text.lastIndexOf('\n', startOf(last) - 1) + 1;
  const indent = /^[ ]*(?=-)/u.exec(source.text.slice(lineStart))?.[0] ?? ' '.repeat(columnOf(source, startOf(list)));
  return insertAt(source, endOfLine(source, lastTextEnd(last)), `${source.eol}${indent}- ${written}`);
}

function appendList(source: Source, written: string): TextEdit {
  const { text, eol } = source;
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  return insertAt(source, text.length, `${before}单位:${eol}  - ${written}${eol}`);
}

function open(text: string): Source | null {
  if (isTooDeep(text)) return null;
  const counter = new LineCounter();
  try {
    const { contents } = parseDocument(text, { lineCounter: counter, prettyErrors: false, keepSourceTokens: true });
    const top = isScalar(contents) && contents.value === null ? null : contents;
    return { text, counter, top, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  } catch {
    return null;
  }
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function nameOf(item: unknown): unknown {
  if (isScalar(item)) return item.value;
  return isMap(item) ? item.get('名称') : undefined;
}

function has(list: YAMLSeq, name: string): boolean {
  return list.items.some((item) => nameOf(item) === name);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null);
}

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
const endOf = (node: unknown): number => (isNode(node) ? (node.range?.[1] ?? 0) : 0);

/** Where the last written character of a node stands: the range of a block runs on to the next line. */
function lastTextEnd(node: unknown): number {
  if (isMap(node) && !node.flow) {
    const pair = node.items.at(-1);
    return pair ? Math.max(endOf(pair.key), isEmpty(pair.value) ? 0 : lastTextEnd(pair.value)) : endOf(node);
  }
  if (isSeq(node) && !node.flow && node.items.length > 0) return lastTextEnd(node.items.at(-1));
  return endOf(node);
}

/** The end of the line that `offset` stands in, its remark included. A block scalar ends behind its line break. */
function endOfLine({ text }: Source, offset: number): number {
  const from = offset > 0 && text[offset - 1] === '\n' ? offset - 1 : offset;
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function colonEnd({ text }: Source, offset: number): number {
  const colon = text.indexOf(':', offset);
  return colon < 0 ? offset : colon + 1;
}

function columnOf({ text }: Source, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function insertAt(source: Source, offset: number, newText: string): TextEdit {
  return { range: rangeAt(offset, offset, source.counter), newText };
}

function replace(source: Source, node: Node, newText: string): TextEdit {
  return { range: rangeAt(startOf(node), endOf(node), source.counter), newText };
}

/** As YAML: names as they are usually written need no quotes. */
function quoted(name: string): string {
  return /^\p{Script=Han}[\p{Script=Han}\p{Letter}\d（）“”·—-]*$/u.test(name) ? name : JSON.stringify(name);
}
