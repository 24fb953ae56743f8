import assert from 'node:assert/strict';
import { applyFix, checkFindings, checkFix } from './findings';

const ID = 'percent-range';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('percent-range 百分数范围漏百分号', () => {
  it('finds a first number without its sign', () => {
    const [finding] = check('压减<|5-10%|>。');
    assert.equal(finding?.severity, 'hint');
    check('压减<|5～10%|>。');
    check('压减<|1.5—2.5％|>。');
  });

  it('tells several once', () => {
    const text = plan('压减5-10%。', '提高10～20%。');
    const [finding] = checkFindings(ID, text.replace(/^.*/, '<|$&|>'));
    assert.equal(applyFix(text, finding!), plan('压减5%～10%。', '提高10%～20%。'));
  });

  it('leaves both signs, points, codes', () => {
    check('压减5%～10%。', '提高5至10个百分点。', '由10-5%降低。', '编号A1-2%。', '2021-5%。');
  });

  it('adds the sign', () => {
    fix('压减<|5-10%|>左右。', '压减5%～10%左右。');
  });
});
