import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) => checkFindings('missing-lead', marked, surroundings);
const fix = (before: string, after: string) => checkFix('missing-lead', before, after);

/** A plan whose first task says who leads, so that the others are judged one by one. */
const plan = (...tasks: readonly string[]): string =>
  [
    '云溪区数据共享实施方案（2021—2025年）',
    '一、主要任务',
    '1.编制目录。（牵头单位：区数据局；责任单位：区财政局）',
    ...tasks.map((task, index) => `${index + 2}.${task}`),
  ].join('\n');

/** A plan that nowhere says who leads. */
const leaderless = (title: string, ...annotations: readonly string[]): string =>
  [title, '一、主要任务', ...annotations.map((annotation, index) => `${index + 1}.归集数据。${annotation}`)].join('\n');

describe('missing-lead 缺少牵头单位', () => {
  describe('括注 annotations', () => {
    it('finds several responsible units and no lead', () => {
      const [finding] = check(plan('归集数据。<|（责任单位：区司法局、区民政局、区教育局）|>'));
      assert.equal(finding?.severity, 'warning');
      assert.match(sentence(finding), /列了 3 个责任单位/);
    });

    it('finds a collective alone', () => {
      const [finding] = check(plan('归集数据。<|（责任单位：区政府各部门）|>'));
      assert.match(sentence(finding!), /只有“区政府各部门”/);
    });

    it('finds a unit beside a collective', () => {
      check(plan('归集数据。<|（责任单位：区纪委监委、区政府各部门）|>'));
      check(plan('归集数据。<|（责任单位：区教育局、区人社局等区直各部门）|>'));
    });

    it('finds the annotation on a line of its own', () => {
      check(plan('归集数据，更新及时。\n<|责任单位：区司法局、区民政局|>'));
    });

    it('fields on lines of their own are one, blank lines between or not', () => {
      check(plan('归集数据，更新及时。\n\n牵头单位：区司法局\n\n责任单位：区民政局、区教育局'));
    });

    it('one unit leads', () => {
      check(plan('归集数据。（责任单位：区司法局）', '校核数据。（责任单位：区民政局等）'));
    });

    it('a lead or a verb of leading is enough', () => {
      check(
        plan(
          '归集数据。（牵头单位：区司法局、区民政局）',
          '校核数据。（区司法局牵头，区民政局、区教育局配合）',
          '开放数据。（区司法局会同区民政局负责）',
          '更新数据。（牵头单位：区司法局；责任单位：区政府各部门）',
          '应用数据。（责任单位：*区司法局、区民政局）',
        ),
      );
    });

    it('those responsible lead where others are said to assist', () => {
      check(
        plan(
          '归集数据。（责任单位：区司法局；配合单位：区民政局、区教育局）',
          '校核数据。（责任单位：区司法局、区民政局；配合单位：区教育局）',
        ),
      );
    });

    it('a lead may be told by a remark behind its name', () => {
      check(plan('归集数据。（责任单位：区司法局（牵头）、区民政局）'));
    });

    it('says nothing of 负责部门 and of units that share by their duties', () => {
      check(
        plan(
          '归集数据。（负责部门：区司法局、区民政局）',
          '校核数据。（区司法局、区民政局按职责分工负责）',
          '开放数据。（配合单位：区司法局、区民政局）',
        ),
      );
    });

    it('says nothing of words about leads and units', () => {
      check(plan('加强督导。各牵头单位和责任单位要逐项细化，明确责任单位和责任人。'));
    });
  });

  describe('首位规则 a rule that the first one leads', () => {
    const rule = '（责任单位：区司法局、区民政局，列第一位的为牵头单位，下同）';

    it('said in the first annotation it holds for all', () => {
      check(leaderless('云溪区数据共享实施方案', rule, '（责任单位：区民政局、区教育局）'));
    });

    it('said in a sentence it holds as well', () => {
      check(
        `${leaderless('云溪区数据共享实施方案', '（责任单位：区司法局、区民政局）', '（责任单位：区民政局、区教育局）')}\n二、保障\n责任单位列第一位的为牵头单位。`,
      );
    });

    it('a task that begins with a collective has a lead by that rule', () => {
      check(leaderless('云溪区数据共享实施方案', rule, '（责任单位：区政府各部门）'));
    });
  });

  describe('整篇都没有牵头 a plan that never says who leads', () => {
    it('gets one finding at its title, with the places', () => {
      const [finding] = check(
        leaderless(
          '<|云溪区数据共享实施方案|>',
          '（责任单位：区司法局、区民政局）',
          '（责任单位：区教育局）',
          '（责任单位：区政府各部门）',
        ),
      );
      assert.match(sentence(finding!), /^全文 2 处/);
      assert.deepEqual(
        finding?.related.map(({ range }) => range.start.line),
        [2, 4],
      );
    });

    it('with one place alone the finding stays there', () => {
      check(leaderless('云溪区数据共享实施方案', '<|（责任单位：区司法局、区民政局）|>', '（责任单位：区教育局）'));
    });

    it('the first lead stated brings the places back', () => {
      check(
        leaderless(
          '云溪区数据共享实施方案',
          '<|（责任单位：区司法局、区民政局）|>',
          '（牵头单位：区教育局）',
          '<|（责任单位：区政府各部门）|>',
        ),
      );
    });
  });

  describe('表格 tables', () => {
    const table = (...rows: readonly string[]): string =>
      ['云溪区重点任务清单', '序号\t主要任务\t牵头单位\t责任单位\t完成时间', ...rows].join('\n');

    it('finds an empty lead cell, shown at the number', () => {
      const [finding] = check(
        table('1\t编制目录\t区数据局\t区财政局\t2022年', '<|2|>\t归集数据\t\t区司法局、区民政局\t2022年'),
      );
      assert.match(sentence(finding!), /第 2 项任务的牵头栏为空/);
    });

    it('several empty cells among filled ones stay where they are', () => {
      check(
        table(
          '1\t编制目录\t区数据局\t区财政局\t2022年',
          '<|2|>\t归集数据\t\t区司法局\t2022年',
          '<|3|>\t校核数据\t\t区民政局\t2022年',
        ),
      );
    });

    it('says nothing of group rows and of rows that continue the one above', () => {
      check(
        table(
          '一、数据归集方面（共2项）',
          '1\t编制目录\t区数据局\t区财政局\t2022年',
          '\t目录每年更新\t\t区司法局\t2023年',
          '2\t归集数据\t区司法局 区民政局\t区各有关部门\t2022年',
        ),
      );
    });

    it('a column of those who assist makes the responsible ones lead', () => {
      check(
        [
          '云溪区重点任务清单',
          '序号\t主要任务\t责任单位\t配合单位\t完成时间',
          '1\t编制目录\t区数据局、区司法局\t区财政局\t2022年',
        ].join('\n'),
      );
    });

    it('without a lead column the responsible cell is read like an annotation', () => {
      check(
        [
          '云溪区重点任务清单',
          '序号\t主要任务\t责任单位\t完成时间',
          '1\t编制目录\t区数据局\t2022年',
          '2\t归集数据\t<|区司法局、区民政局|>\t2022年',
        ].join('\n'),
      );
    });
  });

  describe('修改 fixes', () => {
    it('makes the first one lead', () => {
      fix(
        plan('归集数据。<|（责任单位：区司法局、区民政局、区教育局）|>'),
        plan('归集数据。（牵头单位：区司法局；责任单位：区民政局、区教育局）'),
      );
    });

    it('keeps width and wording as they are', () => {
      fix(plan('归集数据。<|(责任部门:区司法局,区民政局)|>'), plan('归集数据。(牵头部门:区司法局;责任部门:区民政局)'));
    });

    it('offers none where a collective comes first or there is nobody else', () => {
      const [first, second] = check(
        plan('归集数据。<|（责任单位：区政府各部门、区司法局）|>', '校核数据。<|（责任单位：区直各部门）|>'),
      );
      assert.deepEqual([...first!.fixes, ...second!.fixes], []);
    });
  });

  it('报告和叙述式方案不报 reports and plans without annotations', () => {
    check('云溪区2023年度工作报告\n一、主要做法\n1.归集数据。（责任单位：区司法局、区民政局）');
    check(
      '云溪区数据共享实施方案\n一、主要任务\n（一）归集数据。健全机制。\n（二）校核数据。健全机制。\n（三）开放数据。健全机制。',
    );
  });
});
