import { deepStrictEqual } from 'node:assert';
import { readPlan } from '../../../server/src/core/plan/plan';
import { listTasks } from '../../../server/src/core/plan/tasks';
import { readText } from '../../../server/src/core/syntax/source';

/** Reads a text and shows each task as `number｜lead｜participants｜deadline`, units joined by `、`. */
function read(text: string): readonly string[] {
  return listTasks(readPlan(readText(text))).map((task) => {
    const names = (units: typeof task.lead): string => units.map((unit) => unit.name).join('、');
    const deadline = task.deadline && task.deadline.source !== 'inherited' ? task.deadline.text : '';
    return [task.label ?? '', names(task.lead), names(task.participants), deadline].join('｜');
  });
}

const TITLE = '云溪区某某工作实施方案（2021—2025年）\n一、主要任务\n';

/** One measure with the given annotation; `want` is `lead｜participants｜deadline`. */
function checkForm(annotation: string, want: string): void {
  it(annotation.replace(/\n/g, '⏎'), () => {
    const measure = `（一）推进平台建设。加快建设一体化平台，完善运行机制，持续提升服务水平。${annotation}\n`;
    const other = '（二）加强监督。完善机制。（牵头单位：区审计局）\n';
    const wanted = want === '' ? [] : [`（一）｜${want.split('｜').concat('').slice(0, 3).join('｜')}`];
    deepStrictEqual(read(TITLE + measure + other), [...wanted, '（二）｜区审计局｜｜']);
  });
}

describe('responsibility: labels', () => {
  checkForm('（牵头单位：区司法局；责任单位：区财政局、区审计局）', '区司法局｜区财政局、区审计局');
  checkForm('（牵头部门：区司法局；配合部门：区财政局）', '区司法局｜区财政局');
  checkForm('(牵头单位:区司法局;责任单位:区财政局)', '区司法局｜区财政局');
  checkForm('（牵头单位：区司法局，责任单位：区财政局、区审计局）', '区司法局｜区财政局、区审计局');
  checkForm('（牵头单位：区司法局 责任单位：区财政局）', '区司法局｜区财政局');
  checkForm('（主办单位：区司法局；协办单位：区财政局）', '区司法局｜区财政局');
  checkForm('（责任单位：区司法局、区财政局）', '｜区司法局、区财政局');
  checkForm('（责任部门：区司法局）', '｜区司法局');
  checkForm('（责任主体：区司法局；参加单位：区财政局）', '区司法局｜区财政局');
  checkForm('（实施单位：区司法局）', '｜区司法局');
  checkForm('（负责部门：商务部、海关总署）', '｜商务部、海关总署');
  checkForm('（承办单位：区司法局；指导单位：区委依法治区办）', '区司法局｜区委依法治区办');
  checkForm('（责任单位：区司法局、区财政局；配合单位：区审计局）', '区司法局、区财政局｜区审计局');
  checkForm('（牵头领导：张某某；牵头单位：区司法局；责任人：李某某）', '区司法局｜');
  checkForm('（牵头单位：区司法局；联系人：王某；责任单位：区财政局）', '区司法局｜区财政局');
  checkForm('（责任分工：由区司法局负责，区财政局、区审计局配合）', '区司法局｜区财政局、区审计局');
  checkForm('（责任单位：区司法局；适用范围：全区）', '｜区司法局');
  checkForm('（牵头单位：区司法局；责任单位：区财政局；完成时限：2023年6月底前）', '区司法局｜区财政局｜2023年6月底前');
  checkForm('（牵头单位：区司法局；完成时间：2023年底；成果形式：工作报告）', '区司法局｜｜2023年底');
  checkForm('（牵头：区司法局；配合：区财政局、区审计局）', '区司法局｜区财政局、区审计局');
  checkForm('（区司法局、区财政局分别牵头负责，区审计局、区民政局共同配合）', '区司法局、区财政局｜区审计局、区民政局');
  checkForm('（责任单位：区司法局，6月底完成）', '｜区司法局｜6月底');
  checkForm('（牵头责任单位：区司法局；配合责任单位：区财政局）', '区司法局｜区财政局');
  checkForm('（第一责任单位：区司法局；其他责任单位：区财政局）', '区司法局｜区财政局');
  checkForm('（责任处室：政策法规处）', '｜政策法规处');
  checkForm('（牵头单位：区司法局；责任单位：区财政局；时限：2023年6月底）', '区司法局｜区财政局｜2023年6月底');
  checkForm('（责任单位：区司法局；整改期限：2023年6月底前）', '｜区司法局｜2023年6月底前');
  checkForm('（责任单位：区司法局；达标节点：2023年6月底前）', '｜区司法局｜2023年6月底前');
  checkForm('（区司法局牵头，区财政局配合；完成时限：2023年6月底前）', '区司法局｜区财政局｜2023年6月底前');
  checkForm('（区司法局牵头，区财政局，各镇街配合。完成时限：2023年底）', '区司法局｜区财政局、各镇街｜2023年底');
});

describe('responsibility: labels of what is no unit', () => {
  checkForm('（牵头区领导：张某某；牵头单位：区司法局）', '区司法局｜');
  checkForm('（包联领导：张某某；牵头单位：区司法局）', '区司法局｜');
  checkForm('（责任单位：区司法局；督办单位：区委督查室）', '｜区司法局');
  checkForm('（责任单位：区司法局；联系电话：2345678）', '｜区司法局');
});

describe('responsibility: fields without brackets', () => {
  checkForm('责任单位：区司法局、区财政局。完成时限：2023年6月底前。', '｜区司法局、区财政局｜2023年6月底前');
  checkForm('牵头单位：区司法局。配合单位：区财政局。完成时限：2023年底。', '区司法局｜区财政局｜2023年底');
  checkForm(
    '\n责任领导：张某某\n责任单位：区司法局\n配合单位：区财政局\n完成时限：2023年底',
    '区司法局｜区财政局｜2023年底',
  );
  checkForm('\n牵头领导：张某某 牵头单位：区司法局 配合单位：区财政局', '区司法局｜区财政局');
  checkForm('\n——责任单位：区司法局、区财政局', '｜区司法局、区财政局');
  checkForm('\n- 牵头单位：区司法局\n- 责任单位：区财政局\n- 完成时限：2023年底', '区司法局｜区财政局｜2023年底');
  checkForm('\n**牵头单位：**区司法局\n**责任单位：**区财政局', '区司法局｜区财政局');
  checkForm('\n**牵头单位**：区司法局；**责任单位**：区财政局', '区司法局｜区财政局');
});

describe('responsibility: verbs', () => {
  checkForm('（区司法局、区财政局牵头，区审计局、区人社局配合）', '区司法局、区财政局｜区审计局、区人社局');
  checkForm('（区司法局牵头）', '区司法局｜');
  checkForm('（区司法局牵头负责）', '区司法局｜');
  checkForm('（区司法局牵头，区财政局、区审计局等按职责分工负责）', '区司法局｜区财政局、区审计局');
  checkForm('（区司法局、区财政局按职责分工负责）', '｜区司法局、区财政局');
  checkForm('（区司法局、区财政局等部门按职责分工负责）', '｜区司法局、区财政局');
  checkForm('（区司法局负责）', '｜区司法局');
  checkForm('（区司法局、区财政局负责）', '｜区司法局、区财政局');
  checkForm('（区司法局会同有关部门负责）', '区司法局｜有关部门');
  checkForm('（区司法局会同区财政局、区审计局负责）', '区司法局｜区财政局、区审计局');
  checkForm('（由区司法局负责，区财政局协助）', '区司法局｜区财政局');
  checkForm('（由区司法局牵头，各镇街具体负责）', '区司法局｜各镇街');
  checkForm('（区司法局牵头负责；各镇街负责配合落实）', '区司法局｜各镇街');
  checkForm('（责任单位：*区司法局、区财政局）', '区司法局｜区财政局');
  checkForm('（区司法局牵头，区财政局配合，2023年6月底前完成）', '区司法局｜区财政局｜2023年6月底前');
  checkForm('（区司法局、区财政局分别牵头，持续推进）', '区司法局、区财政局｜｜持续推进');
  checkForm('（区司法局牵头，2023年6月底前完成，持续深化）', '区司法局｜｜2023年6月底前');
  checkForm('（区司法局负责，2023年6月底前完成，并根据情况及时更新）', '｜区司法局｜2023年6月底前');
  checkForm('（2023年6月底前完成，区司法局牵头，区财政局配合）', '区司法局｜区财政局｜2023年6月底前');
  checkForm('（区司法局为牵头单位，区财政局、区审计局为责任单位）', '区司法局｜区财政局、区审计局');
  checkForm('（区司法局、各镇街按职责推进）', '｜区司法局、各镇街');
  checkForm('（区司法局、区财政局按职责分工负责）（2023年底前完成）', '｜区司法局、区财政局｜2023年底前');
  checkForm('（商务部、发展改革委等和各省级人民政府负责）', '｜商务部、发展改革委、各省级人民政府');
});

describe('responsibility: names and nothing else', () => {
  checkForm('（区教育局、区委网信办）', '｜区教育局、区委网信办');
  checkForm('（区民政局）', '｜区民政局');
  checkForm('（区民政局，各镇街）', '｜区民政局、各镇街');
  checkForm('（区委统战部、区工商联、团区委、区消防救援大队）', '｜区委统战部、区工商联、团区委、区消防救援大队');
  checkForm('（各类协会）', '');
  checkForm('（区民政局，各镇（街道））', '｜区民政局、各镇（街道）');
  checkForm('（按规定落实）', '');
  checkForm('（注：2023年起由区司法局牵头）', '');
  checkForm('（试行）', '');
  checkForm('（此件公开发布）', '');
  checkForm('（见附件2）', '');
});

describe('responsibility: brackets', () => {
  checkForm('〔牵头单位：区司法局；责任单位：区财政局〕', '区司法局｜区财政局');
  checkForm('[牵头单位：区司法局；责任单位：各县（市、区）政府]', '区司法局｜各县（市、区）政府');
  checkForm('（牵头单位：区司法局；责任单位：区财政局)', '区司法局｜区财政局');
  checkForm(
    '（牵头单位：区委组织部（人才办），责任单位：区农业农村中心（区供销社）、区财政局）',
    '区委组织部（人才办）｜区农业农村中心（区供销社）、区财政局',
  );
  checkForm('（牵头单位：区司法局；责任单位：区财政局', '区司法局｜区财政局');
  checkForm('牵头单位：（区司法局；责任单位：区财政局）', '区司法局｜区财政局');
  checkForm('\n（牵头单位：区司法局；责任单位：区财政局）', '区司法局｜区财政局');
  checkForm('\n责任单位：区司法局、区财政局，各镇街', '｜区司法局、区财政局、各镇街');
  checkForm('\n牵头单位：区司法局\n责任单位：区财政局、区审计局', '区司法局｜区财政局、区审计局');
  checkForm(
    '\n责任单位：县政府办公室、县司法局、各有关部门，乡镇人民政府按职责分工分别负责。',
    '｜县政府办公室、县司法局、各有关部门、乡镇人民政府',
  );
  checkForm('〈牵头单位：区司法局；责任单位：区财政局〉', '区司法局｜区财政局');
  checkForm('责任单位：区司法局、区财政局', '｜区司法局、区财政局');
});

describe('responsibility: lines', () => {
  it('a short line that ends in a comma goes on below', () => {
    const text = `${TITLE}（一）推进招商引资。新签约50个，\n到位资金30亿元。\n责任单位：区商务局\n`;
    const [task] = listTasks(readPlan(readText(text)));
    deepStrictEqual(task?.text, '推进招商引资。新签约50个，到位资金30亿元。');
  });
  it('a measure may begin with a year right behind its number; a decimal is no number', () => {
    const measures =
      '1.2024年底前完成培训。（区司法局负责）\n2．2025年6月底前建成平台。（区财政局负责）\n3、2025年完成验收。（区审计局负责）\n' +
      '1.25亿元用于建设。（区财政局负责）\n';
    deepStrictEqual(
      read(TITLE + measures).map((task) => task.split('｜')[0]),
      ['1.', '2．', '3、', '3、'],
    );
  });
  it('a list of what is shared out is a title', () => {
    const { title, period } = readPlan(readText('2023年政府工作报告重点工作责任分解\n一、做事\n1.办事。\n')).facts;
    deepStrictEqual([title, period], ['2023年政府工作报告重点工作责任分解', { start: 2023, end: 2023 }]);
  });
});

describe('responsibility: unit lists', () => {
  checkForm('（责任单位：区教体局等区直各部门）', '｜区教体局、区直各部门');
  checkForm('（责任单位：区教体局等）', '｜区教体局');
  checkForm('（责任单位：区教体局等相关单位）', '｜区教体局');
  checkForm('（区司法局等有关部门单位按职责分工负责）', '｜区司法局');
  checkForm('（责任单位：区直各有关部门及各镇街）', '｜区直各有关部门、各镇街');
  checkForm('（责任单位：各区、县（市）政府）', '｜各区、县（市）政府');
  checkForm('（责任单位：市财政局，各市、县（区）人民政府）', '｜市财政局、各市、县（区）人民政府');
  checkForm('（责任单位：区委、区政府各部门）', '｜区委、区政府各部门');
  checkForm('（责任单位：各县区党委、政府）', '｜各县区党委、政府');
  checkForm('（责任单位：省发展改革委、工业和信息化厅、财政厅）', '｜省发展改革委、工业和信息化厅、财政厅');
  checkForm('（责任单位：、区市场监管局）', '｜区市场监管局');
  checkForm('（责任单位：区司法局 区财政局　区审计局）', '｜区司法局、区财政局、区审计局');
  checkForm('（责任单位：市经信局市新经济委、市财政局）', '｜市经信局、市新经济委、市财政局');
  checkForm('（责任单位：区经济发展局区行政审批局）', '｜区经济发展局、区行政审批局');
  checkForm('（责任单位：各镇街〈含开发区管委会，下同〉、区财政局）', '｜各镇街、区财政局');
  checkForm('（责任单位：区司法局/区财政局）', '｜区司法局、区财政局');
  checkForm('（责任单位：广州、深圳市政府）', '｜广州、深圳市政府');
  checkForm('（责任单位：临江区党委、政府，各县党委、政府）', '｜临江区党委、政府、各县党委、政府');
});

describe('responsibility: what is none', () => {
  checkForm('（以下简称平台）', '');
  checkForm('（由区司法局负责解释）', '');
  checkForm('（详见附件2）', '');
  checkForm('（各单位负责人要亲自抓）', '');
  checkForm('明确责任单位和完成时限，压实责任。', '');
  checkForm('（含牵头部门和配合部门）', '');
  checkForm('（牵头单位负责统筹，配合单位按职责落实）', '');
  checkForm('（区司法局牵头。各部门要加强配合。）', '');
});

describe('responsibility: remarks after a full stop', () => {
  checkForm('〔区司法局牵头，区财政局配合。以下均需各镇街落实，不再列出〕', '区司法局｜区财政局');
  checkForm('（区司法局、区财政局，各镇街。列第一位的为牵头单位，下同）', '区司法局｜区财政局、各镇街');
  checkForm('（责任单位：区司法局、区财政局。列第一位的为牵头单位，下同）', '区司法局｜区财政局');
  checkForm('〔区司法局、区财政局按职责分工负责。具体任务均涉及各镇街，不再做分工，下同。〕', '｜区司法局、区财政局');
});

describe('responsibility: rules stated once', () => {
  const two = (note: string): string =>
    `${TITLE}（一）甲事项。完善机制。（责任单位：区司法局、区财政局，区审计局；${note}）\n（二）乙事项。完善机制。（责任单位：区财政局、区人社局，区审计局）\n（三）丙事项。（责任单位：区审计局）\n`;
  const first = [
    '（一）｜区司法局｜区财政局、区审计局｜',
    '（二）｜区财政局｜区人社局、区审计局｜',
    '（三）｜区审计局｜｜',
  ];
  for (const note of [
    '列第一位的为牵头单位，下同',
    '列首位的为牵头单位，下同',
    '列第一位者为牵头单位，下同',
    '排在第一位的部门为牵头部门，下同',
  ]) {
    it(note, () => deepStrictEqual(read(two(note)), first));
  }
  it('第一个逗号前为牵头单位', () =>
    deepStrictEqual(read(two('第一个逗号前为牵头单位，多个牵头部门的按照职责分工负责，下同')), [
      '（一）｜区司法局、区财政局｜区审计局｜',
      '（二）｜区财政局、区人社局｜区审计局｜',
      '（三）｜区审计局｜｜',
    ]));
  for (const note of [
    '以下均需各镇街落实，不再列出',
    '以下各项任务均需各镇街配合落实，不再列出',
    '以下均涉及各镇街，不再重复列出',
  ]) {
    it(note, () =>
      deepStrictEqual(read(two(note)), [
        '（一）｜｜区司法局、区财政局、区审计局｜',
        '（二）｜｜区财政局、区人社局、区审计局｜',
        '（三）｜｜区审计局｜',
      ]),
    );
  }
});
