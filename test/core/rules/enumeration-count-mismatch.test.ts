import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('enumeration-count-mismatch', marked);
const plan = (task: string): string => `云溪区数据共享实施方案\n一、主要任务\n1.${task}`;

describe('enumeration-count-mismatch 列举数与总数不符', () => {
  it('finds a list one short of a number that closes it, or one too long', () => {
    const [finding] = check(plan('<|用好信访、诉讼与人民调解、行政复议、行政调解、仲裁等七大|>渠道。'));
    assert.equal(finding?.severity, 'hint');
    assert.equal(sentence(finding), '列举了 6 项，后面说“等七大”。请核对是漏列、多列，还是总数写错。');
    check(plan('<|抓好归集、编目、共享、开放三项|>工作。'));
    check(plan('抓好<|四项任务（归集、编目、共享）|>。'));
  });

  it('lets right lists be, however 和 is counted', () => {
    check(plan('落实公众参与、专家论证、风险评估、合法性审查、集体讨论决定等五大程序。'));
    check(plan('在采购、招标、债务、招商、统计、政府和社会资本合作、街道和镇等七大领域推行。'));
    check(plan('将6个环节（登记、刻制、税务、银行、社保、公积金）压缩为一个环节，省、市、区三级联动。'));
    check(plan('突出“管控、矫治、修复、矫正”四个关键，落实河长、段长、管长“三长”制。'));
  });

  it('lets open lists and lists that cannot be counted be', () => {
    check(plan('推动安全、生态、食品、金融和培训等8个领域12个事项落地，选取教育、医疗、养老等4个领域试点。'));
    check(plan('3、4两个月完成，公安、消防、应急30个单位参加，区、镇两级联动。'));
    check(plan('落实《办法》、《规定》和细则等五项制度，抓好“一网通办”、归集两项工作。'));
  });
});
