import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('section-mismatch', marked);
/** Rows of `chapter/group`. */
const table = (...rows: readonly string[]): string =>
  [
    '云溪区任务清单',
    '项目\t序号\t主要任务\t\t牵头单位\t责任单位\t完成时间\t成果形式',
    ...rows.map((row, index) => {
      const [chapter, group] = row.split('/');
      return `${chapter}\t${index + 1}\t${group}\t编制数据目录。\t区数据局\t区财政局\t2022年\t印发目录。`;
    }),
  ].join('\n');

describe('section-mismatch 事项归类疑误', () => {
  it('finds a group that the next chapter begins with', () => {
    const [first] = check(
      table('一、政务公开行动/完善公开目录', '/<|加强数据归集和校核|>', '二、数据共享行动/加强数据归集和校核'),
    );
    assert.equal(first?.severity, 'hint');
    assert.equal(first.related.length, 1);
  });

  it('finds a group that speaks of the next chapter, and those before it', () => {
    const [first] = check(
      table('一、政务公开行动/完善公开目录', '/<|健全应急预案|>', '/<|开展应急演练|>', '二、应急处置行动/储备应急物资'),
    );
    assert.match(sentence(first!), /说的是“应急”/);
  });

  it('says nothing of groups elsewhere, of usual words, of the only group', () => {
    check(table('一、政务公开行动/健全应急预案', '/完善公开目录', '二、应急处置行动/储备物资'));
    check(table('一、政务公开行动/完善公开目录', '/强化能力建设', '二、应急能力提升行动/储备物资'));
    check(table('一、政务公开行动/健全应急预案', '二、应急处置行动/储备物资'));
    check(table('一、政务公开行动/组织保障', '/完善公开目录', '二、应急处置行动/储备物资', '/组织保障'));
  });

  it('a chapter named again after a page end is one', () => {
    check(table('一、政务公开行动/完善公开目录', '一、政务公开行动/完善公开目录', '二、应急处置行动/储备物资'));
  });
});
