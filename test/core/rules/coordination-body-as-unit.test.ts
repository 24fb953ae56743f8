import assert from 'node:assert/strict';
import { checkFindings, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) =>
  checkFindings('coordination-body-as-unit', marked, surroundings);

const plan = (...annotations: readonly string[]): string =>
  ['云溪区普法实施方案', '一、主要任务', ...annotations.map((one, index) => `${index + 1}.落实普法责任。${one}`)].join(
    '\n',
  );

describe('coordination-body-as-unit 议事协调机构办公室作责任单位', () => {
  it('the office of a leading group as lead or responsible unit', () => {
    const findings = check(
      plan(
        '（牵头单位：<|区依法行政办|>；参加单位：区政府其他有关部门）',
        '（责任单位：<|区法宣办|>）',
        '（牵头单位：<|县人工智能专班办公室|>；责任单位：县科技局）',
        '（牵头单位：<|区未成年人保护工作领导小组办公室|>）',
      ),
    );
    assert.ok(findings.every(({ severity }) => severity === 'info'));
  });

  it('in a table', () => {
    check(
      [
        '云溪区重点任务清单（2021—2025年）',
        '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
        '1\t规范执法\t<|区依法行政办|> 区司法局\t区各有关部门\t2022年',
      ].join('\n'),
    );
  });

  it('从不报 never: standing offices, offices of the party committee, participants, collectives', () => {
    check(
      plan(
        '（牵头单位：区安委办、区河长办；责任单位：区爱卫办、区禁毒办、区双拥办、区防指办）',
        '（牵头单位：区委依法治区办；责任单位：区委编办、区委网信办、区委巡察办、区政务办、区国动办）',
        '（牵头单位：区司法局；参加单位：区依法行政办、区推进依法行政工作领导小组成员单位）',
        '（牵头单位：区招商专班；责任单位：区行政复议委员会）',
      ),
    );
  });

  it('a register that lists it has confirmed it', () => {
    check(plan('（牵头单位：区法宣办；责任单位：<|区依法行政办|>）'), { units: ['区法宣办'] });
  });
});
