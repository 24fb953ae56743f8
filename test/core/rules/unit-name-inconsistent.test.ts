import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) =>
  checkFindings('unit-name-inconsistent', marked, surroundings);

const plan = (...lists: readonly string[]): string =>
  [
    '云溪区项目建设实施方案（2021—2025年）',
    '一、主要任务',
    ...lists.map((list, index) => `${index + 1}.编制目录。（牵头单位：${list}）`),
  ].join('\n');

describe('unit-name-inconsistent 同一单位称谓前后不一', () => {
  it('the rarer of two names', () => {
    const [finding] = check(plan('区发改委；责任单位：区财政局', '区发改委', '<|区发改局|>；责任单位：区审计局'));
    assert.equal(finding?.severity, 'warning');
    assert.match(sentence(finding), /是同一单位，全文多数写作“区发改委”（2 处）/);
    assert.equal(finding.related.length, 1);
    check(plan('区卫健委', '区卫健委', '<|区卫健局|>', '<|区卫健局|>', '区卫健委'));
    check(plan('区水利局', '区水利局', '<|区水务局|>'));
  });

  it('in tables', () => {
    check(
      [
        '云溪区重点任务清单（2021—2025年）',
        '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
        '1\t编制目录\t区发改委\t区财政局\t2022年',
        '2\t归集数据\t区发改委\t区财政局\t2022年',
        '3\t开放数据\t<|区发改局|> 区财政局\t区审计局\t2022年',
      ].join('\n'),
    );
  });

  it('joined here, split there: both are shown', () => {
    const findings = check(plan('<|纪工委监察组|>、党群部', '<|纪工委、监察组|>；责任单位：党群部'));
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['warning', 'warning'],
    );
    assert.match(sentence(findings[0]!), /又写作“纪工委、监察组”/);
  });

  it('two signs of one office are a hint', () => {
    const [finding] = check(plan('区行政审批局', '区行政审批局', '<|区政务办|>；责任单位：区数据局'));
    assert.equal(finding?.severity, 'hint');
    assert.match(sentence(finding), /两块牌子/);
  });

  it('the quick fix takes the usual name', () => {
    checkFix(
      'unit-name-inconsistent',
      plan('区发改委', '区发改委', '<|区发改局|>；责任单位：区审计局'),
      plan('区发改委', '区发改委', '区发改委；责任单位：区审计局'),
    );
  });

  describe('从不报 never', () => {
    it('full and short names', () => {
      check(
        plan(
          '区发展和改革委员会',
          '区发改委；责任单位：区应急管理局、区应急局、区人社局',
          '区发改委；责任单位：区人力资源和社会保障局、区政府办、区政府办公室',
          '区委依法治区办',
          '区委全面依法治区委员会办公室',
        ),
      );
    });

    it('bodies that are two: in one list, of other levels, kept apart', () => {
      check(plan('区行政审批局', '区行政审批局', '区行政审批局、区政务办'));
      check(plan('区发改委', '区发改委；责任单位：市发改局'));
      check(plan('区应急局', '区应急局', '区应急委', '区城管委', '区城管局', '区机关事务局', '区机关事务中心'));
      check(plan('区纪委监委', '区纪委', '区监委', '区委督查室', '区委考核办'));
    });

    it('lists of two bodies whose names nobody writes together', () => {
      check(plan('区公安局、交警大队', '区司法局、财政局', '区财政局'));
    });
  });
});
