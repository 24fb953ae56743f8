import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../../server/src/core/rules/config';
import { checkFindings } from './findings';
import { markdownRows, rows } from './timePlans';

const check = (marked: string) => checkFindings('outcome-restates-task', marked);
const SAME = '建立河道淤积监测预警和分级处置机制';

describe('outcome-restates-task 成果栏复述任务栏', () => {
  it('finds the words that return', () => {
    const [finding] = check(rows([`${SAME}，定期发布信息。`, '2022年', `<|${SAME}|>。`]));
    assert.equal(finding?.severity, 'hint');
    check(markdownRows([SAME, '2022年', `形成报告；<|${SAME}|>。`]));
  });

  it('不报：较短的 less than seventeen characters', () => {
    check(rows(['建立河道淤积监测预警机制', '2022年', '建立河道淤积监测预警机制。']));
  });

  it('不报：法规名称、引号里的词语 titles and quoted terms', () => {
    check(
      rows([
        '落实《云溪区河道淤积监测预警和分级处置办法》',
        '2022年',
        '《云溪区河道淤积监测预警和分级处置办法》宣传活动',
      ]),
    );
    check(
      rows([
        '落实“谁开发谁保护、谁受益谁补偿、谁破坏谁修复”要求',
        '2022年',
        '“谁开发谁保护、谁受益谁补偿、谁破坏谁修复”的办法',
      ]),
    );
  });

  it('has an option for the length', () => {
    const config = { ...DEFAULT_CONFIG, options: { 'outcome-restates-task': { length: 10 } } };
    checkFindings(
      'outcome-restates-task',
      rows(['建立河道淤积监测预警机制', '2022年', '<|建立河道淤积监测预警机制|>。']),
      { config },
    );
  });
});
