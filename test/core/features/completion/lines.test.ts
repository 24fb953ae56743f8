import assert from 'node:assert/strict';
import { accepted, checkCompletion, checkQuiet, labelsIn } from './check';

const HEAD = '云溪区数字政府建设实施方案（2021—2025年）\n\n';
const PLAN = `${HEAD}一、总体要求
坚持统筹规划。
二、主要任务
（一）健全制度。修订管理办法，2024年底前完成。（牵头单位：区司法局；配合单位：区财政局）
`;

describe('补全：编号 completion of numbers', () => {
  it('the next of the level, the first below, the next above', () => {
    checkCompletion(`${PLAN}$0`, ['（二）', '1.', '三、']);
    checkCompletion(`${HEAD}$0`, ['一、']);
    checkCompletion(`${HEAD}一、总体要求\n$0`, ['（一）', '二、']);
  });

  it('what was typed of it is kept, in either width', () => {
    checkCompletion(`${PLAN}（$0`, ['（二）']);
    checkCompletion(`${PLAN}($0`, ['（二）']);
    checkCompletion(`${PLAN}三$0`, ['三、']);
    assert.ok(accepted(`${PLAN}（$0）`, '（二）').endsWith('\n（二）'));
  });

  it('written as the neighbours are', () => {
    checkCompletion(`${HEAD}1．甲。做好第一件事情。\n2．乙。做好第二件事情。\n$0`, ['3．']);
    checkCompletion(`${HEAD}一、任务\n(一)甲。做好第一件事情。\n$0`, ['(二)']);
    checkCompletion(`${HEAD}第一条 为了规范管理，制定本细则。\n第二条 本细则适用于全区。\n第$0`, ['第三条']);
  });

  it('a line that has a number needs none', () => {
    const text = PLAN.replace('（一）健全', '$0（一）健全');
    for (const marked of [text, text.replace('$0（', '（$0'), text.replace('$0（一', '（一$0')]) checkQuiet(marked);
    checkQuiet(`${PLAN}（$0此件公开发布）`);
  });

  it('runs on across chapters where the document does so', () => {
    const text = `${HEAD}一、甲\n（一）做好甲事。要求甲。\n（二）做好乙事。要求乙。\n二、乙\n（三）做好丙事。要求丙。\n三、丙\n$0`;
    checkCompletion(text, ['（四）', '四、']);
    checkCompletion(text.replace('（三）', '（一）'), ['（一）', '四、']);
  });

  it('an annex begins anew and has a number of its own', () => {
    const annexed = `${PLAN}\n附件1\n任务分解\n一、甲\n`;
    checkCompletion(`${annexed}$0`, ['（一）', '二、']);
    checkCompletion(`${annexed}附$0`, ['附件2']);
    checkCompletion(`${PLAN}附件$0`, ['附件1']);
  });

  it('in the number column of a table', () => {
    const table = '云溪区任务清单\n序号\t主要任务\t牵头单位\t完成时间\n9\t检查\t区司法局\t2024年\n';
    checkCompletion(`${table}1$0\t\t\t`, ['10']);
    checkCompletion(`${table.replace('9', '09')}$0\t\t\t`, ['10']);
    checkQuiet(`${table}$010\t通报\t区司法局\t2024年`);
  });
});

describe('补全：标题 completion of headings', () => {
  it('those usual after what is there come first', () => {
    checkCompletion(`${PLAN}三、$0`, ['实施步骤']);
    checkCompletion(`${HEAD}一、$0`, ['总体要求', '主要任务']);
    const labels = labelsIn(`${PLAN}三、$0`);
    assert.ok(labels.indexOf('总体要求') > labels.indexOf('附则'));
  });

  it('by pinyin and by characters', () => {
    checkCompletion(`${PLAN}三、bzcs$0`, ['保障措施']);
    checkCompletion(`${PLAN}三、保$0`, ['保障措施']);
  });

  it('below a heading what is usual there', () => {
    checkCompletion(`${HEAD}一、总体要求\n（一）$0`, ['指导思想', '基本原则']);
    checkQuiet(`${HEAD}一、强化服务\n（一）$0`);
  });
});

describe('补全：责任括注 completion of annotations', () => {
  it('the document’s own frame first', () => {
    checkCompletion(`${PLAN}（二）强化监督。每年开展检查。$0`, [
      '（牵头单位：；配合单位：）',
      '（牵头单位：；责任单位：）',
    ]);
    const verbal = PLAN.replace('牵头单位：区司法局；配合单位：区财政局', '区司法局牵头，区财政局、区审计局配合');
    checkCompletion(`${verbal}（二）强化监督。每年开展检查。（$0）`, ['（牵头，配合）']);
  });

  it('by its first word or by its name', () => {
    checkCompletion(`${PLAN}（二）强化监督。每年开展检查。（牵$0）`, ['（牵头单位：；配合单位：）']);
    checkCompletion(`${PLAN}（二）强化监督。每年开展检查。（qt$0）`, ['（牵头单位：；配合单位：）']);
    checkCompletion(`${PLAN}（二）强化监督。每年开展检查。zrkz$0`, ['（牵头单位：；配合单位：）']);
  });

  it('brackets are not doubled', () => {
    assert.ok(
      accepted(`${PLAN}（二）强化监督。每年开展检查。（$0）`, '（牵头单位：；配合单位：）').endsWith(
        '检查。（牵头单位：；配合单位：）',
      ),
    );
  });

  it('inside, the labels that are missing, called as the document calls them', () => {
    checkCompletion(`${PLAN}（二）强化监督。每年开展检查。（牵头单位：区司法局；$0）`, [
      '配合单位：',
      '完成时限：',
      '成果形式：',
    ]);
    checkCompletion(`${PLAN}（二）强化监督。每年开展检查。（牵头单位：区司法局；wcsx$0）`, ['完成时限：']);
  });

  it('on a line of its own, when it was begun', () => {
    checkCompletion(`${PLAN}（二）强化监督。每年开展检查。\n责$0`, ['责任单位：']);
    checkCompletion(`${PLAN}（二）强化监督。每年开展检查。\nzrdw$0`, ['责任单位：']);
  });
});

describe('补全：条款 completion of clauses', () => {
  it('by pinyin at the start of a line, with the number that is next', () => {
    const text = accepted(`${PLAN}三、保障措施\nzzld$0`, '加强组织领导');
    assert.match(text, /\n（一）加强组织领导。成立由区政府.*办公室设在区司法局/);
    checkCompletion(`${PLAN}三、保障措施\n强化督$0`, ['强化督促检查']);
  });

  it('behind a number, all of them in a chapter of safeguards', () => {
    checkCompletion(`${PLAN}三、保障措施\n（一）$0`, ['加强组织领导', '健全工作机制']);
    assert.match(accepted(`${PLAN}三、保障措施\n（一）$0`, '加强组织领导'), /\n（一）加强组织领导。成立由/);
  });

  it('filled with region, period and leading body', () => {
    assert.match(accepted(`${PLAN}sxrq$0`, '施行日期'), /本方案自印发之日起施行，有效期至2025年12月31日。/);
    assert.match(accepted(`${PLAN}zdyj$0`, '制定依据'), /结合云溪区实际，制定本方案。/);
  });

  it('plain prose is left alone', () => {
    for (const text of ['加强组织领导，健全$0', '各级各部门要jq$0', '区$0', 'a$0', '坚持统筹规划$0', '要加强组织$0'])
      checkQuiet(`${PLAN}三、保障措施\n${text}`);
  });
});
