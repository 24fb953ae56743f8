import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('duplicate-paragraph', marked);

const A = '各窗口单位要对照群众办事的先后次序重新梳理流程，能合并的合并，能取消的取消，做到一次告知、一次办结。';
const A_MARKED = A.replace(/^([^，]+)/, '<|$1|>');
const B = '区政务办要每个季度通报一次各单位办理时间和群众评价的情况，对连续两次排在末位的单位进行约谈并督促整改。';

const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案（2021—2025年）', '一、主要任务', ...lines].join('\n');

describe('duplicate-paragraph 整段重复', () => {
  it('the later paragraph, with the earlier one beside it', () => {
    const [finding] = check(plan(A, '区政务办负责通报。', A_MARKED));
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding.related[0]?.range.start.line, 2);
  });

  it('white space does not count', () => {
    check(plan(`　　${A}`, B, A_MARKED.replace('重新', ' 重新')));
  });

  it('a block pasted twice is one finding', () => {
    const [finding] = check(plan(A, B, '二、工作要求', A_MARKED, B));
    assert.match(sentence(finding!), /连续 2 段/);
  });

  it('the same measure under another number, without a quick fix', () => {
    const [finding] = check(plan(`1.${A}`, `2.${B}`, `3.${A_MARKED}`));
    assert.deepEqual(finding?.fixes, []);
  });

  it('what is repeated as a matter of course is let be', () => {
    const annotation = '（牵头单位：区政务办；责任单位：区司法局、区财政局、区人力资源和社会保障局、区市场监督管理局）';
    check(plan('优化流程。', annotation, '压缩时间。', annotation));
    check(plan('各单位抓好落实。', '各单位抓好落实。'));
    const title = '云溪区人民政府办公室关于进一步加强和规范便民服务工作提升群众办事满意度的实施方案';
    check(`${title}\n\n${title}\n一、主要任务\n${A}`);
    check(plan('附件1', '办事指南', A, '附件2', '申请表', A));
    check(plan('序号\t主要任务\t牵头单位', `1\t${A}\t区政务办`, `2\t${A}\t区政务办`));
  });

  it('the fix takes the later one away', () => {
    checkFix(
      'duplicate-paragraph',
      plan(A, '', B, '', A_MARKED, '', '二、工作要求'),
      plan(A, '', B, '', '二、工作要求'),
    );
    checkFix('duplicate-paragraph', plan(A, B, A_MARKED, B, '二、工作要求'), plan(A, B, '二、工作要求'));
  });
});
