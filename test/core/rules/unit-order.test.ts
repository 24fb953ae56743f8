import assert from 'node:assert/strict';
import { readPlan } from '../../../server/src/core/plan/plan';
import { createChecker } from '../../../server/src/core/rules/check';
import { RULES } from '../../../server/src/core/rules/index';
import { readText } from '../../../server/src/core/syntax/source';
import { createRegister } from '../../../server/src/core/units/register';
import { checkFindings, checkFix } from './findings';

const check = (marked: string) => checkFindings('unit-order', marked);

const plan = (...annotations: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...annotations.map((one, index) => `${index + 1}.编制目录。${one}`)].join(
    '\n',
  );

describe('unit-order 单位排序不合惯例', () => {
  it('the first unit behind one that comes later', () => {
    check(
      plan(
        '（牵头单位：区数据局；责任单位：区财政局、<|区委编办|>、区司法局）',
        '（牵头单位：区数据局；参加单位：区总工会、<|区财政局|>、区委编办）',
        '（责任单位：区数据局、区法院、<|区人大|>）',
      ),
    );
  });

  it('the quick fix sorts and leaves the marks', () => {
    checkFix(
      'unit-order',
      plan('（牵头单位：区数据局；责任单位：区总工会、<|区财政局|>，区妇联、区残联）'),
      plan('（牵头单位：区数据局；责任单位：区财政局、区总工会，区妇联、区残联）'),
    );
  });

  it('从不报 never: leads, the first of the responsible, across commas, bodies without a place', () => {
    check(
      plan(
        '（牵头单位：区数据局、区委网信办；责任单位：区委编办、区法院、区财政局、区总工会，区司法局）',
        '（责任单位：区数据局、区委编办、区财政局）',
        '（牵头单位：区数据局；责任单位：区总工会、云溪公安分局、各镇街、区各有关部门）',
      ),
    );
  });

  it('is off unless asked for', () => {
    const source = readText(plan('（牵头单位：区数据局；责任单位：区财政局、区委编办）'));
    const { findings } = createChecker(RULES)(readPlan(source), createRegister());
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'unit-order'),
      [],
    );
  });
});
