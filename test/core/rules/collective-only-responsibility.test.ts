import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('collective-only-responsibility', marked);
const plan = (...tasks: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...tasks.map((task, index) => `${index + 1}.${task}`)].join('\n');

describe('collective-only-responsibility 责任主体全为集合称谓', () => {
  it('finds annotations of groups, whatever their form', () => {
    const [first] = check(
      plan(
        '归集数据。<|（责任单位：区政府各部门）|>',
        '校核数据。<|（责任单位：区直各部门、区属各单位）|>',
        '开放数据。<|（区政府有关部门负责）|>',
        '更新数据。\n<|责任单位：区政府及其有关部门|>',
      ),
    );
    assert.equal(first?.severity, 'warning');
    assert.match(sentence(first), /只有“区政府各部门”/);
  });

  it('one unit by its name is enough', () => {
    check(
      plan(
        '归集数据。（责任单位：区数据局、区直各部门）',
        '校核数据。（牵头单位：区数据局；参加单位：区政府各部门）',
        '开放数据。（区数据局牵头，各有关部门配合）',
      ),
    );
  });

  it('a lead on the line above counts, even behind an empty line', () => {
    check(plan('归集数据。\n牵头单位：区数据局\n\n责任单位：区直各部门'));
  });

  it('groups of places are a remark', () => {
    const findings = check(
      plan('归集数据。<|（责任单位：各镇街）|>', '校核数据。<|（责任单位：各县（市、区）人民政府）|>'),
    );
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['info', 'info'],
    );
    assert.equal(check(plan('归集数据。<|（责任单位：区直各部门、各镇街）|>'))[0]?.severity, 'warning');
  });

  it('says nothing of leads that are groups and of those who assist', () => {
    check(plan('归集数据。（牵头单位：区直各部门）', '校核数据。（配合单位：区直各部门）'));
  });

  it('reads responsibility columns, and leaves empty lead cells alone', () => {
    check('云溪区任务清单\n序号\t主要任务\t责任单位\t完成时间\n1\t编制目录\t<|区各有关部门|>\t2022年');
    check(
      '云溪区任务清单\n序号\t主要任务\t牵头单位\t责任单位\t完成时间\n1\t编制目录\t区数据局\t区各有关部门\t2022年\n\t归集数据\t\t区各有关部门\t2022年',
    );
  });

  it('says nothing in reports', () => {
    check('云溪区2023年度工作报告\n一、主要做法\n1.归集数据。（责任单位：区直各部门）');
  });
});
