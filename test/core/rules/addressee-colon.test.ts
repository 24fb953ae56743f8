import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';

const check = (marked: string) => checkFindings('addressee-colon', marked);

const notice = (addressee: string, number = '云政发〔2022〕9号\n'): string =>
  `云溪区人民政府关于提升便民服务水平的通知\n${number}\n${addressee}\n\n为方便群众办事，现就提升便民服务水平通知如下，请认真执行。`;

describe('addressee-colon 主送机关末尾标点', () => {
  it('another mark, or none', () => {
    const [finding] = check(notice('各镇人民政府、街道办事处，区政府各部门<|:|>'));
    assert.equal(finding?.severity, 'warning');
    check(notice('各镇人民政府、街道办事处，区政府各部门<|，|>', ''));
    check(notice('各镇人民政府、街道办事处，区直有关<|单位|>'.replace('区直有关<|', '<|区直有关')));
  });

  it('the fix ends it with a full-width colon', () => {
    for (const [before, mark] of [
      ['各镇人民政府、区政府各部门<|:|>', ''],
      ['各镇人民政府、区政府各部门<|；|>', ''],
      ['各镇人民政府、<|区政府各部门|>', ''],
    ] as const)
      checkFix('addressee-colon', notice(before + mark), notice('各镇人民政府、区政府各部门：'));
  });

  it('what is right, and what is no addressee', () => {
    check(notice('各镇人民政府、街道办事处，区政府各部门：'));
    check(notice('各县（市、区）人民政府，市政府各部门、各直属机构：'));
    check(notice('区政务办、区司法局'));
    check(notice('（2022年3月8日区政府第9次常务会议通过）'));
    check(notice('各部门要提高认识，加强协作'));
    check(
      '云溪区便民服务方案\n为方便群众,各镇人民政府,区政府各部门:\n按照要求,抓好落实,及时报送进展情况,确保取得实效。',
    );
    check(`${notice('各镇人民政府：')}\n云溪区人民政府\n2022年3月8日`);
  });

  it('leaves an addressee over two lines', () => {
    check(notice('各镇人民政府，各街道办事处，\n区政府各部门，各直属机构，有关企事业单位，各人民团体：'));
  });
});
