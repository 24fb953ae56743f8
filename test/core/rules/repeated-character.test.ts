import assert from 'node:assert/strict';
import { checkFindings, checkFix } from './findings';

const ID = 'repeated-character';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('repeated-character 叠字', () => {
  it('finds characters of grammar written twice', () => {
    const [finding] = check('健全全区<|各级级|>法治政府建设机制。');
    assert.equal(finding?.severity, 'error');
    check('推进<|务的的|>改革。', '完成<|成了了|>任务。', '落实<|于与与|>企业沟通。', '<|各各|>部门要重视。');
  });

  it('finds the last or first character of a common word twice', () => {
    check(
      '健全<|工作作|>，狠抓落实。',
      '健全<|机制制|>的衔接。',
      '推行告知承诺，<|加加强|>监管。',
      '<|企企业|>开办便利。',
    );
  });

  it('finds a word said twice', () => {
    check('<|加快加快|>推进。', '<|进一步进一步|>规范。', '<|更进进|>一步。');
  });

  it('leaves characters that belong to two words', () => {
    check(
      '学习习近平法治思想，推行行政审批，依法实行行业禁入。',
      '法律法规规章、失信信息、农民工工资、宪法法律、机制制度。',
      '2024年年底前，进行行政管理，实现现行有效，重大行政政策，会议议定事项。',
      '我区区本级，市市场监管局，干部部门，组织部部门，财政部部务会。',
      '达到目的的有效手段，标的的确定，项目目的和意义，项目目标标的额。',
      '参与与监督，普及及推广，合并并入，与与会代表座谈，存在在建工程，在在建项目中。',
      '文明和和谐，温和和稳定，不了了之，为了了解情况。',
      '赋能能力，国企企业，清单单位，投投联动，延期期间，库款国库库存。',
      '工作中，问问题、提建议，明明确实可行。',
      '由于于都县，属于于洪区。',
      '各级级别，基础设施施工，部门门户网站，企业业务，管理理念，服务务必，发展展望，落实实施，行政政策。',
    );
  });

  it('leaves reduplication and marks of Markdown', () => {
    check('层层落实，时时放心不下，人人参与，年年考核，钉钉子精神，天天。', '**深入**推进，**建设**机制。');
  });

  it('removes one', () => {
    fix('健全全区<|各级级|>法治政府。', '健全全区各级法治政府。');
    fix('健全<|机制制|>，', '健全机制，');
    fix('<|加快加快|>推进。', '加快推进。');
  });
});
