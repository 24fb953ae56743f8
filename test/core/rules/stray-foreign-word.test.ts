import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';

const ID = 'stray-foreign-word';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('stray-foreign-word 夹杂外文词', () => {
  it('finds words of grammar between Chinese', () => {
    const [finding] = check('推进政务平台 <|and|> 业务系统对接。');
    assert.equal(finding?.severity, 'error');
    check('统一规则<|and|>标准。', '服务<|of|>企业。');
  });

  it('leaves abbreviations, names and whole English words', () => {
    check(
      '推行掌上APP、PC端、VOCs、IPv6。',
      '使用Internet of Things技术。',
      '参加“AI for Good”论坛。',
      '推行android系统。',
      '规则 And 标准 AND 规范。',
    );
  });

  it('puts the Chinese word, without the blanks', () => {
    fix('推进政务平台 <|and|> 业务系统对接。', '推进政务平台和业务系统对接。');
    fix('线上 <|or|> 线下办理。', '线上或线下办理。');
  });

  it('offers nothing where a translation is needed', () => {
    const [finding] = check('服务 <|for|> 企业。');
    assert.deepEqual(finding?.fixes, []);
  });
});
