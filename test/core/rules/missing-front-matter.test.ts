import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('missing-front-matter', marked);

const BODY =
  '为方便群众办事，现提出如下要求，请认真执行。\n一、优化流程\n对照办事次序重新梳理。\n二、压缩时间\n公布承诺时限。';
const TITLE = '云溪区人民政府关于提升便民服务水平的实施意见';

describe('missing-front-matter 公文要素缺失', () => {
  it('an opinion that has none of its parts', () => {
    const [finding] = check(`<|${TITLE}|>\n${BODY}`);
    assert.equal(finding?.severity, 'info');
    assert.match(sentence(finding), /缺发文字号、主送机关、署名、成文日期。/);
  });

  it('a notice that lacks some', () => {
    const [finding] = check(`<|云溪区人民政府关于提升便民服务水平的通知|>\n各镇人民政府、区政府各部门：\n${BODY}`);
    assert.match(sentence(finding!), /缺发文字号、署名、成文日期。/);
  });

  describe('不要求 nothing is asked', () => {
    const whole = `${TITLE}\n云政发〔2022〕9号\n各镇人民政府、区政府各部门：\n${BODY}\n云溪区人民政府\n2022年3月8日`;
    const innocent: Readonly<Record<string, string>> = {
      齐全: whole,
      只缺文号: whole.replace('云政发〔2022〕9号\n', ''),
      未签发: whole.replace('云政发〔2022〕9号\n', '').replace('\n2022年3月8日', '\n2022年3月 日'),
      方案: `云溪区便民服务提升实施方案\n${BODY}`,
      清单: `云溪区便民服务任务清单\n${BODY}`,
      网页: `您当前的位置：首页\n${TITLE}\n${BODY}`,
      元数据: `---\n期间: 2021-2025\n---\n${TITLE}\n${BODY}`,
      征求意见稿: `${TITLE}（征求意见稿）\n${BODY}`,
      节选: `${TITLE}\n（节选）\n${BODY}`,
      报告: `云溪区2022年便民服务工作报告\n${BODY}`,
      通知带方案: `云溪区人民政府关于印发便民服务提升实施方案的通知\n云政发〔2022〕9号\n各镇人民政府、区政府各部门：\n现印发给你们，请认真执行。\n云溪区人民政府\n2022年3月8日\n云溪区便民服务提升实施方案\n${BODY}`,
    };
    for (const [name, text] of Object.entries(innocent)) {
      it(name, () => {
        check(text);
      });
    }
  });
});
