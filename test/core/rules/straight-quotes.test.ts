import assert from 'node:assert/strict';
import { applyFix, checkFindings, checkFix, sentence } from './findings';

const ID = 'straight-quotes';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('straight-quotes 直引号', () => {
  it('finds pairs, one finding for each paragraph', () => {
    const [finding] = check('推行<|"一窗受理"|>和"一次办成"。', '推行<|"容缺办理"|>。');
    assert.equal(finding?.severity, 'warning');
    assert.match(sentence(finding), /2 对/);
  });

  it('tells a habit once', () => {
    const text = plan('推行"甲"。', '推行"乙"。', '推行"丙"。', '推行"丁"和"戊"。');
    const [finding] = checkFindings(ID, text.replace(/^.*/, '<|$&|>'));
    assert.match(sentence(finding!), /^全文 5 处/);
    assert.equal(applyFix(text, finding!), plan('推行“甲”。', '推行“乙”。', '推行“丙”。', '推行“丁”和“戊”。'));
  });

  it('leaves quoted cells, odd marks and code', () => {
    checkFindings(ID, '云溪区任务清单\n序号\t主要任务\t牵头单位\n1\t"推行""一窗受理"""\t区司法局');
    check(
      '显示屏24"。',
      '推行"一窗受理。',
      '设置<a href="x">链接</a>。',
      '推行“一窗受理”。',
      'the "A" and "B" of 云溪',
    );
  });

  it('turns them by turns', () => {
    fix('推行<|"一窗受理"|>，做到"一次办成"。', '推行“一窗受理”，做到“一次办成”。');
  });

  it('leaves inches and seconds of arc', () => {
    check('标定北纬30°15\'20"，东经120°10\'30"以内。', '配备55"和65"显示屏。');
  });
});
