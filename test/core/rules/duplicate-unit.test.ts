import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('duplicate-unit', marked);
const fix = (before: string, after: string) => checkFix('duplicate-unit', before, after);
const plan = (...tasks: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...tasks.map((task, index) => `${index + 1}.${task}`)].join('\n');
const table = (...rows: readonly string[]): string =>
  ['云溪区任务清单', '序号\t主要任务\t牵头单位\t责任单位\t完成时间', ...rows].join('\n');

describe('duplicate-unit 单位重复列示', () => {
  it('finds a unit twice in one list', () => {
    const [first] = check(plan('归集数据。（责任单位：区数据局、区司法局、<|区数据局|>）'));
    assert.equal(first?.severity, 'error');
    assert.match(sentence(first), /列了两次/);
    assert.equal(first.related.length, 1);
  });

  it('finds a lead among the others', () => {
    const [first] = check(plan('归集数据。（牵头单位：区数据局；责任单位：区司法局、<|区数据局|>）'));
    assert.match(sentence(first!), /已列为牵头单位/);
    check(table('1\t编制目录\t区数据局 区司法局\t区法院、<|区司法局|>、区各有关部门\t2022年'));
  });

  it('a full name and its short name are one body', () => {
    const [first] = check(plan('归集数据。（牵头单位：区人社局；责任单位：<|区人力资源和社会保障局|>、区司法局）'));
    assert.match(sentence(first!), /与前面的“区人社局”是同一个单位/);
  });

  it('finds a group named twice', () => {
    check(plan('归集数据。（责任单位：各镇街、区数据局、<|各镇街|>）'));
  });

  it('bodies of other levels and places, branches and groups are others', () => {
    check(
      plan(
        '归集数据。（牵头单位：区司法局；责任单位：市司法局、区直各部门）',
        '校核数据。（责任单位：市自然资源局云溪分局、市自然资源局澄江分局）',
        '开放数据。（责任单位：区纪委、区监委、区委办公室、区政府办公室）',
        '更新数据。（责任单位：区委组织部（人才办）、区委组织部（公务员局））',
      ),
    );
  });

  it('several tasks told at once may name a unit again', () => {
    check(plan('归集数据。（区数据局牵头归集，区司法局配合；区司法局牵头校核，区数据局配合）'));
    check(table('1\t编制目录\t区数据局\t1.归集：区司法局 2.校核：区司法局\t2022年'));
  });

  it('other tasks may name it again', () => {
    check(plan('归集数据。（责任单位：区数据局）', '校核数据。（责任单位：区数据局）'));
  });

  describe('修改 fixes', () => {
    it('takes the later one out with its separator', () => {
      fix(
        plan('归集数据。（责任单位：区数据局、区司法局、<|区数据局|>）'),
        plan('归集数据。（责任单位：区数据局、区司法局）'),
      );
      fix(
        plan('归集数据。（牵头单位：区数据局；责任单位：<|区数据局|>、区司法局）'),
        plan('归集数据。（牵头单位：区数据局；责任单位：区司法局）'),
      );
    });

    it('keeps the separators of the others', () => {
      fix(
        plan('归集数据。（责任单位：区数据局，<|区数据局|>、区司法局）'),
        plan('归集数据。（责任单位：区数据局，区司法局）'),
      );
      fix(
        table('1\t编制目录\t区数据局 区司法局 <|区数据局|>\t\t2022年'),
        table('1\t编制目录\t区数据局 区司法局\t\t2022年'),
      );
    });

    it('offers none where nothing would be left, or a verb', () => {
      const [first, second] = check(
        plan(
          '归集数据。（牵头单位：区数据局；责任单位：<|区数据局|>）',
          '校核数据。（区数据局牵头，区司法局、<|区数据局|>配合）',
        ),
      );
      assert.deepEqual([...first!.fixes, ...second!.fixes], []);
    });
  });
});
