import assert from 'node:assert/strict';
import { checkFindings, checkFix, findingsOf, sentence, titleOf, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) => checkFindings('unit-misspelled', marked, surroundings);
const fix = (before: string, after: string, options?: Surroundings & { readonly title?: string }) =>
  checkFix('unit-misspelled', before, after, options);

const LOCAL: Surroundings = { units: ['区青苗扶助中心', '区河湖巡护站'] };

const plan = (...tasks: readonly string[]): string =>
  [
    '云溪区基层减负实施方案（2021—2025年）',
    '一、主要任务',
    ...tasks.map((task, index) => `${index + 1}.精简填报事项。${task}`),
  ].join('\n');

describe('unit-misspelled 单位名称疑似错写', () => {
  describe('责任括注与责任栏 lists of units', () => {
    it('one similar character mistaken is an error with one safe fix', () => {
      const [finding] = check(plan('（牵头单位：<|区司发局|>；责任单位：区财政局）'));
      assert.equal(finding?.severity, 'error');
      assert.match(sentence(finding), /疑为“区司法局”之误/);
      assert.equal(finding.fixes[0]?.safe, true);
      fix(plan('（牵头单位：<|区司发局|>；责任单位：区财政局）'), plan('（牵头单位：区司法局；责任单位：区财政局）'));
    });

    for (const [wrong, right] of [
      ['区应及管理局', '区应急管理局'],
      ['区退役军人事物局', '区退役军人事务局'],
      ['区人民检查院', '区人民检察院'],
      ['区生态境环局', '区生态环境局'],
    ] as const) {
      it(`${wrong} → ${right}`, () => {
        fix(plan(`（牵头单位：<|${wrong}|>）`), plan(`（牵头单位：${right}）`));
      });
    }

    it('a character too many is an error where the document writes it right elsewhere', () => {
      const [finding] = check(
        plan(
          '（牵头单位：区司法局；责任单位：云溪公安分局）',
          '（牵头单位：<|云溪公安局分局|>；责任单位：区财政局）',
          '（牵头单位：云溪公安分局；责任单位：区财政局）',
        ),
      );
      assert.equal(finding?.severity, 'error');
      assert.match(sentence(finding), /本文另有 2 处写作“云溪公安分局”/);
    });

    it('what nobody else bears out is a remark, once for a name', () => {
      const [finding] = check(
        plan('（牵头单位：<|区信投局|>；责任单位：区财政局）', '（牵头单位：区司法局；责任单位：区信投局）'),
      );
      assert.equal(finding?.severity, 'info');
      assert.match(sentence(finding), /全文 2 处/);
      assert.equal(finding.fixes[0]?.safe, false);
    });

    it('another character in a short name stays another body even beside the known one', () => {
      const findings = check(
        plan(
          '（牵头单位：<|区信投局|>；责任单位：区信访局）',
          '（牵头单位：区信访局；责任单位：区财政局）',
          '（牵头单位：区信访局）',
        ),
      );
      assert.equal(findings[0]?.severity, 'info');
    });

    it('a slip that comes again and again is the name of somebody', () => {
      const findings = check(
        plan(
          '（牵头单位：<|区司发局|>）',
          '（牵头单位：区司发局）',
          '（牵头单位：区司发局）',
          '（牵头单位：区司发局）',
        ),
      );
      assert.deepEqual(
        findings.map(({ severity }) => severity),
        ['info'],
      );
    });

    it('several candidates: a person chooses', () => {
      const [finding] = check(plan('（牵头单位：<|区科经委|>）'));
      assert.equal(finding?.severity, 'info');
      assert.ok(finding.fixes.every(({ safe }) => !safe));
      assert.deepEqual(finding.fixes.map(titleOf).slice(0, 2), ['改为“区科技委”', '改为“区科委”']);
    });

    it('表格 in a table', () => {
      check(
        [
          '云溪区重点任务清单（2021—2025年）',
          '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
          '1\t精简填报事项\t<|区才政局|> 区司法局\t区民政局\t2022年',
        ].join('\n'),
      );
    });
  });

  describe('有本地名录 with a register of the workspace', () => {
    it('near is an error, and it may be listed or become an alias', () => {
      const [finding] = check(plan('（牵头单位：<|区信投局|>；责任单位：区财政局）'), LOCAL);
      assert.equal(finding?.severity, 'error');
      assert.deepEqual(finding.fixes.map(titleOf), [
        '改为“区信访局”',
        '将“区信投局”登记到单位名录',
        '将“区信投局”登记为“区信访局”的别名',
      ]);
    });

    it('knows the entries of the workspace', () => {
      fix(
        plan('（牵头单位：区司法局；责任单位：<|区青苗扶持中心|>）'),
        plan('（牵头单位：区司法局；责任单位：区青苗扶助中心）'),
        LOCAL,
      );
      check(plan('（牵头单位：区司法局；责任单位：区青禾扶持中心）'), LOCAL);
    });

    it('no place is found by unknown-unit as well', () => {
      const text = plan('（牵头单位：区司发局；责任单位：区青苗扶持中心、区青穗局）');
      const [misspelled, unknown] = ['unit-misspelled', 'unknown-unit'].map((rule) => findingsOf(rule, text, LOCAL));
      assert.deepEqual([misspelled?.length, unknown?.length], [2, 1]);
    });
  });

  describe('正文 running text', () => {
    it('a commission of the party with words too many', () => {
      fix(
        plan('<|区委全面推进依法治区委员会办公室|>加强督促。（牵头单位：区司法局）'),
        plan('区委全面依法治区委员会办公室加强督促。（牵头单位：区司法局）'),
      );
    });

    it('a commission that governs another sort of place', () => {
      fix(
        plan('报<|区委全面依法治县委员会|>审议。（牵头单位：区司法局）'),
        plan('报区委全面依法治区委员会审议。（牵头单位：区司法局）'),
      );
      fix(plan('（牵头单位：<|县委依法治区办|>）'), plan('（牵头单位：县委依法治县办）'));
      check(plan('（牵头单位：市委依法治市办；责任单位：云溪区委全面依法治区委员会办公室）'));
    });

    it('in a document without annotations and in a report', () => {
      check('云溪区法治建设工作方案\n一、加强领导\n<|区委全面推进依法治区委员会|>加强督促。');
      check('云溪区2023年法治建设工作报告\n一、加强领导\n<|区委全面推进依法治区委员会|>加强督促。');
    });

    it('a bureau with one mistaken character', () => {
      check(plan('由<|区司发局|>汇总情况。（牵头单位：区司法局）'));
    });

    it('sentences about a commission are none of its names', () => {
      check(
        plan(
          '区委成立全面依法治区委员会，区委召开全面依法治区委员会会议。',
          '县委推进全面依法治县委员会规范运行。',
          '区委平安云溪建设领导小组、区委宣传思想文化工作领导小组加强统筹。',
          '提请区委审计委员会、区委农村工作领导小组、区委农村工作委员会审议。',
          '《区委全面推进依法治区委员会工作规则》继续有效。',
        ),
      );
    });

    it('words that only end like a bureau', () => {
      check(plan('形成全区一盘棋格局。破解园区发展困局，社区工作打开新局面。'));
    });
  });

  it('从不报 never: known names of any form', () => {
    check(
      plan(
        '（牵头单位：云溪公安分局；责任单位：市自然资源和规划局云溪分局、云溪生态环境局、区12345智慧城市管理中心）',
        '（牵头单位：区委依法治区办；责任单位：区纪委监委机关、区事业单位登记管理局、区直各部门、各镇街）',
        '（牵头单位：区青苗扶助中心；责任单位：区碧水投资公司、区农业农村水利局、区文化旅游体育局、区文化体育旅游局）',
      ),
    );
  });
});
