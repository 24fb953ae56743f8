import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('unit-separator-inconsistent', marked);
const plan = (...lists: readonly string[]): string =>
  [
    '云溪区数据共享实施方案',
    '一、主要任务',
    ...lists.map((list, index) => `${index + 1}.归集数据。（牵头单位：区数据局；责任单位：${list}）`),
  ].join('\n');
const usual = ['区直各部门、各镇街', '区直各部门、各镇街', '区直各部门、各镇街'];

describe('unit-separator-inconsistent 单位分隔符不一致', () => {
  it('finds the mark that few places use', () => {
    const [first] = check(plan(...usual, '<|区直各部门，各镇街|>'));
    assert.equal(first?.severity, 'hint');
    assert.match(sentence(first), /其余 3 处用“、”/);
    check(plan('区直各部门，各镇街', '区直各部门，各镇街', '<|区直各部门、各镇街|>', '区直各部门，各镇街'));
  });

  it('says nothing of lists that use both by a system', () => {
    const list = '区纪委监委、区直各部门，各镇街，各园区';
    check(plan(list, list, list, '区直各部门，各镇街'));
  });

  it('says nothing where no mark is usual, or between units by name', () => {
    check(plan('区直各部门、各镇街', '区直各部门、各镇街', '区直各部门，各镇街'));
    check(plan(...usual, '区直各部门，各镇街', '区直各部门，各镇街'));
    check(plan('区司法局、区民政局', '区司法局、区民政局', '区司法局、区民政局', '区司法局，区民政局'));
  });

  it('says nothing of addressees and of verbs between', () => {
    check(`区直各部门，各镇街：\n${plan(...usual)}\n5.校核数据。（区直各部门配合，各镇街配合）`);
  });

  it('says nothing where commas tell who leads', () => {
    check(
      plan(...usual, '区直各部门，各镇街，第一个逗号前为牵头单位，下同').replace('牵头单位：区数据局；责任', '责任'),
    );
  });

  it('changes the mark', () => {
    checkFix(
      'unit-separator-inconsistent',
      plan(...usual, '<|区直各部门，各镇街|>、各园区'),
      plan(...usual, '区直各部门、各镇街、各园区'),
    );
  });
});
