import assert from 'node:assert/strict';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { readPlan } from '../../server/src/core/plan/plan';
import { listTasks } from '../../server/src/core/plan/tasks';
import { readText } from '../../server/src/core/syntax/source';
import { exportPlan } from '../../server/src/exchange/export';
import { checkOpenXml } from '../support/openXml';

/** A plan with `count` tasks in two chapters. */
function planText(count: number): string {
  const half = Math.ceil(count / 2);
  const measure = (at: number): string =>
    `${at}. 第${at}件事${'，做细做实做好'.repeat(at % 7)}。202${at % 5 === 0 ? 4 : 5}年底前完成。（牵头单位：区司法局；责任单位：区财政局、区民政局）`;
  const list = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, at) => measure(from + at + 1)).join('\n');
  return `云溪区某项工作实施方案（2021—2025年）\n一、甲类任务\n${list(0, half)}\n二、乙类任务\n${list(half, count)}\n`;
}

const bytesOf = (text: string): Uint8Array => {
  const { bytes } = exportPlan({
    plan: readPlan(readText(text)),
    file: 'a.plan',
    format: 'xlsx',
    locale: 'zh',
    columns: null,
    unit: null,
  });
  return bytes;
};

const opened = async (text: string): Promise<Workbook['sheets'][number]> => {
  const { sheets } = await readXlsx(bytesOf(text), { readStyles: true });
  assert.equal(sheets.length, 1);
  return sheets[0]!;
};

describe('导出 Excel export', () => {
  it('has the words of every task, and real dates hidden beside them', async () => {
    const text = planText(40);
    const { rows, columns } = await opened(text);
    const head = rows[1]!;
    assert.deepEqual(head, ['项目', '序号', '主要任务', '牵头单位', '责任单位', '完成时限', '起始日期', '截止日期']);
    const tasks = listTasks(readPlan(readText(text)));
    assert.deepEqual(
      rows.slice(2).map((row) => [row[1], row[2], row[3], row[4], row[5]]),
      tasks.map((task) => [task.label, task.text, '区司法局', '区财政局、区民政局', task.deadline?.text]),
    );
    const last = rows[2]![7];
    assert.ok(last instanceof Date && last.toISOString().startsWith('2025-12-31'), String(last));
    assert.deepEqual(
      columns?.map(({ hidden = false }) => hidden),
      [false, false, false, false, false, false, true, true],
    );
  });

  it('is frozen, filtered, wrapped, and prints across with its head on each page', async () => {
    const sheet = await opened(planText(40));
    assert.equal(sheet.freezePane?.rows, 2);
    assert.equal(sheet.autoFilter?.range, 'A2:H42');
    assert.equal(sheet.pageSetup?.orientation, 'landscape');
    assert.equal(sheet.pageSetup?.printTitlesRow, '$2:$2');
    assert.equal(sheet.cells?.get('2,2')?.style?.alignment?.wrapText, true);
    // The sixth task is the longest, the seventh the shortest.
    const [long, short] = [7, 8].map((row) => sheet.rowDefs?.get(row)?.height ?? 0);
    assert.ok(long! > short!, `${long} > ${short}`);
  });

  it('merges a chapter, but never over the end of a page', async () => {
    const { merges = [], rowBreaks = [], rows } = await opened(planText(60));
    const chapters = merges.filter(({ startRow, startCol }) => startCol === 0 && startRow > 0);
    assert.ok(rowBreaks.length > 1 && chapters.length > 2);
    for (const { startRow, endRow } of chapters)
      assert.ok(!rowBreaks.some((row) => startRow <= row && row < endRow), `rows ${startRow}–${endRow}`);
    assert.ok(
      rows.slice(2).every((row) => typeof row[0] === 'string'),
      'a covered cell keeps its value for the filter',
    );
  });

  it('counts rows in numbers, which sort as such; what would come back otherwise stays text', async () => {
    const row = (label: string): string => `${label}\t做好一件事\t区司法局\t2023年\n`;
    const labels = ['1', '10', '002', '3.', '（四）', '1234567890123'];
    const { rows } = await opened(`任务清单\n序号\t主要任务\t牵头单位\t完成时限\n${labels.map(row).join('')}`);
    assert.deepEqual(
      rows.slice(2).map((cells) => cells[0]),
      [1, 10, '002', '3.', '（四）', '1234567890123'],
    );
  });

  it('what a cell says is text, whatever it looks like', async () => {
    const words = ['=1+1', '+86', '@cmd', '_x0041_', 'a < b & "c"', '“引号”'];
    const text = `序号\t主要任务\t牵头单位\n${words.map((word, at) => `${at + 1}\t${word}\t区司法局`).join('\n')}\n`;
    const { rows, cells } = await opened(text);
    assert.deepEqual(
      rows.slice(2).map((row) => row[1]),
      words,
    );
    assert.ok(![...(cells?.values() ?? [])].some((cell) => cell.formula !== undefined));
  });

  it('says so when a cell holds more than Excel takes', async () => {
    const request = { file: 'a.plan', format: 'xlsx', locale: 'zh', columns: null, unit: null } as const;
    const plan = readPlan(
      readText(`序号\t主要任务\t牵头单位\n1\t${'做'.repeat(40_000)}\t区司法局\n2\t办好。\t区司法局\n`),
    );
    const { bytes, remarks } = exportPlan({ ...request, plan });
    const { sheets } = await readXlsx(bytes);
    assert.equal(sheets[0]!.rows[2]![1], '做'.repeat(32_767));
    assert.equal(remarks.length, 1);
  });

  it('an empty plan is a workbook with a head', async () => {
    const { rows } = await opened('随手记一句话。\n');
    assert.equal(rows.length, 2);
  });

  it('the same plan gives the same bytes', () => {
    assert.deepEqual(bytesOf(planText(3)), bytesOf(planText(3)));
  });

  it('is valid Office Open XML', function () {
    checkOpenXml(this, 'a.xlsx', bytesOf(planText(60)));
  });
});
