import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('quoted-term-inconsistent', marked);
const plan = (...tasks: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...tasks.map((task, at) => `${at + 1}.${task}`)].join('\n');
const others = ['推进“一网通办”。', '完善“一网通办”平台。', '拓展“一网通办”事项。'];

describe('quoted-term-inconsistent 术语引号前后不一', () => {
  it('finds the one that is not quoted', () => {
    const [finding] = check(plan(...others, '考核<|一网通办|>成效。'));
    assert.equal(finding?.severity, 'hint');
    assert.equal(sentence(finding), '“一网通办”在文中另 3 处都加引号，这里没有加。请统一。');
  });

  it('finds the one of a group that is quoted', () => {
    check(plan('打好“<|蓝天保卫战|>”。', '打好碧水保卫战。', '打好净土保卫战，巩固蓝天保卫战成果。'));
  });

  it('lets small numbers, two of either, longer quotations and titles be', () => {
    check(plan('推进“一网通办”。', '完善一网通办。'));
    check(plan(...others, '考核一网通办。', '通报一网通办。'));
    check(plan(...others, '推行“一网通办、一次办成”，落实《一网通办管理办法》。'));
  });

  it('makes it like the others', () => {
    checkFix('quoted-term-inconsistent', plan(...others, '考核<|一网通办|>。'), plan(...others, '考核“一网通办”。'));
    const bare = ['打好碧水保卫战。', '打好净土保卫战。', '巩固蓝天保卫战成果。'];
    checkFix('quoted-term-inconsistent', plan('打好“<|蓝天保卫战|>”。', ...bare), plan('打好蓝天保卫战。', ...bare));
  });
});
