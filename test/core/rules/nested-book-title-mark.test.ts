import { checkFindings, checkFix } from './findings';

const ID = 'nested-book-title-mark';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('nested-book-title-mark 书名号嵌套错误', () => {
  it('finds a title in signs of comparison or in the same marks', () => {
    check(
      '贯彻<|《关于落实<便民服务条例（2021—2025年）>的意见》|>。',
      '贯彻<|《关于印发《便民服务办法》的通知》|>。',
      '贯彻<|《关于落实＜便民服务条例＞的意见》|>和《便民服务办法》。',
    );
  });

  it('finds it in a torn paragraph and in a cell', () => {
    checkFindings(ID, plan('贯彻<|《关于落实《便民服务\n条例》的意见》|>。'));
    checkFindings(ID, '云溪区任务清单\n序号\t主要任务\t牵头单位\n1\t落实<|《关于印发《办法》的通知》|>\t区司法局');
  });

  it('leaves what is right', () => {
    check(
      '贯彻《关于落实〈便民服务条例〉的意见》。',
      '贯彻《便民服务条例》《便民服务办法》。',
      '指标<5%，另一项>3%，见《办法》。',
    );
  });

  it('leaves titles that do not close', () => {
    check('贯彻《关于印发《便民服务办法的通知。', '贯彻《办法（<5%的除外）》。');
    checkFindings(ID, '关于落实《便民服务\n条例》的意见\n一、主要任务\n1.推行告知承诺。');
  });

  it('changes the inner marks only', () => {
    fix('贯彻<|《关于印发《甲办法》和《乙办法》的通知》|>。', '贯彻《关于印发〈甲办法〉和〈乙办法〉的通知》。');
  });

  it('leaves notes on a title and marks of HTML', () => {
    check('按《实施办法<暂行>》执行。', '见《关于<b>便民事项</b>的通知》。');
  });
});
