import assert from 'node:assert/strict';

import { createBase } from '../../../server/src/core/units/base';
import baseTable from '../../../server/src/core/units/base.tsv';
import { expandBraces } from '../../../server/src/core/units/braces';
import centralTable from '../../../server/src/core/units/central.tsv';
import formerTable from '../../../server/src/core/units/former.tsv';
import { KIND_NAMES, kindNamed } from '../../../server/src/core/units/kinds';
import { createRegister } from '../../../server/src/core/units/register';

const tables = [baseTable, centralTable, formerTable];

describe('基础名册的数据 the tables of the base register', () => {
  it('类别都存在 every kind exists', () => {
    for (const table of tables) {
      for (const [, kind] of table.matchAll(/^@(.*)$/gm))
        assert.ok(kind !== undefined && Object.hasOwn(KIND_NAMES, kind), kind);
    }
    assert.equal(kindNamed('派出机构'), 'dispatched');
    assert.equal(kindNamed('gov-dept'), 'gov-dept');
    assert.equal(kindNamed('toString'), null);
  });

  it('总量不超过 30 KB small enough for the command line', () => {
    const bytes = tables.reduce((sum, table) => sum + new TextEncoder().encode(table).length, 0);
    assert.ok(bytes < 30_000, `${bytes} 字节`);
  });

  it('名称不重复，写法不含花括号 names are unique and fully expanded', () => {
    const base = createBase();
    const names = base.entries.map((entry) => entry.name);
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    );
    for (const form of base.forms()) assert.match(form, /^[^{}\s;\t]+$/u);
  });

  it('撤销的机构有年份，承接的机构认得 former bodies name a known successor', () => {
    const register = createRegister();
    for (const entry of createBase().entries.filter((candidate) => candidate.abolished !== undefined)) {
      assert.ok(entry.abolished! >= 2008 && entry.abolished! <= 2026, entry.name);
      assert.notEqual(register.resolve(entry.successor ?? '').how, 'unknown', `${entry.name} → ${entry.successor}`);
    }
  });

  it('每个写法都指向它的条目 every entry is found under its name', () => {
    const base = createBase();
    for (const entry of base.entries) assert.equal(base.find(entry.name)?.entry.name, entry.name);
  });

  it('花括号 braces', () => {
    assert.deepEqual(expandBraces('{甲,乙}丙{丁,}'), ['甲丙丁', '甲丙', '乙丙丁', '乙丙']);
    assert.deepEqual(expandBraces('甲{乙'), ['甲{乙']);
  });
});
