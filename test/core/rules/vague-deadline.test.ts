import assert from 'node:assert/strict';
import { checkFindings } from './findings';
import { measures, rows, stated } from './timePlans';

const check = (marked: string) => checkFindings('vague-deadline', marked);

describe('vague-deadline 无界时限', () => {
  for (const words of ['长期坚持', '持续推进', '常态化', '适时', '按上级部署', '按时间节点推进', '逐步推进']) {
    it(words, () => {
      const [finding] = check(rows(['清理河道', `<|${words}|>`, '河道名录']));
      assert.equal(finding?.severity, 'hint');
    });
  }

  it('in the annotation', () => {
    check(stated(['清理河道。', '<|长期坚持|>'], ['巡查河道。', '2023年底前']));
  });

  for (const words of [
    '2022年',
    '每年',
    '2022年起',
    '2022年12月底前，并长期坚持',
    '已完成',
    '2022-2025年，持续推进',
    '',
  ]) {
    it(`不报：${words}`, () => {
      check(rows(['清理河道', words, '河道名录']));
    });
  }

  it('不报：正文 running text', () => {
    check(measures('持续推进河道清淤，长期坚持巡查。'));
  });

  it('is said once where there are many', () => {
    const row = ['清理河道', '长期坚持', '河道名录'] as const;
    check(rows(['清理河道', '<|长期坚持|>', '河道名录'], row, row, row, row, row));
  });
});
