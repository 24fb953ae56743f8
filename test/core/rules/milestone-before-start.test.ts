import assert from 'node:assert/strict';
import { checkFindings } from './findings';
import { rows, stated } from './timePlans';

const check = (marked: string) => checkFindings('milestone-before-start', marked);

describe('milestone-before-start 成果里程碑早于起始', () => {
  it('finds what is over before the time begins, as a remark', () => {
    const [finding] = check(rows(['清理河道', '2023年', '应当在<|2022年底前|>完成普查']));
    assert.equal(finding?.severity, 'info');
    check(rows(['清理河道，<|2022年6月底前|>完成普查', '2023-2024年', '河道名录']));
    check(stated(['清理河道，<|2021年底前|>完成普查。', '2022—2023年']));
  });

  const innocent: Readonly<Record<string, readonly [string, string]>> = {
    时段之内: ['2022-2023年', '2022年底前完成普查'],
    没有起始: ['2023年底前', '2022年底前完成普查'],
    长期: ['长期坚持', '2022年底前完成普查'],
    往年的情况: ['2023年', '对2020年底前登记的船舶复核'],
    一句里的两头: ['2022-2024年', '2022年完成普查，2024年完成清淤'],
  };
  for (const [name, [deadline, outcome]] of Object.entries(innocent)) {
    it(`不报：${name}`, () => {
      check(rows(['清理河道', deadline, outcome]));
    });
  }
});
