import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('page-break-split', marked);
const fix = (before: string, after: string) => checkFix('page-break-split', before, after);

const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案（2021—2025年）', '一、主要任务', ...lines].join('\n');

/** A line with its last characters, those that are shown, marked. */
const torn = (line: string): string => line.replace(/.{8}$/, '<|$&|>');

const HEAD = '（一）优化流程。对照群众办事的先后次序，重新梳理';
const REST = '受理、审查、决定、送达各个环节，能合并的合并，能取消的取消。';

describe('page-break-split 跨页断句', () => {
  it('marks the end of the line that breaks off', () => {
    const [finding] = check(plan(torn(HEAD), '', '', REST));
    assert.equal(finding?.severity, 'warning');
    assert.match(sentence(finding), /在“后次序，重新梳理”之后断开，下一行“受理、审查、决定”/);
  });

  it('two characters of an annotation are enough to go on', () => {
    check(
      plan(
        torn('（一）优化流程。对照次序梳理环节。（牵头单位：区政务办；责任单位：区直各部'),
        '',
        '门）',
        '二、工作要求',
      ),
    );
  });

  it('each tear of a paragraph torn more than once', () => {
    check(
      plan(
        torn(`${HEAD}各个环节，能合并的合并，`),
        '',
        torn('能取消的取消，做到一次告知、一次办结、一次'),
        '',
        '评价，群众满意才算完成。',
      ),
    );
  });

  it('after a quotation that ends the line', () => {
    check(
      plan(
        torn('（一）优化流程。坚持问题导向，持续优化“一件事一次办”'),
        '',
        '服务体系，聚焦高频事项，逐项压减办理的时间和材料，做到好办快办。',
      ),
    );
  });

  describe('不是断句 whole as they are', () => {
    const innocent: Readonly<Record<string, string>> = {
      标题两行: '关于贯彻落实《便民服务提升纲要\n（2021—2025年）》的实施意见\n一、总体要求',
      主送两行:
        '云溪区便民服务工作的通知\n各镇人民政府、街道办事处，区政府各部门、\n各直属单位：\n为做好工作，现通知如下。',
      落款: plan(`${HEAD}${REST}`, '云溪区人民政府办公室', '2022年7月7日'),
      括注另起一行: plan(`${HEAD}${REST}`, '（牵头单位：区政务办；责任单位：区司法局）'),
      责任行: plan(`${HEAD}${REST}`, '牵头单位：区政务办、区司法局，各镇街', '责任单位：区财政局、区人社局'),
      句号后新段: plan(`${HEAD}${REST}`, '各部门要加强配合，及时解决问题，确保取得实效。'),
      引号后新段有句号: plan(
        '坚持问题导向，持续优化“一件事一次办”。',
        '各部门要加强配合，及时解决问题，确保取得实效，不走过场。',
      ),
      小标题: plan('（一）优化流程', '对照群众办事的先后次序，重新梳理受理、审查、决定各个环节，能合并的合并。'),
      两句的标题: `云溪区便民服务方案\n一、健全政务服务体系，不断提升群众办事的便利度和满意度\n\n坚持便民为先，把群众的事办好，切实提高服务质量，不断改进作风。`,
      没有编号的两句标题: plan(
        '（一）优化流程。',
        '开展“局长走流程”活动，推动政务服务提质增效',
        '组织各单位主要负责人到窗口体验，查找堵点难点，逐项整改到位。',
      ),
      破折号列举: plan(
        '——坚持便民为先，把群众的事当作自己的事，从最不满意的地方改起，从最需要办的事情做起，一件接着一件办',
        '——坚持依法办事，严格按照法定的权限和程序办理，公开公平公正，自觉接受监督。',
      ),
      一是二是: plan(
        '一是梳理办事流程，画出流程图，标明每个环节的时限和责任人，在大厅和网站同步公开，方便群众查询和监督',
        '二是压缩办理时间，公布承诺时限，逐项兑现，超时的向群众说明原因。',
      ),
      成员名单: plan(
        '成　员：区委办公室主任张某某，区政府办公室主任李某某，区司法局局长王某某，区财政局局长赵某某，区民政局局长钱某某',
        '领导小组办公室设在区司法局，承担领导小组日常工作，王某某同志兼任办公室主任。',
      ),
      附件说明: plan(
        '各单位要抓好落实，按季度向区政务办报送进展情况，由区政务办汇总以后报区政府，重要情况随时报告',
        '附件：云溪区便民服务任务分解表，共十二项',
      ),
      联系方式: plan(
        '联系人：张某某，联系电话：0512-12345678',
        '通讯地址：云溪区人民路1号，邮政编码：215000，传真：0512-12345679',
      ),
      表格: plan(
        '序号\t主要任务\t牵头单位',
        '1\t对照群众办事的先后次序，重新梳理\t区政务办',
        '2\t压缩办理时间，公布承诺\t区政务办',
      ),
    };
    for (const [name, text] of Object.entries(innocent)) {
      it(name, () => {
        check(text);
      });
    }
  });

  it('a text wrapped at a column is one remark', () => {
    const line = '对照群众办事的先后次序，重新梳理受理和审查、决定、送达各个环节的';
    const lines = Array.from({ length: 8 }, () => line);
    const last = line.slice(-8);
    const [finding] = check(plan(`${line.slice(0, -8)}<|${last}|>`, ...lines, '办理时间。'));
    assert.equal(finding?.severity, 'info');
    assert.match(sentence(finding), /按固定行宽断行（8 处）|按固定行宽断行（9 处）/);
  });

  describe('修改 fixes', () => {
    it('joins over blank lines and drops the indentation', () => {
      fix(
        plan(
          torn('（一）优化流程。对照群众办事的先后次序，重新梳理受理、审查、'),
          '',
          '决定、送达各个环节，能合并的合并，能取消的取消。',
        ),
        plan(
          '（一）优化流程。对照群众办事的先后次序，重新梳理受理、审查、决定、送达各个环节，能合并的合并，能取消的取消。',
        ),
      );
    });

    it('is safe after a comma or inside brackets only', () => {
      const safe = (text: string) => check(text).map(({ fixes }) => fixes[0]!.safe);
      assert.deepEqual(safe(plan(torn('（一）优化流程。对照群众办事的先后次序，重新梳理受理、审查、'), REST)), [true]);
      assert.deepEqual(safe(plan(torn(HEAD), REST)), [false]);
    });
  });
});
