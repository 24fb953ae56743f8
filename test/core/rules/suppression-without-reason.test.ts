import assert from 'node:assert/strict';
import { applyFix, checkFindings, findingsOf, sentence } from './findings';

const check = (marked: string) => checkFindings('suppression-without-reason', marked);

const plan = (comment: string): string =>
  `云溪区数据共享实施方案\n一、主要任务\n${comment}\n1.归集数据。（责任单位：区司法局、区民政局）\n2.校核数据。（牵头单位：区司法局）`;

describe('suppression-without-reason 抑制没有写理由', () => {
  it('finds every form without a reason', () => {
    const [finding] = check(plan('<|<!-- plandoc-ignore missing-lead -->|>'));
    assert.equal(finding!.severity, 'hint');
    check(plan('<|<!-- plandoc-ignore missing-lead： -->|>'));
    check(plan('<|<!-- plandoc-ignore-file missing-lead, unknown-unit -->|>'));
    check(plan('<|<!-- plandoc-ignore-start missing-lead -->|>'));
  });

  it('is content with any reason', () => {
    check(plan('<!-- plandoc-ignore missing-lead：会商过 -->'));
    check(plan('<!-- plandoc-ignore-start missing-lead:会商过 -->'));
    check(plan('<!-- plandoc-ignore missing-lead：见会议纪要 2024：3 -->'));
    check(plan('<!-- plandoc-ignore missing-lead：\n会商过 -->'));
  });

  it('has nothing to say of an end, of what names no rule, of other comments', () => {
    check(plan('<!-- plandoc-ignore-end -->'));
    check(plan('<!-- plandoc-ignore -->'));
    check(plan('<!-- missing-lead -->'));
  });

  it('makes room for a reason, and waits until it is there', () => {
    for (const [before, after] of [
      ['<!-- plandoc-ignore missing-lead -->', '<!-- plandoc-ignore missing-lead：此处写明保留的理由 -->'],
      ['<!-- plandoc-ignore missing-lead： -->', '<!-- plandoc-ignore missing-lead：此处写明保留的理由 -->'],
      ['<!--plandoc-ignore a-b,c-->', '<!--plandoc-ignore a-b,c：此处写明保留的理由-->'],
    ] as const) {
      const [finding] = findingsOf('suppression-without-reason', plan(before));
      const fixed = applyFix(plan(before), finding!);
      assert.equal(fixed.replace(/理由 +-->/, '理由 -->'), plan(after));
      const [left] = findingsOf('suppression-without-reason', fixed);
      assert.match(sentence(left!), /^理由还没有写/);
      assert.deepEqual(left!.fixes, []);
    }
  });
});
