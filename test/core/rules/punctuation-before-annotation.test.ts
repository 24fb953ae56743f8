import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';

const ID = 'punctuation-before-annotation';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('punctuation-before-annotation 责任括注前的点号', () => {
  it('finds ； and ， right before an annotation', () => {
    const [finding] = check(
      '加大扶持<|；|>（责任单位：区财政局）',
      '公布清单<|，|>（牵头单位：区政务办）。',
      '推行承诺。（责任单位：区司法局）',
    );
    assert.equal(finding?.severity, 'hint');
  });

  it('leaves full stops and other brackets', () => {
    check('加大扶持。（责任单位：区财政局）', '加大扶持；（含补贴）公布清单。', '加大扶持（责任单位：区财政局）；');
  });

  it('moves the mark', () => {
    fix('加大扶持<|；|>（责任单位：区财政局）', '加大扶持（责任单位：区财政局）；');
    fix('加大扶持<|，|>（责任单位：区财政局）。', '加大扶持（责任单位：区财政局）。');
  });
});
