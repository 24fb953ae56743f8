import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('numbering-duplicate', marked);
const fix = (before: string, after: string) => checkFix('numbering-duplicate', before, after);

const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案（2021—2025年）', '一、主要任务', ...lines].join('\n');

/** Items with these numbers; each a measure. A number in `<| |>` is to be found. */
const items = (numbers: string, separator = '.'): readonly string[] =>
  numbers
    .split(' ')
    .map((number) =>
      /^<\|.*\|>$/.test(number)
        ? `<|${number.slice(2, -2)}${separator}|>办好一类事项。对照次序重新梳理。`
        : `${number}${separator}办好一类事项。对照次序重新梳理。`,
    );

describe('numbering-duplicate 序号重复、跳号或者倒序', () => {
  it('重复 a number that repeats', () => {
    const [finding] = check(plan(...items('1 2 <|2|> 3')));
    assert.equal(finding?.severity, 'error');
    assert.equal(sentence(finding), '序号“2.”重复，前面已有“2.”，这里应为“3.”。请改正，并核对文中引用。');
    assert.equal(finding.related.length, 1);
    check(plan('（一）优化流程。重新梳理。', '<|（一）|>压缩时间。公布承诺。', '（二）公开标准。上墙上网。'));
    check(
      '云溪区便民服务实施方案\n一、总体要求\n坚持便民为先。\n二、主要任务\n重新梳理。\n<|二、|>工作要求\n抓好落实。',
    );
  });

  it('跳号 a number left out', () => {
    const [finding] = check(plan(...items('1 2 <|4|> 5')));
    assert.equal(sentence(finding!), '序号从“2.”跳到“4.”，中间缺“3.”。请核对是漏了内容，还是编错了号。');
    check(plan('（一）优化流程。重新梳理。', '<|（三）|>压缩时间。公布承诺。'));
    check(plan('（一）优化流程', ...items('1 2 3'), '（二）压缩时间', ...items('<|5|> 6')));
  });

  it('倒序 a number that goes back', () => {
    const [finding] = check(plan(...items('1 2 3 4 <|2|> 6')));
    assert.match(sentence(finding!), /倒回“2\.”，应为“5\.”/);
  });

  it('one slip is one finding', () => {
    check(plan(...items('1 2 <|5|> 4 5')));
    check(plan(...items('1 2 3 <|3|> 5 6')));
  });

  it('the index column of a table', () => {
    const rows = (...numbers: readonly string[]) =>
      plan('序号\t主要任务\t牵头单位', ...numbers.map((number) => `${number}\t优化流程\t区政务办`));
    check(rows('1', '2', '<|4|>', '5'));
    check(rows('1', '2', '<|2|>', '4'));
    check(rows('1', '1', '1', '2', '2', '3'));
    check(rows('1', '', '', '2', '3'));
    check(
      `${rows('1', '2')}\n序号\t主要任务\t牵头单位\n3\t公开标准\t区政务办\n二、其他\n序号\t主要任务\t牵头单位\n1\t公开标准\t区政务办`,
    );
  });

  describe('没有错 nothing is wrong', () => {
    const innocent: Readonly<Record<string, string>> = {
      跨章连续: plan(
        '（一）优化流程',
        ...items('1 2'),
        '（二）压缩时间',
        ...items('3 4'),
        '二、工作要求',
        '（三）加强领导',
        ...items('5'),
      ),
      各章另起: plan(
        '（一）优化流程',
        ...items('1 2'),
        '（二）压缩时间',
        ...items('1 2'),
        '二、工作要求',
        '（一）加强领导',
        ...items('1'),
      ),
      各章只有一条: plan(
        '（一）优化流程',
        ...items('1'),
        '（二）压缩时间',
        ...items('1'),
        '（三）公开标准',
        ...items('1'),
      ),
      列举套列举: plan(...items('1 2'), '办理下列事项：', ...items('1 2 3', '、'), ...items('3 4')),
      专栏里的列举: plan(...items('1 2'), '', '专栏一 重点工程', '', ...items('1 2'), '', ...items('3')),
      附件另起: `${plan(...items('1 2'))}\n附件1\n办事指南\n一、范围\n1.户籍事项，随到随办。\n附件2\n申请须知\n一、范围\n1.社保事项，随到随办。`,
      通知和方案:
        '云溪区人民政府关于印发便民服务提升实施方案的通知\n一、抓好落实。\n二、加强宣传。\n云溪区便民服务提升实施方案\n一、总体要求\n二、主要任务',
      写在一行里: plan('（一）优化流程。重新梳理。（二）压缩时间。公布承诺。', '（三）公开标准。上墙上网。'),
      冒号后起头: plan(
        ...items('1 2'),
        '3.办好下列事项：1.户籍事项，随到随办；',
        '2.社保事项，随到随办；',
        '3.税务事项，随到随办。',
        ...items('4'),
      ),
      一行一篇: `云溪区便民服务实施方案 一、总体要求 坚持便民为先，把群众的事办好。 二、主要任务 1.优化流程，按照先后次序重新梳理环节。 2.压缩时间，公布承诺时限并逐项兑现。 4.公开标准，办事指南上墙上网随时可查。 四、工作要求 各单位抓好落实，按季度报送进展情况。`,
      任务编码: plan(
        '编号\t主要任务\t牵头单位',
        ...[31, 12, 45, 7, 28, 3, 16].map((code) => `${code}\t优化流程\t区政务办`),
      ),
      全写1: plan(...items('1 1 1 1')),
      引用的序号: plan(...items('1 2'), '“五、其他事项”一节予以删除。', ...items('3')),
      章和条:
        '云溪区便民服务管理办法\n第一章 总则\n第一条 为做好工作，制定本办法。\n第二条 本办法适用于各窗口。\n第二章 服务\n第三条 一次告知。\n第四条 限时办结。',
      有删减: plan(...items('1 2 6'), '（节选）'),
      相差太多: plan(...items('1 2 30')),
    };
    for (const [name, text] of Object.entries(innocent)) {
      it(name, () => {
        check(text);
      });
    }
  });

  describe('修改 fixes', () => {
    it('the one number that is wrong', () => {
      fix(plan(...items('1 2 <|5|> 4 5')), plan(...items('1 2 3 4 5')));
      fix(
        plan('（九）优化。梳理。', '<|（九）|>压缩。公布。', '（十一）公开。上网。'),
        plan('（九）优化。梳理。', '（十）压缩。公布。', '（十一）公开。上网。'),
      );
    });

    it('else all from there on', () => {
      fix(plan(...items('1 2 <|2|> 3 4')), plan(...items('1 2 3 4 5')));
      fix(plan(...items('8 9 <|11|> 12'), '二、工作要求'), plan(...items('8 9 10 11'), '二、工作要求'));
    });
  });

  it('trusts numbers inside a line where measures with their units stand in turn and one is left out', () => {
    const item = (number: string): string => `${number}办理事项，公布清单，接受监督。（责任单位：区司法局、区财政局）`;
    const line = (...numbers: readonly string[]): string => `云溪区便民服务提升措施 ${numbers.map(item).join('')}`;
    checkFindings('numbering-duplicate', line('1.', '2.', '3.', '<|5.|>', '6.', '7.'));
    checkFindings('numbering-duplicate', line('1.', '2.', '3.', '6.', '7.', '8.'));
    checkFindings('numbering-duplicate', line('1.', '2.', '3.', '4.', '5.', '6.'));
  });
});
