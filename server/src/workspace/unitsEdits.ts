import type { Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isNode, isScalar, isSeq } from 'yaml';

import type { TextEdit } from '../core/text/position';
import { KIND_NAMES } from '../core/units/kinds';
import type { UnitKind } from '../core/units/model';
import {
  addItems,
  blockItems,
  colonEnd,
  columnOf,
  endOf,
  endOfLine,
  has,
  insertAt,
  isEmpty,
  nameOf,
  open,
  pairOf,
  quoted,
  replace,
  startOf,
  type Item,
  type Source,
} from './yamlEdits';

/** A unit to be registered. `kind`: written as 类别; `null` leaves it out. */
export interface NewUnit {
  readonly name: string;
  readonly kind?: UnitKind | null;
  readonly aliases?: readonly string[];
}

/**
 * The edit that adds `name` to the register; `text` is empty where there is no file yet. `null` if it is registered
 * already, or the file is not one that a unit can be added to.
 */
export function addUnitEdit(text: string, name: string): TextEdit | null {
  return addUnitsEdit(text, [{ name }]);
}

/** The edit that adds those of `units` that are not registered by their names; `null` as for `addUnitEdit`. */
export function addUnitsEdit(text: string, units: readonly NewUnit[]): TextEdit | null {
  const source = open(text);
  if (!source) return null;
  const fresh = missing(source, units);
  if (fresh.length === 0) return null;
  return addToRegister(
    source,
    fresh.map((unit) => itemOf(unit, source.eol)),
  );
}

/** Those of `units` that no entry is named after, each once. */
export function missingUnits<U extends NewUnit>(text: string, units: readonly U[]): readonly U[] {
  const source = open(text);
  return source ? missing(source, units) : [];
}

function missing<U extends NewUnit>(source: Source, units: readonly U[]): readonly U[] {
  const list = listOf(source);
  const names = new Set<unknown>(isSeq(list) ? list.items.map(nameOf) : []);
  return units.filter(({ name }) => !names.has(name) && names.add(name));
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
  return addToRegister(source, [() => `{名称: ${quoted(entryName)}, 别名: [${quoted(alias)}]}`]);
}

/** The list of units: the value of 单位, or the whole file. */
export function listOf({ top }: Source): unknown {
  return isMap(top) ? pairOf(top, '单位')?.value : top;
}

function itemOf({ name, kind, aliases = [] }: NewUnit, eol: string): Item {
  const parts = [`名称: ${quoted(name)}`];
  if (kind) parts.push(`类别: ${KIND_NAMES[kind].zh}`);
  if (aliases.length > 0) parts.push(`别名: [${aliases.map(quoted).join(', ')}]`);
  if (parts.length === 1) return () => quoted(name);
  return (indent) => (indent === null ? `{${parts.join(', ')}}` : parts.join(eol + indent));
}

/** Adds items behind the last unit. */
function addToRegister(source: Source, items: readonly Item[]): TextEdit | null {
  const { top, eol } = source;
  if (top === null) return appendList(source, items);
  if (isSeq(top)) return addItems(source, top, items);
  if (!isMap(top)) return null;
  const pair = pairOf(top, '单位');
  if (!pair) return top.flow ? null : appendList(source, items);
  if (isSeq(pair.value)) return addItems(source, pair.value, items);
  if (isEmpty(pair.value))
    return insertAt(source, endOfLine(source, endOf(pair.key)), `${eol}${blockItems(items, '  ', eol)}`);
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
  if (isSeq(pair.value)) return has(pair.value, alias) ? null : addItems(source, pair.value, [() => quoted(alias)]);
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

function appendList(source: Source, items: readonly Item[]): TextEdit {
  const { text, eol } = source;
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  return insertAt(source, text.length, `${before}单位:${eol}${blockItems(items, '  ', eol)}${eol}`);
}
