import assert from 'node:assert/strict';
import { createLaws } from '../../../server/src/core/lexicon/laws';
import lawTable from '../../../server/src/core/lexicon/laws.tsv';
import { readTable } from '../../../server/src/core/lexicon/table';
import { NO_WORDS } from '../../../server/src/core/rules/config';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('nonexistent-law', marked);
const plan = (task: string): string => `云溪区数据共享实施方案\n一、主要任务\n1.${task}`;

describe('nonexistent-law 法律法规名称疑误', () => {
  it('finds words left out, put in and mistaken', () => {
    const [finding] = check(plan('落实<|《中华人民共和国调解法》|>《云溪区人民调解办法》。'));
    assert.equal(finding?.severity, 'error');
    assert.equal(
      sentence(finding),
      '现行法律中没有《中华人民共和国调解法》，疑为《中华人民共和国人民调解法》。请核对法律名称。',
    );
    check(plan('落实<|《中华人民共和国突发事件应付法》|>。'));
    check(plan('落实<|《中华人民共和国城市居民委员会法》|>。'));
    check(
      '云溪区任务清单\n序号\t主要任务\t牵头单位\t完成时间\n1\t落实<|《中华人民共和国全国安全生产法》|>\t区数据局\t2022年',
    );
  });

  it('finds it inside another title', () => {
    check(plan('修订《云溪区实施<|〈中华人民共和国未成年人保护保障法〉|>办法》。'));
  });

  it('lets laws in force, former ones and drafts be', () => {
    check(plan('《中华人民共和国民法典》《中华人民共和国行政处罚法（2021年修订）》《中华人民共和国宪法》。'));
    check(plan('《中华人民共和国合同法》原《中华人民共和国城市规化法》《中华人民共和国物权法》。'));
    check(plan('《中华人民共和国调解法（草案）》《中华人民共和国调解法》（征求意见稿）《中华人民共和国社会救助法》。'));
  });

  it('lets what is like no law be, and regulations and local titles', () => {
    check(plan('《中华人民共和国数据要素市场法》《中华人民共和国政府信息公开条例》《云溪区调解办法》《调解法》。'));
  });

  it('offers the law meant', () => {
    checkFix(
      'nonexistent-law',
      plan('落实<|《中华人民共和国调解法（2010年）》|>。'),
      plan('落实《中华人民共和国人民调解法（2010年）》。'),
    );
  });

  it('titles of the organisation are known; after the table’s last year it is a hint', () => {
    const words = { ...NO_WORDS, laws: ['中华人民共和国调解法'] };
    checkFindings('nonexistent-law', plan('落实《中华人民共和国调解法》。'), { config: { words } });
    const [later] = check(`---\n成文日期: 2028-03-01\n---\n${plan('落实<|《中华人民共和国调解法》|>。')}`);
    assert.equal(later?.severity, 'hint');
  });

  it('no law of the table is taken for a slip for another', () => {
    const laws = createLaws([]);
    for (const { section, columns } of readTable(lawTable)) {
      assert.match(section.join(' '), /^(?:law|plain|former|draft)$/);
      assert.notEqual(laws.standing(columns[0]!), null);
    }
  });
});
