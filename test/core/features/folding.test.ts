import assert from 'node:assert/strict';
import { foldsOf } from '../../../server/src/core/features/folding';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { seeds } from '../../support/documents';

/** Checks all folds of a text, as `first-last kind`, lines from zero. */
function checkFolds(text: string, ...expected: readonly string[]): void {
  const folds = foldsOf(readPlan(readText(text)));
  assert.deepEqual(
    folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind}`),
    expected,
  );
}

describe('folds', () => {
  it('sections, measures of several lines, annexes', () =>
    checkFolds(
      `云溪区河湖长制实施方案（2021—2025年）
一、总体要求
坚持统筹。
二、主要任务
（一）健全制度。修订巡河办法。
定期通报情况。
（责任单位：区水利局）
（二）清淤。（责任单位：区水利局）

附件
云溪区河湖名录
清溪、白溪。
`,
      '1-2 section',
      '3-7 section',
      '4-6 section',
      '9-11 section',
    ));

  it('tables and their groups', () =>
    checkFolds(
      `云溪区任务清单
序号\t任务类别\t主要任务\t责任单位
1\t制度建设\t修订办法\t区水利局
2\t制度建设\t开展检查\t区审计局
3\t河道管护\t清淤\t区水利局
4\t河道管护\t护坡\t区水利局
`,
      '1-5 section',
      '2-3 section',
      '4-5 section',
    ));

  it('front matter and what is kept quiet as regions, comments and web furniture as comments', () =>
    checkFolds(
      `---
标题: 云溪区实施方案
---
网站支持IPv6
当前位置：首页 > 政务公开
字体：大 中 小

云溪区实施方案
<!--
核稿意见
-->
一、主要任务
<!-- plandoc-ignore-start missing-lead: 上级原文 -->
（一）清淤。（责任单位：区水利局）
（二）护坡。（责任单位：区水利局）
<!-- plandoc-ignore-end missing-lead -->
`,
      '0-2 region',
      '3-5 comment',
      '8-10 comment',
      '11-15 section',
      '12-15 region',
      '14-15 section',
    ));

  it('nothing on one line, and nothing in an empty text', () => {
    checkFolds('一、总体要求 坚持统筹。二、主要任务 （一）清淤。（责任单位：区水利局）');
    checkFolds('');
  });

  it('begin on one line each and hold two lines at least, in real documents', () => {
    for (const { name, text } of seeds()) {
      const folds = foldsOf(readPlan(readText(text)));
      const starts = folds.map(({ startLine }) => startLine);
      assert.equal(new Set(starts).size, starts.length, name);
      assert.ok(
        folds.every(({ startLine, endLine }) => endLine > startLine),
        name,
      );
    }
  });
});
