import * as assert from 'node:assert/strict';
import type { TaskRow } from '../../server/src/protocol';
import { type Peer, withPage, withTable } from './peer';
import { proseTable, sampleRow, sampleTable, splice } from './samples';

const CURRENT = 'tr.task[aria-current]';

/** The keys of all rows in their order on the page. */
const keys = (peer: Peer): Promise<string[]> =>
  peer.evaluate(`[...document.querySelectorAll('tr.task')].map((tr) => tr.dataset.key)`);

const focusedKey = (peer: Peer): Promise<string | null> => peer.evaluate(`document.activeElement.dataset.key ?? null`);

describe('task table page: what it shows', () => {
  it('says it is ready, then waits for the table', () =>
    withPage({}, async (peer) => {
      assert.deepEqual(await peer.sent(), [{ type: 'ready' }]);
      assert.deepEqual(await peer.texts('.empty h2'), ['正在读取文件…']);
    }));

  it('shows sections, groups, columns and counts', () =>
    withTable(112, async (peer) => {
      assert.deepEqual(await peer.texts('h1'), ['临江区法治政府建设实施方案（2021—2025年）']);
      assert.deepEqual(await peer.texts('.kind'), ['方案 · 2021—2025']);
      assert.deepEqual(await peer.texts('.counts'), ['112 项任务 · 8 家牵头单位 · 40 项有问题']);
      assert.equal((await keys(peer)).length, 112);
      const heads = ['序号', '主要任务', '牵头单位', '责任/参加单位', '完成时间', '成果形式'];
      assert.deepEqual(await peer.texts('.strip th'), heads);
      assert.equal((await peer.texts('caption'))[0], '一、学习宣传行动');
      assert.equal((await peer.texts('tr.group th'))[0], '完善工作机制');
    }));

  it('has real tables: caption, column heads, row heads', () =>
    withTable(20, async (peer) => {
      const first = await peer.evaluate<string>(`document.querySelector('main table').outerHTML`);
      assert.match(first, /<caption[^>]*>一、学习宣传行动<\/caption>/);
      assert.match(first, /<th class="text" scope="col">主要任务<\/th>/);
      assert.match(first, /<th class="label" scope="row">/);
      assert.match(first, /scope="rowgroup"/);
      assert.equal(await peer.evaluate(`document.querySelector('.counts').getAttribute('aria-live')`), 'polite');
    }));

  it('hides the outcome column while no task has an outcome', () =>
    withPage({}, async (peer) => {
      await peer.send({ type: 'table', table: proseTable(12) });
      assert.equal((await peer.texts('.strip th')).length, 5);
      await peer.send(splice(0, 1, [sampleRow(0, { outcome: '制度文件' })]));
      assert.equal((await peer.texts('.strip th')).length, 6);
    }));

  it('writes headings above the measure where each task has its own', () =>
    withPage({}, async (peer) => {
      await peer.send({ type: 'table', table: proseTable(12) });
      assert.equal((await peer.texts('tr.group')).length, 0);
      assert.equal((await peer.texts('.lead-in'))[0], '完善工作机制和监督');
    }));

  it('does not repeat a heading the measure itself begins with', () =>
    withPage({}, async (peer) => {
      const same = { section: ['一、总则', '（一）建立制度'], heading: '落实公示' };
      const rows = [
        sampleRow(0, { ...same, heading: '建立制度' }),
        sampleRow(1, { ...same, text: '落实公示。每年公布目录。' }),
        sampleRow(2, { ...same, text: '及时更新目录。' }),
        sampleRow(3, { ...same, heading: '加强培训', text: '每年培训一次。' }),
      ];
      await peer.send({ type: 'table', table: { ...sampleTable(0), rows } });
      assert.deepEqual(await peer.texts('tr.group, .lead-in'), ['（一）建立制度', '加强培训']);
    }));

  it('marks findings with a shape and with words, not by colour alone', () =>
    withTable(20, async (peer) => {
      const mark = 'tr[data-key=t3] th.label';
      const words = await peer.evaluate<string>(`document.querySelector('${mark}').textContent`);
      assert.equal(words, '4警告：第 4 项的时限晚于规划期。');
      await peer.page.locator(`${mark} .severity`).hover();
      assert.deepEqual(await peer.texts('.finding'), ['警告：第 4 项的时限晚于规划期。']);
      await peer.page.keyboard.press('Escape');
      assert.deepEqual(await peer.texts('.finding'), []);
    }));

  it('leads to one finding of a row after the other, by mouse and by keyboard', () =>
    withPage({}, async (peer) => {
      const findings = [
        { severity: 'warning' as const, message: '没有写完成时间。' },
        { severity: 'hint' as const, message: '<b>名称</b>前后不一。' },
      ];
      const rows = [sampleRow(0, { severity: 'warning', findings }), sampleRow(1, { severity: null })];
      await peer.send({ type: 'table', table: { ...sampleTable(0), rows } });
      await peer.sent();
      const mark = peer.page.locator('tr[data-key=t0] .severity');
      assert.equal(await mark.locator('.count').textContent(), '2');
      await mark.click();
      await mark.click();
      await peer.page.locator('tr[data-key=t0]').focus();
      await peer.page.keyboard.press('ArrowRight');
      assert.deepEqual(await peer.texts('.finding'), ['警告：没有写完成时间。', '建议：<b>名称</b>前后不一。']);
      await peer.page.keyboard.press('Enter');
      assert.deepEqual(await peer.sent(), [
        { type: 'reveal', key: 't0', focus: false, finding: 0 },
        { type: 'reveal', key: 't0', focus: false, finding: 1 },
        { type: 'reveal', key: 't0', focus: true, finding: 0 },
      ]);
      assert.equal(await peer.page.locator('tr[data-key=t1] .severity').count(), 0);
    }));

  it('breaks a long deadline between its parts and leaves no comma alone', () =>
    withTable(3, async (peer) => {
      const deadline = {
        ...sampleRow(0).deadline!,
        source: 'stated',
        text: '2025年8月底前开工，12月底前完工',
      } as const;
      await peer.send(splice(0, 1, [sampleRow(0, { deadline })]));
      const cell = await peer.page.locator('tr[data-key=t0] .deadline').innerHTML();
      assert.equal(cell, '2025年<wbr>8月底前<wbr>开工，<wbr>12月底前<wbr>完工');
    }));

  it('shows inherited deadlines with a note', () =>
    withTable(20, async (peer) => {
      const cell = 'tr[data-key=t2] .inherited';
      assert.deepEqual(await peer.texts(cell), ['2025年底前']);
      assert.match(await peer.evaluate(`document.querySelector('${cell}').title`), /统一要求/);
    }));

  it('shows hostile text as text', () =>
    withPage({}, async (peer) => {
      const hostile = '<script>window.bad=1</script><img src=x onerror="window.bad=1"> [点](javascript:window.bad=1)';
      const row = sampleRow(0, {
        key: '"><b>',
        label: '<i>1</i>',
        heading: '<h1>标题</h1>',
        section: ['<style>*{display:none}</style>', '</table>'],
        text: `${hostile}\u202E倒着写\u2066`,
        lead: ['<a href="javascript:window.bad=1">区司法局</a>'],
        outcome: hostile,
      });
      await peer.send({ type: 'table', table: { ...sampleTable(0), title: hostile, rows: [row] } });
      assert.deepEqual(await peer.texts('td.text .clamp'), [`${hostile}[U+202E]倒着写[U+2066]`]);
      assert.deepEqual(await peer.texts('h1'), [hostile]);
      assert.equal(await peer.evaluate('window.bad'), undefined);
      assert.equal(await peer.evaluate(`document.querySelectorAll('main :is(script, img, a, i, b, style)').length`), 0);
    }));

  it('drops messages that are not as they should be', () =>
    withTable(3, async (peer) => {
      await peer.send({ type: 'table', table: { ...sampleTable(1), rows: [{ key: 5 }] } });
      await peer.send({ type: 'change', change: { start: -1 } });
      await peer.send({ type: 'nonsense' });
      assert.equal((await keys(peer)).length, 3);
    }));
});

describe('task table page: following the text', () => {
  it('repaints only the row that changed', () =>
    withTable(112, async (peer) => {
      await peer.evaluate(`document.querySelectorAll('tr.task').forEach((tr, n) => (tr.was = n))`);
      await peer.evaluate(`(window.changed = new Set(), window.seen = new MutationObserver((records) => {
        for (const record of records) changed.add(record.target.closest?.('tr')?.dataset.key ?? record.target.parentElement?.closest('tr')?.dataset.key);
      }).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true }))`);
      await peer.send(splice(40, 1, [sampleRow(40, { lead: ['区水利局'] })]));
      assert.equal(await peer.evaluate(`document.querySelector('tr[data-key=t40] td.lead').textContent`), '区水利局');
      assert.deepEqual(await peer.evaluate('[...changed]'), ['t40']);
      assert.equal(
        await peer.evaluate(`[...document.querySelectorAll('tr.task')].every((tr, n) => tr.was === n)`),
        true,
      );
    }));

  it('adds, removes and moves rows as told, whatever the order', () =>
    withTable(112, async (peer) => {
      const plain = { heading: null };
      let rows: TaskRow[] = sampleTable(112).rows.map((row) => ({ ...row, ...plain }));
      await peer.send({ type: 'table', table: { ...sampleTable(0), rows } });
      let next = 500;
      let seed = 42;
      const random = (below: number): number => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return seed % below;
      };
      for (let round = 0; round < 60; round++) {
        const start = random(rows.length + 1);
        const deleteCount = Math.min(random(round % 10 === 0 ? 60 : 4), rows.length - start);
        // New rows stand in the section of their neighbour, or in another one.
        const near = rows[start] ?? rows[start - 1];
        const fresh = Array.from({ length: random(round % 7 === 0 ? 120 : 4) }, () => {
          const section = near !== undefined && random(3) > 0 ? near.section : ['八、其他'];
          return sampleRow(next++, { ...plain, section });
        });
        rows = [...rows.slice(0, start), ...fresh, ...rows.slice(start + deleteCount)];
        await peer.send(splice(start, deleteCount, fresh));
        assert.deepEqual(
          await keys(peer),
          rows.map((row) => row.key),
          `round ${round}`,
        );
      }
      // What stands there now must be what a fresh page would show.
      const shown = `[...document.querySelectorAll('tr.task, tr.group, caption:not(.spoken)')].map((e) => e.textContent)`;
      const spliced = await peer.evaluate<string[]>(shown);
      await peer.send({ type: 'table', table: { ...sampleTable(0), rows } });
      await peer.until(`document.querySelectorAll('tr.task').length === ${rows.length}`);
      assert.deepEqual(spliced, await peer.evaluate<string[]>(shown));
      assert.deepEqual(await peer.sent(), []);
    }));

  it('grows from nothing and shrinks to nothing', () =>
    withTable(0, async (peer) => {
      assert.deepEqual(await peer.texts('.empty h2'), ['没有识别到任务。']);
      await peer.send(splice(0, 0, [sampleRow(0)]));
      assert.deepEqual(await peer.texts('.counts'), ['1 项任务 · 1 家牵头单位']);
      assert.deepEqual(await peer.texts('.empty'), []);
      await peer.send(splice(0, 1, []));
      assert.deepEqual(await peer.texts('.empty h2'), ['没有识别到任务。']);
    }));

  it('asks for the whole table when a change does not fit', () =>
    withTable(3, async (peer) => {
      await peer.send(splice(7, 1, [sampleRow(0)]));
      assert.deepEqual(await peer.sent(), [{ type: 'resync' }]);
    }));

  it('marks the row of the caret and brings it into view, without answering', () =>
    withTable(112, async (peer) => {
      await peer.send({ type: 'current', key: 't90' });
      assert.equal(await peer.evaluate(`document.querySelector('${CURRENT}').dataset.key`), 't90');
      const box = await peer.page.locator(CURRENT).boundingBox();
      assert.ok(box && box.y > 80 && box.y + box.height <= 800, JSON.stringify(box));
      assert.equal(await focusedKey(peer), null);
      await peer.send({ type: 'current', key: null });
      assert.equal(await peer.page.locator(CURRENT).count(), 0);
      assert.deepEqual(await peer.sent(), []);
    }));

  it('never takes the focus back from the text', () =>
    withTable(30, async (peer) => {
      await peer.page.locator('tr[data-key=t5]').focus();
      await peer.evaluate(`(document.activeElement.blur(), window.dispatchEvent(new Event('blur')))`);
      await peer.send(splice(5, 1, [sampleRow(5, { text: '在正文里改的。' })]));
      await peer.send({ type: 'current', key: 't5' });
      await peer.send({ type: 'table', table: sampleTable(30) });
      assert.equal(await focusedKey(peer), null);
    }));

  it('finds a row of a long table before all its rows are made', () =>
    withPage({}, async (peer) => {
      const table = JSON.stringify({ type: 'table', table: sampleTable(5_000) });
      const current = JSON.stringify({ type: 'current', key: 't4321' });
      await peer.evaluate(`(window.postMessage(${table}, '*'), window.postMessage(${current}, '*'))`);
      await peer.until(`document.querySelector('${CURRENT}')?.checkVisibility({ contentVisibilityAuto: true })`);
      await peer.until(`document.querySelectorAll('tr.task').length === 5000`);
      assert.deepEqual(
        await keys(peer),
        sampleTable(5_000).rows.map((row) => row.key),
      );
    }));

  it('keeps focus and mark on a row that is edited', () =>
    withTable(30, async (peer) => {
      await peer.page.locator('tr[data-key=t5]').focus();
      await peer.send({ type: 'current', key: 't5' });
      await peer.send(splice(5, 1, [sampleRow(5, { text: '改过的措施。' })]));
      await peer.send(splice(0, 0, [sampleRow(200)]));
      assert.equal(await focusedKey(peer), 't5');
      assert.equal(await peer.evaluate(`document.querySelector('${CURRENT}').dataset.key`), 't5');
      await peer.send({ type: 'table', table: sampleTable(30) });
      assert.equal(await focusedKey(peer), 't5');
    }));
});

describe('task table page: mouse and keyboard', () => {
  it('shows the measure in the text on a click, and goes there on a double click', () =>
    withTable(20, async (peer) => {
      await peer.page.locator('tr[data-key=t3] td.text').click();
      assert.deepEqual(await peer.sent(), [{ type: 'reveal', key: 't3', focus: false }]);
      await peer.page.locator('tr[data-key=t4] th.label .number').dblclick();
      assert.deepEqual((await peer.sent()).at(-1), { type: 'reveal', key: 't4', focus: true });
    }));

  it('does not run away while text is marked for copying', () =>
    withTable(20, async (peer) => {
      const box = await peer.page.locator('tr[data-key=t1] td.text').boundingBox();
      assert.ok(box);
      await peer.page.mouse.move(box.x + 12, box.y + 15);
      await peer.page.mouse.down();
      await peer.page.mouse.move(box.x + 90, box.y + 15, { steps: 4 });
      await peer.page.mouse.up();
      assert.deepEqual(await peer.sent(), []);
    }));

  it('moves with the arrow keys, Home, End, PageUp and PageDown; one Tab stop', () =>
    withTable(112, async (peer) => {
      assert.equal(await peer.page.locator('tr[tabindex="0"]').count(), 1);
      await peer.page.locator('.print').focus();
      await peer.page.keyboard.press('Tab');
      assert.equal(await focusedKey(peer), 't0');
      const press = async (key: string): Promise<string | null> => {
        await peer.page.keyboard.press(key);
        return focusedKey(peer);
      };
      assert.equal(await press('ArrowUp'), 't0');
      assert.equal(await press('ArrowDown'), 't1');
      assert.equal(await press('End'), 't111');
      assert.equal(await press('ArrowDown'), 't111');
      assert.equal(await press('ArrowUp'), 't110');
      assert.equal(await press('Home'), 't0');
      const paged = await press('PageDown');
      assert.ok(Number(paged?.slice(1)) >= 3, String(paged));
      assert.equal(await press('PageUp'), 't0');
      assert.deepEqual(await peer.sent(), []);
      assert.equal(await peer.page.locator('tr[tabindex="0"]').count(), 1);
    }));

  it('shows with Space, goes with Enter', () =>
    withTable(20, async (peer) => {
      await peer.page.locator('tr[data-key=t2]').focus();
      await peer.page.keyboard.press('Space');
      await peer.page.keyboard.press('Enter');
      assert.deepEqual(await peer.sent(), [
        { type: 'reveal', key: 't2', focus: false },
        { type: 'reveal', key: 't2', focus: true },
      ]);
    }));

  it('never puts the row the keyboard is at under the head', () =>
    withTable(112, async (peer) => {
      await peer.page.locator('tr[data-key=t0]').focus();
      await peer.page.keyboard.press('End');
      for (let n = 0; n < 40; n++) {
        await peer.page.keyboard.press('ArrowUp');
        const covered = await peer.evaluate<boolean>(
          `document.activeElement.getBoundingClientRect().top < document.querySelector('.top').getBoundingClientRect().bottom - 1`,
        );
        assert.equal(covered, false, `after ${n + 1} steps`);
      }
    }));
});

describe('task table page: filter', () => {
  it('keeps the tasks that hold every word, with live counts', () =>
    withTable(112, async (peer) => {
      await peer.page.locator('.filter').fill('区司法局 案卷');
      await peer.until(`document.querySelector('.counts').textContent.startsWith('显示')`);
      const texts = await peer.texts('tr.task');
      assert.ok(texts.length > 0 && texts.length < 20);
      for (const text of texts) assert.match(text, /区司法局/);
      assert.match((await peer.texts('.counts'))[0] ?? '', new RegExp(`^显示 ${texts.length} / 112 项任务`));
      // No heading without a task below it.
      assert.ok((await peer.texts('caption')).length <= texts.length);
      const idle =
        await peer.evaluate<number>(`[...document.querySelectorAll('tr.group:not([hidden])')].filter((group) => {
        for (let next = group.nextElementSibling; next; next = next.nextElementSibling) {
          if (next.matches('.task:not([hidden])')) return false;
          if (next.matches('.group') && next.dataset.depth <= group.dataset.depth) return true;
        }
        return true;
      }).length`);
      assert.equal(idle, 0);
    }));

  it('holds for rows that come later', () =>
    withTable(20, async (peer) => {
      await peer.page.locator('.filter').fill('区水利局');
      await peer.send(splice(4, 1, [sampleRow(4, { lead: ['区水利局'] })]));
      await peer.send(splice(9, 1, [sampleRow(9, { text: '别的。' })]));
      assert.equal((await peer.texts('tr.task')).length, 1);
      await peer.send({ type: 'table', table: sampleTable(20) });
      assert.deepEqual(await peer.texts('.empty h2'), ['没有符合筛选条件的任务。']);
    }));

  it('offers to clear a filter nothing matches', () =>
    withTable(20, async (peer) => {
      await peer.page.locator('.filter').fill('没有这样的单位');
      await peer.page.locator('.empty button', { hasText: '清除筛选' }).click();
      assert.equal((await peer.texts('tr.task')).length, 20);
    }));

  it('leads down into the table and is cleared with Escape', () =>
    withTable(40, async (peer) => {
      await peer.page.locator('.filter').fill('区委编办');
      await peer.page.keyboard.press('ArrowDown');
      assert.match(await peer.evaluate(`document.activeElement.innerText`), /区委编办/);
      await peer.page.locator('.filter').press('Escape');
      assert.equal((await peer.texts('tr.task')).length, 40);
    }));
});
