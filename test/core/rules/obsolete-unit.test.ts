import assert from 'node:assert/strict';
import { createChecker } from '../../../server/src/core/rules/check';
import { RULES } from '../../../server/src/core/rules/index';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { createRegister } from '../../../server/src/core/units/register';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('obsolete-unit', marked);

const plan = (period: string, ...tasks: readonly string[]): string =>
  [
    `云溪区安全隐患整治实施方案${period}`,
    '一、主要任务',
    ...tasks.map((task, index) => `${index + 1}.排查隐患。${task}`),
  ].join('\n');
const NOW = '（2021—2025年）';

describe('obsolete-unit 已撤并更名机构', () => {
  it('a body that was gone when the document was issued', () => {
    const [finding] = check(plan(NOW, '（牵头单位：<|区安监局|>；责任单位：区住建局）'));
    assert.equal(finding?.severity, 'warning');
    assert.match(sentence(finding), /自 2019 年起.*本文件为 2021 年.*“区应急管理局”/);
  });

  it('puts the successor in its place', () => {
    checkFix(
      'obsolete-unit',
      plan(NOW, '（牵头单位：<|区政府法制办|>；责任单位：区住建局）'),
      plan(NOW, '（牵头单位：区司法局；责任单位：区住建局）'),
    );
  });

  it('in tables and running text', () => {
    check(
      [
        '云溪区重点任务清单（2021—2025年）',
        '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
        '1\t排查隐患\t<|区工商局|> 区司法局\t区民政局\t2022年',
      ].join('\n'),
    );
    check(plan(NOW, '排查结果报<|区安监局|>和<|县卫计委|>备案。（牵头单位：区应急局）'));
  });

  it('in the year of the reform a hint, the year after a warning', () => {
    const severity = (year: number) => check(plan(`（${year}年）`, '（牵头单位：<|区安监局|>）'))[0]?.severity;
    assert.deepEqual([severity(2019), severity(2020)], ['hint', 'warning']);
  });

  it('what only the place knows is a hint', () => {
    const findings = check(
      plan(NOW, '（牵头单位：区交通局；责任单位：<|云溪运管所|>、<|区经委|>）', '（责任单位：<|高新区安监局|>）'),
    );
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['hint', 'hint', 'hint'],
    );
  });

  describe('文件的年份 the year of the document', () => {
    it('what was right when it was written stays right', () => {
      check(plan('（2016—2020年）', '（牵头单位：区安监局；责任单位：区扶贫办）'));
      check(plan('（2022—2025年）', '（牵头单位：区乡村振兴局；责任单位：<|区扶贫办|>）'));
    });

    it('the day of issue counts before the period of the title', () => {
      check(
        `${plan('（2016—2020年）', '（牵头单位：<|区安监局|>；责任单位：区住建局）')}\n云溪区人民政府\n2019年6月3日`,
      );
      check(`${plan(NOW, '（牵头单位：区扶贫办；责任单位：区住建局）')}\n云溪区人民政府\n2020年12月3日`);
    });

    it('without a year nothing is said', () => {
      check(plan('', '（牵头单位：区安监局；责任单位：区住建局）'));
    });
  });

  it('从不报 never: history, titles and quotations, names still in use, reports', () => {
    check(
      plan(
        NOW,
        '原区政府法制办和原区司法局合并组建新的区司法局。',
        '区安监局更名为区应急管理局后，区扶贫办的职责划入区农业农村局。',
        '继续执行《云溪区安监局关于隐患排查的通知》，用好“区扶贫办”公众号。',
        '社区计生委员、园区环保局面较稳。',
        '（牵头单位：区人防办；责任单位：区文化和旅游局、区生态环境局、区金融办、区信访局）',
      ),
    );
    check('云溪区2023年安全生产工作报告\n一、主要做法\n1.区安监局加强检查。');
  });

  it('a former name in the register of the workspace', () => {
    const register = createRegister([
      {
        name: '区数据局',
        kind: 'gov-dept',
        aliases: [],
        formerNames: [{ name: '区智慧办', until: 2023 }],
        origin: 'local',
      },
    ]);
    const found = (year: number) =>
      createChecker(RULES)(
        readPlan(readText(plan(`（${year}年）`, '（牵头单位：区智慧办）'))),
        register,
      ).findings.filter(({ rule }) => rule === 'obsolete-unit');
    assert.match(found(2024).map(sentence).join(), /已改为“区数据局”/);
    assert.deepEqual(found(2022), []);
  });
});
