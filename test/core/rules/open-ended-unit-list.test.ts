import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('open-ended-unit-list', marked);
const plan = (...tasks: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...tasks.map((task, index) => `${index + 1}.${task}`)].join('\n');
const severities = (marked: string) => check(marked).map(({ severity }) => severity);

describe('open-ended-unit-list 单位清单以“等”收尾', () => {
  it('is a warning where nobody leads', () => {
    const [first] = check(
      plan(
        '归集数据。（责任单位：区数据局、<|区财政局等|>）',
        '校核数据。（责任单位：区数据局、<|区财政局等有关部门|>）',
      ),
    );
    assert.equal(first?.severity, 'warning');
    assert.match(sentence(first), /以“等”收尾/);
  });

  it('is a remark where somebody leads', () => {
    assert.deepEqual(
      severities(
        plan(
          '归集数据。（牵头单位：区数据局；责任单位：区司法局、<|区财政局等|>）',
          '校核数据。（区数据局牵头，区司法局、<|区财政局等|>配合）',
          '开放数据。（责任单位：<|区民政局等|>）',
          '更新数据。（区数据局、<|区财政局等|>按职责分工负责）',
        ),
      ),
      ['info', 'info', 'info', 'info'],
    );
  });

  it('is a remark where the name of a group bounds it', () => {
    const [first] = check(plan('归集数据。（责任单位：区数据局、<|区财政局等区直各部门|>）'));
    assert.equal(first?.severity, 'info');
    assert.match(sentence(first), /“等区直各部门”/);
  });

  it('is found in cells', () => {
    assert.deepEqual(
      severities('云溪区任务清单\n序号\t主要任务\t责任单位\t完成时间\n1\t编制目录\t区数据局、<|区财政局等|>\t2022年'),
      ['warning'],
    );
  });

  it('says nothing of 等 inside a name, in prose, in remarks', () => {
    check(
      plan(
        '归集区财政局等部门的数据。（责任单位：区数据局、各高等院校）',
        '校核数据。（责任单位：区数据局、区财政局，以下均需各镇街等落实，不再列出）',
      ),
    );
  });
});
