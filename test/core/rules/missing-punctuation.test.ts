import { checkFindings, checkFix } from './findings';

const ID = 'missing-punctuation';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('missing-punctuation 缺标点、标点不当', () => {
  it('finds two marks in a row', () => {
    check('健全机制<|，，|>推行承诺。', '健全机制<|。，|>推行承诺<|；。|>', '甲<|、、|>乙。');
  });

  it('leaves ellipses and marks beside brackets', () => {
    check('甲、乙、丙。。。', '推行“甲”，（乙），《丙》，丁……', '怎么办？！');
  });

  it('keeps the stronger one', () => {
    fix('健全机制<|，。|>', '健全机制。');
    fix('健全机制<|，，|>推行承诺。', '健全机制，推行承诺。');
  });
});
