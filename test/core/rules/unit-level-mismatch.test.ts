import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';

const check = (marked: string) => checkFindings('unit-level-mismatch', marked);

/** Enough of its own level for a few slips to stand out. */
const OWN =
  '（牵头单位：区数据局；责任单位：区财政局、区民政局、区司法局、区教育局、区住建局、区卫健委、区应急局、区审计局、区统计局、区信访局、区人社局、区商务局、区委编办、区委宣传部、区委组织部、区委政法委、区总工会、区残联、区妇联、区档案馆、区医保局）';

const plan = (...tasks: readonly string[]): string =>
  [
    '云溪区数据共享实施方案（2021—2025年）',
    '一、主要任务',
    `1.编制目录。${OWN}`,
    ...tasks.map((task, index) => `${index + 2}.归集数据。${task}`),
  ].join('\n');

describe('unit-level-mismatch 责任主体或提法层级不符', () => {
  describe('责任 responsibilities', () => {
    it('departments of the level above', () => {
      const findings = check(
        plan(
          '（牵头单位：区数据局；参加单位：区委有关部门、<|市政府各部门|>）',
          '（牵头单位：区数据局；责任单位：<|市司法局|>、<|市委宣传部|>、<|市直有关部门|>）',
        ),
      );
      assert.ok(findings.every(({ severity }) => severity === 'error'));
    });

    it('counties and districts in a document of one of them', () => {
      check(
        plan(
          '（牵头单位：区数据局；参加单位：<|各县区政府|>）',
          '（牵头单位：区数据局；参加单位：<|各县区党委、政府|>）',
          '（牵头单位：区数据局；参加单位：<|各县（市、区）人民政府|>）',
        ),
      );
    });

    it('in a table', () => {
      const row = '区财政局 区民政局 区司法局 区教育局 区住建局 区卫健委';
      check(
        [
          '云溪区重点任务清单（2021—2025年）',
          '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
          `1\t编制目录\t区数据局\t${row}\t2022年`,
          '2\t归集数据\t区数据局\t<|市政府各部门|>\t2022年',
        ].join('\n'),
      );
    });

    it('departments of the province in a document of the city', () => {
      const own = OWN.replace(/区(?=[^域])/g, '市');
      check(
        `澄江市数据共享实施方案\n一、任务\n1.编制目录。${own}\n2.归集数据。（牵头单位：市数据局；责任单位：<|省直有关部门|>、各县（市、区）人民政府）`,
      );
    });

    it('the quick fix names the unit of this level', () => {
      checkFix(
        'unit-level-mismatch',
        plan('（牵头单位：区数据局；参加单位：<|市政府各部门|>）'),
        plan('（牵头单位：区数据局；参加单位：区政府各部门）'),
      );
    });
  });

  describe('提法 scopes', () => {
    it('a measure of the district that is to improve the whole city', () => {
      const [finding] = check(plan(`组织开展信用评价，<|提升全市政务诚信水平|>。${OWN}`));
      assert.equal(finding?.severity, 'error');
    });

    it('calling itself our city is a hint', () => {
      const [finding] = check(plan(`落实<|我市|>数据目录，明确共享范围。${OWN}`));
      assert.equal(finding?.severity, 'hint');
    });

    it('goes to the own level by the quick fix', () => {
      checkFix('unit-level-mismatch', plan('完善流程，<|优化全市营商环境|>。'), plan('完善流程，优化全区营商环境。'));
    });
  });

  describe('从不报 never', () => {
    it('branches and vertically managed bodies', () => {
      check(
        plan(
          '（牵头单位：市自然资源和规划局云溪分局；责任单位：云溪公安分局、云溪生态环境局、市公积金中心云溪管理部）',
          '（牵头单位：区数据局；责任单位：市税务局、市气象局、市供电公司、市消防救援支队云溪大队、市驻区单位）',
        ),
      );
    });

    it('own collectives, also with parts left out, and grass roots', () => {
      check(plan('（牵头单位：区数据局；参加单位：区委、区政府各部门，各镇街，各园区，各有关单位，各社区）'));
    });

    for (const text of [
      '配合市数据局建立全市案例库，提升全市治理水平。',
      '按市统一部署推进，持续走在全市前列。',
      '执行市级任务，建成全市统一的审批管理体系。',
      '纳入全市信用共享平台，依托市“双公示”平台归集。',
      '根据市级目录，健全全市统一的规范体系。',
      '市委、市政府印发的《关于提升全市政务诚信水平的意见》，“落实我市要求”。',
      '协助推进市级层面协同立法，争当全市标杆。',
      '为全市高质量发展贡献力量，助力提升全市创新能力。',
      '纳入全国、省、市、区法治政府建设指标体系。',
      '先行先试，助推我市整体工作进入全省第一方阵。',
      '本市户籍人员可以申请，城市我行我素现象减少。',
    ]) {
      it(text, () => {
        check(plan(text));
      });
    }

    it('a document of the city', () => {
      const own = OWN.replace(/区(?=[^域])/g, '市');
      check(
        `澄江市数据共享实施方案\n一、任务\n1.结合我市实际，提升全市治理水平。${own}\n2.归集数据。（牵头单位：市数据局；责任单位：各县（市、区）人民政府）`,
      );
    });

    it('a document that names two levels in like numbers', () => {
      check(
        [
          '云溪区数据共享实施方案',
          '一、任务',
          '1.编制目录。（牵头单位：区数据局；责任单位：区财政局、区民政局、区司法局、区教育局）',
          '2.归集数据。（牵头单位：市数据局；责任单位：市财政局、市民政局）',
        ].join('\n'),
      );
    });

    it('a report', () => {
      check(
        '云溪区2023年数据共享工作报告\n一、做法\n1.提升全市政务诚信水平，落实我市部署。全区、我区、全区、我区、全区、我区、全区、我区、全区、我区。',
      );
    });
  });
});
