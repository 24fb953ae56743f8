import * as assert from 'node:assert/strict';
import type { TaskRow } from '../../server/src/protocol';
import { type Peer, withRows } from './peer';
import { sampleRow, splice } from './samples';

const withWide = (rows: readonly TaskRow[], work: (peer: Peer) => Promise<void>): Promise<void> =>
  withRows(rows, work, { width: 1300 });

const ROWS = [
  ['一、总则', '甲'],
  ['一、总则', '甲'],
  ['一、总则', '乙'],
  ['二、任务', '乙'],
  ['二、任务', ''],
].map(([project = '', group = ''], at) => sampleRow(at, { project, group, section: [project], heading: group }));

/** The merged cells of a column that can be seen: text and rows. */
const cells = (peer: Peer, column: string): Promise<string[]> =>
  peer.evaluate(
    `[...document.querySelectorAll('main .${column}.merged')].filter((cell) => cell.checkVisibility()).map((cell) => cell.textContent + ' ' + cell.rowSpan)`,
  );

describe('task table page: 项目 and 分组', () => {
  it('are merged over their rows where there is room, and headings where there is not', () =>
    withWide(ROWS, async (peer) => {
      assert.deepEqual((await peer.texts('.strip th')).slice(0, 3), ['项目', '分组', '序号']);
      assert.deepEqual(await cells(peer, 'project'), ['一、总则 3', '二、任务 2']);
      assert.deepEqual(await cells(peer, 'group'), ['甲 2', '乙 1', '乙 1', ' 1']);
      assert.deepEqual(await peer.texts('tr.group, caption:not(.spoken)'), []);
      await peer.page.setViewportSize({ width: 800, height: 700 });
      await peer.until(`document.querySelector('caption:not(.spoken)') !== null`);
      assert.deepEqual(await cells(peer, 'project'), []);
      assert.equal((await peer.texts('.strip th'))[0], '序号');
    }));

  it('are merged anew over what the filter leaves, and after changes', () =>
    withWide(ROWS, async (peer) => {
      await peer.page.locator('.filter').fill(ROWS[1]!.text.slice(0, 12));
      assert.deepEqual(await cells(peer, 'project'), ['一、总则 1']);
      await peer.page.locator('.filter').fill('');
      await peer.send(splice(2, 1, [sampleRow(2, { ...ROWS[2]!, group: '甲' })]));
      assert.deepEqual(await cells(peer, 'group'), ['甲 3', '乙 1', ' 1']);
    }));

  it('arrow keys pass them by, and so do changes of cells', () =>
    withWide(ROWS, async (peer) => {
      await peer.page.locator('tr[data-key=t0]').focus();
      await peer.page.keyboard.press('ArrowRight');
      assert.equal(await peer.evaluate('document.activeElement.className'), 'label');
      await peer.page.locator('tr[data-key=t0] .project').dblclick();
      assert.equal(await peer.evaluate(`document.querySelector('.cell-editor').checkVisibility()`), false);
    }));

  it('are columns to choose, and are copied with the rows', () =>
    withWide(ROWS, async (peer) => {
      const copied = (): Promise<string> =>
        peer.evaluate(`(() => {
          const data = new DataTransfer();
          document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }));
          return data.getData('text/plain');
        })()`);
      await peer.page.locator('tr[data-key=t1]').focus();
      assert.match(await copied(), /^项目\t分组\t序号[^]*\n一、总则\t甲\t2\t/);
      await peer.page.getByRole('button', { name: /^筛选与排列/ }).click();
      await peer.page.locator('#choices').getByLabel('项目').uncheck();
      assert.deepEqual(await cells(peer, 'project'), []);
      await peer.page.locator('tr[data-key=t1]').focus();
      assert.match(await copied(), /^分组\t序号/);
    }));

  it('stay in sight while their rows scroll by', () =>
    withWide(
      Array.from({ length: 50 }, (_, at) => sampleRow(at, { project: '一、总则', group: '甲', section: ['一、总则'] })),
      async (peer) => {
        await peer.evaluate(`document.querySelector('tr[data-key=t30]').scrollIntoView()`);
        const box = await peer.page.locator('.project.merged > div').boundingBox();
        const head = (await peer.page.locator('.top').boundingBox())!;
        assert.ok(box && box.y >= head.height && box.y < head.height + 30, JSON.stringify([box, head]));
      },
    ));
});
