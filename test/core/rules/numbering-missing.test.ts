import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('numbering-missing', marked);
const fix = (before: string, after: string) => checkFix('numbering-missing', before, after);

const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案（2021—2025年）', '一、主要任务', ...lines].join('\n');

const UNITS = '（牵头单位：区政务办；责任单位：区司法局）';
/** A measure; its text is long enough to be one. */
const measure = (number: string, words: string): string => `${number}${words}，逐项明确标准和时限，定期检查。${UNITS}`;
const measures = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count }, (_, index) => measure(`（${from + index}）`, `完善第${from + index}类服务`));

describe('numbering-missing 条目缺号', () => {
  it('a measure between two whose numbers leave one out', () => {
    const [finding] = check(
      plan(measure('（1）', '优化流程'), measure('', '<|压缩时间|>'), measure('（3）', '下沉事项')),
    );
    assert.equal(finding?.severity, 'error');
    assert.equal(sentence(finding), '序号从“（1）”跳到“（3）”，这一段前面缺“（2）”。请补上。');
  });

  it('headings that lost their numbers, in turn, beside items of lower levels', () => {
    const [first, second] = check(
      plan(
        '1.优化流程',
        ...measures(2),
        '<|压缩办理时间|>',
        ...measures(2, 3),
        '<|下沉高频事项|>',
        ...measures(2, 5),
        '4.公开标准',
        ...measures(1, 7),
      ),
    );
    assert.match(sentence(first!), /缺“2\.”/);
    assert.match(sentence(second!), /缺“3\.”/);
  });

  it('a row without its number', () => {
    check(
      plan('序号\t主要任务\t牵头单位', '1\t优化流程\t区政务办', '\t<|压缩时间|>\t区司法局', '3\t下沉事项\t区民政局'),
    );
  });

  it('a measure among numbered ones where no number is missing is a warning', () => {
    const [finding] = check(plan(...measures(12), measure('', '<|推行上门办|>'), '二、工作要求', '各单位抓好落实。'));
    assert.equal(finding?.severity, 'warning');
    assert.deepEqual(finding.fixes, []);
  });

  describe('不缺号 nothing is missing', () => {
    const innocent: Readonly<Record<string, string>> = {
      第二段起不编号: plan(
        ...measures(2),
        measure('', '推行上门办'),
        ...measures(2, 3),
        measure('', '推行网上办'),
        ...measures(2, 5),
      ),
      标签行: plan('（一）优化流程', '目标：流程更简，时间更短。', '措施：', ...measures(12)),
      括注单独成行: plan('（1）优化流程。对照办事次序重新梳理。', UNITS, '（2）压缩时间。公布承诺时限。', UNITS),
      标题下另起一段: plan(
        '（一）优化流程',
        measure('', '对照办事次序重新梳理'),
        '（二）压缩时间',
        measure('', '公布承诺时限'),
        ...measures(12),
      ),
      写在上一段里: plan(
        '（一）优化流程。对照办事次序重新梳理。（二）压缩时间。公布承诺时限。',
        measure('', '做好衔接'),
        measure('（三）', '下沉事项'),
      ),
      写得不规范: plan(measure('（一）', '优化流程'), measure('二，', '压缩时间'), measure('（三）', '下沉事项')),
      小数不是序号: plan(
        '1.优化流程。对照办事次序重新梳理。',
        '2.5G网络覆盖办事大厅，群众自助办理。',
        '3.压缩时间。公布承诺时限。',
      ),
      有删减: plan(
        measure('（一）', '优化流程'),
        measure('', '压缩时间'),
        measure('（三）', '下沉事项'),
        '（本文有删减）',
      ),
      结束语: plan(...measures(12), '各单位要在每季度末报送进展情况，由区政务办汇总通报。'),
    };
    for (const [name, text] of Object.entries(innocent)) {
      it(name, () => {
        check(text);
      });
    }

    it('reports are not looked at', () => {
      check(
        `云溪区2023年度便民服务工作报告\n${[measure('（1）', '优化流程'), measure('', '压缩时间'), measure('（3）', '下沉')].join('\n')}`,
      );
    });
  });

  describe('修改 fixes', () => {
    it('writes the number like the one above', () => {
      fix(
        plan(measure('（十二）', '优化流程'), measure('', '<|压缩时间|>'), measure('（十四）', '下沉事项')),
        plan(measure('（十二）', '优化流程'), measure('（十三）', '压缩时间'), measure('（十四）', '下沉事项')),
      );
      fix(
        plan(
          '1．优化流程',
          ...measures(1),
          '**<|压缩办理时间|>**',
          ...measures(1, 2),
          '3．公开标准',
          ...measures(1, 3),
        ),
        plan('1．优化流程', ...measures(1), '**2．压缩办理时间**', ...measures(1, 2), '3．公开标准', ...measures(1, 3)),
      );
    });

    it('into the index column', () => {
      const head = '序号\t主要任务\t牵头单位\n1\t优化流程\t区政务办';
      fix(
        plan(head, '\t<|压缩时间|>\t区司法局', '3\t下沉\t区民政局'),
        plan(head, '2\t压缩时间\t区司法局', '3\t下沉\t区民政局'),
      );
    });
  });
});
