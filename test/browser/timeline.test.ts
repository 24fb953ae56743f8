import * as assert from 'node:assert/strict';
import { withRows } from './peer';
import { sampleRow } from './samples';
import { datedRow, datedRows, chosen, open, shownTasks, count } from './viewPeer';

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
