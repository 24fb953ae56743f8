import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';

const ID = 'missing-glyph';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('missing-glyph 字符丢失', () => {
  it('finds what no font can show', () => {
    const [finding] = check('健全<|\ufffd|>制。', '推行<|\ue000\ue001|>承诺。');
    assert.equal(finding?.severity, 'error');
  });

  it('finds a grade without its number', () => {
    check('云溪河<|水质稳定在类|>，云上河<|水质保持在类|>。', '<|断面水质达到类|>标准。');
  });

  it('finds a lost subscript and a lost dash', () => {
    check('<|PM|>浓度下降，<|PM|>年均值达标。', '落实规划（<|20212025|>年）。');
  });

  it('leaves what is whole', () => {
    check(
      '水质稳定在Ⅲ类，稳定在一类，水质分类管理，断面类型，水质达到同类城市水平，垃圾分类提升到位。',
      'PM2.5浓度下降，PM10年均值达标。',
      '规划（2021—2025年），编号20212025，20252021年，投资20222023万元。',
    );
  });

  it('leaves bullets of a font of its own', () => {
    checkFindings(ID, '云溪区便民服务方案\n一、主要任务\n\uf06c推行承诺。\n公布<|〓|>单。');
  });

  it('puts the dash back', () => {
    fix('落实规划（<|20212025|>年）。', '落实规划（2021—2025年）。');
  });
});
