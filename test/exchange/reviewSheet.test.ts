import assert from 'node:assert/strict';
import { readPlan } from '../../server/src/core/plan/plan';
import { createChecker } from '../../server/src/core/rules/check';
import { RULES } from '../../server/src/core/rules/index';
import { readText } from '../../server/src/core/syntax/source';
import { createRegister } from '../../server/src/core/units/register';
import { sheetOf, toHtml, toMarkdown, writeSheets, type Sheet } from '../../server/src/exchange/reviewSheet';
import { checkOpenXml } from '../support/openXml';

const TEXT = `云溪区<b>便民</b>服务实施方案（2021—2025年）
一、主要任务
（一）办事|窗口。2029年底前完成。（责任单位：区司法局、区财政局）
（二）再办\u0007。（责任单位：区民政局、区司法局）
二、保障措施
（三）三办。（牵头单位：区司法局；责任单位：区财政局）
`;

function sheet(text: string, locale: 'zh' | 'en' = 'zh'): Sheet {
  const plan = readPlan(readText(text));
  const { findings } = createChecker(RULES)(plan, createRegister());
  return sheetOf({ file: 'a.plan', plan, findings, rules: RULES, locale });
}

describe('审查意见单 review sheet', () => {
  it('groups by topic, numbers through, says where and on what grounds', () => {
    const { groups, counts, title } = sheet(TEXT);
    assert.equal(title, '云溪区<b>便民</b>服务实施方案（2021—2025年）');
    const rows = groups.flatMap((group) => group.rows);
    assert.deepEqual(
      rows.map(({ number }) => number),
      rows.map((_, index) => index + 1),
    );
    assert.equal(rows.length, counts.error + counts.warning + counts.info + counts.hint);
    const [lead] = groups.find(({ topic }) => topic === 'units')!.rows;
    assert.equal(lead!.place, '第 3 行 · 一、（一）');
    assert.equal(lead!.original, '（责任单位：区司法局、区财政局）');
    assert.ok(lead!.basis.length > 4);
    assert.equal(lead!.suggestion, '将“区司法局”改为牵头单位');
    const [late] = groups.find(({ topic }) => topic === 'time')!.rows;
    assert.equal(late!.severity, 'error');
  });

  it('says so when there is nothing to remark', () => {
    const empty = sheet('随手记一句话。\n');
    assert.deepEqual(empty.groups, []);
    assert.match(toMarkdown([empty], 'zh'), /未发现/);
    assert.match(toHtml([empty], 'en'), /Nothing to remark/);
  });

  it('keeps the words of a document from acting as Markdown or HTML', () => {
    const markdown = toMarkdown([sheet(TEXT)], 'zh');
    assert.match(markdown, /云溪区\\<b\\>便民/);
    for (const line of markdown.split('\n').filter((one) => one.startsWith('| '))) {
      assert.equal(line.replace(/\\\|/g, '').split('|').length, 9, `not seven cells: ${line}`);
    }
    assert.doesNotMatch(toHtml([sheet(TEXT)], 'zh'), /<b>/);
  });

  it('speaks the reader’s language', () => {
    const markdown = toMarkdown([sheet(TEXT, 'en')], 'en');
    assert.match(markdown, /^# Review sheet/);
    assert.match(markdown, /line 3 · 一、（一）/);
  });

  it('is a valid Word document', function () {
    checkOpenXml(this, 'sheet.docx', writeSheets([sheet(TEXT), sheet('随手记一句话。\n')], 'docx', 'zh'));
  });
});
