import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/text/edits';
import { addUnitsEdit } from '../../server/src/workspace/unitsEdits';
import { readUnitsFile } from '../../server/src/workspace/unitsFile';
import { editBetween, mergeUnits } from '../../server/src/workspace/unitsMerge';

/** Checks a register after merging `others` into `into`: as expected, readable, and the same when merged once more. */
function checkMerge(before: string, into: string, others: readonly string[], after: string): void {
  const merged = mergeUnits(before, { name: into }, others);
  assert.equal(merged, after);
  assert.equal(mergeUnits(after, { name: into }, others), after, '再做一次应无变化');
  assert.deepEqual(readUnitsFile(after, 'file:///units.yaml').problems, []);
  const edit = editBetween(before, after);
  assert.equal(edit ? applyEdits(before, [edit]) : before, after);
}

describe('units.yaml：合并别名 merging', () => {
  it('两个叫法成为一个新单位', () =>
    checkMerge(
      '# 名录\n单位:\n  - 区甲局 # 一\n',
      '区数据局',
      ['区大数据局', '区政数局'],
      '# 名录\n单位:\n  - 区甲局 # 一\n  - 名称: 区数据局\n    别名: [区大数据局, 区政数局]\n',
    ));

  it('并入已有的单位，原来的条目去掉，注释和次序留着', () =>
    checkMerge(
      `单位:
  # 常用
  - 名称: 区数据局 # 新组建
    类别: 政府部门
  - 名称: 区大数据局 # 旧文件里的叫法
    别名: [区大数据中心]
  # 末尾
  - 区乙局
`,
      '区数据局',
      ['区大数据局'],
      `单位:
  # 常用
  - 名称: 区数据局 # 新组建
    别名: [区大数据局, 区大数据中心]
    类别: 政府部门
  # 旧文件里的叫法
  # 末尾
  - 区乙局
`,
    ));

  it('以别名为准时，名称和别名对调', () =>
    checkMerge(
      '单位:\n  - 名称: 区大数据局\n    别名: [区数据局, 数据局] # 2019\n',
      '区数据局',
      ['区大数据局'],
      '单位:\n  - 名称: 区数据局\n    别名: [区大数据局, 数据局] # 2019\n',
    ));

  it('写成一行的列表', () =>
    checkMerge(
      '单位: [区大数据局, 区政数局, 区乙局]\n',
      '区数据局',
      ['区大数据局', '区政数局'],
      '单位: [{名称: 区数据局, 别名: [区大数据局, 区政数局]}, 区乙局]\n',
    ));

  it('Windows 换行和没有结尾的文件', () =>
    checkMerge(
      '单位:\r\n  - 区甲局\r\n  - 区乙局',
      '区甲局',
      ['区乙局'],
      '单位:\r\n  - 名称: 区甲局\r\n    别名: [区乙局]\r\n',
    ));

  it('没有文件', () => checkMerge('', '区甲局', ['甲局'], '单位:\n  - 名称: 区甲局\n    别名: [甲局]\n'));

  it('要去掉的条目另有内容时不合并', () => {
    const text = '单位:\n  - 区数据局\n  - {名称: 区大数据局, 曾用名: 区电子政务中心}\n';
    assert.deepEqual(mergeUnits(text, { name: '区数据局' }, ['区大数据局']), {
      trouble: 'says-more',
      name: '区大数据局',
      key: '曾用名',
    });
    assert.equal(typeof mergeUnits(`${'['.repeat(500)}`, { name: '区甲局' }, ['甲局']), 'object');
  });
});

describe('units.yaml：一次登记几个 adding several', () => {
  const units = [
    { name: '区量子局', kind: 'gov-dept' as const },
    { name: '12345热线', kind: null },
    { name: '区量子局', kind: 'gov-dept' as const },
  ];

  function checkAddAll(before: string, after: string): void {
    const edit = addUnitsEdit(before, units);
    assert.ok(edit);
    assert.equal(applyEdits(before, [edit]), after);
    assert.equal(addUnitsEdit(after, units), null, '再做一次应无变化');
    assert.deepEqual(readUnitsFile(after, 'file:///units.yaml').problems, []);
  }

  it('带上类别，照原来的写法', () => {
    checkAddAll('', '单位:\n  - 名称: 区量子局\n    类别: 政府部门\n  - "12345热线"\n');
    checkAddAll(
      '单位:\n- 区甲局 # 一\n# 完\n集合称谓: [各镇街]\n',
      '单位:\n- 区甲局 # 一\n- 名称: 区量子局\n  类别: 政府部门\n- "12345热线"\n# 完\n集合称谓: [各镇街]\n',
    );
    checkAddAll('单位: [区甲局]\n', '单位: [区甲局, {名称: 区量子局, 类别: 政府部门}, "12345热线"]\n');
  });
});
