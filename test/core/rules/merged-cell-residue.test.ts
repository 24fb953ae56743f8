import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('merged-cell-residue', marked);
const table = (...groups: readonly string[]): string =>
  [
    '云溪区任务清单',
    '项目\t序号\t主要任务\t\t牵头单位\t责任单位\t完成时间\t成果形式',
    ...groups.map(
      (group, index) => `一、目录\t${index + 1}\t${group}\t编制数据目录。\t区数据局\t区财政局\t2022年\t印发目录。`,
    ),
  ].join('\n');

describe('merged-cell-residue 合并单元格残留', () => {
  it('finds words that a name repeats behind its end', () => {
    const [first] = check(table('编制目录', '<|及时开展目录清理和报送工作目录清理|>'));
    assert.equal(first?.severity, 'warning');
    assert.match(sentence(first), /末尾的“目录清理”/);
  });

  it('finds the same words glued to the name above', () => {
    const [first] = check(
      table('加强目录编制和管理', '<|加强目录编制和管理数据清理|>', '<|及时开展数据清理和报送工作数据清理|>'),
    );
    assert.match(sentence(first!), /比分组“加强目录编制和管理”多出“数据清理”/);
  });

  it('says nothing of longer names and of repetitions that belong to them', () => {
    check(table('加强数据管理', '加强数据管理制度建设', '加强行政执法监督，规范行政执法', '规范执法，严格执法'));
  });
});
