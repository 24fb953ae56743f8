import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';

const ID = 'missing-punctuation';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('missing-punctuation 缺标点、标点不当', () => {
  it('finds two marks in a row', () => {
    check('健全机制<|，，|>推行承诺。', '健全机制<|。，|>推行承诺<|；。|>', '甲<|、、|>乙。');
  });

  it('leaves ellipses and marks beside brackets', () => {
    check('甲、乙、丙。。。', '推行“甲”，（乙），《丙》，丁……', '怎么办？！');
  });

  it('finds a verb joined to nouns by 、, as a hint', () => {
    const [finding] = check('开展读书会、报告会<|、举办|>培训班。');
    assert.equal(finding?.severity, 'hint');
    check('举办读书会、开展培训。', '推进管理、组织招聘，召开会议、举办培训。');
    fix('开展读书会、报告会<|、举办|>培训班。', '开展读书会、报告会，举办培训班。');
  });

  it('finds an outcome that parts by ， what its task parts by 、', () => {
    const table = (task: string, outcome: string): string =>
      `云溪区任务清单\n序号\t主要任务\t牵头单位\t成果形式\n1\t${task}\t区司法局\t${outcome}`;
    const [finding] = checkFindings(
      ID,
      table('完成证件核发、集中轮训等工作。', '完成<|证件核发，集中轮训|>。').replace('完成<|', '<|完成'),
    );
    assert.equal(finding?.severity, 'hint');
    checkFindings(ID, table('完成证件核发、集中轮训等工作。', '完成证件核发、集中轮训，建立台账。'));
  });

  it('keeps the stronger one', () => {
    fix('健全机制<|，。|>', '健全机制。');
    fix('健全机制<|，，|>推行承诺。', '健全机制，推行承诺。');
  });
});
