import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';
import { measures, measuresUnder, rows, rowsUnder } from './timePlans';

const check = (marked: string) => checkFindings('ambiguous-deadline', marked);

describe('ambiguous-deadline 时限表述有歧义', () => {
  it('finds 某年前 in words and in columns', () => {
    const [finding] = check(measures('<|2024年前|>实现巡查全覆盖。', '<|2025年之前|>全面达标。'));
    assert.equal(finding?.severity, 'hint');
    assert.match(sentence(finding), /到2024年底为止，还是到2023年底为止/);
    check(rows(['清理河道', '<|2024年前|>', '<|2025年以前|>全面达标']));
  });

  it('finds 某月前', () => {
    check(measures('<|2024年6月前|>完成普查。'));
  });

  it('finds a month of no year in a column, unless the document tells the year', () => {
    check(rows(['清理河道', '<|6月底前|>', '河道名录']));
    check(rowsUnder('云溪区2024年河道管护任务清单', ['清理河道', '6月底前', '河道名录']));
  });

  const innocent: Readonly<Record<string, string>> = {
    年底前: '2024年底前实现巡查全覆盖。',
    月底前: '2024年6月底前完成普查。',
    某日前: '2024年6月30日前完成普查。',
    说明对象: '改造2023年前建成的护岸。',
    往年: '2018年前完成登记的船舶复核。',
    全国的提法: '落实2030年前碳达峰、2060年前碳中和要求。',
    书名号里: '落实《2030年前碳达峰行动方案》。',
  };
  for (const [name, text] of Object.entries(innocent)) {
    it(`不报：${name}`, () => {
      check(measures(text));
    });
  }

  it('offers both readings', () => {
    const fix = (before: string, after: string, title: string) =>
      checkFix('ambiguous-deadline', measures(before), measures(after), { title });
    fix('<|2024年前|>全部达标。', '2024年底前全部达标。', '改为“2024年底前”');
    fix('<|2024年前|>全部达标。', '2023年底前全部达标。', '改为“2023年底前”');
    fix('<|2024年6月前|>完成普查。', '2024年5月底前完成普查。', '改为“2024年5月底前”');
    fix('<|2024年1月前|>完成普查。', '2023年12月底前完成普查。', '改为“2023年12月底前”');
  });

  it('不报：报告 reports', () => {
    check(measuresUnder('云溪区2024年度河道管护工作报告', '2024年前实现巡查全覆盖。'));
  });
});
