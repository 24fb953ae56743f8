import { expandBraces } from './braces';
import baseTable from './base.tsv';
import centralTable from './central.tsv';
import formerTable from './former.tsv';
import type { UnitEntry, UnitKind } from './model';

/** In which of its forms a body was named. */
export type NameForm = 'name' | 'alias' | 'full-name' | 'former-name';

export interface BaseHit {
  readonly entry: UnitEntry;
  readonly form: NameForm;
}

/** The bodies found all over the country, without level prefixes, and an index of every way to write them. */
export interface Base {
  readonly entries: readonly UnitEntry[];
  find(core: string): BaseHit | undefined;
  /** Every written form, for suggestions; obsolete ones are left out. */
  forms(): readonly string[];
  /** The same without the ministries, which no place prefix goes with. */
  regionalForms(): readonly string[];
}

interface Row {
  readonly kind: UnitKind;
  readonly columns: readonly string[];
  readonly isFormer: boolean;
}

/*
 * The index maps a written form to row × 8 + how it is written. Plain numbers, and entries made when they are first asked
 * for: the command line reads the tables at every start.
 */
const formsByCode: readonly NameForm[] = ['name', 'alias', 'full-name', 'former-name'];
const [asName, asAlias, asFullName, asFormer, asKin] = [0, 1, 2, 3, 4];
const width = 8;

/** Reads the tables that ship with Plandoc: a few milliseconds, so make one and hand it to every register. */
export function createBase(): Base {
  const rows: Row[] = [];
  const index = new Map<string, number>();
  readTable(baseTable, false, rows);
  readTable(centralTable, false, rows);
  readTable(formerTable, true, rows);
  for (let row = 0; row < rows.length; row++) indexRow(rows[row]!, row * width, index);
  for (let row = 0; row < rows.length; row++) indexWithoutParty(rows[row]!, row * width, index);
  const made = new Map<string, UnitEntry>();
  const madeOf = (row: number): UnitEntry => remembered(made, `#${row}`, () => entryOf(rows[row]!));
  const formsWhere = (accepts: (row: Row) => boolean): readonly string[] =>
    [...index.keys()].filter((form) => accepts(rows[Math.floor(index.get(form)! / width)]!));
  let forms: readonly string[] | undefined;
  let regional: readonly string[] | undefined;
  let entries: readonly UnitEntry[] | undefined;
  return {
    get entries() {
      return (entries ??= rows.map((_, row) => madeOf(row)).filter((entry) => entry.name !== ''));
    },
    find(core) {
      const code = index.get(core);
      if (code === undefined) return undefined;
      const row = Math.floor(code / width);
      const form = code % width;
      if (form !== asKin) return { entry: madeOf(row), form: formsByCode[form]! };
      return { entry: remembered(made, core, () => plainEntry(core, rows[row]!.kind)), form: 'name' };
    },
    forms: () => (forms ??= formsWhere((row) => !row.isFormer)),
    regionalForms: () => (regional ??= formsWhere((row) => !row.isFormer && row.kind !== 'central')),
  };
}

/** An entry of which nothing but name and kind is known. */
export function plainEntry(name: string, kind: UnitKind): UnitEntry {
  return { name, kind, aliases: [], formerNames: [], origin: 'base' };
}

function remembered(made: Map<string, UnitEntry>, key: string, make: () => UnitEntry): UnitEntry {
  let entry = made.get(key);
  if (!entry) made.set(key, (entry = make()));
  return entry;
}

/** A line `@kind` governs the rows below it; `#` begins a remark. */
function readTable(table: string, isFormer: boolean, rows: Row[]): void {
  let kind: UnitKind = 'gov-dept';
  for (const line of table.split('\n')) {
    // The tables are our own; a test sees that each kind named in them exists.
    if (line.startsWith('@')) kind = line.slice(1).trim() as UnitKind;
    else if (line !== '' && !line.startsWith('#')) rows.push({ kind, columns: line.split('\t'), isFormer });
  }
}

function indexRow({ columns, isFormer }: Row, code: number, index: Map<string, number>): void {
  const [name = '', fullName = '', names = ''] = columns;
  add(index, name, code + (isFormer ? asFormer : asName));
  add(index, fullName, code + (isFormer ? asFormer : asFullName));
  const kinAt = names.indexOf('//');
  const aliases = listed(kinAt < 0 ? names : names.slice(0, kinAt));
  for (const alias of aliases) add(index, alias, code + (isFormer ? asFormer : asAlias));
  if (kinAt >= 0) for (const kin of listed(names.slice(kinAt + 2))) add(index, kin, code + asKin);
}

/** 委组织部 is 组织部 among its own; after all others, as 信访局 is the government's before it is the party's. */
function indexWithoutParty({ kind, columns }: Row, code: number, index: Map<string, number>): void {
  if (!kind.startsWith('party-')) return;
  for (const form of [columns[0] ?? '', ...listed((columns[2] ?? '').split('//')[0]!)]) {
    if (form.startsWith('委') && form.length > 3) add(index, form.slice(1), code + asAlias);
  }
}

function add(index: Map<string, number>, form: string, code: number): void {
  if (form !== '' && !index.has(form)) index.set(form, code);
}

/**
 * Columns of bodies that exist: 名称, 全称, 别名 `//` 同类机构 (bodies of the field without a row of their own), 备注; of
 * those that are gone: 名称, 全称, 别名, the first year without it, 承接, 备注.
 */
function entryOf({ kind, columns, isFormer }: Row): UnitEntry {
  const [name = '', fullName = '', names = '', ...rest] = columns;
  const [year = '', successor = ''] = rest;
  const note = (isFormer ? rest[2] : rest[0]) ?? '';
  return {
    name,
    ...(fullName !== '' && { fullName }),
    kind,
    aliases: listed(names.split('//')[0]!),
    formerNames: [],
    ...(isFormer && { abolished: Number(year), successor }),
    ...(note !== '' && { note }),
    origin: 'base',
  };
}

function listed(text: string): string[] {
  const forms: string[] = [];
  if (text !== '') for (const item of text.split(';')) for (const form of expandBraces(item)) forms.push(form);
  return forms;
}
