import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';
import { measures } from './timePlans';

const check = (marked: string) => checkFindings('signing-date-format', marked);
const signed = (line: string): string => `${measures('清理河道。')}\n云溪区人民政府办公室\n${line}`;

describe('signing-date-format 成文日期写法', () => {
  const wrong: Readonly<Record<string, readonly [string, string]>> = {
    月日编虚位: ['<|2022年07月07日|>', '2022年7月7日'],
    月编虚位: ['<|2022年07月17日|>', '2022年7月17日'],
    日编虚位: ['（<|2022年10月07日|>）', '（2022年10月7日）'],
    空格: ['　　<|2022 年 07 月 07 日|>', '　　2022 年 7 月 7 日'],
    汉字: ['<|二〇二二年七月七日|>', '2022年7月7日'],
    汉字两位数: ['<|二○二二年十二月二十八日|>', '2022年12月28日'],
    印发日期: ['云溪区人民政府办公室　　　　<|2022年07月07日|>印发', '云溪区人民政府办公室　　　　2022年7月7日印发'],
  };
  for (const [name, [before, after]] of Object.entries(wrong)) {
    it(name, () => {
      const [finding] = check(signed(before));
      assert.equal(finding?.severity, 'warning');
      assert.equal(finding.fixes[0]?.safe, true);
      checkFix('signing-date-format', signed(before), signed(after));
    });
  }

  for (const line of [
    '2022年7月7日',
    '2022年10月20日',
    '二〇一〇年七月七日',
    '发布日期：2022-07-07',
    '更新时间： 2022年07月07日',
  ]) {
    it(`不报：${line}`, () => {
      check(signed(line));
    });
  }

  it('不报：正文 running text', () => {
    check(measures('系统于2022年07月07日停机。', '自二〇二二年七月七日起施行。'));
  });

  it('finds the year written with a figure among the numerals', () => {
    check(signed('<|二0二三年十月五日|>'));
  });
});
