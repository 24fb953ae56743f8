import * as assert from 'node:assert/strict';
import { ALL, matcherOf, type Wanted } from '../../client/webview/filter';
import { overviewOf } from '../../client/webview/views/overviewModel';
import { dayOf, fitText, ticksOf, timelineOf, type Line } from '../../client/webview/views/timelineModel';
import { sheetAsHtml, sheetAsText, sheetOf } from '../../client/webview/views/unitSheetModel';
import { todayHere } from '../../client/webview/text';
import { heatOf, inOrder, workloadOf } from '../../client/webview/views/workloadModel';
import type { TaskRow } from '../../server/src/protocol';

const TODAY = '2024-05-20';

/** A task due from … to; `null` where the plan does not say. */
function task(
  key: string,
  lead: readonly string[],
  time: readonly [string | null, string | null] | null,
  more: Partial<NonNullable<TaskRow['deadline']>> = {},
): TaskRow {
  const [start, end] = time ?? [null, null];
  const known = { source: 'stated', kind: 'by', grain: 'day', ambiguous: false } as const;
  return {
    key,
    label: key,
    heading: null,
    section: [key < 'c' ? '一、甲' : '二、乙'],
    text: `措施${key}`,
    lead,
    participants: ['区财政局'],
    deadline: time ? { text: `${start ?? ''}—${end ?? ''}`, start, end, ...known, ...more } : null,
    milestones: [],
    outcome: null,
    severity: null,
    findings: [],
    project: '',
    group: '',
  };
}

const ROWS = [
  task('a', ['区司法局', '区政府办'], ['2023-01-01', '2023-12-31']),
  task('b', ['区司法局'], [null, '2024-06-30']),
  task('c', [], ['2022-01-01', null]),
  task('d', ['区财政局'], null),
];

/** A timeline in words: lanes in brackets, tasks by key and shape. */
const inWords = (lines: readonly Line[]): string =>
  lines
    .map((line) => (line.kind === 'lane' ? `[${line.name} ${line.count}]` : `${line.row.key}:${line.shape}`))
    .join(' ');

describe('timeline', () => {
  const years = { start: 2021, end: 2025 };

  it('has a lane for each section, tasks by what is known of their time', () => {
    const { lines, undated } = timelineOf(ROWS, 'section', years, TODAY);
    assert.equal(inWords(lines), '[一、甲 2] a:bar b:point [二、乙 2] c:open d:none');
    assert.equal(undated, 2, 'c begins and does not end');
  });

  it('has a task under each of its leads, those without one last', () => {
    const { lines, undated } = timelineOf(ROWS, 'unit', years, TODAY);
    assert.equal(inWords(lines), '[区司法局 2] a:bar b:point [区政府办 1] a:bar [区财政局 1] d:none [ 1] c:open');
    assert.equal(undated, 2, 'a task is counted once');
  });

  it('reaches over the period and tasks near it, not to a slip of the pen', () => {
    const span = (rows: readonly TaskRow[], period: typeof years | null): readonly [number, number] => {
      const { from, to } = timelineOf(rows, 'section', period, TODAY);
      return [from, to];
    };
    const whole = [dayOf('2021-01-01'), dayOf('2026-01-01')];
    assert.deepEqual(span(ROWS, years), whole);
    assert.deepEqual(span([...ROWS, task('e', [], [null, '2205-12-31'])], years), whole);
    assert.deepEqual(span([task('e', [], [null, '2027-03-01'])], years), [whole[0], dayOf('2028-01-01')]);
    assert.deepEqual(span([], null), [dayOf('2024-01-01'), dayOf('2025-01-01')], 'this year when nothing is known');
    assert.deepEqual(span(ROWS, null), [dayOf('2022-01-01'), dayOf('2025-01-01')]);
  });

  it('has lanes by deeper headings where one chapter has nearly all tasks', () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({
      ...task(`t${at}`, [], null),
      section: ['二、主要任务', `（${at >> 3}）分项`, `${at}.小项`],
    }));
    const lanes = (some: readonly TaskRow[]): string =>
      inWords(timelineOf(some, 'section', years, TODAY).lines.filter(({ kind }) => kind === 'lane'));
    assert.equal(lanes(rows), '[（0）分项 8] [（1）分项 8] [（2）分项 8] [（3）分项 8] [（4）分项 8]');
    assert.equal(lanes(rows.slice(0, 10)), '[二、主要任务 10]', 'few enough');
    const single = rows.map((row) => ({ ...row, section: [row.section[0]!, row.section[2]!] }));
    assert.equal(lanes(single), '[二、主要任务 40]', 'not a lane for each task');
  });

  it('tells what goes on from what nobody knows', () => {
    const rows = [
      task('a', [], [null, null], { text: '长期坚持', kind: 'open' }),
      task('b', [], [null, null], { text: '每年12月底前', kind: 'recurring' }),
      task('c', [], [null, null], { text: '印发后30日内', kind: 'relative' }),
      task('d', [], [null, null], { text: '待定', kind: null }),
    ];
    const { lines, marks, undated } = timelineOf(rows, 'section', years, TODAY);
    assert.equal(inWords(lines), '[一、甲 2] a:standing b:standing [二、乙 2] c:none d:none');
    assert.deepEqual([[...marks], undated], [['standing'], 4]);
  });

  it('explains the marks it has, no others', () => {
    const marks = (row: TaskRow, period: typeof years | null = years): string =>
      [...timelineOf([row], 'section', period, TODAY).marks].sort().join(' ');
    const due = task('a', [], [null, '2024-12-31']);
    assert.equal(marks(due), 'point');
    assert.equal(marks(task('a', [], [null, '2025-12-31'], { source: 'inherited' })), 'assumed point');
    assert.equal(marks({ ...due, milestones: [{ text: '2022年底前', end: '2022-12-31' }] }), 'milestone point');
    assert.equal(marks(task('a', [], [null, '2035-12-31'])), 'beyond point');
    assert.equal(marks(task('a', [], [null, '2026-06-30'])), 'outside point');
    assert.equal(marks(task('a', [], [null, '2026-06-30']), null), 'point', 'no period, nothing outside it');
    assert.equal(marks(task('a', [], null)), '');
  });

  it('knows milestones and what is over', () => {
    const row = { ...task('a', [], [null, '2024-05-19']), milestones: [{ text: '2022年底前', end: '2022-12-31' }] };
    const { lines, overdue } = timelineOf([row, task('b', [], [null, TODAY])], 'section', years, TODAY);
    const [, line] = lines;
    assert.deepEqual(line?.kind === 'task' && line.milestones, [dayOf('2023-01-01')]);
    assert.equal(overdue, 1, 'the last day itself is not over');
  });

  it('takes a first day after the last for one day', () => {
    const { lines } = timelineOf([task('a', [], ['2024-09-01', '2024-06-30'])], 'section', years, TODAY);
    assert.equal(inWords(lines), '[一、甲 1] a:point');
  });

  it('shows as much of the calendar as there is room for', () => {
    const [from, to] = [dayOf('2024-01-01')!, dayOf('2026-01-01')!];
    const shown = (pixels: number): string[] =>
      ticksOf(from, to, pixels).map(({ unit, year, number }) => `${unit} ${year}/${number}`);
    assert.deepEqual(shown(0.14), ['year 2024/1', 'year 2025/1']);
    assert.deepEqual(shown(0.1), ['year 2024/1'], 'names of years must not run into each other');
    assert.deepEqual(shown(0.6).slice(0, 4), ['year 2024/1', 'quarter 2024/1', 'quarter 2024/2', 'quarter 2024/3']);
    assert.equal(shown(2).length, 26);
  });

  it('cuts texts by their width', () => {
    assert.equal(fitText('措施甲乙丙', 60), '措施甲乙丙');
    assert.equal(fitText('措施甲乙丙丁', 60), '措施甲乙…');
  });

  it('reads days, nothing else', () => {
    assert.equal(dayOf('1970-01-02'), 1);
    for (const bad of [null, undefined, '', '明年', '2024-13-01']) assert.equal(dayOf(bad), null);
  });
});

describe('workload', () => {
  it('counts tasks by unit and year, the most loaded first, tasks without a time last', () => {
    const { years, units, totals, total, most } = workloadOf(ROWS, 'any');
    assert.deepEqual(years, ['2023', '2024', 'none']);
    assert.deepEqual(units[0], { unit: '区财政局', counts: [1, 1, 2], total: 4, leads: 1, joins: 4 });
    assert.deepEqual(units[1], { unit: '区司法局', counts: [1, 1, 0], total: 2, leads: 2, joins: 0 });
    assert.deepEqual([totals, total, most], [[1, 1, 2], 4, 2]);
  });

  it('counts one role alone', () => {
    assert.deepEqual(
      workloadOf(ROWS, 'lead').units.map(({ unit, total }) => `${unit} ${total}`),
      ['区司法局 2', '区政府办 1', '区财政局 1'],
    );
    assert.deepEqual(workloadOf(ROWS, 'participant').units.length, 1);
    assert.deepEqual(workloadOf([], 'any').units, []);
  });

  it('counts what the filter would leave', () => {
    for (const role of ['any', 'lead', 'participant'] as const) {
      const { units, years } = workloadOf(ROWS, role);
      for (const { unit, counts } of units)
        for (const [at, count] of counts.entries())
          assert.equal(filtered({ unit, role, due: years[at] ?? '' }).length, count, `${unit} ${role} ${years[at]}`);
    }
  });

  it('has four degrees of heat, and none for nothing; one name that has it all leaves the others theirs', () => {
    assert.deepEqual(
      [0, 1, 6, 7, 25, 26, 57, 100].map((count) => heatOf(count, 100)),
      [0, 1, 1, 2, 2, 3, 4, 4],
    );
  });

  it('is put in order by any column', () => {
    const { units } = workloadOf(ROWS, 'any');
    const names = (order: Parameters<typeof inOrder>[1]): string =>
      inOrder(units, order)
        .map(({ unit }) => unit)
        .join(' ');
    assert.equal(names('total'), '区财政局 区司法局 区政府办');
    assert.equal(names('leads'), '区司法局 区财政局 区政府办', 'units alike stay as they are');
    assert.equal(names('name'), '区财政局 区司法局 区政府办', 'by pinyin');
    assert.equal(names(2), '区财政局 区司法局 区政府办');
  });
});

const filtered = (wanted: Partial<Wanted>): readonly TaskRow[] => {
  const matches = matcherOf({ ...ALL, ...wanted }, TODAY);
  return matches ? ROWS.filter(matches) : ROWS;
};

describe('overview', () => {
  it('counts what the filter would leave', () => {
    const figures = overviewOf(ROWS, TODAY);
    assert.equal(figures.tasks, 4);
    assert.deepEqual([figures.leads, figures.units], [3, 3]);
    assert.equal(figures.overdue, filtered({ only: 'overdue' }).length);
    assert.equal(figures.overdue, 1);
    assert.equal(figures.noLead, filtered({ only: 'noLead' }).length);
    assert.equal(figures.noDue, filtered({ due: 'none' }).length);
    assert.deepEqual([figures.quarter, figures.thisQuarter], ['2024Q2', 1]);
    assert.deepEqual(figures.dues, [
      { value: '2023Q4', count: 1 },
      { value: '2024Q2', count: 1 },
    ]);
    assert.deepEqual(figures.loads[0], { value: '区司法局', count: 2 });
  });

  it('does not take the last day itself for overdue', () => {
    const rows = [task('a', [], [null, TODAY])];
    assert.equal(overviewOf(rows, TODAY).overdue, 0);
    assert.equal(overviewOf(rows, '2024-05-21').overdue, 1);
  });

  it('shows years where there are too many quarters', () => {
    const rows = Array.from({ length: 30 }, (_, at) => {
      const quarter = ['03-31', '06-30', '09-30', '12-31'][at % 4] ?? '';
      return task('a', [], [null, `${2020 + (at >> 2)}-${quarter}`]);
    });
    assert.equal(overviewOf(rows, TODAY).dues[0]?.value, '2020');
  });
});

describe('unit sheet', () => {
  const texts = {
    sheetTitle: '{0}任务单',
    sheetLeads: '牵头（{0} 项）',
    sheetJoins: '参加（{0} 项）',
    columnProject: '项目',
    columnGroup: '分组',
    columnLabel: '序号',
    columnText: '主要任务',
    columnLead: '牵头单位',
    columnParticipants: '责任单位',
    columnDeadline: '完成时间',
    columnOutcome: '成果形式',
    pair: '{0}：{1}',
    semicolon: '；',
  };

  it('parts what a unit leads from what it joins', () => {
    const { leads, joins } = sheetOf(ROWS, '区财政局');
    assert.deepEqual(
      leads.map(({ key }) => key),
      ['d'],
      'not joined as well',
    );
    assert.deepEqual(
      joins.map(({ key }) => key),
      ['a', 'b', 'c'],
    );
  });

  it('is written out for a message', () => {
    const text = sheetAsText(sheetOf(ROWS.slice(0, 2), '区政府办'), '云溪区方案', texts);
    assert.equal(
      text,
      '区政府办任务单\n云溪区方案\n\n牵头（1 项）\na. 措施a\n' +
        '    完成时间：2023-01-01—2023-12-31；牵头单位：区司法局、区政府办；责任单位：区财政局\n',
    );
  });

  it('is written out for Word without letting text become markup', () => {
    const row = { ...ROWS[0]!, text: '<img src=x onerror=alert(1)> & "引"' };
    const html = sheetAsHtml(sheetOf([row], '区司法局'), '<b>', texts);
    assert.match(html, /<td>&lt;img src=x onerror=alert\(1\)&gt; &amp; &quot;引&quot;<\/td>/);
    assert.match(html, /<p>&lt;b&gt;<\/p>/);
  });

  it('has no columns that would stay empty', () => {
    const heads = (rows: readonly TaskRow[]): readonly string[] =>
      [...sheetAsHtml(sheetOf(rows, '区司法局'), '', texts).matchAll(/<th>(.*?)<\/th>/g)].map(([, name = '']) => name);
    const [row] = ROWS;
    assert.deepEqual(heads([row!]), ['序号', '主要任务', '牵头单位', '责任单位', '完成时间']);
    assert.deepEqual(heads([{ ...row!, label: null, deadline: null, participants: [], outcome: '报告' }]), [
      '主要任务',
      '牵头单位',
      '成果形式',
    ]);
  });
});

it('knows today by the clock of the machine', () => {
  assert.equal(todayHere(new Date(2024, 0, 5, 23, 59)), '2024-01-05');
});
