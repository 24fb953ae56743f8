import * as assert from 'node:assert/strict';
import { type Peer, type PeerOptions, withRows } from './peer';
import { sampleRow, sampleTable, splice } from './samples';

/** A page whose bar of choices is open. */
function withTable(work: (peer: Peer) => Promise<void>, options: PeerOptions = {}, count = 112): Promise<void> {
  const { rows } = sampleTable(count);
  const opened = async (peer: Peer): Promise<void> => {
    await peer.page.getByRole('button', { name: /^筛选与排列/ }).click();
    await peer.sent();
    await work(peer);
  };
  return withRows(rows, opened, options);
}

const rows = sampleTable(112).rows;
const shownKeys = (peer: Peer): Promise<string[]> =>
  peer.evaluate(
    `[...document.querySelectorAll('tr.task')].filter((tr) => tr.checkVisibility()).map((tr) => tr.dataset.key)`,
  );
const choose = (peer: Peer, label: string, value: string): Promise<unknown> =>
  peer.page
    .locator('#choices label')
    .filter({ has: peer.page.locator(`span:text-is("${label}")`) })
    .locator('select')
    .selectOption(value);

describe('task table page: choices', () => {
  it('a unit in one role, with how many rows it has', () =>
    withTable(async (peer) => {
      const lead = '区司法局';
      const own = rows.filter((row) => row.lead.includes(lead)).map(({ key }) => key);
      await choose(peer, '角色', 'lead');
      const offered = await peer.evaluate<string[]>(
        `[...document.querySelectorAll('#choices select')[0].options].map((option) => option.textContent)`,
      );
      assert.ok(offered.includes(`${lead} (${own.length})`), offered.join());
      await choose(peer, '单位', lead);
      assert.deepEqual(await shownKeys(peer), own);
      await peer.until(`document.querySelector('.counts').textContent.startsWith('显示 ${own.length} / 112 项任务')`);
      await choose(peer, '角色', 'participant');
      assert.deepEqual(await shownKeys(peer), []);
      // The bar above has such a button, too, until the next frame.
      await peer.page.locator('.empty').getByRole('button', { name: '清除筛选' }).click();
      assert.equal((await shownKeys(peer)).length, 112);
    }));

  it('time, section and findings together', () =>
    withTable(async (peer) => {
      await choose(peer, '完成时间', '2023');
      await peer.page.getByLabel('只看有问题的').check();
      const wanted = rows.filter((row) => row.deadline?.end?.startsWith('2023') && row.severity !== null);
      assert.deepEqual(
        await shownKeys(peer),
        wanted.map(({ key }) => key),
      );
      assert.deepEqual(await peer.texts('.tools .toggle:first-of-type'), ['筛选与排列（2）']);
    }));

  it('groups by lead unit, the busiest first, and by year', () =>
    withTable(async (peer) => {
      await choose(peer, '分组', 'lead');
      const load = new Map<string, number>();
      for (const { lead } of rows) load.set(lead[0]!, (load.get(lead[0]!) ?? 0) + 1);
      const busiest = [...load].sort((a, b) => b[1] - a[1]).map(([name]) => name);
      assert.deepEqual(await peer.texts('caption:not(.spoken)'), busiest);
      await choose(peer, '分组', 'year');
      const years = await peer.texts('caption:not(.spoken)');
      assert.deepEqual(years, ['2023年', '2025年', '没有完成时限']);
    }));

  it('orders within sections; a change of one row moves only that row', () =>
    withTable(async (peer) => {
      await choose(peer, '排序', 'findings');
      const first = (await shownKeys(peer))[0]!;
      const errors = rows.filter((row) => row.severity === 'error' && row.section[0] === rows[0]!.section[0]);
      assert.equal(first, errors[0]!.key);
      const calm = sampleRow(Number(first.slice(1)), { severity: null });
      await peer.send(splice(Number(first.slice(1)), 1, [calm]));
      assert.notEqual((await shownKeys(peer))[0], first);
      assert.equal((await shownKeys(peer)).length, 112);
    }));

  it('hides columns and keeps widths over a reload', () =>
    withTable(
      async (peer) => {
        await peer.page.getByLabel('责任/参加单位').uncheck();
        assert.equal((await peer.texts('.strip th')).includes('责任/参加单位'), false);
        const head = (await peer.page.locator('.strip th.lead').boundingBox())!;
        await peer.page.mouse.move(head.x + head.width - 1, head.y + 5);
        await peer.page.mouse.down();
        await peer.page.mouse.move(head.x + head.width + 60, head.y + 5, { steps: 4 });
        await peer.page.mouse.up();
        const wide = (await peer.page.locator('.strip th.lead').boundingBox())!.width;
        assert.ok(Math.abs(wide - head.width - 60) < 4, `${wide} after ${head.width}`);
        await peer.page.waitForTimeout(300);
        await peer.reload();
        await peer.send({ type: 'table', table: sampleTable(112) });
        assert.equal((await peer.page.locator('.strip th.lead').boundingBox())!.width, wide);
        assert.equal(
          (await peer.page.locator('main td.lead').first().boundingBox())!.width,
          wide,
          'all tables have it',
        );
        assert.equal((await peer.texts('.strip th')).includes('责任/参加单位'), false);
      },
      { width: 1200 },
    ));

  it('widens a column by its edge, however narrow the page', async () => {
    for (const width of [500, 800, 1000])
      await withTable(
        async (peer) => {
          const widthOf = async (): Promise<number> => (await peer.page.locator('.strip th.lead').boundingBox())!.width;
          const before = await widthOf();
          const edge = (await peer.page.locator('.strip th.lead .grip').boundingBox())!;
          await peer.page.mouse.move(edge.x + 4, edge.y + 5);
          await peer.page.mouse.down();
          await peer.page.mouse.move(edge.x + 34, edge.y + 5, { steps: 4 });
          await peer.page.mouse.up();
          assert.ok(Math.abs((await widthOf()) - before - 30) < 2, `${width} px: ${await widthOf()} after ${before}`);
          await peer.page.locator('.strip th.lead .grip').dblclick();
          assert.equal(await widthOf(), before);
        },
        { width },
        3,
      );
  });

  it('copies the selected rows as a table and as tab-separated text', () =>
    withTable(async (peer) => {
      await peer.page.locator('tr[data-key=t2]').focus();
      await peer.page.keyboard.press('Shift+ArrowDown');
      await peer.page.keyboard.press('Shift+ArrowDown');
      assert.equal(await peer.page.locator('tr.selected').count(), 3);
      const [plain, html] = await peer.evaluate<[string, string]>(`(() => {
        const data = new DataTransfer();
        document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }));
        return [data.getData('text/plain'), data.getData('text/html')];
      })()`);
      const lines = plain.split('\n').map((line) => line.split('\t'));
      assert.deepEqual(
        lines.map((line) => line[0]),
        ['序号', '3', '4', '5'],
      );
      assert.ok(lines.every((line) => line.length === 6));
      assert.match(html, /<table>.*<th[^>]*>序号<\/th>.*<td[^>]*>3<\/td>/s);
      await peer.page.keyboard.press('Escape');
      assert.equal(await peer.page.locator('tr.selected').count(), 0);
    }));

  it('copies what looks like a formula or a number as text', () => {
    const row = sampleRow(0, { label: '1.2', text: '=1+1 <b>', outcome: '一行\n"又一行"' });
    return withRows([row], async (peer) => {
      await peer.page.locator('tr[data-key=t0]').focus();
      const [plain, html] = await peer.evaluate<[string, string]>(`(() => {
      const data = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }));
      return [data.getData('text/plain'), data.getData('text/html')];
    })()`);
      assert.match(plain, /\n1\.2\t'=1\+1 <b>\t[^]*\t"一行\n""又一行"""$/);
      assert.match(html, /<td style="mso-number-format:'\\@'" sdnum="1033;0;@">=1\+1 &lt;b&gt;<\/td>/);
      assert.match(html, />一行<br>&quot;又一行&quot;</);
    });
  });

  it('pictures', () =>
    withTable(
      async (peer) => {
        await choose(peer, '分组', 'lead');
        await peer.page.getByLabel('只看有问题的').check();
        await peer.screenshot('choices-light');
      },
      { width: 900 },
    ));

  it('10,000 rows are grouped and filtered within a moment', () =>
    withTable(
      async (peer) => {
        const took = await peer.evaluate<number>(`(() => {
          const select = document.querySelectorAll('#choices select')[4];
          const began = performance.now();
          select.value = 'lead';
          select.dispatchEvent(new Event('change', { bubbles: true }));
          return performance.now() - began;
        })()`);
        assert.ok(took < 2000, `${took} ms`);
      },
      {},
      10_000,
    ));
});
