import assert from 'node:assert/strict';
import { RULES } from '../../../server/src/core/rules/index';
import { checkFindings } from './findings';
import { rows } from './timePlans';

const on = { config: { severities: { 'vague-outcome': 'hint' as const } } };

describe('vague-outcome 成果不可检验', () => {
  it('is off by default', () => {
    assert.equal(RULES.find(({ id }) => id === 'vague-outcome')?.severity, 'off');
  });

  it('finds outcomes without anything to hold in the hand', () => {
    checkFindings('vague-outcome', rows(['清理河道', '2022年', '<|河道面貌进一步改善|>']), on);
    checkFindings('vague-outcome', rows(['清理河道', '2022年', '<|取得明显成效。|>']), on);
  });

  for (const outcome of [
    '清理河道12条',
    '形成河道名录，水质明显改善',
    '印发《河道管护办法》',
    '巡查覆盖所有河道',
    '河道',
  ]) {
    it(`不报：${outcome}`, () => {
      checkFindings('vague-outcome', rows(['清理河道', '2022年', outcome]), on);
    });
  }
});
