import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('section-title-inconsistent', marked);
const table = (...chapters: readonly string[]): string =>
  [
    '云溪区任务清单',
    '项目\t序号\t主要任务\t牵头单位\t完成时间',
    ...chapters.map((chapter, index) => `${chapter}\t${index + 1}\t编制数据目录。\t区数据局\t2022年`),
  ].join('\n');

describe('section-title-inconsistent 同号章节名不一致', () => {
  it('finds the rarer name', () => {
    const [first] = check(
      table('一、数据共享提速行动', '<|一、数据共享提升行动|>', '', '一、数据共享提速行动', '二、政务公开提升行动'),
    );
    assert.equal(first?.severity, 'warning');
    assert.match(sentence(first), /其余 2 处写“一、数据共享提速行动”/);
  });

  it('of two the second', () => {
    check(table('一、数据共享提速行动', '<|一、数据共享提速工程|>'));
  });

  it('says nothing of another table, of other names, of 续 and spaces', () => {
    check(table('一、数据共享提速行动', '二、政务公开行动', '一、数据共享提升行动'));
    check(table('一、数据共享提速行动', '一、政务公开提升行动'));
    check(table('一、数据共享提速行动', '一、数据共享 提速行动（续）'));
  });

  it('changes it to what most say', () => {
    checkFix(
      'section-title-inconsistent',
      table('一、数据共享提速行动', '<|一、数据共享提升行动|>'),
      table('一、数据共享提速行动', '一、数据共享提速行动'),
    );
  });
});
