import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('heading-level-jump', marked);

const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案（2021—2025年）', ...lines].join('\n');

const item = (number: string): string => `${number}办好一类事项。对照次序重新梳理。`;
const FULL = ['一、优化服务', '（一）优化流程', item('1.'), item('2.'), '（二）压缩时间', item('1.')];

describe('heading-level-jump 标题层级跳级', () => {
  it('a list that leaves out a level the document has elsewhere', () => {
    const [finding] = check(plan(...FULL, '二、加强监督', `<|1.|>办好一类事项。对照次序重新梳理。`, item('2.')));
    assert.equal(finding?.severity, 'hint');
    assert.equal(sentence(finding), '“二、”之下直接用“1.”，本文别处两者之间还有“（一）”一层。请核对层次。');
  });

  it('two levels only, numbering that runs on, and no clear majority are let be', () => {
    check(plan('一、优化服务', item('1.'), item('2.'), '二、加强监督', item('1.')));
    check(plan(...FULL, '二、加强监督', item('2.'), item('3.')));
    check(plan('一、优化服务', '（一）优化流程', item('1.'), '二、监督', item('1.'), '三、保障', item('1.')));
    check(plan(...FULL, '二、加强监督', '（一）聘请监督员', item('1.')));
  });

  it('an annex begins anew and has levels of its own', () => {
    check(plan(...FULL, '附件1', '办事指南', '一、范围', item('1.'), item('2.')));
    check(plan(...FULL, '附件1', '办事指南', '一、范围', '户籍事项随到随办，逐步扩大。'));
  });
});
