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
}

interface Row {
  readonly kind: UnitKind;
  readonly columns: readonly string[];
}

interface Slot {
  readonly row: number;
  readonly form: NameForm;
  /** A body of the same field without a row of its own: its entry is made when it is first asked for. */
  readonly own: boolean;
}

/** Reads the tables that ship with Plandoc. A few milliseconds; make one and hand it to every register. */
export function createBase(): Base {
  const entries: UnitEntry[] = [];
  const kinds: UnitKind[] = [];
  const index = new Map<string, Slot>();
  const add = (name: string, slot: Slot) => {
    if (name !== '' && !index.has(name)) index.set(name, slot);
  };
  for (const row of [...rowsOf(baseTable), ...rowsOf(centralTable)]) addCurrent(row, entries, kinds, add);
  for (const row of rowsOf(formerTable)) addFormer(row, entries, kinds, add);
  const made = new Map<string, UnitEntry>();
  return {
    entries: entries.filter((entry) => entry.name !== ''),
    find(core) {
      const slot = index.get(core);
      if (!slot) return undefined;
      if (!slot.own) return { entry: entries[slot.row]!, form: slot.form };
      let entry = made.get(core);
      if (!entry) made.set(core, (entry = plainEntry(core, kinds[slot.row]!)));
      return { entry, form: 'name' };
    },
    forms: () => [...index].filter(([, slot]) => entries[slot.row]!.abolished === undefined).map(([name]) => name),
  };
}

/** An entry of which nothing but name and kind is known. */
export function plainEntry(name: string, kind: UnitKind): UnitEntry {
  return { name, kind, aliases: [], formerNames: [], origin: 'base' };
}

type Add = (name: string, slot: Slot) => void;

/** Columns: 名称, 全称, 别名 `//` 同类机构, 备注. A row without a name only lists kindred bodies. */
function addCurrent({ kind, columns }: Row, entries: UnitEntry[], kinds: UnitKind[], add: Add): void {
  const [name = '', fullName = '', names = '', note = ''] = columns;
  const [aliasText = '', kinText = ''] = names.split('//');
  const aliases = listed(aliasText).filter((alias) => alias !== name && alias !== fullName);
  const row = entries.length;
  kinds.push(kind);
  entries.push({ name, ...(fullName && { fullName }), kind, aliases, formerNames: [], ...(note && { note }), origin: 'base' });
  add(name, { row, form: 'name', own: false });
  add(fullName, { row, form: 'full-name', own: false });
  for (const alias of aliases) add(alias, { row, form: 'alias', own: false });
  for (const kin of listed(kinText)) add(kin, { row, form: 'name', own: true });
}

/** Columns: 名称, 全称, 别名, the first year without it, 承接, 备注. */
function addFormer({ kind, columns }: Row, entries: UnitEntry[], kinds: UnitKind[], add: Add): void {
  const [name = '', fullName = '', names = '', year = '', successor = '', note = ''] = columns;
  const aliases = listed(names);
  const row = entries.length;
  kinds.push(kind);
  entries.push({
    name,
    ...(fullName && { fullName }),
    kind,
    aliases,
    formerNames: [],
    successor,
    abolished: Number(year),
    ...(note && { note }),
    origin: 'base',
  });
  for (const form of [name, fullName, ...aliases]) add(form, { row, form: 'former-name', own: false });
}

function listed(text: string): string[] {
  return text === '' ? [] : text.split(';').flatMap((item) => [...expandBraces(item)]);
}

function* rowsOf(table: string): Generator<Row> {
  let kind: UnitKind = 'gov-dept';
  for (const line of table.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    // The tables are our own; test/core/units/base.test.ts checks that each kind named in them exists.
    if (line.startsWith('@')) kind = line.slice(1).trim() as UnitKind;
    else yield { kind, columns: line.split('\t') };
  }
}
