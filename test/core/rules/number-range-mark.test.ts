import assert from 'node:assert/strict';
import { applyFix, checkFindings, checkFix, sentence } from './findings';

const ID = 'number-range-mark';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('number-range-mark 数值范围连接号', () => {
  it('finds a hyphen between amounts', () => {
    const [finding] = check('建设<|3-5|>个服务点。');
    assert.equal(finding?.severity, 'hint');
    check('补助<|1.5-2.5|>万元。');
    check('有效期<|3-5|>年。');
  });

  it('tells several once', () => {
    const text = plan('建设3-5个服务点。', '每点配10-20人。');
    const [finding] = checkFindings(ID, text.replace(/^.*/, '<|$&|>'));
    assert.match(sentence(finding!), /^全文 2 处/);
    assert.equal(applyFix(text, finding!), plan('建设3～5个服务点。', '每点配10～20人。'));
  });

  it('leaves ordinals, dates, codes and telephone numbers', () => {
    check(
      '见第3-5条和附件1-3件。',
      '表1-2个别栏目从略。',
      '2021-2025年，1-3月，5-10日。',
      '电话0510-88886666。',
      '标准GB 15834-20110个。',
      '编号3-5-8个。',
      '建设3～5个、3—5个、3至5个。',
      '5-3个。',
      '3-5年级学生。',
    );
  });

  it('writes the wave dash', () => {
    fix('建设<|3-5|>个服务点。', '建设3～5个服务点。');
  });
});
