import { checkFindings, checkFix } from './findings';

const ID = 'dunhao-between-quotes';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('dunhao-between-quotes 引号、书名号并列间用顿号', () => {
  it('finds 、 between quoted items and between titles', () => {
    check('推行<|“一网通办”、“跨市通办”|>,方便群众。', '落实<|《甲办法》、《乙办法》、《丙办法》|>。');
  });

  it('leaves lists with something else among the items', () => {
    check(
      '坚持“甲”、推行“乙”。',
      '落实《甲办法》（澄政发〔2021〕5号）、《乙办法》。',
      '落实《甲办法》、《乙办法》（澄政发〔2021〕6号）等。',
      '推行容缺办理、“甲”、“乙”。',
      '推行“甲”、“乙”、告知承诺。',
      '推行“甲”、“乙”机制、告知承诺。',
    );
  });

  it('leaves what is right', () => {
    check('推行“甲”“乙”。', '落实“甲”、《乙办法》。', '“甲”、“乙');
  });

  it('removes all of a run', () => {
    fix('推行<|“甲”、“乙”、“丙”|>等做法。', '推行“甲”“乙”“丙”等做法。');
  });
});
