import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('law-short-title', marked);
const plan = (...tasks: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...tasks.map((task, at) => `${at + 1}.${task}`)].join('\n');

describe('law-short-title 法律首次用简称', () => {
  it('finds each law once, where it first stands', () => {
    const [finding] = check(plan('宣传<|《行政处罚法》|>和<|《民法典》|>。', '落实《行政处罚法》。'));
    assert.equal(finding?.severity, 'info');
    assert.match(sentence(finding), /首次出现用了简称，宜写全称《中华人民共和国行政处罚法》/);
  });

  it('lets laws cited in full before, and explained ones, be', () => {
    check(plan('宣传《中华人民共和国行政处罚法》。', '落实《行政处罚法》。'));
    check(plan('宣传《中华人民共和国民法典》（以下简称《民法典》），落实《民法典》。'));
  });

  it('lets regulations, names without marks, titles inside titles and the document’s own title be', () => {
    check(plan('落实《政府督查工作条例》《云溪区实施〈土地管理法〉办法》，坚持把民法典作为标尺。'));
    check('云溪区《民法典》宣传实施方案\n一、主要任务\n1.开展宣传。');
  });

  it('writes the full title', () => {
    checkFix('law-short-title', plan('宣传<|《民法典》|>。'), plan('宣传《中华人民共和国民法典》。'));
  });
});
