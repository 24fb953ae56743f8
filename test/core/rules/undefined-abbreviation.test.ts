import assert from 'node:assert/strict';
import { NO_WORDS } from '../../../server/src/core/rules/config';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('undefined-abbreviation', marked);
const plan = (...tasks: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', ...tasks.map((task, at) => `${at + 1}.${task}`)].join('\n');

describe('undefined-abbreviation 未展开的简称口号', () => {
  it('finds slogans of numbers and names of campaigns, once each', () => {
    const [finding] = check(
      plan('服务<|“三园两带”|>，依托<|“双公示”|>平台，实施<|“五大攻坚行动”|>。', '再提“三园两带”。'),
    );
    assert.equal(finding?.severity, 'info');
    assert.match(sentence(finding), /“三园两带”首次出现，前后没有说明指什么/);
    check(plan('健全<|“3+2”|>机制，推行<|“合法性审查333工作体系”|>，深化<|“铸安”|>行动。'));
    check(plan('落实<|“三项制度”|>，按照<|“两个免于提交”|>要求，开展<|“四送一服”|>。'));
  });

  it('lets what is explained beside it be', () => {
    check(plan('落实行政执法公示、执法全过程记录、重大执法决定法制审核“三项制度”。', '巩固“三项制度”。'));
    check(plan('坚持“三调”联动，推进行政调解与人民调解、司法调解衔接。'));
    check(plan('推进决策、执行、管理、服务、结果“五公开”，落实“四方责任”（属地、部门、单位、个人）。'));
    check(plan('实现行政诉讼案件数和败诉率“双下降”。'));
  });

  it('lets what everybody knows and what explains itself be', () => {
    check(plan('增强“四个意识”，深化“放管服”，推行“双随机、一公开”，落实“两法衔接”，“六稳”“六保”。'));
    check(plan('推行“一业一证”“一照多址”“多证合一”“互联网+监管”，拨打“12345”，打造“10分钟便民圈”，“十四五”期间。'));
    check(plan('落实《“三园两带”建设规划》，开展“雪亮”工程，坚持“马上办、网上办”。'));
  });

  it('lets reports be', () => {
    check('云溪区2022年数据共享工作报告\n一、主要做法\n1.深化“3550”改革。');
  });

  it('abbreviations of the organisation are known', () => {
    const words = { ...NO_WORDS, abbreviations: ['三园两带'] };
    checkFindings('undefined-abbreviation', plan('服务“三园两带”，落实<|“四方责任”|>。'), { config: { words } });
  });
});
