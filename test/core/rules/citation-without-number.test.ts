import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('citation-without-number', marked);
const plan = (opening: string): string =>
  `云溪区数据共享实施方案\n${opening}\n一、主要任务\n1.落实省政府《数据共享行动方案》。`;

describe('citation-without-number 上位文件未注文号', () => {
  it('finds the first one in the opening', () => {
    const [finding] = check(
      plan('为贯彻落实国务院<|《数据共享行动纲要（2021—2025年）》|>和省委、省政府《数据共享实施方案》，制定本方案。'),
    );
    assert.equal(finding?.severity, 'info');
    assert.match(sentence(finding), /没有注明发文字号/);
    check(plan('根据<|《国务院办公厅关于推进数据共享的意见》|>，制定本方案。'));
  });

  it('lets a number before or behind the title do', () => {
    check(
      plan(
        '为落实国务院《数据共享行动纲要》(国发〔2021〕5号)、市政府《数据共享方案》（澄政发〔2022〕3号），制定本方案。',
      ),
    );
    check(plan('根据国发〔2021〕5号文件即国务院《数据共享行动纲要》，制定本方案。'));
  });

  it('lets laws and regulations, the tasks, and documents of nobody named be', () => {
    check(plan('根据《中华人民共和国数据安全法》、国务院《政府信息公开条例》，制定本方案。'));
    check(plan('为学习推广《数据共享案例清单》，制定本方案。'));
    check(plan('《数据共享工作方案》已经区政府同意，现印发给你们。'));
  });
});
