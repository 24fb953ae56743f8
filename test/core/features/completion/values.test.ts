import assert from 'node:assert/strict';
import { findDeadlines } from '../../../../server/src/core/plan/deadlines';
import { accepted, checkCompletion, checkQuiet, labelsIn, proposalsIn } from './check';

const PLAN = `云溪区数字政府建设实施方案（2022—2024年）

一、主要任务
（一）健全制度。修订管理办法。（牵头单位：区司法局；完成时限：2023年12月底前）
（二）统筹推进。按照《澄江市数字政府建设规划》（澄政发〔2021〕8号）制定计划。（牵头单位：区司法局；完成时限：2023年12月底前）
`;
const field = (typed: string): string =>
  `${PLAN}（三）强化监督。开展检查。（牵头单位：区审计局；完成时限：${typed}$0）`;
const TABLE = '云溪区任务清单（2022—2024年）\n序号\t主要任务\t牵头单位\t完成时间\n1\t检查\t区司法局\t2022—2023年\n';

describe('补全：时限 completion of deadlines', () => {
  it('of the plan’s period, in the document’s own style', () => {
    checkCompletion(field(''), ['2023年12月底前', '2022年12月底前', '2024年12月底前', '2022—2024年', '长期坚持']);
  });

  it('behind every label of a time that annotations are read with', () => {
    for (const label of ['时限', '整改时限', '完成日期', '时间安排'])
      checkCompletion(field('').replace('；完成时限：$0', `；${label}：$0`), ['2023年12月底前']);
    checkQuiet(`${PLAN}（三）强化监督。开展检查。时间：$0`);
  });

  it('goes on with what was typed', () => {
    checkCompletion(field('2024'), ['2024年12月底前', '2024年底前']);
    checkCompletion(field('2024年1'), ['2024年12月底前', '2024年1月底前', '2024年10月底前']);
    checkCompletion(field('2022—'), ['2022—2024年', '2022—2023年']);
    checkCompletion(field('长'), ['长期坚持']);
    checkCompletion(field('cqjc'), ['长期坚持']);
    checkCompletion(field('每'), ['每年12月底前']);
  });

  it('in the column of a table', () => {
    checkCompletion(`${TABLE}2\t宣传\t区司法局\t$0`, ['2022—2023年', '2022年底前']);
    checkCompletion(`${TABLE}2\t宣传\t区司法局\t2024$0`, ['2024年底前']);
  });

  it('in prose only after a start', () => {
    checkCompletion(`${PLAN}（三）强化监督。到2024年$0`, ['2024年底', '2024年底前']);
    checkQuiet(`${PLAN}（三）强化监督。2024年$0`);
    checkQuiet(`${PLAN}（三）强化监督。按照澄政发〔2024$0`);
  });

  it('every one of them reads as a deadline', () => {
    for (const typed of ['', '2022', '2023年', '2023年第', '2022—', '每', '长', '持']) {
      for (const label of labelsIn(field(typed))) {
        const [read] = findDeadlines(label, true);
        assert.equal(read?.text, label, `${label} reads as ${read?.text}`);
      }
    }
  });

  it('no label, no year: another field is left alone', () => {
    checkQuiet(`${PLAN}（三）强化监督。开展检查。（牵头单位：区审计局；成果形式：2$0）`);
  });
});

describe('补全：引文 completion of citations', () => {
  const superiors = [{ title: '澄江市法治建设实施方案（2021—2025年）', number: '澄政发〔2022〕3号' }];

  it('superior plans first, then what is cited already, then the document itself', () => {
    checkCompletion(
      `${PLAN}根据《$0》`,
      [
        '《澄江市法治建设实施方案（2021—2025年）》',
        '《澄江市数字政府建设规划》',
        '《云溪区数字政府建设实施方案（2022—2024年）》',
      ],
      { superiors },
    );
  });

  it('with the document number, the closing mark not doubled', () => {
    assert.ok(
      accepted(`${PLAN}根据《$0》要求`, '《澄江市数字政府建设规划》').endsWith(
        '根据《澄江市数字政府建设规划》（澄政发〔2021〕8号）要求',
      ),
    );
    assert.ok(
      accepted(`${PLAN}根据《fzjs$0`, '《澄江市法治建设实施方案（2021—2025年）》', { superiors }).endsWith(
        '（澄政发〔2022〕3号）',
      ),
    );
  });

  it('laws by their full titles, when they were begun', () => {
    checkCompletion(`${PLAN}根据《行政处$0》`, ['《中华人民共和国行政处罚法》']);
    checkCompletion(`${PLAN}根据《xzcf$0》`, ['《中华人民共和国行政处罚法》']);
    assert.ok(!labelsIn(`${PLAN}根据《$0》`).some((label) => label.includes('中华人民共和国')));
  });
});

describe('补全：文首元数据 completion of front matter', () => {
  it('keys that are not there yet', () => {
    checkCompletion('---\n$0', [
      '标题',
      '文号',
      '发文机关',
      '成文日期',
      '期间',
      '地区',
      '级别',
      '上位文件',
      '单位名录',
    ]);
    checkCompletion(`---\n标题: 甲\n期$0\n---\n${PLAN}`, ['期间']);
    checkCompletion(`---\n标题: 甲\nqj$0\n---\n${PLAN}`, ['期间']);
    assert.ok(!labelsIn(`---\ntitle: 甲\n$0\n---\n${PLAN}`).includes('标题'));
  });

  it('values from the text, then the usual', () => {
    checkCompletion(`---\n期间: $0\n---\n${PLAN}`, ['2022-2024']);
    checkCompletion(`---\n级别：$0\n---\n${PLAN}`, ['县级', '省级']);
    checkCompletion(`---\n地区: $0\n---\n${PLAN}`, ['云溪区']);
    checkCompletion(`---\n文号: $0\n---\n云溪区方案\n云政办发〔2024〕3号\n`, ['云政办发〔2024〕3号']);
    assert.equal(accepted('---\n期$0', '期间'), '---\n期间: ');
  });

  it('below it the text begins', () => {
    assert.ok(proposalsIn(`---\n标题: 甲\n---\n$0`).every(({ kind }) => kind !== 'key'));
  });
});
