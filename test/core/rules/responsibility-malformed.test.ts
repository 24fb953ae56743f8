import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('responsibility-malformed', marked);
const fix = (before: string, after: string) => checkFix('responsibility-malformed', plan(before), plan(after));
const plan = (...tasks: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...tasks.map((task, index) => `${index + 1}.${task}`)].join('\n');

describe('responsibility-malformed 责任括注格式错误', () => {
  describe('括号 brackets', () => {
    it('are of one width and one shape', () => {
      const [first] = check(plan('归集数据。<|（责任单位：区数据局)|>', '校核数据。<|（区司法局牵头，区民政局配合)|>'));
      assert.equal(first?.severity, 'error');
      assert.match(sentence(first), /“（”与右括号“\)”不成对/);
      fix('归集数据。<|（责任单位：区数据局)|>', '归集数据。（责任单位：区数据局）');
      fix('归集数据。<|(责任单位：区数据局）|>', '归集数据。（责任单位：区数据局）');
      fix('归集数据。<|〔责任单位：区数据局）|>', '归集数据。〔责任单位：区数据局〕');
    });

    it('are closed', () => {
      fix('归集数据。<|（责任单位：区数据局、区司法局|>', '归集数据。（责任单位：区数据局、区司法局）');
      fix('归集数据。<|（责任单位：区委组织部（人才办）|>', '归集数据。（责任单位：区委组织部（人才办））');
    });

    it('are opened', () => {
      fix('归集数据。<|责任单位：|>区数据局、区司法局）', '归集数据。（责任单位：区数据局、区司法局）');
    });

    it('stand before the label', () => {
      fix(
        '归集数据。<|牵头单位：（区数据局；参加单位：区司法局）|>',
        '归集数据。（牵头单位：区数据局；参加单位：区司法局）',
      );
    });

    it('may be half-width, square or nested, and hold a full stop', () => {
      check(
        plan(
          '归集数据。(责任单位:区数据局)',
          '校核数据。〔责任单位：区委组织部（人才办）、区司法局〕',
          '开放数据。（责任单位：区数据局。）',
        ),
      );
    });

    it('may hold fields on lines of their own', () => {
      check(plan('归集数据。\n（牵头单位：区数据局；\n责任单位：区司法局）'));
      check(plan('归集数据。\n责任单位：（区数据局、区司法局）'));
      check(plan('归集数据。\n\n牵头单位：区数据局\n\n责任单位：区司法局、区民政局'));
      check(plan('归集数据。\n牵头单位：区数据局\n责任单位：区司法局、区民政局\n完成时限：2023年底'));
    });
  });

  describe('标点 marks', () => {
    it('before the closing bracket are one too many', () => {
      fix('归集数据。（责任单位：区数据局、区司法局<|，）|>', '归集数据。（责任单位：区数据局、区司法局）');
      fix(
        '归集数据。（牵头单位：区数据局；责任单位：区司法局<|；）|>',
        '归集数据。（牵头单位：区数据局；责任单位：区司法局）',
      );
    });

    it('before the first unit stand for one that is missing', () => {
      fix('归集数据。（<|责任单位：、|>区数据局）', '归集数据。（责任单位：区数据局）');
    });

    it('follow each label', () => {
      fix('归集数据。（<|责任单位|>区数据局、区司法局）', '归集数据。（责任单位：区数据局、区司法局）');
      fix('归集数据。（<|责任单位|> 区数据局、区司法局）', '归集数据。（责任单位：区数据局、区司法局）');
      fix(
        '归集数据。（牵头单位：区数据局；<|责任单位|>区司法局）',
        '归集数据。（牵头单位：区数据局；责任单位：区司法局）',
      );
    });

    it('stand between units and between fields', () => {
      fix(
        '归集数据。（责任单位：<|区司法局区民政局|>、区数据局）',
        '归集数据。（责任单位：区司法局、区民政局、区数据局）',
      );
      fix(
        '归集数据。（牵头单位：<|区司法局责任单位：|>区民政局）',
        '归集数据。（牵头单位：区司法局；责任单位：区民政局）',
      );
    });

    it('are none where a branch is named, or in sentences', () => {
      check(
        plan(
          '归集数据。（责任单位：市公安局云溪分局、区司法局）',
          '校核数据（责任单位要明确专人）。',
          '开放数据。（责任单位主要负责人签字，区司法局审核）',
        ),
      );
    });
  });

  it('an annotation is not torn into two paragraphs', () => {
    const torn =
      '归集数据，各单位按目录逐项核对，全部纳入平台。<|（牵头单位：区数据局、区司法局；责任单\n\n位：区民政局）|>';
    const [finding] = check(plan(torn));
    assert.match(sentence(finding!), /分成了两段/);
    assert.deepEqual(finding!.fixes, []);
    check(plan(torn.replace(/<\||\|>|\n/g, '')));
  });

  it('cells are looked at for units that stand together', () => {
    check(
      '云溪区任务清单\n序号\t主要任务\t牵头单位\t责任单位\t完成时间\n1\t编制目录\t区数据局\t<|区司法局区民政局|>\t2022年',
    );
  });
});
