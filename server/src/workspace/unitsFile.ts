import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type * as z from 'zod/mini';

import type { FileProblem } from '../core/rules/project';
import type { Message } from '../core/text/locale';
import { kindNamed } from '../core/units/kinds';
import type { UnitEntry } from '../core/units/model';
import { likelyKind } from '../core/units/likelyKind';
import type { RegisterContext } from '../core/units/register';
import type { Former, Names, Unit, Year } from './unitsSchema';
import { ENTRY_KEYS, levelSchema, nameSchema, namesSchema, TOP_KEYS, unitSchema, VALUE_MESSAGES } from './unitsSchema';
import { isMisread, isTooDeep, notUtf8 } from './yamlProblems';
import { YamlReader, type Path } from './yamlReader';

export { addAliasEdit, addUnitEdit } from './unitsEdits';

/** What a `units.yaml` says, and what is wrong with it. */
export interface UnitsFile {
  readonly entries: readonly UnitEntry[];
  readonly context: RegisterContext;
  readonly problems: readonly FileProblem[];
}

const largest = 5 * 1024 * 1024;

/**
 * Reads the text of a `units.yaml`. Never throws: whatever is wrong becomes a problem with its place, and every entry that
 * can be read is used. `uri` goes into the entries as their source.
 */
export function readUnitsFile(text: string, uri: string): UnitsFile {
  if (text.length > largest)
    return refused({ zh: '名录超过 5 MB，不予读取。', en: 'The register is larger than 5 MB and is not read.' });
  if (isMisread(text)) return refused(notUtf8);
  if (isTooDeep(text)) return refused(tooDeep);
  try {
    return new Reader(text, uri).read();
  } catch {
    // The parser recurses and may run out of stack in ways the look ahead did not foresee.
    return refused(tooDeep);
  }
}

const tooDeep: Message = { zh: '名录的结构过于复杂，无法读取。', en: 'The register is too deeply nested to be read.' };

function refused(message: Message): UnitsFile {
  const start = { line: 0, character: 0 };
  return { entries: [], context: {}, problems: [{ range: { start, end: start }, message, severity: 'error' }] };
}

/** One reading of one file: the document, and what has been found so far. */
class Reader extends YamlReader {
  private readonly entries: UnitEntry[] = [];
  private readonly owners = new Map<string, string>();

  constructor(
    text: string,
    private readonly uri: string,
  ) {
    super(text, VALUE_MESSAGES, VALUE_MESSAGES['text-expected']);
  }

  read(): UnitsFile {
    const top = this.document.contents;
    let context: RegisterContext = {};
    if (isSeq(top)) this.readUnits([]);
    else if (isMap(top)) context = this.readMapping();
    else if (top !== null && !(isScalar(top) && top.value === null)) {
      this.report([], {
        zh: '名录应是“地区”“单位”等键，或者单位的列表。',
        en: 'A register is a mapping with 地区, 单位 and so on, or a list of units.',
      });
    }
    return { entries: this.entries, context, problems: this.found() };
  }

  private readMapping(): RegisterContext {
    this.checkKeys([], TOP_KEYS);
    const place = this.readValue(['地区'], nameSchema);
    const level = this.readValue(['级别'], levelSchema);
    const collectives = this.readValue(['集合称谓'], namesSchema);
    if (isSeq(this.document.getIn(['单位'], true))) this.readUnits(['单位']);
    else if (this.valueAt(['单位']) !== null) {
      this.report(['单位'], {
        zh: '“单位”应是列表，每项以“- ”开头。',
        en: '“单位” is a list; each item begins with “- ”.',
      });
    }
    return {
      ...(place !== null && { place }),
      ...(level !== null && { level: prefixOfLevel(level, place) }),
      ...(collectives !== null && { collectives: asList(collectives) }),
    };
  }

  private readUnits(path: Path): void {
    const list = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    if (!isSeq(list)) return;
    for (let i = 0; i < list.items.length; i++) this.readUnit([...path, i]);
  }

  private readUnit(path: Path): void {
    const value = this.valueAt(path);
    if (value === undefined) return;
    if (typeof value === 'string') {
      const name = this.checked(path, value, nameSchema);
      if (name !== null) this.add(path, { 名称: name });
    } else if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.report(path, VALUE_MESSAGES['unit-expected']);
    } else this.readWritten(path, value as Readonly<Record<string, unknown>>);
  }

  /** A unit written out: a key that is wrong is told and left out, the rest counts. */
  private readWritten(path: Path, value: Readonly<Record<string, unknown>>): void {
    if (!('名称' in value)) {
      this.report(path, VALUE_MESSAGES['name-missing']);
      return;
    }
    this.checkKeys(path, ENTRY_KEYS);
    const sound: Record<string, unknown> = {};
    const parts: readonly (readonly [string, z.ZodMiniType])[] = Object.entries(unitSchema.shape);
    for (const [key, schema] of parts) {
      if (value[key] === undefined || value[key] === null) continue;
      const part = this.checked([...path, key], value[key], schema);
      if (part !== null) sound[key] = part;
    }
    // Each part has been through its own schema just above.
    const unit = sound as Partial<Unit>;
    if (unit.名称 !== undefined) this.add(path, { ...unit, 名称: unit.名称 });
    else if (value['名称'] === null) this.report([...path, '名称'], VALUE_MESSAGES['name-missing']);
  }

  private add(path: Path, unit: Unit): void {
    const nameNode = this.document.getIn([...path, '名称'], true);
    const namePath = isNode(nameNode) ? [...path, '名称'] : path;
    if (!this.claim(namePath, unit.名称, unit.名称)) return;
    const aliases = asList(unit.别名).filter((alias) => this.claim([...path, '别名'], alias, unit.名称));
    if (unit.全称 !== undefined && unit.全称 !== unit.名称) this.owners.set(unit.全称, unit.名称);
    this.entries.push({
      name: unit.名称,
      ...(unit.全称 !== undefined && { fullName: unit.全称 }),
      kind: (unit.类别 === undefined ? null : kindNamed(unit.类别)) ?? likelyKind(unit.名称),
      aliases,
      ...(unit.拼音 !== undefined && { pinyin: asList(unit.拼音).map((key) => key.toLowerCase()) }),
      formerNames: formerNames(unit.曾用名),
      ...(unit.承接 !== undefined && { successor: unit.承接 }),
      ...(unit.撤销 !== undefined && { abolished: yearOf(unit.撤销) }),
      ...(unit.备注 !== undefined && { note: unit.备注 }),
      origin: 'local',
      source: { uri: this.uri, range: this.rangeOf(namePath) },
    });
  }

  /** Notes that `name` belongs to `owner`; false, and a problem, if it is taken. */
  private claim(path: Path, name: string, owner: string): boolean {
    const before = this.owners.get(name);
    if (before === undefined) {
      this.owners.set(name, owner);
      return true;
    }
    const message: Message =
      before === owner
        ? { zh: `“${name}”写了两次。`, en: `“${name}” occurs twice.` }
        : { zh: `“${name}”已登记为“${before}”的名称。`, en: `“${name}” is already a name of “${before}”.` };
    this.report(path, message, 'warning');
    return false;
  }
}

/** A tier (县级) says less than the name of the place: a 区 is of the county tier, and its bodies carry 区. */
function prefixOfLevel(level: string, place: string | null): string {
  if (!level.endsWith('级')) return level;
  const last = place?.at(-1) ?? '';
  return /[省市区县旗盟州镇乡]/u.test(last) ? last : level.slice(0, -1);
}

function asList(names: Names | undefined): readonly string[] {
  if (names === undefined) return [];
  return typeof names === 'string' ? [names] : names;
}

function formerNames(value: Former | readonly Former[] | undefined): UnitEntry['formerNames'] {
  if (value === undefined) return [];
  const list: readonly Former[] = Array.isArray(value) ? value : [value as Former];
  return list.map((former) =>
    typeof former === 'string'
      ? { name: former, until: null }
      : { name: former.名称, until: former.截至 === undefined ? null : yearOf(former.截至) },
  );
}

function yearOf(year: Year): number {
  return typeof year === 'number' ? year : Number.parseInt(year, 10);
}
