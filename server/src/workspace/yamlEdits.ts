import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

import type { TextEdit } from '../core/text/position';
import { isTooDeep, rangeAt } from './yamlProblems';

/** A file as it stands: edits only ever insert into it or replace one scalar, so comments and order stay. */
export interface Source {
  readonly text: string;
  readonly counter: LineCounter;
  readonly top: Node | null;
  readonly eol: string;
}

/** Reads a register to be edited; `null` where it is no YAML to speak of. */
export function open(text: string): Source | null {
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

/** An item of a list as YAML: on one line, or over several lines set in by `indent` under its dash. */
export type Item = (indent: string | null) => string;

/** Adds items to a list, in the way the list is written. */
export function addItems(source: Source, list: YAMLSeq, items: readonly Item[]): TextEdit | null {
  const last = list.items.at(-1);
  if (list.flow) {
    const close = source.text.lastIndexOf(']', endOf(list));
    if (close < startOf(list)) return null;
    const written = items.map((item) => item(null)).join(', ');
    if (!isNode(last)) return insertAt(source, close, written);
    return insertAt(source, endOf(last), `, ${written}`);
  }
  if (!isNode(last)) return null;
  const lineStart = source.text.lastIndexOf('\n', startOf(last) - 1) + 1;
  const indent = /^[ ]*(?=-)/u.exec(source.text.slice(lineStart))?.[0] ?? ' '.repeat(columnOf(source, startOf(list)));
  return insertAt(
    source,
    endOfLine(source, lastTextEnd(last)),
    `${source.eol}${blockItems(items, indent, source.eol)}`,
  );
}

/** Items of a block list, without a line break behind the last. */
export function blockItems(items: readonly Item[], indent: string, eol: string): string {
  return items.map((item) => `${indent}- ${item(`${indent}  `)}`).join(eol);
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

export function nameOf(item: unknown): unknown {
  if (isScalar(item)) return item.value;
  return isMap(item) ? item.get('名称') : undefined;
}

export function has(list: YAMLSeq, name: string): boolean {
  return list.items.some((item) => nameOf(item) === name);
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null);
}

export const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
export const endOf = (node: unknown): number => (isNode(node) ? (node.range?.[1] ?? 0) : 0);

/** Where the last written character of a node stands: the range of a block runs on to the next line. */
export function lastTextEnd(node: unknown): number {
  if (isMap(node) && !node.flow) {
    const pair = node.items.at(-1);
    return pair ? Math.max(endOf(pair.key), isEmpty(pair.value) ? 0 : lastTextEnd(pair.value)) : endOf(node);
  }
  if (isSeq(node) && !node.flow && node.items.length > 0) return lastTextEnd(node.items.at(-1));
  return endOf(node);
}

/** The end of the line that `offset` stands in, its remark included. A block scalar ends behind its line break. */
export function endOfLine({ text }: Source, offset: number): number {
  const from = offset > 0 && text[offset - 1] === '\n' ? offset - 1 : offset;
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

export function colonEnd({ text }: Source, offset: number): number {
  const colon = text.indexOf(':', offset);
  return colon < 0 ? offset : colon + 1;
}

export function columnOf({ text }: Source, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

export function insertAt(source: Source, offset: number, newText: string): TextEdit {
  return { range: rangeAt(offset, offset, source.counter), newText };
}

export function replace(source: Source, node: Node, newText: string): TextEdit {
  return { range: rangeAt(startOf(node), endOf(node), source.counter), newText };
}

/** As YAML: names as they are usually written need no quotes. */
export function quoted(name: string): string {
  return /^\p{Script=Han}[\p{Script=Han}\p{Letter}\d（）“”·—-]*$/u.test(name) ? name : JSON.stringify(name);
}
