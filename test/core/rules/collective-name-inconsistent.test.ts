import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('collective-name-inconsistent', marked);

/** A plan in which each list stands with a lead of its own. */
const plan = (...lists: readonly string[]): string =>
  [
    '云溪区数据共享实施方案（2021—2025年）',
    '一、主要任务',
    ...lists.map((list, index) => `${index + 1}.归集数据。（牵头单位：区数据局；责任单位：${list}）`),
  ].join('\n');
const times = (count: number, list: string): readonly string[] => Array.from({ length: count }, () => list);

describe('collective-name-inconsistent 集合称谓不统一', () => {
  it('the rare wording of departments', () => {
    const [finding] = check(plan(...times(4, '区各有关部门'), '<|区政府各有关部门|>'));
    assert.equal(finding?.severity, 'hint');
    assert.match(sentence(finding), /只有 1 处，其余 4 处写作“区各有关部门”/);
    check(plan(...times(9, '区政府有关部门'), '<|区政府各相关部门|>', '<|区政府及其有关部门|>', '<|区直有关部门|>'));
    check(plan(...times(9, '区政府各部门'), '<|区直各部门|>'));
  });

  it('of townships, also where it runs over several names', () => {
    check(plan(...times(6, '各镇街'), '<|各镇（街）|>', '<|各镇党委、街道党工委，各镇人民政府、街道办事处|>'));
    check(plan(...times(4, '各乡镇（街道）'), '<|各乡镇街道|>'));
  });

  it('of counties', () => {
    check(plan(...times(3, '各县（市、区）人民政府'), '<|各县市区政府|>'));
  });

  it('in tables', () => {
    const row = (list: string) => `1\t归集数据\t区数据局\t${list}\t2022年`;
    check(
      [
        '云溪区重点任务清单（2021—2025年）',
        '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
        ...times(3, row('区各有关部门，各镇街')),
        row('<|区政府各有关部门|>，各镇街'),
      ].join('\n'),
    );
  });

  it('the quick fix takes the usual wording', () => {
    checkFix(
      'collective-name-inconsistent',
      plan(...times(3, '各镇街'), '区财政局、<|各镇（街）|>'),
      plan(...times(3, '各镇街'), '区财政局、各镇街'),
    );
  });

  describe('从不报 never', () => {
    it('what means other groups', () => {
      check(
        plan(...times(9, '区政府有关部门'), '区政府各部门', '区政府其他有关部门', '区委有关部门', '市政府有关部门'),
      );
      check(plan(...times(9, '区各有关部门'), '区各有关单位', '区委、区政府各部门', '区直各执法单位'));
      check(plan(...times(9, '各镇街'), '各乡镇', '各园区', '各街道办事处', '各社区'));
    });

    it('wordings in like numbers, or too few to tell', () => {
      check(plan(...times(4, '各镇街'), ...times(3, '各镇（街）')));
      check(plan(...times(2, '各镇街'), '各镇（街）'));
    });
  });
});
