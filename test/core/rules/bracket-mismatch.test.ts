import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const ID = 'bracket-mismatch';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('bracket-mismatch 括号引号不成对', () => {
  it('finds halves of every kind', () => {
    const [finding] = check('推行承诺制度<|（|>含容缺办理。');
    assert.equal(finding?.severity, 'error');
    check('落实<|《|>便民服务条例。');
    check('推行一窗受理<|”|>。');
    check('落实办法（澄政发<|〔|>2021号）。');
  });

  it('finds quotation marks that point the same way, told once', () => {
    const [finding] = check('推行<|“|>一窗受理“。');
    assert.match(sentence(finding!), /方向/);
    check('推行<|”|>一窗受理”。');
  });

  it('leaves titles on several lines and quotations torn apart', () => {
    checkFindings(ID, '关于落实《便民服务\n\n条例（2021—2025年）》的意见\n\n一、主要任务\n1.推行承诺。');
    check('推行“一窗受理', '一次办成”改革。');
  });

  it('leaves quotations of several paragraphs', () => {
    checkFindings(
      ID,
      '云溪区便民服务方案\n一、修改内容\n“甲条改为：推行承诺。\n\n“乙条改为：公布清单。\n\n“丙条改为：接受监督。”',
    );
  });

  it('leaves marks of items, faces and pairs of unlike width', () => {
    check(
      '材料包括：1)申请书；2)身份证；a)照片。',
      '分为：一)受理；二)办理。',
      '大家满意:)',
      '推行承诺。（责任单位：区司法局)',
    );
  });

  it('leaves intervals of numbers', () => {
    check('得分在[60,80)的为合格，(80,100]的为优秀。');
  });

  it('leaves a list that is still being written', () => {
    check('推行承诺。（责任单位：', '推行承诺。（责任单位：区司法局、');
  });

  it('closes a bracket at the end, before the full stop', () => {
    fix('推行承诺制度<|（|>含容缺办理', '推行承诺制度（含容缺办理）');
    fix('推行承诺<|（|>含容缺办理。', '推行承诺（含容缺办理）。');
  });

  it('turns a quotation mark', () => {
    fix('推行<|“|>一窗受理“。', '推行“一窗受理”。');
    fix('推行<|”|>一窗受理”。', '推行“一窗受理”。');
  });

  it('offers nothing where more than an end is missing', () => {
    const [finding] = check('推行承诺<|（|>含容缺办理。公布清单。接受监督。');
    assert.deepEqual(finding?.fixes, []);
  });
});
