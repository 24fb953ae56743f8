import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';
import { measures, rows } from './timePlans';

const check = (marked: string) => checkFindings('impossible-date', marked);

describe('impossible-date 日期有误或未填', () => {
  const wrong: Readonly<Record<string, string>> = {
    没有这一天: '<|2月30日|>前报送，<|2023年4月31日|>前完成。',
    不是闰年: '<|2023年2月29日|>前完成。',
    没有这个月: '<|2023年13月|>底前完成，<|14月5日|>报送。',
    年月写混: '<|2026月3月26日|>前完成。',
    月日写混: '<|2026年3年26日|>前完成，<|2026年3日26日|>报送。',
    没有填: '<|20XX年X月X日|>前完成，<|2023年×月×日|>报送。',
    填了一半: '<|2023年6月XX日|>前完成。',
  };
  for (const [name, text] of Object.entries(wrong)) {
    it(name, () => {
      const [finding] = check(measures(text));
      assert.equal(finding?.severity, 'error');
    });
  }

  it('in a table and in a date of issue', () => {
    check(rows(['清理河道', '<|2023年6月31日|>前', '河道名录']));
    check(`${measures('清理河道。')}\n云溪区人民政府办公室\n<|XX年X月X日|>`);
  });

  const innocent: Readonly<Record<string, string>> = {
    闰年: '2024年2月29日前完成，逢2月29日休息。',
    存在的日子: '2023年1月31日至12月31日，6月30日前完成。',
    农历: '农历2月30日前后祭扫。',
    月龄: '出栏不早于18月龄，工期24月。',
    几个月: '2023年12个月均达标，1—12月累计。',
    空着的: '填报日期：    年  月  日',
    表样: '××单位于20XX年X月X日前报送。',
    编号: '执行12345号文，拨打12月日报热线。',
    强调: '**2023年6月**底前完成。',
  };
  for (const [name, text] of Object.entries(innocent)) {
    it(`不报：${name}`, () => {
      check(measures(text));
    });
  }

  it('不报：待填的多于两处，是表样 a form', () => {
    check(measures('X月X日报名。', 'X月X日考试。', 'X月X日公示。'));
  });

  it('offers the last day of the month, or the right signs', () => {
    const fix = (before: string, after: string) => checkFix('impossible-date', measures(before), measures(after));
    fix('<|2023年2月30日|>前完成。', '2023年2月28日前完成。');
    fix('<|4月31日|>前完成。', '4月30日前完成。');
    fix('<|2026月3月26日|>前完成。', '2026年3月26日前完成。');
    const [finding] = check(measures('<|2023年3月45日|>前完成。'));
    assert.deepEqual(finding?.fixes, []);
  });
});
