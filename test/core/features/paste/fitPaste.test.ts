import assert from 'node:assert/strict';
import { cleanPasted } from '../../../../server/src/core/features/paste/clean';
import { fitPaste, type FittedPaste } from '../../../../server/src/core/features/paste/fitPaste';
import { readPlan } from '../../../../server/src/core/plan/plan';
import { readText } from '../../../../server/src/core/syntax/source';
import { applyEdits } from '../../../../server/src/core/text/edits';
import { generatePlans } from '../../../support/generator';
import { readMarks } from '../../../support/marks';
import { createRandom } from '../../../support/random';

/** Pasted at the mark, `pasted` gives `after`, as rows, a table or text. */
function checkPaste(before: string, pasted: string, what: FittedPaste['what'], after: string): void {
  const marked = readMarks(before);
  const place = marked.ranges[0] ?? { start: marked.caret, end: marked.caret };
  const fitted = fitPaste(readPlan(readText(marked.text)), place, cleanPasted(pasted));
  assert.ok(fitted, 'nothing to fit');
  assert.equal(applyEdits(marked.text, [fitted.edit]), after);
  assert.equal(fitted.what, what);
}

const TITLE = '云溪区任务清单\n\n';
const MARKDOWN =
  '| 序号 | 主要任务 | 牵头单位 | 完成时限 |\n| --- | --- | --- | --- |\n| 1 | 甲。 | 区民政局 | 2024年 |\n';
const TABS = '序号\t主要任务\t牵头单位\t完成时限\n1\t甲。\t区民政局\t2024年\n';

describe('粘贴 paste', () => {
  it('cleans what copying adds and nothing else', () => {
    assert.equal(
      cleanPasted('\ufeff一、总\u00ad体\u200b要求\u00a0\r\n\r\n\r\n\r\n1.建立\u00a0台账  \r第二'),
      '一、总体要求\n\n1.建立 台账\n第二',
    );
    assert.equal(cleanPasted('　　（一）区财政局。'), '　　（一）区财政局。');
  });

  it('lines of a cell stay apart in a table that has no lines in its cells', () => {
    checkPaste(
      `${TITLE}${MARKDOWN}$0`,
      '2\t"乙；\n丙。"\t"区财政局\n区人社局"\t2025年',
      'rows',
      `${TITLE}${MARKDOWN}| 2 | 乙；丙。 | 区财政局 区人社局 | 2025年 |`,
    );
  });

  it('rows go into a table below the caret’s row, in its form', () => {
    checkPaste(
      `${TITLE}${MARKDOWN}$0`,
      '2\t乙|丙。\t区财政局\t2025年',
      'rows',
      `${TITLE}${MARKDOWN}| 2 | 乙\\|丙。 | 区财政局 | 2025年 |`,
    );
    checkPaste(
      `${TITLE}${TABS}$0\n`,
      '2\t乙。\t区财政局\t2025年\n3\t丙。\t区司法局\t\n',
      'rows',
      `${TITLE}${TABS}2\t乙。\t区财政局\t2025年\n3\t丙。\t区司法局\t\n`,
    );
    checkPaste(
      `${TITLE}${TABS.replace('甲。', '甲$0。')}后文\n`,
      '2\t乙。\t区财政局\t2025年',
      'rows',
      `${TITLE}${TABS}2\t乙。\t区财政局\t2025年\n后文\n`,
    );
    checkPaste(
      `${TITLE}${MARKDOWN.replace('主要', '主$0要')}`,
      '2\t乙。\t区财政局\t2025年',
      'rows',
      `${TITLE}${MARKDOWN.replace('| 1 |', '| 2 | 乙。 | 区财政局 | 2025年 |\n| 1 |')}`,
    );
    checkPaste(
      `${TITLE}${TABS.replace('1\t', '$01\t')}`,
      '2\t乙。\t区财政局\t2025年',
      'rows',
      `${TITLE}${TABS.replace('1\t', '2\t乙。\t区财政局\t2025年\n1\t')}`,
    );
  });

  it('a row that has only its number so far is filled', () => {
    const after = `${TITLE}${MARKDOWN}| 2 | 乙。 | 区财政局 | 2025年 |\n| 3 | 丙。 | 区司法局 |  |`;
    checkPaste(`${TITLE}${MARKDOWN}| 2 | $0`, '2\t乙。\t区财政局\t2025年\n3\t丙。\t区司法局\n', 'rows', after);
    checkPaste(`${TITLE}${TABS}2\t$0`, '2\t乙。\t区财政局\t2025年', 'rows', `${TITLE}${TABS}2\t乙。\t区财政局\t2025年`);
  });

  it('selected rows give way to them', () => {
    checkPaste(
      `${TITLE}序号\t主要任务\t牵头单位\n<|1\t甲。\t区民政局\n|>2\t乙。\t区财政局\n`,
      '1\t丙。\t区司法局\n',
      'rows',
      `${TITLE}序号\t主要任务\t牵头单位\n1\t丙。\t区司法局\n2\t乙。\t区财政局\n`,
    );
  });

  it('columns are matched by their heads, by name or by kind; the head itself is not pasted again', () => {
    checkPaste(
      `${TITLE}${MARKDOWN}$0`,
      '主办单位\t工作任务\t完成时限\n区财政局\t乙。\t2025年\n',
      'rows',
      `${TITLE}${MARKDOWN}|  | 乙。 | 区财政局 | 2025年 |`,
    );
  });

  it('a column without a place is not lost: the table is put in whole', () => {
    checkPaste(
      `${TITLE}${TABS}$0`,
      '主要任务\t牵头单位\t责任人\n乙。\t区财政局\t张三',
      'table',
      `${TITLE}${TABS}主要任务\t牵头单位\t责任人\n乙。\t区财政局\t张三`,
    );
  });

  it('elsewhere a table is written as the document writes tables', () => {
    checkPaste(
      `# ${TITLE}## 一、任务\n$0\n`,
      '序号\t主要任务\t牵头单位\n1\t"甲，\n乙"\t区民政局\n2\t丙\n',
      'table',
      `# ${TITLE}## 一、任务\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 甲，乙 | 区民政局 |\n| 2 | 丙 |  |\n`,
    );
    checkPaste('正$0文。', '甲\t乙\t丙\n1\t2\t3', 'table', '正\n甲\t乙\t丙\n1\t2\t3\n文。');
  });

  it('prose round a table stays where it was; prose alone is text', () => {
    checkPaste(
      '$0',
      '一、任务\n序号\t主要任务\t牵头单位\n1\t甲\t区民政局\n二、保障',
      'table',
      '一、任务\n序号\t主要任务\t牵头单位\n1\t甲\t区民政局\n二、保障',
    );
    checkPaste('甲$0丙', '乙', 'text', '甲乙丙');
    checkPaste(
      '云溪区方案 一、任务 （一）甲乙。$0 二、保障',
      '丙。',
      'text',
      '云溪区方案 一、任务 （一）甲乙。丙。 二、保障',
    );
  });

  it('nothing throws and nothing pasted is lost, wherever it is pasted', () => {
    const random = createRandom();
    const clips = generatePlans(random).map(({ text }) => text);
    for (const { text } of generatePlans(random)) {
      const plan = readPlan(readText(text));
      const lines = text.split('\n');
      const line = random.below(lines.length);
      const start = { line, character: random.below(lines[line]!.length + 1) };
      const clip = cleanPasted(random.pick(clips));
      const fitted = fitPaste(plan, { start, end: start }, clip);
      const bare = (words: string): string => words.replace(/[\s|\\"-]/g, '');
      assert.ok(fitted && (fitted.what === 'rows' || bare(fitted.edit.newText) === bare(clip)), clip);
    }
  });
});
