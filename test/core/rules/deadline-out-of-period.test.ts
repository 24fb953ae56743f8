import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) =>
  checkFindings('deadline-out-of-period', marked, surroundings);

const TITLE = '云溪区河道管护实施方案（2021—2025年）';

/** Measures under a title; each runs through the whole rule. */
const plan = (title: string, ...measures: readonly string[]): string =>
  [
    title,
    '一、主要任务',
    ...measures.map((measure, index) => `${index + 1}.${measure}（牵头单位：区水务局；责任单位：区财政局）`),
  ].join('\n');

const table = (title: string, ...rows: readonly string[]): string =>
  [title, '序号\t主要任务\t牵头单位\t责任单位\t完成时间\t成果形式', ...rows].join('\n');

describe('deadline-out-of-period 时限超出规划期', () => {
  describe('晚于规划期 after the period', () => {
    const late: Readonly<Record<string, string>> = {
      年底前: '<|2026年底前|>完成河道清淤。',
      年末: '<|2026年末|>完成河道清淤。',
      某月底前: '<|2026年6月底前|>完成河道清淤。',
      某月上旬: '<|2026年3月上旬|>完成河道清淤。',
      某日前: '<|2026年3月31日前|>完成河道清淤。',
      季度: '<|2026年第一季度|>完成河道清淤。',
      半年: '<|2026年上半年|>完成河道清淤。',
      某年前: '<|2027年前|>完成河道清淤。',
      到某年: '<|到2026年|>河道全部清淤。',
      年度节点: '<|2026年|>完成河道清淤。',
      区间: '分批清淤，<|2024—2027年|>每年不少于三条。',
      一句两个时限: '2024年底前完成普查，<|2026年底前|>完成清淤。',
    };
    for (const [name, measure] of Object.entries(late)) {
      it(name, () => {
        check(plan(TITLE, measure));
      });
    }

    it('is an error and says the period', () => {
      const [finding] = check(plan(TITLE, '<|2026年底前|>完成河道清淤。'));
      assert.equal(finding?.severity, 'error');
      assert.equal(sentence(finding), '“2026年底前”晚于规划期 2021—2025 年。请核对年份，或修改标题中的规划期。');
    });

    it('in the annotation', () => {
      check(
        `${TITLE}\n一、主要任务\n1.清理河道。（牵头单位：区水务局；责任单位：区财政局；完成时限：<|2026年底前|>）\n2.巡查河道。（牵头单位：区水务局；完成时限：2025年底前）`,
      );
    });

    it('in the columns of a table', () => {
      check(
        table(
          '云溪区河道管护任务清单（2021—2025年）',
          '1\t清理河道\t区水务局\t区财政局\t<|2026年|>\t河道名录',
          '2\t巡查河道\t区水务局\t区财政局\t<|2024—2026年|>\t巡查记录',
          '3\t修复护岸\t区水务局\t区财政局\t2025年\t<|2026年底前|>完成验收',
          '4\t公示河长\t区水务局\t区财政局\t长期坚持\t公示牌',
        ),
      );
    });
  });

  describe('早于规划期 before the period', () => {
    it('finds the set phrases and what a column or field states', () => {
      const [finding] = check(plan(TITLE, '<|2020年底前|>完成河道普查。', '<|2020年6月底前|>建立台账。'));
      assert.match(sentence(finding!), /早于规划期/);
      check(table('云溪区河道管护任务清单（2021—2025年）', '1\t清理河道\t区水务局\t区财政局\t<|2020年|>\t河道名录'));
      check(
        table('云溪区河道管护任务清单（2021—2025年）', '1\t清理河道\t区水务局\t区财政局\t<|2020-2022年|>\t河道名录'),
      );
    });

    it('lets earlier years in running text be: they are mostly history', () => {
      check(plan(TITLE, '在2020年完成普查的基础上，开展清淤。', '2018—2020年期间建成的护岸纳入管护。'));
    });
  });

  describe('不是时限 no deadlines', () => {
    const innocent: Readonly<Record<string, string>> = {
      期内各种写法:
        '2023年底前完成普查，2024年6月底前完成清淤，到2025年全部达标，2021—2025年每年巡查，2025年前建成平台。',
      远景: '到2035年，河道生态全面恢复。',
      双碳目标: '力争2030年前实现碳达峰、2060年前实现碳中和。',
      整五年的节点: '2030年全面建成幸福河湖。',
      写明远景的一句: '展望远景目标，2033年底前河道全部达标。',
      文号: '落实《河道管理办法》（云政发〔2019〕18号）和云政办函〔2027〕3号要求。',
      书名号: '落实《云溪区河湖保护规划（2026—2030年）》和《2027年底前治理计划》。',
      成文日期: '本方案参照2019年3月8日通过的办法制定。',
      报告期: '2019年度考核不合格的河段优先治理。',
      比较: '水质比2019年提高，较2020年底前后持平。',
      某日前的事物: '对2020年12月31日前登记的船舶复核，2000年底前建成的护岸全部改造。',
      已经做到的: '到2020年底，已建成护岸五处；在2020年底普查基础上开展清淤。',
      自某年起: '自2027年起不再采砂，从2019年开始推行河长制。',
      截至: '截至2020年底，已建成护岸五处。',
      有效期: '许可有效期至2027年12月31日。',
      到期: '对2026年6月30日前到期的合同续签。',
      印发的: '按照2020年12月印发的技术规程执行。',
      修订的: '执行2019年修订的标准。',
      起施行: '自2027年1月1日起施行。',
      周期: '每年3月1日前报送上年情况。',
      相对期限: '自受理之日起20个工作日内办结。',
      行动名称: '开展河道整治三年行动和“清河2028”行动。',
      号码: '拨打12345热线，实行7×24小时值守，编号2027-01486。',
    };
    for (const [name, measure] of Object.entries(innocent)) {
      it(name, () => {
        check(plan(TITLE, measure));
      });
    }

    it('落款日期、网页元数据 the date of issue and what a web page leaves behind', () => {
      check(
        `索引号：2027-01486\n发布日期：2027-01-06\n${plan(TITLE, '2023年底前完成普查。')}\n云溪区人民政府办公室\n2027年1月6日`,
      );
    });

    it('报告 reports', () => {
      check(
        '云溪区2019年度河道管护工作报告\n一、主要做法\n1.2019年底前完成普查。\n二、2020年工作安排\n1.2020年底前完成清淤。',
      );
    });
  });

  describe('规划期从哪里来 where the period comes from', () => {
    const bare = '云溪区河道管护实施方案';

    it('front matter is stronger than the title', () => {
      check(`---\n期间: 2024-2028\n---\n${plan(TITLE, '2027年底前完成清淤。', '<|2029年底前|>完成验收。')}`);
    });

    it('a period of five years by its name', () => {
      check(plan('云溪区“十五五”河道管护实施方案', '2028年底前完成清淤。', '<|2025年底前|>完成普查。'));
    });

    it('one year in the title', () => {
      check(plan('云溪区2024年河道管护实施方案', '2024年9月底前完成清淤。', '<|2025年6月底前|>完成验收。'));
    });

    it('the setting, where the document states none', () => {
      const period = { start: 2024, end: 2028 };
      check(plan(bare, '2027年底前完成清淤。', '<|2029年底前|>完成验收。'), { period });
      check(plan(TITLE, '<|2027年底前|>完成清淤。'), { period });
    });

    it('else 2021—2025, and the message says that this is a guess', () => {
      const [finding] = check(plan(bare, '2025年底前完成清淤。', '<|2026年底前|>完成验收。'));
      assert.equal(finding?.severity, 'error');
      assert.match(sentence(finding), /文中没有写明规划期，按默认值核对/);
    });

    it('with a date of issue inside it the guess is a mere remark', () => {
      const [finding] = check(`${plan(bare, '<|2026年底前|>完成验收。')}\n云溪区人民政府办公室\n2023年5月6日`);
      assert.equal(finding?.severity, 'info');
    });

    it('issued outside of it nothing is guessed', () => {
      check(`${plan(bare, '2026年底前完成验收。')}\n云溪区人民政府办公室\n2026年5月6日`);
      check(`---\n成文日期: 2019-05-06\n---\n${plan(bare, '2020年底前完成验收。')}`);
    });
  });

  describe('修改 fixes', () => {
    const fix = (before: string, after: string) => checkFix('deadline-out-of-period', before, after);

    it('moves the year into the period and leaves the rest', () => {
      fix(plan(TITLE, '<|2027年6月底前|>完成河道清淤。'), plan(TITLE, '2025年6月底前完成河道清淤。'));
      fix(plan(TITLE, '<|力争到2028年|>河道全部清淤。'), plan(TITLE, '力争到2025年河道全部清淤。'));
      fix(plan(TITLE, '<|2020年底前|>完成河道普查。'), plan(TITLE, '2021年底前完成河道普查。'));
    });

    it('in a column', () => {
      const title = '云溪区河道管护任务清单（2021—2025年）';
      fix(
        table(title, '1\t清理河道\t区水务局\t区财政局\t<|2026年|>\t河道名录'),
        table(title, '1\t清理河道\t区水务局\t区财政局\t2025年\t河道名录'),
      );
    });

    it('offers none for a span: either end may be wrong', () => {
      const [finding] = check(plan(TITLE, '分批清淤，<|2024—2027年|>每年不少于三条。'));
      assert.deepEqual(finding?.fixes, []);
    });
  });

  it('takes a goal in a plan that states no period as a sign of another period', () => {
    check('一、总体目标\n到2026年底，新增企业六十户。\n二、任务\n（一）办事。（牵头单位：区司法局）');
    check('一、任务\n（一）办事。<|2026年底前|>完成。（牵头单位：区司法局）');
  });
});
