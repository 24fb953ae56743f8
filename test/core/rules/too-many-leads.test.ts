import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string, limit?: number) =>
  checkFindings('too-many-leads', marked, limit ? { config: { options: { 'too-many-leads': { limit } } } } : {});
const plan = (task: string): string => `云溪区数据共享实施方案\n一、主要任务\n1.${task}`;
const five = '区数据局、区财政局、区司法局、区民政局、区教育局';

describe('too-many-leads 牵头单位过多', () => {
  it('finds five that lead, from the label to the last of them', () => {
    const [finding] = check(plan(`归集数据。（<|牵头单位：${five}|>；责任单位：区审计局）`));
    assert.equal(finding?.severity, 'hint');
    assert.match(sentence(finding), /有 5 个牵头单位/);
    check(plan(`归集数据。（<|${five}|>牵头，区审计局配合）`));
  });

  it('finds them in a lead cell', () => {
    check(
      '云溪区任务清单\n序号\t主要任务\t牵头单位\t责任单位\t完成时间\n1\t编制目录\t<|区数据局 区财政局 区司法局 区民政局 区教育局|>\t区审计局\t2022年',
    );
  });

  it('four are no matter, nor are many who take part', () => {
    check(plan(`归集数据。（牵头单位：区数据局、区财政局、区司法局、区民政局；责任单位：${five}）`));
    check(plan(`归集数据。（责任单位：${five}）`));
    check(plan(`归集数据。（责任单位：${five}；配合单位：区审计局）`));
  });

  it('the limit can be set', () => {
    check(plan('归集数据。（<|牵头单位：区数据局、区财政局、区司法局|>）'), 3);
    check(plan(`归集数据。（牵头单位：${five}）`), 6);
  });
});
