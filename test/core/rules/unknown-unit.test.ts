import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) => checkFindings('unknown-unit', marked, surroundings);
const fix = (before: string, after: string, options?: Surroundings & { readonly title?: string }) =>
  checkFix('unknown-unit', before, after, options);

/** A workspace that keeps a register. */
const LOCAL: Surroundings = { units: ['区青苗扶助中心', '区河湖巡护站', '招商专班'] };

const plan = (...annotations: readonly string[]): string =>
  [
    '云溪区基层减负实施方案（2021—2025年）',
    '一、主要任务',
    ...annotations.map((annotation, index) => `${index + 1}.精简填报事项，合并同类台账。${annotation}`),
  ].join('\n');

describe('unknown-unit 未登记单位', () => {
  describe('没有本地名录 without a register of the workspace', () => {
    it('says so as a remark, once for a name', () => {
      const [finding, ...rest] = check(
        plan('（牵头单位：<|区青穗局|>；责任单位：区财政局）', '（牵头单位：区司法局；责任单位：区青穗局）'),
      );
      assert.equal(finding?.severity, 'info');
      assert.match(sentence(finding), /基础名册.*2 处/);
      assert.deepEqual(rest, []);
    });

    it('offers to register it, and no alias, for there is no entry to add one to', () => {
      const [finding] = check(plan('（牵头单位：<|区青穗局|>；责任单位：区财政局）'));
      assert.deepEqual(
        finding?.fixes.filter(({ kind }) => kind !== 'edit').map(({ kind }) => kind),
        ['register'],
      );
    });

    it('lets bodies of a place be, that no list can hold', () => {
      check(plan('（牵头单位：区青苗扶助中心；责任单位：区沿河治理工作专班、区碧水投资公司、石桥镇）'));
    });
  });

  describe('有本地名录 with a register of the workspace', () => {
    it('is an error at every place', () => {
      const findings = check(
        plan('（牵头单位：<|区青穗局|>；责任单位：区财政局）', '（牵头单位：区司法局；责任单位：<|区青穗局|>）'),
        LOCAL,
      );
      assert.deepEqual(
        findings.map(({ severity }) => severity),
        ['error', 'error'],
      );
    });

    it('looking like a centre or a task force is not enough any more', () => {
      check(
        plan('（牵头单位：区青苗扶助中心；责任单位：<|区银杏扶助中心|>、<|区沿河治理工作专班|>、招商专班）'),
        LOCAL,
      );
    });

    it('offers entries of the workspace that are somewhat like it', () => {
      fix(
        plan('（牵头单位：区司法局；责任单位：<|区青禾扶持中心|>）'),
        plan('（牵头单位：区司法局；责任单位：区青苗扶助中心）'),
        LOCAL,
      );
    });

    it('leaves names near to a known one to unit-misspelled', () => {
      check(plan('（牵头单位：区司发局；责任单位：区青苗扶持中心）'), LOCAL);
    });

    it('places, firms, schools and branches need no entry', () => {
      check(
        plan('（牵头单位：区河湖巡护站；责任单位：石桥镇人民政府、云溪公安分局、区碧水投资公司、云溪海关）'),
        LOCAL,
      );
    });
  });

  describe('从不报 never', () => {
    for (const surroundings of [{}, LOCAL]) {
      const where = surroundings === LOCAL ? '有名录' : '无名录';

      it(`${where}：派出机构、挂牌机构、名称带数字的单位 branches, offices, names with digits`, () => {
        check(
          plan(
            '（牵头单位：云溪公安分局；责任单位：市自然资源和规划局云溪分局、云溪生态环境局、市市场监管局云溪分局）',
            '（牵头单位：区国资办；责任单位：区退役军人事务局、区委巡察办、区纪委监委机关、区直机关工委、区档案馆）',
          ),
          surroundings,
        );
      });

      it(`${where}：人大、政协、两院和群团 people's congress, courts, societies`, () => {
        check(
          plan('（牵头单位：区人大常委会监司工委；责任单位：区政协、区法院、区检察院、团区委、区法学会）'),
          surroundings,
        );
      });

      it(`${where}：园区内设机构不冠级别字 departments of a development zone carry no level`, () => {
        check(
          plan('（牵头单位：党群部；责任单位：经发局、审批局、审计室、应急局、公安分局、依法治区办）'),
          surroundings,
        );
      });

      it(`${where}：集合称谓及其省略写法 collectives, also with parts left out`, () => {
        check(
          plan(
            '（牵头单位：区司法局；责任单位：区委、区政府各部门，各镇（街道））',
            '（牵头单位：区司法局；责任单位：区直各部门，各县区党委、政府）',
            '（责任单位：区教育局、区人社局等区直各部门）',
          ),
          surroundings,
        );
      });

      it(`${where}：附注、时间、括注以外的文字 remarks, times, words outside annotations`, () => {
        check(
          plan(
            '（责任单位：区司法局、区财政局，列第一位的为牵头单位，下同）',
            '（责任单位：区司法局，2023年6月底完成）',
            '（牵头单位：区司法局；责任单位：同上）',
            '区青穗局负责牵头，区财政局配合。',
          ),
          surroundings,
        );
      });
    }

    it('报告不查 a report is not looked at', () => {
      check(
        '云溪区2023年度法治政府建设工作报告\n一、主要做法\n1.清理台账。（牵头单位：区青穗局；责任单位：区财政局）',
        LOCAL,
      );
    });
  });

  it('跨行的名称整段标出 a name torn by a line end is marked as a whole', () => {
    check(
      [
        '云溪区基层减负实施方案',
        '一、主要任务',
        '1.精简填报事项，合并同类台账，清理多头部署、重复考核的事项。（牵头单位：区司法局；责任单位：<|区青',
        '穗局|>、区财政局）',
      ].join('\n'),
      LOCAL,
    );
  });

  it('表格中的单位 units in a table', () => {
    check(
      [
        '云溪区重点任务清单（2021—2025年）',
        '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
        '1\t精简填报事项\t<|区青穗局|> 区司法局\t区财政局\t2022年',
      ].join('\n'),
      LOCAL,
    );
  });
});
