import assert from 'node:assert/strict';
import { applyFix, checkFindings, checkFix, sentence } from './findings';

const ID = 'year-range-dash';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('year-range-dash 起止年份连接号', () => {
  it('shows a single place where it stands', () => {
    const [finding] = check('落实规划（<|2021-2025年|>）。', '落实规划（2021—2025年）。');
    assert.equal(finding?.severity, 'hint');
  });

  it('reads years with 年, months and full-width hyphens', () => {
    check('完成时间<|2021年-2025年|>。');
    check('完成时间<|2021年3月-2022年6月|>。');
    check('完成时间<|2021－2025年|>。');
    check('落实规划（<|2021-2025|>）。');
  });

  it('tells several once, at the title, with one fix for all', () => {
    const text =
      '云溪区任务清单（2021-2025年）\n序号\t主要任务\t牵头单位\t完成时间\n1\t编目\t区数据局\t2022-2024年\n2\t归集\t区数据局\t2022-2025年';
    const [finding] = checkFindings(ID, text.replace(/^.*/, '<|$&|>'));
    assert.match(sentence(finding!), /^全文 3 处/);
    assert.equal(finding!.related.length, 3);
    assert.equal(applyFix(text, finding!), text.replace(/-(?=20)/g, '—'));
  });

  it('leaves dates, codes, addresses, and what goes backwards', () => {
    check(
      '2022-09-30前公布。',
      '索引号000000007/2023-00012年报。',
      '标准GB/T 2021-2025年版。',
      '见https://example.org/2021-2025年/a.html。',
      '从2025-2021年倒查。',
      '2021—2025年，2021～2025年，2021至2025年。',
    );
  });

  it('writes the dash', () => {
    fix('落实规划（<|2021年-2025年|>）。', '落实规划（2021年—2025年）。');
  });
});
