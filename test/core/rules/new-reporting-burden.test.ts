import assert from 'node:assert/strict';
import { checkFindings } from './findings';

const check = (marked: string) => checkFindings('new-reporting-burden', marked);
const plan = (task: string, date = '2025-03-01'): string =>
  `---\n成文日期: ${date}\n---\n云溪区数据共享实施方案\n一、主要任务\n1.${task}`;

describe('new-reporting-burden 新增报送任务', () => {
  it('finds regular reports', () => {
    const [finding] = check(plan('各镇街<|每月25日前报送|>进展，<|定期向区政府报告|>情况，<|按季度上报|>数据。'));
    assert.equal(finding?.severity, 'info');
  });

  it('lets earlier documents, and those without a date, be', () => {
    check(plan('各镇街每月25日前报送进展。', '2024-07-30'));
    check('云溪区数据共享实施方案\n一、主要任务\n1.各镇街每月25日前报送进展。');
  });

  it('lets reports of the law, to the public and of incidents be', () => {
    check(plan('每年向区人大常委会报告工作，每季度依法报告审计结果，定期向社会公布报告。'));
    check(plan('定期举办报告会，每月通报情况，及时报送信息。'));
  });
});
