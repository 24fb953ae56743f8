import assert from 'node:assert/strict';
import { checkFindings, checkFix, titleOf } from './findings';
import { rows, rowsUnder } from './timePlans';

const check = (marked: string) => checkFindings('recurring-with-oneoff-deadline', marked);

describe('recurring-with-oneoff-deadline 周期性任务与单一年度时限矛盾', () => {
  it('finds a task or an outcome of every year beside one year', () => {
    const [finding] = check(rows(['<|每年开展两次河道普查|>', '2022年', '普查报告']));
    assert.equal(finding?.severity, 'hint');
    check(rows(['培训巡河员', '2023年', '<|每人每年接受不少于20学时的培训|>。']));
    check(rows(['<|逐年提高护岸完好率|>', '2022年', '完好率']));
  });

  it('says it once for a row', () => {
    check(rows(['<|每年普查|>，每年通报', '2022年', '每年印发报告']));
  });

  const innocent: Readonly<Record<string, readonly [string, string]>> = {
    时段: ['每年开展两次河道普查', '2022-2024年'],
    每年: ['每年开展两次河道普查', '每年'],
    长期: ['每年开展两次河道普查', '长期坚持'],
    某年底前建立: ['建立制度，每年开展两次普查', '2023年底前'],
    每季度每月: ['每季度通报，每月巡查', '2022年'],
    数量: ['清运每年产生的淤泥，每年约五万吨', '2022年'],
    书名号里: ['执行《每年清淤规程》', '2022年'],
  };
  for (const [name, [task, deadline]] of Object.entries(innocent)) {
    it(`不报：${name}`, () => {
      check(rows([task, deadline, '河道名录']));
    });
  }

  it('不报：只有一年的计划 a plan for one year', () => {
    check(rowsUnder('云溪区2022年河道管护任务清单', ['每年开展两次河道普查', '2022年', '普查报告']));
  });

  it('offers 每年, and a span to the end of the period', () => {
    const marked = rows(['<|每年开展两次河道普查|>', '2022年', '普查报告']);
    const fix = (deadline: string, title: string) =>
      checkFix('recurring-with-oneoff-deadline', marked, rows(['每年开展两次河道普查', deadline, '普查报告']), {
        title,
      });
    fix('每年', '把完成时间改为“每年”');
    fix('2022—2025年', '把完成时间改为“2022—2025年”');
    const [last] = check(rows(['<|每年普查|>', '2025年', '普查报告']));
    assert.deepEqual(last?.fixes.map(titleOf), ['把完成时间改为“每年”']);
  });
});
