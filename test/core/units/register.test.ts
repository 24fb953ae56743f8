import assert from 'node:assert/strict';

import type { UnitEntry } from '../../../server/src/core/units/model';
import { createRegister } from '../../../server/src/core/units/register';
import { retirementOf } from '../../../server/src/core/units/retired';
import { KNOWN_NAMES, namesIn, WRONG_NAMES } from './names';

const register = createRegister();

function checkResolved(name: string, how: string, entry: string | null, prefix = ''): void {
  const found = register.resolve(name);
  assert.deepEqual(
    { name, how: found.how, entry: found.entry?.name ?? null, prefix: found.prefix },
    { name, how, entry, prefix },
  );
}

function checkSuggested(name: string, first: string): void {
  assert.equal(register.resolve(name).how, 'unknown', `${name} 应是未知单位`);
  const suggestions = register.suggest(name);
  assert.equal(suggestions[0], first, name);
  assert.ok(suggestions.length <= 5);
  assert.equal(new Set(suggestions).size, suggestions.length, '候选不应重复');
}

function local(name: string, rest: Partial<UnitEntry> = {}): UnitEntry {
  return { name, kind: 'gov-dept', aliases: [], formerNames: [], origin: 'local', ...rest };
}

describe('单位名录：认名称 register: resolving', () => {
  it('带级别、地名的机构 levels and places', () => {
    checkResolved('司法局', 'exact', '司法局');
    checkResolved('区司法局', 'prefix-restored', '司法局', '区');
    checkResolved('海州区司法局', 'prefix-restored', '司法局', '海州区');
    checkResolved('省司法厅', 'prefix-restored', '司法局', '省');
    checkResolved('发改局', 'alias', '发改委');
    checkResolved('人力资源和社会保障局', 'full-name', '人社局');
    checkResolved('县人力社保局', 'prefix-restored', '人社局', '县');
    checkResolved('市高新区建设局', 'prefix-restored', '住建局', '市高新区');
    checkResolved('市政府国资委', 'prefix-restored', '国资委', '市政府');
  });

  it('党委机构 bodies of the party', () => {
    checkResolved('区委组织部', 'prefix-restored', '委组织部', '区');
    checkResolved('市委组织部（人才办）', 'prefix-restored', '委组织部', '市');
    checkResolved('高新区党工委组织部', 'prefix-restored', '委组织部', '高新区');
    checkResolved('旗委依法治旗办', 'prefix-restored', '委依法治区办', '旗');
    checkResolved('区委全面依法治区委员会办公室', 'prefix-restored', '委依法治区办', '区');
    checkResolved('区委', 'prefix-restored', '委', '区');
    assert.equal(register.resolve('委').how, 'unknown');
    checkResolved('团区委', 'alias', '团委');
  });

  it('省略级别的地名、派出机构 elided places and branches', () => {
    checkResolved('海州公安分局', 'branch', '公安分局', '海州');
    checkResolved('海州生态环境局', 'prefix-restored', '生态环境局', '海州');
    checkResolved('平潭海关', 'prefix-restored', '海关', '平潭');
    checkResolved('市自然资源和规划局海州分局', 'branch', '自然资源和规划分局', '市');
    checkResolved('人行南充市分行', 'branch', '中国人民银行');
    checkResolved('中国移动南充分公司', 'branch', '中国移动');
    checkResolved('市公安局交警支队', 'branch', '公安局', '市');
  });

  it('自成一家的机构 names of their own', () => {
    const found = register.resolve('区智慧岛公司');
    assert.equal(found.how, 'pattern');
    assert.equal(found.entry?.kind, 'enterprise');
    assert.equal(register.resolve('区智慧岛公司').entry, found.entry, '同名应得同一条目');
    assert.equal(register.resolve('县现代农业与康养产业平台').how, 'pattern');
    assert.equal(register.resolve('市人工智能产业工作专班').entry?.kind, 'coordination');
  });

  it('各地真实写法都认得 names of other places', () => {
    for (const [region, table] of Object.entries(KNOWN_NAMES)) {
      const unknown = namesIn(table).filter((name) => register.resolve(name).how === 'unknown');
      assert.deepEqual(unknown, [], region);
    }
    assert.ok(namesIn(Object.values(KNOWN_NAMES).join(' ')).length >= 700);
  });

  it('错写与不成名称的都不认 misspelt names stay unknown', () => {
    const names = namesIn(WRONG_NAMES);
    assert.ok(names.length >= 150);
    assert.deepEqual(
      names.filter((name) => register.resolve(name).how !== 'unknown'),
      [],
    );
  });

  it('集合称谓没有条目 collectives have no entry', () => {
    checkResolved('区各有关部门', 'collective', null);
    checkResolved('各镇（街）', 'collective', null);
    const own = createRegister([], { collectives: ['网格员队伍'] });
    assert.equal(own.resolve('网格员队伍').how, 'collective');
  });

  it('单元格里的空白不算 spaces are ignored', () => {
    assert.equal(register.resolve('区 司法局').entry?.name, '司法局');
    assert.equal(register.resolve('').how, 'unknown');
  });
});

describe('单位名录：撤销与更名 register: bodies that are gone', () => {
  it('给出年份和承接 year and successor', () => {
    assert.deepEqual(retirementOf(register.resolve('区法制办')), { since: 2019, successor: '区司法局' });
    assert.deepEqual(retirementOf(register.resolve('区环保局')), { since: 2019, successor: '区生态环境局' });
    assert.deepEqual(retirementOf(register.resolve('大通运管所')), {
      since: 2021,
      successor: '大通交通运输综合行政执法大队',
    });
    assert.equal(retirementOf(register.resolve('区司法局')), null);
    assert.equal(retirementOf(register.resolve('区数据资源管理局')), null);
  });

  it('本地曾用名 former names of local units', () => {
    const own = createRegister([local('区审批局', { formerNames: [{ name: '区政务局', until: 2020 }] })]);
    assert.equal(own.resolve('区政务局').how, 'former-name');
    assert.deepEqual(retirementOf(own.resolve('区政务局')), { since: 2020, successor: '区审批局' });
  });

  it('只写承接也算撤销 a successor alone', () => {
    const own = createRegister([local('区行政服务中心', { successor: '区行政审批局' })]);
    assert.deepEqual(retirementOf(own.resolve('区行政服务中心')), { since: null, successor: '区行政审批局' });
  });

  it('不推荐已撤销的机构 they are not suggested', () => {
    for (const name of namesIn(WRONG_NAMES)) {
      for (const suggestion of register.suggest(name)) assert.equal(retirementOf(register.resolve(suggestion)), null);
    }
  });
});

describe('单位名录：近似名称 register: suggestions', () => {
  it('保留写下的级别和地名 keep the typed prefix', () => {
    checkSuggested('区司发局', '区司法局');
    checkSuggested('区发该委', '区发改委');
    checkSuggested('区财证局', '区财政局');
    checkSuggested('区人设局', '区人社局');
    checkSuggested('区应急菅理局', '区应急管理局');
    checkSuggested('海州公安局分局', '海州公安分局');
    checkSuggested('区委全面推进依法治区委员会', '区委全面依法治区委员会');
    checkSuggested('区组织部', '区委组织部');
    checkSuggested('海州区司发局', '海州区司法局');
    checkSuggested('区政务服物中心', '区政务服务中心');
  });

  it('认得的名称没有候选 nothing for known names', () => {
    assert.deepEqual(register.suggest('区司法局'), []);
    assert.deepEqual(register.suggest('天马行空局'), []);
  });

  it('候选本身都认得 every suggestion is known', () => {
    for (const name of namesIn(WRONG_NAMES)) {
      for (const suggestion of register.suggest(name)) {
        assert.notEqual(register.resolve(suggestion).how, 'unknown', `${name} → ${suggestion}`);
      }
    }
  });

  it('仅凭构词认得的，只与本地名称比 pattern names are compared with local ones', () => {
    const own = createRegister([local('区城市运行中心')]);
    assert.equal(own.resolve('区城市运营中心').how, 'pattern');
    assert.deepEqual(own.suggest('区城市运营中心'), ['区城市运行中心']);
    assert.deepEqual(register.suggest('区城市运营中心'), []);
  });

  it('本地名称在先 local names first', () => {
    const own = createRegister([local('区司发委')]);
    assert.equal(own.suggest('区司发局')[0], '区司发委');
  });
});

describe('单位名录：本地名录 register: local units', () => {
  const own = createRegister(
    [
      local('区司法局', { fullName: '连云港市海州区司法局', aliases: ['区司发局'] }),
      local('区怪兽局'),
      local('区政务办', { abolished: 2020, successor: '区审批局' }),
    ],
    { place: '海州区', level: '区' },
  );

  it('优先于基础名册 before the base', () => {
    for (const [name, how] of [
      ['区司法局', 'exact'],
      ['区司发局', 'alias'],
      ['连云港市海州区司法局', 'full-name'],
      ['司法局', 'prefix-restored'],
      ['海州区司法局', 'prefix-restored'],
      ['怪兽局', 'prefix-restored'],
      ['海州区怪兽局', 'prefix-restored'],
    ] as const) {
      const found = own.resolve(name);
      assert.equal(found.how, how, name);
      assert.equal(found.entry?.origin, 'local', name);
    }
    assert.equal(own.resolve('区财政局').entry?.origin, 'base');
    assert.equal(own.hasLocal, true);
    assert.equal(register.hasLocal, false);
  });

  it('本地撤销 abolished locally', () => {
    assert.deepEqual(retirementOf(own.resolve('区政务办')), { since: 2020, successor: '区审批局' });
  });
});

describe('单位名录：速度 register: speed', () => {
  it('读表、认名称、找近似都在毫秒之内 within milliseconds', () => {
    const started = performance.now();
    createRegister().resolve('区司法局');
    const read = performance.now() - started;
    const names = namesIn(WRONG_NAMES);
    const fresh = createRegister();
    fresh.suggest('区司发局');
    const before = performance.now();
    for (const name of names) fresh.suggest(name);
    const each = (performance.now() - before) / names.length;
    // Far above what is measured, so that a busy machine does not fail; an accidental square would.
    assert.ok(read < 60, `读表 ${read.toFixed(1)} ms`);
    assert.ok(each < 10, `近似 ${each.toFixed(2)} ms`);
  });
});
