import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence, titleOf } from './findings';
import { markdownRows, measures, rows, rowsUnder, stated } from './timePlans';

const check = (marked: string) => checkFindings('deadline-outcome-conflict', marked);

describe('deadline-outcome-conflict 完成时间与成果时限矛盾', () => {
  const late: Readonly<Record<string, readonly [string, string]>> = {
    年: ['2023年', '<|2024年底前|>完成验收'],
    时段: ['2022-2023年', '<|2024年底前|>完成验收'],
    某年底前: ['2023年底前', '<|2024年6月底前|>完成验收'],
    某月底前: ['2023年6月底前', '<|2023年9月底前|>完成验收'],
    某年前算到上一年底: ['2022-2023年', '清淤达标，<|2025年之前|>实现全面达标'],
    到某年: ['2022年', '<|到2024年|>，河道全部清淤'],
    年度节点: ['2022年', '编制名录；<|2023年|>开展验收'],
    两个时间取后一个: ['2022年启动，2023年底前完成', '<|2024年|>完成验收'],
  };
  for (const [name, [deadline, outcome]] of Object.entries(late)) {
    it(name, () => {
      check(rows(['清理河道', deadline, outcome]));
      check(markdownRows(['清理河道', deadline, outcome]));
    });
  }

  it('in the task column and in a measure that states its deadline', () => {
    check(rows(['清理河道，<|2024年底前|>完成验收', '2023年', '河道名录']));
    check(stated(['清理河道，<|2024年底前|>完成验收。', '2023年底前'], ['巡查河道，2022年底前完成。', '2023年底前']));
  });

  it('is an error that names both', () => {
    const [finding] = check(rows(['清理河道', '2023年', '<|2024年底前|>完成验收']));
    assert.equal(finding?.severity, 'error');
    assert.match(sentence(finding), /“2024年底前”晚于本项的完成时间“2023年”/);
  });

  const innocent: Readonly<Record<string, readonly [string, string]>> = {
    时段之内: ['2022-2024年', '2023年底前完成普查，2024年完成验收'],
    等于末日: ['2023年', '2023年底前完成，到2023年全部达标'],
    长期: ['长期坚持', '2024年底前建立台账'],
    到期后长期坚持: ['2022年12月底前，并长期坚持', '2024年复核'],
    某年起: ['2022年起', '2024年底前建立台账'],
    每年: ['每年', '2024年底前建立台账'],
    没有年份: ['6月底前', '2024年底前建立台账'],
    某年前可能不含当年: ['2023年', '2024年前完成验收'],
    周期: ['2023年', '每年3月1日前报送'],
    相对期限: ['2023年', '自受理之日起20个工作日内办结'],
    书名号里: ['2023年', '制定《云溪区2024年底前清淤计划》'],
    说明对象: ['2023年', '对2024年新设的站点制定办法，提前做好2024年组织申报的准备'],
    远景: ['2023年', '到2035年，河道生态全面恢复'],
    为以后做准备: ['2023年', '为2024年底前完成验收打下基础'],
    写的是起步: ['2023年启动', '2024年底前建成'],
    写的是一部分: ['2023年底前完成60%', '2024年底前完成100%'],
    办结以后: ['2023年底前', '2024年上半年开展回头看'],
    往年: ['2023年', '在2020年底前完成普查的基础上复核'],
  };
  for (const [name, [deadline, outcome]] of Object.entries(innocent)) {
    it(`不报：${name}`, () => {
      check(rows(['清理河道', deadline, outcome]));
    });
  }

  it('does not take the day a thing begins for its deadline', () => {
    const table = rows(['清理河道', '2023年3月', '2024年底前完成验收']);
    check(table.replace('完成时间', '启动时间'));
    check(table.replace('2024年底前', '<|2024年底前|>'));
  });

  it('looks at no measure without a deadline of its own', () => {
    check(measures('2024年底前完成验收，2025年底前完成清淤。'));
  });

  describe('修改 fixes', () => {
    const before = rows(['清理河道', '2023年', '<|2024年底前|>完成验收']);
    const fix = (marked: string, after: string, title: string) =>
      checkFix('deadline-outcome-conflict', marked, after, { title });

    it('the column or the words', () => {
      fix(before, rows(['清理河道', '2024年', '2024年底前完成验收']), '把完成时间改为“2024年”');
      fix(before, rows(['清理河道', '2023年', '2023年底前完成验收']), '把这里改为“2023年底前”');
    });

    it('of a span the last year; 2025年前 becomes a day that is no matter of opinion', () => {
      const span = rows(['清理河道', '2022-2023年', '<|2025年之前|>全面达标']);
      fix(span, rows(['清理河道', '2022-2025年', '2025年之前全面达标']), '把完成时间改为“2022-2025年”');
      fix(span, rows(['清理河道', '2022-2023年', '2023年底前全面达标']), '把这里改为“2023年底前”');
    });

    it('of months what the other place says', () => {
      const months = rows(['清理河道', '2023年6月底前', '<|2023年9月底前|>完成验收']);
      fix(months, rows(['清理河道', '2023年9月底前', '2023年9月底前完成验收']), '把完成时间改为“2023年9月底前”');
      fix(months, rows(['清理河道', '2023年6月底前', '2023年6月底前完成验收']), '把这里改为“2023年6月底前”');
    });

    it('where the column knows its year only from the document', () => {
      const title = '云溪区2024年河道管护任务清单';
      const [finding] = check(rowsUnder(title, ['清理河道', '6月底前', '<|2024年9月底前|>完成验收']));
      assert.deepEqual(finding?.fixes.map(titleOf), ['把完成时间改为“2024年9月底前”']);
    });
  });
});
