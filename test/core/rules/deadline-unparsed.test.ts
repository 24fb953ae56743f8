import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';
import { markdownRows, rows } from './timePlans';

const check = (marked: string) => checkFindings('deadline-unparsed', marked);
const good = ['巡查河道', '2022年', '巡查记录'] as const;

describe('deadline-unparsed 完成时间栏无法识别', () => {
  const wrong: Readonly<Record<string, string>> = {
    成段的文字: '<|摸底全区河道淤积状况并建立河道名录|>',
    单位: '<|区水务局、区财政局|>',
    年份少一位: '<|202年|>',
    年份多一位: '<|20223年底前|>',
    连接号丢了: '<|20212025年|>',
  };
  for (const [name, cell] of Object.entries(wrong)) {
    it(name, () => {
      const [finding] = check(rows(['清理河道', cell, '河道名录'], good));
      assert.equal(finding?.severity, 'error');
      check(markdownRows(['清理河道', cell, '河道名录'], good));
    });
  }

  it('各栏左移 a row that slipped', () => {
    const table = rows(good, good).split('\n');
    table.push('3\t区水务局\t区财政局\t2022年\t<|编制河道名录；修复护岸五处|>\t');
    const text = table.join('\n');
    const [finding] = check(text);
    assert.match(sentence(finding!), /各栏左移/);
  });

  const times = [
    '2022年',
    '2022-2024年',
    '6月底前',
    '长期坚持',
    '每年',
    '按上级部署',
    '汛期前',
    '项目竣工后',
    '见附件',
    '/',
    '—',
    '',
    '按照全市统一部署的时间节点推进',
    '2022.6',
    '2022/6/30',
    '2022年启动，2023年底前完成',
    '立行立改',
    '印发后30日内',
    '120年一遇防洪标准达到时',
  ];
  for (const cell of times) {
    it(`不报：［${cell}］`, () => {
      check(rows(['清理河道', cell, '河道名录'], good));
    });
  }

  it('不报：那一栏本来就不是时限 a column that holds no times', () => {
    const row = ['清理河道', '加快清理淤积严重的河道并修复护岸', '河道名录'] as const;
    check(rows(row, row, row, row, good));
  });
});
