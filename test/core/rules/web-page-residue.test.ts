import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('web-page-residue', marked);

const PLAN = '云溪区便民服务提升实施方案（2021—2025年）\n一、主要任务\n（一）优化流程。对照办事次序重新梳理。';

describe('web-page-residue 网页要素残留', () => {
  it('is said once, at the first line', () => {
    const [finding] = check(`<|您当前的位置：首页 > 政务公开|>\n索引号：YX0100\n${PLAN}\n\n手机扫一扫查看当前页面`);
    assert.equal(finding?.severity, 'info');
    assert.match(sentence(finding), /全文 3 处/);
  });

  it('one line that only a web page has is enough', () => {
    check(`${PLAN}\n<|扫一扫在手机打开当前页|>`);
  });

  it('lines a document has of its own accord prove nothing', () => {
    check(`${PLAN}\n来源：区政务办\n有效期：五年`);
    check(`${PLAN}\n（二）畅通渠道。网站、电话、窗口三条渠道同步受理，浏览次数每月通报。`);
  });

  it('the fix deletes all of it', () => {
    checkFix('web-page-residue', `<|您当前的位置：首页|>\n浏览次数：12\n${PLAN}\n手机扫一扫查看当前页面`, `${PLAN}\n`);
  });
});
