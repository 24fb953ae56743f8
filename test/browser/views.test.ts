import * as assert from 'node:assert/strict';
import type { TaskRow } from '../../server/src/protocol';
import { objections } from './axe';
import { type Peer, withRows } from './peer';
import { sampleRow, sampleTable } from './samples';
import type { ThemeName } from './themes';
import { VIEWS, datedRow, datedRows, chosen, open, shownTasks, count, contrastOf } from './viewPeer';

describe('views beside the table: tabs', () => {
  it('are walked with arrows, Home and End, one of them in the order of Tab', () =>
    withRows(datedRows(40), async (peer) => {
      assert.deepEqual(await peer.texts('[role=tab]'), ['表格', '时间轴', '工作量', '单位任务单', '概览']);
      assert.equal(await chosen(peer), '表格');
      await peer.page.focus('#tab-table');
      const walk: readonly (readonly [key: string, tab: string])[] = [
        ['ArrowRight', '时间轴'],
        ['ArrowRight', '工作量'],
        ['End', '概览'],
        ['ArrowRight', '表格'],
        ['ArrowLeft', '概览'],
        ['Home', '表格'],
      ];
      for (const [key, tab] of walk) {
        await peer.page.keyboard.press(key);
        assert.equal(await chosen(peer), tab, key);
        assert.equal(await peer.evaluate('document.activeElement.textContent'), tab);
        assert.equal((await peer.texts('[role=tabpanel]')).length, 1, 'one panel is to be seen');
      }
      assert.equal(await count(peer, '[role=tab][tabindex="0"]'), 1);
    }));

  it('and what is chosen in them come back after a reload', () =>
    withRows(datedRows(40), async (peer) => {
      await open(peer, 'unitSheet');
      await peer.page.selectOption('.unit-sheet select', '区教育局');
      await peer.until(`JSON.parse(sessionStorage.getItem('state'))?.views?.unit === '区教育局'`);
      await peer.reload();
      await peer.send({ type: 'table', table: { ...sampleTable(0), rows: datedRows(40) } });
      assert.equal(await chosen(peer), '单位任务单');
      assert.deepEqual(await peer.texts('.unit-sheet h2'), ['区教育局任务单']);
    }));

  it('leave the table where it was', () =>
    withRows(datedRows(112), async (peer) => {
      await peer.evaluate('window.scrollTo(0, 1500)');
      await open(peer, 'overview');
      await open(peer, 'table');
      assert.ok((await peer.evaluate<number>('window.scrollY')) > 1000);
    }));

  it('show what the filter leaves, and the same notes as the table', () =>
    withRows(datedRows(40), async (peer) => {
      await open(peer, 'overview');
      await peer.page.fill('.filter', '区司法局');
      await peer.until(`document.querySelector('.card .count').textContent !== '40'`);
      const left = await count(peer, 'tr.task:not([hidden])');
      assert.equal(await peer.evaluate(`document.querySelector('.card .count').textContent`), String(left));
      await peer.page.fill('.filter', '没有这样的任务');
      await peer.until(`document.querySelector('.empty')`);
      assert.deepEqual(await peer.texts('.card'), []);
    }));

  it('follow the text', () =>
    withRows(datedRows(8), async (peer) => {
      await open(peer, 'timeline');
      const marks = await count(peer, '.plot [data-at]');
      const { uri, title, kind, period, findingCounts } = sampleTable(0);
      const change = {
        uri,
        title,
        kind,
        period,
        findingCounts,
        version: 2,
        start: 0,
        deleteCount: 0,
        rows: [{ ...datedRow(0), key: 'n' }],
      };
      await peer.send({ type: 'change', change });
      assert.equal(await count(peer, '.plot [data-at]'), marks + 1);
    }));
});

describe('views beside the table: timeline', () => {
  it('draws a mark for each task with a date and says how many have no last day', () =>
    withRows(datedRows(16), async (peer) => {
      await open(peer, 'timeline');
      const marks = ['rect.bar', 'path.point', 'path.open'].map((mark) => count(peer, `.plot ${mark}`));
      assert.deepEqual(await Promise.all(marks), [4, 4, 4]);
      const [undated, overdue] = await peer.texts('.timeline .link');
      assert.equal(undated, '无截止日期 8 项');
      assert.equal(overdue, '截止日期已过 8 项');
      for (const at of [0, 1]) {
        await open(peer, 'timeline');
        await peer.evaluate(`document.querySelectorAll('.timeline .link')[${at}].click()`);
        assert.equal(await chosen(peer), '表格');
        assert.equal(await shownTasks(peer), 8);
        await peer.send({ type: 'filter', query: '' });
      }
    }));

  it('tells a deadline of the plan, what goes on, milestones and times far off apart, and explains them', () => {
    const due = datedRow(1).deadline!;
    const rows = [
      sampleRow(0, { deadline: { ...due, source: 'inherited' } }),
      sampleRow(1, { deadline: { ...due, text: '长期坚持', end: null, kind: 'open' } }),
      sampleRow(2, { deadline: due, milestones: [{ text: '2023年底前', end: '2023-12-31' }] }),
      sampleRow(3, { deadline: { ...due, text: '2035年', end: '2035-12-31' } }),
      sampleRow(4, { deadline: { ...due, text: '待定', end: null, kind: null } }),
    ];
    return withRows(rows, async (peer) => {
      await open(peer, 'timeline');
      assert.equal(await count(peer, '[data-at="1"] .point.assumed'), 1);
      assert.equal(await count(peer, '[data-at="2"] .standing'), 1);
      assert.equal(await count(peer, '[data-at="3"] .milestone'), 1);
      assert.equal(await count(peer, '[data-at="4"] .point.stroked'), 1, 'an arrow, not a diamond');
      assert.deepEqual(await peer.texts('.plot [data-at="5"]'), ['待定']);
      const legend = await peer.texts('.legend li');
      assert.deepEqual(legend.slice(0, -1), [
        '截止日期',
        '长期、定期等，没有截止日期',
        '空心：本项未写，按全文统一时限',
        '节点',
        '超出图面',
      ]);
      assert.match(legend.at(-1) ?? '', /^今天（\d{4}-\d\d-\d\d）/);
    });
  });

  it('says that there is nothing to draw where no task has a time', () =>
    withRows([sampleRow(0, { deadline: null })], async (peer) => {
      await open(peer, 'timeline');
      assert.deepEqual(await peer.texts('.timeline .nothing'), ['各项任务都没有写明完成时间，时间轴上没有可画的。']);
      assert.equal(await count(peer, '.scroller:not([hidden])'), 0);
    }));

  it('leads to the text by mouse and key', () =>
    withRows(datedRows(16), async (peer) => {
      await open(peer, 'timeline');
      await peer.page.click('.plot [data-at="2"]');
      assert.deepEqual(await peer.sent(), [{ type: 'reveal', key: 't1', focus: false }]);
      await peer.page.focus('.names button');
      await peer.page.keyboard.press('ArrowDown');
      await peer.page.keyboard.press('Enter');
      assert.deepEqual(await peer.sent(), [{ type: 'reveal', key: 't1', focus: true }]);
    }));

  it('says what a mark stands for', () =>
    withRows(datedRows(16), async (peer) => {
      await open(peer, 'timeline');
      await peer.page.hover('.plot [data-at="1"]');
      const [text = ''] = await peer.texts('.tooltip');
      assert.match(text, /每年至少组织两次.*2021年.*区司法局/);
      await peer.page.hover('#tab-table');
      assert.deepEqual(await peer.texts('.tooltip'), []);
    }));

  it('says so to keys and screen readers, too', () =>
    withRows(datedRows(16), async (peer) => {
      await open(peer, 'timeline');
      await peer.page.focus('.names button');
      await peer.page.keyboard.press('ArrowDown');
      const [text = ''] = await peer.texts('.tooltip');
      assert.match(text, /完成时间：2022年/);
      const spoken = await peer.evaluate<string>(`document.activeElement.getAttribute('aria-label')`);
      assert.match(spoken, /完成时间：2022年；截止日期已过；牵头单位：/);
      await peer.page.keyboard.press('Escape');
      assert.deepEqual(await peer.texts('.tooltip'), []);
    }));

  it('keeps the name of the lane in sight', () =>
    withRows(datedRows(112), async (peer) => {
      await open(peer, 'timeline');
      assert.deepEqual(await peer.texts('.corner'), ['']);
      await peer.evaluate(`document.querySelector('.scroller').scrollTo(0, 300)`);
      await peer.until(`document.querySelector('.corner').textContent === '一、学习宣传行动'`);
    }));

  it('has lanes by unit, too', () =>
    withRows(datedRows(16), async (peer) => {
      await open(peer, 'timeline');
      await peer.page.selectOption('.timeline select', 'unit');
      assert.match((await peer.texts('.lane'))[0] ?? '', /^区/);
    }));

  it('zooms by buttons, keys and the wheel, and shows months when there is room', () =>
    withRows(datedRows(16), async (peer) => {
      await open(peer, 'timeline');
      const width = (): Promise<number> => peer.evaluate(`document.querySelector('.plot').clientWidth`);
      const whole = await width();
      await peer.page.focus('.scroller');
      await peer.page.keyboard.press('+');
      const wider = await width();
      assert.ok(wider > whole);
      await peer.page.mouse.move(700, 500);
      await peer.page.keyboard.down('Control');
      for (let turn = 0; turn < 8; turn++) await peer.page.mouse.wheel(0, -200);
      await peer.page.keyboard.up('Control');
      await peer.until(`document.querySelector('.axis').textContent.includes('12月')`);
      await peer.page.keyboard.press('0');
      assert.equal(await width(), whole);
    }));

  it('keeps year and mark in sight when it is zoomed', () =>
    withRows(datedRows(16), async (peer) => {
      await open(peer, 'timeline');
      await peer.page.focus('.names button');
      for (let turn = 0; turn < 7; turn++) await peer.page.keyboard.press('+');
      // The second task is due in the middle of 2022.
      await peer.page.keyboard.press('ArrowDown');
      await peer.until(`document.querySelector('.scroller').scrollLeft > 1000`);
      const isSeen = (selector: string): Promise<boolean> =>
        peer.evaluate(`(() => {
          const { left, right } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
          return left >= document.querySelector('.corner').getBoundingClientRect().right && right <= innerWidth;
        })()`);
      assert.ok(await isSeen('[data-at="2"] .point'));
      await peer.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      const years = await peer.evaluate<string[]>(
        `[...document.querySelectorAll('.axis text')].filter((text) => {
          const { left, right } = text.getBoundingClientRect();
          return left > document.querySelector('.corner').getBoundingClientRect().right - 5 && right < innerWidth;
        }).map((text) => text.textContent)`,
      );
      assert.ok(years.includes('2022年'), years.join());
    }));

  it('puts the words of a deadline where no milestone is', () => {
    const deadline = { ...datedRow(1).deadline!, text: '2022年6月底前' };
    const milestones = [{ text: '2022年9月底前', end: '2022-09-30' }];
    const early = [{ text: '2022年3月底前', end: '2022-03-31' }];
    const rows = [
      sampleRow(0, { deadline }),
      sampleRow(1, { deadline, milestones }),
      sampleRow(2, { deadline, milestones: [...early, ...milestones] }),
    ];
    return withRows(rows, async (peer) => {
      await open(peer, 'timeline');
      const sides = await peer.evaluate<(string | null)[]>(
        `[1, 2, 3].map((at) => {
          const line = document.querySelector('.plot [data-at="' + at + '"]');
          const text = line.querySelector('text')?.getBoundingClientRect();
          return text ? (text.left > line.querySelector('.point').getBoundingClientRect().left ? 'right' : 'left') : null;
        })`,
      );
      assert.deepEqual(sides, ['right', 'left', null]);
    });
  });

  it('is saved as a picture on white with title and legend, whatever the theme', () =>
    withRows(
      [...datedRows(16), sampleRow(16, { text: '控制符\u0001在文中', lead: ['区司法局'] })],
      async (peer) => {
        await open(peer, 'timeline');
        await peer.page.click('text=存为图片');
        await peer.until('window.sent.length > 0');
        const [message] = await peer.sent();
        assert.equal(message?.type, 'savePicture');
        if (message?.type !== 'savePicture') return;
        assert.match(
          message.svg,
          /^<\?xml[^]*<svg[^>]*viewBox[^]*fill="#ffffff"[^]*法治政府建设实施方案[^]*每年至少组织/,
        );
        for (const text of ['17 项任务', '起止时间', '只有起始时间', '今天（', '一、学习宣传行动'])
          assert.ok(message.svg.includes(text), text);
        assert.doesNotMatch(message.svg, /var\(|\u0001/);
        assert.equal(
          Buffer.from(message.png ?? '', 'base64')
            .subarray(1, 4)
            .toString('latin1'),
          'PNG',
        );
      },
      { theme: 'dark' },
    ));

  it('makes only the lines in sight of ten thousand', () =>
    withRows(datedRows(10_000), async (peer) => {
      await open(peer, 'timeline');
      assert.ok((await count(peer, '.names .line')) < 100);
      await peer.evaluate(`document.querySelector('.scroller').scrollTo(0, 1e9)`);
      await peer.until(
        `document.querySelector('.names').lastElementChild.ariaPosInSet === document.querySelector('.names').lastElementChild.ariaSetSize`,
      );
    }));
});

describe('views beside the table: many tasks', () => {
  /** Milliseconds until the frame that shows the view is made, the best of three: other work of the machine is not ours. */
  async function opening(peer: Peer, view: string): Promise<number> {
    const took: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await open(peer, 'table');
      took.push(
        await peer.evaluate<number>(`new Promise((done) => {
          const began = performance.now();
          document.getElementById('tab-${view}').click();
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now() - began);
            channel.port2.postMessage(null);
          });
        })`),
      );
    }
    return Math.min(...took);
  }

  /** As many units as an office of this size would name. */
  const rowsOf = (tasks: number): readonly TaskRow[] =>
    Array.from({ length: tasks }, (_, index) => ({
      ...datedRow(index),
      lead: [`第${index % Math.ceil(tasks / 5)}局`],
      participants: ['区各有关部门', `第${(index * 7) % Math.ceil(tasks / 5)}局`],
    }));

  for (const tasks of [1000, 10_000])
    it(`${tasks} are shown by each view within 300 ms`, () =>
      withRows(rowsOf(tasks), async (peer) => {
        const took: Record<string, number> = {};
        for (const view of VIEWS) took[view] = Math.round(await opening(peer, view));
        for (const view of VIEWS) assert.ok(took[view]! < 300, JSON.stringify(took));
        await open(peer, 'unitSheet');
        await peer.page.selectOption('.unit-sheet select', '区各有关部门');
        assert.equal(await count(peer, '.duty'), 200);
        await peer.page.click(`text=显示全部 ${tasks} 项`);
        assert.equal(await count(peer, '.duty'), tasks);
        await open(peer, 'workload');
        assert.equal(await count(peer, '.matrix tbody tr'), 100);
      }));
});

describe('views beside the table: any text, any eyes', () => {
  it('show hostile text as text', () => {
    const hostile = '<img src=x onerror="window.bad=1"><script>window.bad=1</script>\u202E倒着写';
    const row = sampleRow(0, {
      key: '"><b>',
      label: '<i>',
      section: [hostile],
      text: hostile,
      lead: [hostile],
      participants: ['constructor', '__proto__'],
      outcome: hostile,
      deadline: { ...datedRow(0).deadline!, text: hostile },
    });
    return withRows([row], async (peer) => {
      for (const view of VIEWS) {
        await open(peer, view);
        assert.equal(await count(peer, 'main :is(script, img, i, b)'), 0, view);
        assert.ok((await peer.texts('main')).join('').includes('[U+202E]倒着写'), view);
      }
      await open(peer, 'timeline');
      await peer.page.hover('.plot [data-at]');
      await peer.page.click('text=存为图片');
      await peer.until('window.sent.length > 0');
      assert.equal(await peer.evaluate('window.bad'), undefined);
    });
  });

  const THEMES: readonly ThemeName[] = ['light', 'dark', 'hc-black', 'hc-light'];
  for (const theme of THEMES)
    it(`have nothing axe-core objects to: ${theme}`, () =>
      withRows(
        datedRows(60),
        async (peer) => {
          for (const view of ['table', ...VIEWS] as const) {
            await open(peer, view);
            assert.deepEqual(await objections(peer), [], `${view} ${theme}`);
            await peer.screenshot(`${view}-${theme}`);
          }
        },
        { theme },
      ));

  for (const theme of THEMES)
    it(`have marks that stand out: ${theme}`, () =>
      withRows(
        [
          ...datedRows(4),
          sampleRow(5, {
            deadline: { ...datedRow(1).deadline!, source: 'inherited' },
            milestones: [{ text: '2023年底前', end: '2023-12-31' }],
          }),
          sampleRow(6, { deadline: { ...datedRow(1).deadline!, text: '长期坚持', end: null, kind: 'open' } }),
        ],
        async (peer) => {
          const marks = {
            timeline: [
              ...['rect.bar', 'path.point:not(.assumed)', 'path.point.assumed', 'path.open', '.standing path'],
              ...['.milestone', '.today'],
            ],
            overview: ['.bar-fill'],
          };
          for (const view of ['timeline', 'overview'] as const) {
            await open(peer, view);
            for (const mark of marks[view]) assert.ok((await contrastOf(peer, mark)) >= 3, `${mark} ${theme}`);
          }
        },
        { theme },
      ));

  it('keep their shapes in forced colours and in a narrow column', () =>
    withRows(
      datedRows(40),
      async (peer) => {
        for (const view of VIEWS) {
          await open(peer, view);
          await peer.screenshot(`${view}-forced`);
          const wide = await peer.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
          assert.equal(wide, false, `${view} is scrolled sideways as a whole`);
        }
        await open(peer, 'timeline');
        // The theme is dark, the colours that are forced are light.
        for (const mark of ['.axis .words', '.plot .point', '.plot .bar', '.plot .open'])
          assert.ok((await contrastOf(peer, mark)) >= 4.5, mark);
      },
      { forcedColors: 'active', theme: 'dark', width: 480 },
    ));
});
