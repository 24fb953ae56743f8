import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('annotation-unread', marked);
const plan = (...tasks: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...tasks.map((task, index) => `${index + 1}.${task}`)].join('\n');

describe('annotation-unread 责任括注未能读出', () => {
  it('finds a label in the middle of a sentence', () => {
    const [first] = check(plan('归集数据，按月更新，<|责任单位：|>区数据局、区司法局。'));
    assert.equal(first?.severity, 'hint');
    assert.match(sentence(first), /“责任单位”不在句首/);
  });

  it('finds fields without units', () => {
    check(plan('归集数据。（牵头单位：区数据局；<|配合单位：|>）', '校核数据。（<|牵头单位：|>；责任单位：区司法局）'));
    check(plan('归集数据。（<|责任单位：|>）'));
  });

  it('finds a bracket with units and a verb it cannot read', () => {
    check(plan('归集数据。<|（区数据局、区司法局具体牵头办理并每年应当通报）|>'));
  });

  it('says nothing of what was read, of sentences, of who explains the plan', () => {
    check(
      plan(
        '归集数据。（牵头单位：区数据局；责任单位：区司法局）',
        '各牵头单位、责任单位：要明确专人。',
        '校核数据。（区司法局牵头，区民政局配合）',
        '开放数据。（由区数据局、区司法局负责解释）',
        '应用数据。\n责任单位：区数据局',
      ),
    );
  });

  it('says nothing of tables', () => {
    check('云溪区任务清单\n序号\t主要任务\t责任单位\t完成时间\n1\t编制目录，责任单位：区数据局\t区数据局\t2022年');
  });
});
