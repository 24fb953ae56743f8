import * as assert from 'node:assert/strict';
import { withRows } from './peer';
import { sampleTable } from './samples';
import { datedRows, chosen, open, shownTasks, count } from './viewPeer';

describe('views beside the table: figures', () => {
  it('of the workload lead to as many tasks as they say', () =>
    withRows(datedRows(60), async (peer) => {
      for (const at of [0, 5, 11]) {
        await open(peer, 'workload');
        const button = `[...document.querySelectorAll('.matrix .number')][${at}]`;
        const figure = await peer.evaluate<string>(`${button}.textContent`);
        await peer.evaluate(`${button}.click()`);
        assert.equal(await chosen(peer), '表格');
        assert.equal(await shownTasks(peer), Number(figure));
        await peer.send({ type: 'filter', query: '' });
      }
    }));

  it('of the workload stand in the order of the column that is clicked', () =>
    withRows(datedRows(60), async (peer) => {
      await open(peer, 'workload');
      const heads = await peer.texts('.matrix thead th');
      assert.deepEqual(heads.slice(0, 2), ['单位', '2021年']);
      assert.deepEqual(heads.slice(-3), ['合计', '牵头', '参加']);
      const column = (at: number): Promise<number[]> =>
        peer.evaluate(
          `[...document.querySelectorAll('.matrix tbody tr')].map((tr) => Number(tr.cells[${at}].textContent))`,
        );
      const isFalling = (numbers: readonly number[]): boolean =>
        numbers.every((number, at) => at === 0 || number <= numbers[at - 1]!);
      assert.ok(isFalling(await column(heads.length - 3)));
      assert.equal(isFalling(await column(heads.length - 2)), false);
      await peer.page.click('.matrix .sort:text("牵头")');
      assert.ok(isFalling(await column(heads.length - 2)));
      assert.deepEqual(await peer.texts('[aria-sort=descending]'), ['牵头']);
      assert.equal(await peer.evaluate('document.activeElement.textContent'), '牵头');
    }));

  it('say what is left, and lead back to where they were', () =>
    withRows(datedRows(60), async (peer) => {
      assert.deepEqual(await peer.texts('.trail'), []);
      await open(peer, 'workload');
      const label = await peer.evaluate<string>(`document.querySelector('.matrix .number').getAttribute('aria-label')`);
      await peer.evaluate(`document.querySelector('.matrix .number').click()`);
      const [text = ''] = await peer.texts('.trail span');
      assert.match(text, /^只看：区/);
      assert.equal(text.slice(3).replace(' · ', '，'), label.slice(0, label.indexOf('：')));
      await peer.page.click('.trail button:text("返回")');
      assert.equal(await chosen(peer), '工作量');
      assert.equal(await peer.evaluate('document.activeElement.id'), 'tab-workload');
      assert.deepEqual(await peer.texts('.trail'), []);
      await open(peer, 'table');
      assert.equal(await shownTasks(peer), 60);
    }));

  it('counted within a filter lead to as many tasks, also of another unit', () =>
    withRows(datedRows(60), async (peer) => {
      await open(peer, 'unitSheet');
      await open(peer, 'workload');
      await peer.evaluate(
        `document.querySelector('.matrix tbody tr:nth-child(4) td:nth-last-child(3) button').click()`,
      );
      await open(peer, 'workload');
      const rows = `[...document.querySelectorAll('.matrix tbody tr')]`;
      const [figure, unit] = await peer.evaluate<[string, string]>(
        `${rows}.map((tr) => [tr.cells[tr.cells.length - 3].textContent, tr.cells[0].textContent])[1]`,
      );
      await peer.evaluate(`${rows}[1].cells[${rows}[1].cells.length - 3].querySelector('button').click()`);
      assert.equal(await shownTasks(peer), Number(figure), unit);
      assert.match((await peer.texts('.trail span'))[0] ?? '', / › /);
      await peer.until(`JSON.parse(sessionStorage.getItem('state'))?.choices?.within?.length === 1`);
      await peer.reload();
      await peer.send({ type: 'table', table: { ...sampleTable(0), rows: datedRows(60) } });
      assert.equal(await shownTasks(peer), Number(figure), 'after a reload, too');
      await peer.sent();
      await peer.page.click('.print');
      const [printed] = await peer.sent();
      assert.equal(printed?.type === 'print' && printed.keys?.length, Number(figure), 'and on paper');
      await peer.page.click('.trail button:text("清除筛选")');
      assert.equal(await shownTasks(peer), 60);
    }));

  it('of findings are those of the document, and lead to the text', async () => {
    const findingCounts = [
      { rule: 'typo', title: '错别字', severity: 'error', count: 3 },
      { rule: 'missing-lead', title: '缺少牵头单位', severity: 'warning', count: 2 },
      { rule: 'typo', title: '错别字', severity: 'hint', count: 1 },
    ] as const;
    await withRows(datedRows(4), async (peer) => {
      await peer.send({ type: 'table', table: { ...sampleTable(0), rows: datedRows(4), findingCounts } });
      await open(peer, 'overview');
      assert.deepEqual(await peer.texts('.found h2'), ['全文发现的问题 · 错误 3 · 警告 2 · 建议 1']);
      assert.deepEqual(await peer.texts('.found .what'), ['错误：错别字', '警告：缺少牵头单位', '建议：错别字']);
      await peer.sent();
      await peer.page.click('.found li:nth-child(2) button');
      assert.deepEqual(await peer.sent(), [{ type: 'showFinding', rule: 'missing-lead', severity: 'warning' }]);
      assert.equal(await chosen(peer), '概览');
    });
  });

  it('of the workload are walked with arrows', () =>
    withRows(datedRows(60), async (peer) => {
      await open(peer, 'workload');
      assert.equal(await count(peer, '.matrix button[tabindex="0"]'), 1);
      await peer.page.focus('.matrix button[tabindex="0"]');
      const place = (): Promise<readonly number[]> =>
        peer.evaluate(`(() => {
          const cell = document.activeElement.closest('td');
          return [cell.parentElement.rowIndex, cell.cellIndex];
        })()`);
      const [row = 0, column = 0] = await place();
      await peer.page.keyboard.press('ArrowDown');
      const [below = 0, same] = await place();
      assert.ok(below > row && same === column);
      await peer.page.keyboard.press('Enter');
      assert.equal(await chosen(peer), '表格');
    }));

  it('of the overview lead to as many tasks as they say', () =>
    withRows(datedRows(60), async (peer) => {
      await open(peer, 'overview');
      const buttons = await count(peer, '.overview button');
      assert.ok(buttons > 10);
      for (let at = 0; at < buttons; at++) {
        await open(peer, 'overview');
        const button = `document.querySelectorAll('.overview button')[${at}]`;
        const [figure, name] = await peer.evaluate<[string, string]>(
          `[${button}.querySelector('.count').textContent, ${button}.querySelector('.what').textContent]`,
        );
        await peer.evaluate(`${button}.click()`);
        assert.equal(await shownTasks(peer), Number(figure), name);
        await peer.send({ type: 'filter', query: '' });
      }
    }));

  it('of a unit are its tasks, saved for it', () =>
    withRows(datedRows(40), async (peer) => {
      await open(peer, 'unitSheet');
      await peer.page.selectOption('.unit-sheet select', '区司法局');
      const leads = datedRows(40).filter((row) => row.lead.includes('区司法局')).length;
      assert.deepEqual(await peer.texts('.unit-sheet h3'), [`牵头（${leads} 项）`]);
      assert.equal(await count(peer, '.duty'), leads);
      await peer.page.click('text=存为日历');
      assert.deepEqual(await peer.sent(), [{ type: 'exportUnit', unit: '区司法局', format: 'ics' }]);
      await peer.evaluate(`document.querySelector('.duty').click()`);
      assert.deepEqual(await peer.sent(), [{ type: 'reveal', key: 't0', focus: true }]);
    }));

  it('of a unit are copied as text and as a table', () =>
    withRows(datedRows(40), async (peer) => {
      await peer.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await open(peer, 'unitSheet');
      await peer.page.click('.unit-sheet button:text("复制")');
      await peer.until(`document.querySelector('.unit-sheet [role=status]').textContent === '已复制。'`);
      const [plain, html] = await peer.evaluate<[string, string]>(`navigator.clipboard.read().then(([item]) =>
        Promise.all(['text/plain', 'text/html'].map((type) => item.getType(type).then((blob) => blob.text()))))`);
      assert.match(plain, /任务单\n[^]*牵头（\d+ 项）\n/);
      assert.match(html, /<table[^]*<t[hd]>/);
    }));
});
