import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';
import { measures, rows } from './timePlans';

const check = (marked: string) => checkFindings('short-year', marked);

describe('short-year 年份简写', () => {
  const wrong: readonly string[] = [
    '在<|21年底|>前完成。',
    '到<|23年年底|>全部达标。',
    '<|23年6月|>底前完成。',
    '<|24年第一季度|>启动，<|24年上半年|>建成。',
    '完成<|25年度|>考核。',
  ];
  for (const text of wrong) {
    it(text, () => {
      const [finding] = check(measures(`落实责任，${text}`));
      assert.equal(finding?.severity, 'warning');
    });
  }

  it('in a column', () => {
    check(rows(['清理河道', '<|23年底|>前', '河道名录']));
  });

  const innocent: Readonly<Record<string, string>> = {
    五年规划: '落实“十四五”规划，“十四五”期间全部达标。',
    时间长度: '使用25年以上的水闸更换，25年内免费，为期15年，30年不变，近20年来。',
    满几年: '对满20年底座加固，工龄满25年6月起补贴，连续15年上半年增长。',
    年龄: '60周岁以上、工龄30年的人员。',
    四位年份: '2021年底前完成，2021—25年底前持续，2021-23年6月。',
    文号: '云政发〔21〕3号。',
    小数: '缩短为1.25年底座。',
    个月: '期限为20年3个月。',
  };
  for (const [name, text] of Object.entries(innocent)) {
    it(`不报：${name}`, () => {
      check(measures(text));
    });
  }

  it('writes the year in full', () => {
    checkFix('short-year', measures('在<|23年底|>前完成。'), measures('在2023年底前完成。'));
  });
});
