import assert from 'node:assert/strict';

import type { TextEdit } from '../../server/src/core/text/position';
import { addAliasEdit, addUnitEdit, readUnitsFile } from '../../server/src/workspace/unitsFile';

const uri = 'file:///w/units.yaml';

/** Checks the names read, and the problems as “line:character Chinese text” (one-based line). */
function checkRead(text: string, names: readonly string[], problems: readonly (string | RegExp)[] = []): void {
  const file = readUnitsFile(text, uri);
  assert.deepEqual(
    file.entries.map((entry) => entry.name),
    names,
  );
  const found = file.problems.map(
    ({ range, message }) => `${range.start.line + 1}:${range.start.character} ${message.zh}`,
  );
  assert.equal(found.length, problems.length, found.join('\n'));
  problems.forEach((problem, i) => {
    if (typeof problem === 'string') assert.ok(found[i]!.startsWith(problem), `${found[i]}\n${problem}`);
    else assert.match(found[i]!, problem);
  });
  for (const { message } of file.problems) assert.match(message.en, /\.$/u);
}

/** The text after the edit, which must change something and be kept as it is when made again. */
function applied(text: string, edit: (text: string) => TextEdit | null): string | null {
  const made = edit(text);
  if (!made) return null;
  const lines = text.split('\n');
  const offset = ({ line, character }: TextEdit['range']['start']) =>
    lines.slice(0, line).reduce((sum, content) => sum + content.length + 1, 0) + character;
  const after = text.slice(0, offset(made.range.start)) + made.newText + text.slice(offset(made.range.end));
  assert.notEqual(after, text, '修改应有变化');
  assert.equal(edit(after), null, '再做一次应无变化');
  assert.deepEqual(readUnitsFile(after, uri).problems, []);
  return after;
}

function checkAdd(before: string, after: string | null): void {
  assert.equal(
    applied(before, (text) => addUnitEdit(text, '区发改局')),
    after,
  );
}

function checkAlias(before: string, after: string | null): void {
  assert.equal(
    applied(before, (text) => addAliasEdit(text, '区司法局', '区司发局')),
    after,
  );
}

describe('units.yaml：读取 reading', () => {
  it('全部键 every key', () => {
    const file = readUnitsFile(
      `地区: 海州区
级别: 区
集合称谓: [各片区, 网格员队伍]
单位:
  - 区司法局
  - 名称: 区行政审批局
    全称: 连云港市海州区行政审批局
    类别: 政府部门
    别名: [区审批局, 区政务办]
    拼音: QXZSP
    曾用名:
      - 区政务服务局
      - {名称: 区政务服务办, 截至: 2019年}
    备注: 与区政务办一个机构两块牌子
  - 名称: 区法制办
    承接: 区司法局
    撤销: 2019
`,
      uri,
    );
    assert.deepEqual(file.problems, []);
    assert.deepEqual(file.context, { place: '海州区', level: '区', collectives: ['各片区', '网格员队伍'] });
    assert.deepEqual(file.entries[1], {
      name: '区行政审批局',
      fullName: '连云港市海州区行政审批局',
      kind: 'gov-dept',
      aliases: ['区审批局', '区政务办'],
      pinyin: ['qxzsp'],
      formerNames: [
        { name: '区政务服务局', until: null },
        { name: '区政务服务办', until: 2019 },
      ],
      note: '与区政务办一个机构两块牌子',
      origin: 'local',
      source: { uri, range: { start: { line: 5, character: 8 }, end: { line: 5, character: 14 } } },
    });
    assert.equal(file.entries[2]?.successor, '区司法局');
    assert.equal(file.entries[2]?.abolished, 2019);
  });

  it('只有列表也可以 a bare list', () => {
    checkRead('- 区司法局\n- 名称: 区财政局\n', ['区司法局', '区财政局']);
    checkRead('', []);
    checkRead('# 只有注释\n', []);
    checkRead('\uFEFF单位:\r\n- 区司法局\r\n', ['区司法局']);
  });

  it('级别可写层级 a tier for the level', () => {
    assert.deepEqual(readUnitsFile('地区: 海州区\n级别: 县级\n', uri).context, { place: '海州区', level: '区' });
    assert.deepEqual(readUnitsFile('级别: 县级\n', uri).context, { level: '县' });
    checkRead('级别: 村\n', [], ['1:4 没有这个级别']);
  });

  it('不写类别时按名称判断 kinds by name', () => {
    const kinds = readUnitsFile(
      '[区委组织部, 锦屏镇, 区城投集团, 大通公安分局, 区司法局, 区河长制工作领导小组]',
      uri,
    ).entries;
    assert.deepEqual(
      kinds.map((entry) => entry.kind),
      ['party-dept', 'township', 'enterprise', 'dispatched', 'gov-dept', 'coordination'],
    );
  });

  it('一处有误，其余照用 one mistake costs one item', () => {
    checkRead('单位:\n  - 1\n  - 区司法局\n', ['区司法局'], ['2:4 每一项应写单位名称']);
    checkRead(
      '单位:\n  - 名称: [x]\n  - 别名: 甲\n  - 名称:\n  - 区司法局\n',
      ['区司法局'],
      ['2:8 这里应写文字', '3:4 缺少“名称”', /缺少“名称”/u],
    );
    checkRead(
      '单位:\n  - 名称: 区甲局\n    类别: 乱写\n    曾用名: 5\n    撤销: 某年\n',
      ['区甲局'],
      ['3:8 没有这个类别', '4:9 曾用名应写名称', '5:8 这里应写年份'],
    );
    checkRead(`- ${'长'.repeat(61)}\n- '  '\n`, [], ['1:2 超过 60 个字', '2:2 这里不能为空']);
  });

  it('不认识的键、重复的键和名称 unknown and repeated', () => {
    checkRead('单位:\n  - 名称: 区甲局\n    拼写: 3\n其他: 1\n', ['区甲局'], ['4:0 不认识“其他”', '3:4 不认识“拼写”']);
    checkRead('单位:\n  - 名称: 区甲局\n    名称: 区乙局\n', ['区乙局'], ['3:4 同一组里有相同的键']);
    checkRead(
      '- 区甲局\n- 区甲局\n- 名称: 区乙局\n  别名: 区甲局\n',
      ['区甲局', '区乙局'],
      ['2:2 “区甲局”写了两次', '4:6 “区甲局”已登记为“区甲局”的名称'],
    );
  });

  it('不是名录的内容 not a register', () => {
    checkRead('一段文字', [], ['1:0 名录应是']);
    checkRead('单位: 3\n', [], ['1:4 “单位”应是列表']);
    checkRead('单位: {名称: 区甲局}\n', [], ['1:4 “单位”应是列表']);
    checkRead('单位:\n\t- 区甲局\n', ['区甲局'], ['2:0 缩进不能用制表符']);
    checkRead('- 区甲局\n---\n- 区乙局\n', ['区甲局'], [/只能有一份内容/u]);
    checkRead('单位: [区甲局\n', ['区甲局'], [/缺少符号|缩进/u]);
  });

  it('引用炸弹、过深、过大都不展开 bombs, depth, size', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: &c [*b,*b,*b,*b,*b,*b,*b,*b]',
      '单位: [[*c,*c,*c,*c], 区司法局]',
    ].join('\n');
    const file = readUnitsFile(`${bomb}\n`, uri);
    assert.deepEqual(
      file.entries.map((entry) => entry.name),
      ['区司法局'],
    );
    assert.ok(file.problems.some(({ message }) => message.zh.includes('引用')));
    for (const deep of ['['.repeat(200_000), '- '.repeat(100_000), `${' '.repeat(100_000)}a: 1`, '{'.repeat(100_000)]) {
      checkRead(deep, [], ['1:0 名录的结构过于复杂']);
      assert.equal(addUnitEdit(deep, '区甲局'), null);
    }
    checkRead(`# ${'长'.repeat(5 * 1024 * 1024)}`, [], ['1:0 名录超过 5 MB']);
  });
});

describe('units.yaml：登记单位 adding a unit', () => {
  it('没有文件或没有“单位” no file, no list', () => {
    checkAdd('', '单位:\n  - 区发改局\n');
    checkAdd('# 注\n', '# 注\n单位:\n  - 区发改局\n');
    checkAdd('地区: 海州区', '地区: 海州区\n单位:\n  - 区发改局\n');
    checkAdd('单位: # 注\n地区: 海州区\n', '单位: # 注\n  - 区发改局\n地区: 海州区\n');
  });

  it('接在最后一项之后，注释不动 behind the last item', () => {
    checkAdd(
      '单位:\n  - 区司法局 # 注\n\n# 尾\n地区: 海州区\n',
      '单位:\n  - 区司法局 # 注\n  - 区发改局\n\n# 尾\n地区: 海州区\n',
    );
    checkAdd(
      '- 区司法局\n- 名称: 区财政局\n  别名: [甲]\n',
      '- 区司法局\n- 名称: 区财政局\n  别名: [甲]\n- 区发改局\n',
    );
    checkAdd('单位:\r\n- 区司法局\r\n', '单位:\r\n- 区司法局\r\n- 区发改局\r\n');
    checkAdd(
      '单位:\n  - 名称: 区甲局\n    备注: |\n      多行\n      文字\n地区: 海州区\n',
      '单位:\n  - 名称: 区甲局\n    备注: |\n      多行\n      文字\n  - 区发改局\n地区: 海州区\n',
    );
  });

  it('方括号写法 flow lists', () => {
    checkAdd('单位: [区司法局]\n', '单位: [区司法局, 区发改局]\n');
    checkAdd('单位: []\n', '单位: [区发改局]\n');
    checkAdd('单位: [区司法局,\n  区财政局 # 注\n]\n', '单位: [区司法局,\n  区财政局, 区发改局 # 注\n]\n');
  });

  it('已登记或无处可加 nothing to do', () => {
    checkAdd('- 区发改局\n', null);
    checkAdd('- 名称: 区发改局\n', null);
    checkAdd('单位: 3\n', null);
    checkAdd('一段文字\n', null);
  });

  it('需要时加引号 quotes where needed', () => {
    assert.equal(addUnitEdit('', '12345热线')?.newText, '单位:\n  - "12345热线"\n');
    assert.equal(addUnitEdit('', '区委组织部（人才办）')?.newText, '单位:\n  - 区委组织部（人才办）\n');
    assert.deepEqual(
      readUnitsFile(addUnitEdit('', 'OPC: #1')!.newText, uri).entries.map((entry) => entry.name),
      ['OPC: #1'],
    );
  });
});

describe('units.yaml：登记别名 adding an alias', () => {
  it('只有名称的单位 a plain name', () => {
    checkAlias('单位:\n  - 区司法局\n', '单位:\n  - 名称: 区司法局\n    别名: [区司发局]\n');
    checkAlias('单位:\n  - 区司法局 # 注\n', '单位:\n  - {名称: 区司法局, 别名: [区司发局]} # 注\n');
    checkAlias('单位: [区司法局]\n', '单位: [{名称: 区司法局, 别名: [区司发局]}]\n');
  });

  it('已写开的单位 a unit written out', () => {
    checkAlias(
      '- 名称: 区司法局 # 注\n  类别: 政府部门\n',
      '- 名称: 区司法局 # 注\n  别名: [区司发局]\n  类别: 政府部门\n',
    );
    checkAlias('- 名称: 区司法局\n  别名: 甲\n', '- 名称: 区司法局\n  别名: [甲, 区司发局]\n');
    checkAlias('- 名称: 区司法局\n  别名: [甲]\n', '- 名称: 区司法局\n  别名: [甲, 区司发局]\n');
    checkAlias('- 名称: 区司法局\n  别名:\n', '- 名称: 区司法局\n  别名: [区司发局]\n');
    checkAlias('- 名称: 区司法局\n  别名: []\n', '- 名称: 区司法局\n  别名: [区司发局]\n');
    checkAlias('- {名称: 区司法局}\n', '- {名称: 区司法局, 别名: [区司发局]}\n');
    checkAlias(
      '- 名称: 区司法局\n  别名:\n    - 甲 # 注\n  备注: 乙\n',
      '- 名称: 区司法局\n  别名:\n    - 甲 # 注\n    - 区司发局\n  备注: 乙\n',
    );
  });

  it('基础名册里的单位一并登记 a unit of the base register', () => {
    checkAlias('', '单位:\n  - {名称: 区司法局, 别名: [区司发局]}\n');
    checkAlias('- 区财政局\n', '- 区财政局\n- {名称: 区司法局, 别名: [区司发局]}\n');
  });
});
