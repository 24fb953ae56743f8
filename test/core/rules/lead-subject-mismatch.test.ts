import assert from 'node:assert/strict';
import { checkFindings, sentence, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) =>
  checkFindings('lead-subject-mismatch', marked, surroundings);

const plan = (...tasks: readonly string[]): string =>
  ['云溪区法治建设实施方案', '一、主要任务', ...tasks.map((task, index) => `${index + 1}.${task}`)].join('\n');

describe('lead-subject-mismatch 牵头单位与事项职能不匹配', () => {
  it('a matter of certain departments led by others', () => {
    const [finding] = check(
      plan('完善政府督查机制，督促落实。（牵头单位：<|区委巡察办、区民政局|>；参加单位：区政府各部门）'),
    );
    assert.equal(finding?.severity, 'hint');
    assert.match(sentence(finding), /“政府督查”通常由政府办公室/);
    check(plan('加强公平竞争审查，清理存量文件。（牵头单位：<|区教育局|>；责任单位：区财政局）'));
  });

  it('in a table', () => {
    check(
      [
        '云溪区重点任务清单（2021—2025年）',
        '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
        '1\t依法制定行政规范性文件，严禁越权发文。\t<|区民政局|>\t区各有关部门\t2022年',
        '2\t依法制定行政规范性文件，严禁越权发文。\t区民政局 区司法局\t区各有关部门\t2022年',
      ].join('\n'),
    );
  });

  it('从不报 never: a usual department anywhere, another sentence, collectives, no lead', () => {
    check(
      plan(
        '完善政府督查机制。（牵头单位：区民政局；参加单位：区政府办公室）',
        '推进数据归集。完善政府督查机制。（牵头单位：区民政局；参加单位：区财政局）',
        '完善政府督查机制。（牵头单位：区政府各部门）',
        '完善政府督查机制。（责任单位：区民政局、区财政局）',
        '发展法律援助志愿者，政务公开栏每季度更新。（牵头单位：区民政局；参加单位：区财政局）',
      ),
    );
  });

  it('nor bodies of the place, whose duties nobody knows', () => {
    check(plan('完善政府督查机制。（牵头单位：区青苗扶助中心；参加单位：区财政局）'));
    check(plan('完善政府督查机制。（牵头单位：区督考室；参加单位：区财政局）'), { units: ['区督考室'] });
  });
});
