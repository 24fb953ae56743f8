import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('collective-lead', marked);
const plan = (...tasks: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...tasks.map((task, index) => `${index + 1}.${task}`)].join('\n');

describe('collective-lead 集合称谓作牵头', () => {
  it('finds labels, verbs and cells', () => {
    const [first] = check(
      plan(
        '归集数据。（牵头单位：<|区直各部门|>；责任单位：区财政局）',
        '校核数据。（<|区政府有关部门|>牵头，区财政局配合）',
      ),
    );
    assert.equal(first?.severity, 'error');
    assert.match(sentence(first), /“区直各部门”/);
    check(
      '云溪区任务清单\n序号\t主要任务\t牵头单位\t责任单位\t完成时间\n1\t编制目录\t<|区各有关部门|>\t区财政局\t2022年',
    );
  });

  it('a unit among those who lead is enough', () => {
    check(plan('归集数据。（牵头单位：区数据局、区直各部门；责任单位：区财政局）'));
  });

  it('groups of places are a remark', () => {
    const [first] = check(plan('归集数据。（牵头单位：<|各镇人民政府|>；责任单位：区财政局）'));
    assert.equal(first?.severity, 'info');
  });

  it('says nothing of a lead that follows from a rule or from who assists', () => {
    check(
      plan(
        '归集数据。（责任单位：区直各部门、区财政局，列第一位的为牵头单位，下同）',
        '校核数据。（责任单位：区直各部门）',
      ),
    );
    check(plan('归集数据。（责任单位：区直各部门；配合单位：区财政局）'));
  });

  it('says nothing of a row that slipped', () => {
    check(
      '云溪区任务清单\n项目\t序号\t主要任务\t\t牵头部门\t责任部门\t完成时间\t成果形式\n一、归集\t1\t目录\t编制目录。\t区数据局\t区各有关部门\t2022年\t印发目录并按年更新。\n\t2\t推行目录公开，接受社会监督，每年通报一次。\t区数据局\t区各有关部门\t2022年\t摸底调研各部门目录公开情况，逐项核对。\t',
    );
  });
});
