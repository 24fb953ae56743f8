import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('beyond-local-authority', marked);
const plan = (task: string, place = '云溪区'): string => `${place}数据共享实施方案\n一、主要任务\n1.${task}`;

describe('beyond-local-authority 超越本级权限的提法', () => {
  it('laws are not amended by a city or a county: an error', () => {
    const [finding] = check(plan('根据<|市级修改的行政复议法|>，修改配套方案。'));
    assert.equal(finding?.severity, 'error');
    assert.match(sentence(finding), /法律由全国人民代表大会及其常务委员会制定和修改/);
  });

  it('regulations of its own: a warning', () => {
    const [finding] = check(plan('在<|制定修改地方性法规、规章|>，作出重大决策时听取意见。'));
    assert.equal(finding?.severity, 'warning');
    check(plan('实现<|全区现行有效地方性法规、规章|>统一查询。'));
    check(plan('辅助行政决策<|、行政立法|>和行政执法。'));
  });

  it('talk of legislation and rules: a hint, once a paragraph', () => {
    const [finding] = check(plan('<|完善立法评估|>制度，健全立法风险防范机制。'));
    assert.equal(finding?.severity, 'hint');
    check(plan('对<|政府立法|>、备案审查人员开展培训。'));
    check(plan('对<|政府规章、规范性文件及时修改|>和废止。'));
  });

  it('lets laws as a basis, wording of its own and taking part be', () => {
    check(plan('凡没有法律法规规章依据的一律取消，建设法规规章行政规范性文件统一公开查询平台。'));
    check(plan('坚持科学制规、民主制规、依法制规，严格执行突发事件应对法律法规规章。'));
    check(plan('协助推进市级层面协同立法，配合市人大完善立法评估，打造立法民意直通车，办好基层立法联系点。'));
    check(plan('落实市制定的管理办法，执行新修订的行政处罚法。'));
  });

  it('lets provinces, cities and documents of no known level be', () => {
    check(plan('在制定修改地方性法规、规章过程中听取意见。', '澄江市'));
    check('数据共享实施方案\n一、主要任务\n1.完善立法评估制度。');
  });
});
