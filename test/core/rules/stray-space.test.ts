import assert from 'node:assert/strict';
import { applyFix, checkFindings, checkFix, sentence } from './findings';

const ID = 'stray-space';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('stray-space 多余空格', () => {
  it('finds blanks at marks', () => {
    const [finding] = check('由镇<|街， 各园|>区负责。');
    assert.equal(finding?.severity, 'hint');
    check('健全<|机制 。|>', '推<|行“ 一窗|>”受理。');
    checkFindings(ID, '云溪区便民服务<|方案 (2|>021—2025年)\n一、主要任务\n1.推行告知承诺。');
  });

  it('finds blanks round letters and figures in prose, as one', () => {
    check('推行<|执法 APP 掌上|>执法。', '每年<|开展 1 次评|>查。');
  });

  it('finds characters that cannot be seen', () => {
    check('健<|全工\u200b作机|>制。');
  });

  it('leaves layout', () => {
    check(
      '联系人张三 李四。',
      '附件 1为清单，见表 2。',
      '推行告知承诺。 2.公布清单。',
      '使用Open Source软件。',
      '办公室　　区政务办。',
    );
    checkFindings(
      ID,
      '云溪区委 云溪区政府 关于提升便民服务的方案\n一、主要任务\n（一） 推行告知承诺。\n1. 公布清单。\n第一章 总则',
    );
    checkFindings(ID, '云溪区任务清单\n序号\t主要任务\t牵头单位\n1\t编目\t区司法局 区数据局 OPC 专班');
  });

  it('tells a habit once', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `每年开展 ${index + 1} 次评查。`);
    const text = plan(...lines);
    const [finding] = checkFindings(ID, text.replace(/^.*/, '<|$&|>'));
    assert.match(sentence(finding!), /^全文 18 处/);
    assert.equal(applyFix(text, finding!), text.replaceAll(' ', ''));
  });

  it('removes all of a paragraph', () => {
    fix('推行<|执法 APP 掌上|>执法，各镇街， 各园区负责。', '推行执法APP掌上执法，各镇街，各园区负责。');
  });
});
