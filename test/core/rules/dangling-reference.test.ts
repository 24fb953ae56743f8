import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('dangling-reference', marked);

const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案（2021—2025年）', '一、主要任务', ...lines].join('\n');
const NOTE = ['附件：1.任务分解表', '2.事项清单'];

describe('dangling-reference 引用落空', () => {
  it('an annex the list does not have', () => {
    const [finding] = check(plan('（一）优化流程。事项见附件2，分工见<|附件3|>。', ...NOTE));
    assert.equal(finding?.severity, 'warning');
    assert.match(sentence(finding), /附件说明只列到附件2/);
    check(plan('序号\t主要任务\t牵头单位', '1\t落实<|附件4|>所列事项\t区政务办', ...NOTE));
  });

  it('an item of this plan above all its numbers', () => {
    check(plan('（一）优化流程。重新梳理。', '（二）压缩时间。按照本方案<|第十二项|>要求公布。'));
    check(plan('（一）优化流程。落实本方案中的<|第（五）项|>。', '（二）压缩时间。公布承诺。'));
  });

  it('references that hold, and those to other documents', () => {
    check(plan('（一）优化流程。事项见附件1、附件2。', ...NOTE));
    check(plan('（一）优化流程。按《政务服务规范》附件5执行，参照云政发〔2022〕9号附件3。', ...NOTE));
    check(plan('（一）优化流程。执行上级方案附件6，该通知附件4。', ...NOTE));
    check(plan('（一）优化流程。见《规范（附件3）》。', ...NOTE));
    check(plan('（一）优化流程。分工见附件3。'));
    check(plan('（一）优化流程。分工见附件3。', '附件：任务分解表'.replace('：', ' ')));
    check(plan('（一）优化流程。分工见附件3。', ...NOTE, '附件3', '办事指南'));
    check(plan('（一）优化流程。落实规划第十二项任务，办好第十二件实事。', '（二）本方案第一部分的要求。'));
  });
});
