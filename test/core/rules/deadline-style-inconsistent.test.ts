import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';
import { measures, rows } from './timePlans';

const check = (marked: string) => checkFindings('deadline-style-inconsistent', marked);

describe('deadline-style-inconsistent 时限写法不统一', () => {
  it('finds the fewer, wherever they stand', () => {
    const [finding] = check(measures('2022年年底前普查。', '<|2023年底|>前清淤。', '2024年年底前验收。'));
    assert.equal(finding?.severity, 'hint');
    check(measures('2022年底前普查，<|2023年年底|>前清淤。', '2024年底前验收。'));
    check(
      rows(
        ['清理河道', '2022-2023年', '2022年底'],
        ['巡查河道', '<|2022年-2024年|>', '<|2023年年底|>'],
        ['修复', '2023-2024年', '2025年底'],
      ),
    );
  });

  it('finds the longer where there are as many of each', () => {
    check(measures('2022年底前普查。', '<|2023年年底|>前清淤。'));
  });

  const innocent: Readonly<Record<string, readonly string[]>> = {
    一致: ['2022年年底前普查。', '2023年年底前清淤。'],
    书名号里: ['2022年年底前普查。', '落实《2023年底前清淤计划》。'],
    句中的至: ['2021年至2023年普查。', '2022—2024年清淤，2023—2025年验收。'],
    月份: ['2022年6月底前普查。', '2023年年底前清淤。'],
  };
  for (const [name, texts] of Object.entries(innocent)) {
    it(`不报：${name}`, () => {
      check(measures(...texts));
    });
  }

  it('writes the fewer like the many', () => {
    checkFix(
      'deadline-style-inconsistent',
      measures('2022年年底前普查。', '<|2023年底|>前清淤。', '2024年年底前验收。'),
      measures('2022年年底前普查。', '2023年年底前清淤。', '2024年年底前验收。'),
    );
    checkFix(
      'deadline-style-inconsistent',
      rows(['清理河道', '2022—2023年', ''], ['巡查河道', '<|2022年—2024年|>', ''], ['修复', '2023—2024年', '']),
      rows(['清理河道', '2022—2023年', ''], ['巡查河道', '2022—2024年', ''], ['修复', '2023—2024年', '']),
    );
  });
});
