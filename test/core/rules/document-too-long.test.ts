import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string, limit = 100) =>
  checkFindings('document-too-long', marked, { config: { options: { 'document-too-long': { limit } } } });
const plan = (title: string, count: number, rest = '', date = '2025-03-01'): string =>
  `---\n成文日期: ${date}\n---\n${title}\n一、主要任务\n${'归集数据。'.repeat(count)}${rest}`;

describe('document-too-long 篇幅超限', () => {
  it('is said once, at the title', () => {
    const [finding] = check(plan('<|云溪区数据共享实施方案|>', 40));
    assert.equal(finding?.severity, 'info');
    assert.match(sentence(finding), /正文约 21\d 字，超过 100 字/);
  });

  it('lets short ones, earlier ones and undated ones be', () => {
    check(plan('云溪区数据共享实施方案', 40), 5000);
    check(plan('云溪区数据共享实施方案', 40, '', '2024-05-01'));
    check(`云溪区数据共享实施方案\n一、主要任务\n${'归集数据。'.repeat(40)}`);
  });

  it('counts neither tables nor attachments', () => {
    check(plan('云溪区数据共享实施方案', 10, `\n\n附件1\n${'编制目录。'.repeat(40)}`));
    check(plan('云溪区数据共享实施方案', 4, `\n序号\t主要任务\t牵头单位\n1\t${'编制目录。'.repeat(40)}\t区数据局`));
  });
});
