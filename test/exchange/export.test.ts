import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { readPlan } from '../../server/src/core/plan/plan';
import { listTasks } from '../../server/src/core/plan/tasks';
import { readText } from '../../server/src/core/syntax/source';
import { exportPlan, type ColumnId, type ExportFormat } from '../../server/src/exchange/export';
import { SCRIPT } from '../../server/src/exchange/export/html';
import { spansOf, taskTableOf } from '../../server/src/exchange/export/taskTable';

const HOSTILE = `云溪区<script>alert(1)</script>实施方案（2021—2025年）
一、主要|任务
（一）=1+1办事<img src=x>。2024年底前完成。（牵头单位：区司法局；责任单位：区财政局）
（二）再办\u202eabc。（牵头单位：区司法局）
二、保障措施
（三）三办。（牵头单位：区财政局）
`;

const planOf = (text: string): ReturnType<typeof readPlan> => readPlan(readText(text));

function exported(
  text: string,
  format: ExportFormat,
  columns: readonly ColumnId[] | null = null,
  unit: string | null = null,
): string {
  const request = { plan: planOf(text), file: 'a.plan', format, locale: 'zh', columns, unit } as const;
  const { bytes } = exportPlan(request);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** What must come back from a table that was written and read again. */
const essence = (text: string): unknown =>
  listTasks(planOf(text)).map(({ label, text: words, lead, participants, deadline, outcome }) => ({
    label,
    words,
    lead: lead.map(({ name }) => name),
    participants: participants.map(({ name }) => name),
    end: deadline?.end ?? null,
    outcome,
  }));

describe('导出 export', () => {
  it('a table shows the columns that say something, and merges what repeats', () => {
    const table = taskTableOf(planOf(HOSTILE), 'a.plan');
    assert.deepEqual(table.columns, ['project', 'index', 'task', 'lead', 'participants', 'deadline']);
    assert.deepEqual(
      spansOf(table, 'project').map(({ start, count }) => [start, count]),
      [
        [0, 2],
        [2, 1],
      ],
    );
  });

  it('CSV: a byte order mark, every column, no formulas', () => {
    const csv = exported(HOSTILE, 'csv');
    assert.ok(csv.startsWith('\ufeff项目,'));
    const rows = Papa.parse<string[]>(csv.slice(1).trimEnd()).data;
    assert.ok(rows.every((row) => row.length === 8));
    assert.match(rows[1]![3]!, /^'=1\+1/);
  });

  it('what is written as TSV or Markdown reads as the same tasks', () => {
    for (const format of ['tsv', 'md'] as const) {
      assert.deepEqual(essence(exported(HOSTILE, format)), essence(HOSTILE), format);
    }
  });

  it('lines, bars, quotes and backslashes of cells come back as they were', () => {
    const table = '序号\t主要任务\t牵头单位\t成果形式\n1\t办"事"\\n\t区司法局\t"台账\n清单"\n';
    assert.deepEqual(essence(exported(table, 'tsv')), essence(table));
    const bars = '| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 办\\|事\\n | 区司法局 |\n';
    assert.deepEqual(essence(exported(bars, 'md')), essence(bars));
  });

  it('columns can be chosen and ordered', () => {
    assert.equal(exported(HOSTILE, 'tsv', ['task', 'lead']).split('\n')[0], '主要任务\t牵头单位');
  });

  it('a page keeps hostile text as text, and its policy names its script', () => {
    const page = exported(HOSTILE, 'html');
    assert.doesNotMatch(page, /<script>alert|<img|\u202e/);
    const hash = createHash('sha256').update(SCRIPT).digest('base64');
    assert.ok(page.includes(`script-src 'sha256-${hash}'`), `the policy must name sha256-${hash}`);
    assert.match(page, /<td class="project" rowspan="2">[^<]*<\/td>/);
  });

  it('a document without tasks gives a page that says so', () => {
    assert.match(exported('随手记一句话。\n', 'html'), /没有读出任务/);
  });

  it('a calendar has an all-day event for each last day, in lines of at most 75 octets', () => {
    const ics = exported(HOSTILE, 'ics');
    assert.match(ics, /DTSTART;VALUE=DATE:20241231\r\n/);
    assert.equal(ics.match(/BEGIN:VEVENT/g)?.length, 1, 'tasks without a deadline are left out');
    assert.ok(ics.endsWith('END:VCALENDAR\r\n'));
    for (const line of ics.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  });

  it('a calendar of one unit says whether it leads or joins', () => {
    const of = (unit: string): string => exported(HOSTILE, 'ics', null, unit);
    assert.match(of('区司法局'), /SUMMARY:【牵头】/);
    assert.match(of('区财政局'), /SUMMARY:【参加】/);
    assert.doesNotMatch(of('区民政局'), /VEVENT/);
  });

  it('an event begins with the number of its task, set apart where it has no mark', () => {
    const table = '云溪区任务清单\n序号\t主要任务\t牵头单位\t完成时限\n1\t建立台账\t区司法局\t2024年底\n';
    assert.match(exported(table, 'ics'), /SUMMARY:1 建立台账\r\n/);
  });

  it('a file with nothing in it says why', () => {
    const says = (text: string, format: ExportFormat, unit: string | null = null): readonly string[] =>
      exportPlan({ plan: readPlan(readText(text)), file: 'a.plan', format, locale: 'zh', columns: null, unit }).remarks;
    const undated = '云溪区工作方案\n一、主要任务\n（一）建立台账。逐项登记。（牵头单位：区司法局）\n';
    assert.match(says('随手记一句话。\n', 'xlsx')[0]!, /没有读到任务/);
    assert.match(says(undated, 'csv', '区财政局')[0]!, /“区财政局”/);
    assert.match(says(undated, 'ics')[0]!, /日历是空的/);
    assert.deepEqual(says(undated, 'csv', '区司法局'), []);
    assert.deepEqual(says('随手记一句话。\n', 'docx'), []);
  });

  it('the same plan gives the same bytes', () => {
    assert.equal(exported(HOSTILE, 'html'), exported(HOSTILE, 'html'));
    assert.deepEqual(JSON.parse(exported(HOSTILE, 'json')).file, 'a.plan');
  });
});
