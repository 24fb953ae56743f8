import * as assert from 'node:assert/strict';
import type { PanelMessage } from '../../client/src/preview/messages';
import { chineseStrings, type PeerOptions, withPage, withTable } from './peer';
import { proseTable, sampleTable } from './samples';

describe('task table page: states', () => {
  const states: readonly [string, PanelMessage, RegExp][] = [
    ['no tasks', { type: 'table', table: sampleTable(0) }, /没有识别到任务。[^]*（牵头单位：/],
    ['a report', { type: 'table', table: sampleTable(0, { kind: 'report' }) }, /不像是方案/],
    ['no server', { type: 'notice', notice: 'stopped' }, /未运行[^]*重新启动/],
    ['an unreadable table', { type: 'notice', notice: 'failed' }, /读取失败[^]*查看日志/],
    ['a missing file', { type: 'notice', notice: 'missing' }, /找不到文件/],
  ];
  for (const [name, message, expected] of states) {
    it(`says what to do for ${name}`, () =>
      withPage({}, async (peer) => {
        await peer.send(message);
        assert.match((await peer.texts('.empty')).join(), expected);
      }));
  }

  it('keeps the table under a note when the server goes, and asks for it back', () =>
    withTable(10, async (peer) => {
      await peer.send({ type: 'notice', notice: 'stopped' });
      assert.equal((await peer.texts('tr.task')).length, 10);
      await peer.page.locator('.banner button', { hasText: '重新启动' }).click();
      assert.deepEqual(await peer.sent(), [{ type: 'action', action: 'restart' }]);
      await peer.send({ type: 'table', table: sampleTable(10) });
      assert.deepEqual(await peer.texts('.banner'), []);
    }));

  it('finds each document again as it was left, in one table that follows', () =>
    withTable(112, async (peer) => {
      const show = async (uri: string): Promise<void> => {
        await peer.send({ type: 'strings', strings: chineseStrings(), file: '方案.txt', uri });
        await peer.send({ type: 'table', table: sampleTable(112, { uri }) });
      };
      await peer.page.locator('.filter').fill('区委编办');
      await peer.page.locator('.full-text').click();
      await show('file:///other.txt');
      assert.equal(await peer.page.locator('.filter').inputValue(), '');
      assert.equal(await peer.page.locator('.full-text').getAttribute('aria-pressed'), 'true');
      await peer.send({ type: 'locked', locked: true });
      await show('file:///plan.txt');
      assert.equal(await peer.page.locator('.filter').inputValue(), '区委编办');
      const kept = await peer.evaluate<{ uri: string; locked: boolean; others: { uri: string }[] }>(
        `JSON.parse(sessionStorage.getItem('state'))`,
      );
      assert.deepEqual(
        [kept.uri, kept.locked, kept.others.map(({ uri }) => uri)],
        ['file:///plan.txt', true, ['file:///other.txt']],
      );
    }));

  it('comes back after a reload with filter, full text and place', () =>
    withTable(112, async (peer) => {
      await peer.page.locator('.filter').fill('区');
      await peer.page.locator('.full-text').click();
      await peer.evaluate(`document.querySelector('tr[data-key=t70]').scrollIntoView({ block: 'start' })`);
      await peer.until(`JSON.parse(sessionStorage.getItem('state')).scroll > 1000`);
      await peer.reload();
      await peer.send({ type: 'table', table: sampleTable(112) });
      assert.equal(await peer.page.locator('.filter').inputValue(), '区');
      assert.equal(await peer.page.locator('.full-text').getAttribute('aria-pressed'), 'true');
      const box = await peer.page.locator('tr[data-key=t70]').boundingBox();
      assert.ok(box && box.y > 50 && box.y < 300, JSON.stringify(box));
    }));
});

describe('task table page: pictures', () => {
  const pictures: readonly [string, PeerOptions, PanelMessage][] = [
    ['light-wide', { width: 1200 }, { type: 'table', table: sampleTable(112) }],
    ['light-beside', { width: 600 }, { type: 'table', table: sampleTable(112) }],
    ['light-prose', { width: 600 }, { type: 'table', table: proseTable(40) }],
    ['dark-beside', { width: 640, theme: 'dark' }, { type: 'table', table: sampleTable(112) }],
    ['dark-wide', { width: 1200, theme: 'dark' }, { type: 'table', table: proseTable(60) }],
    ['hc-black', { width: 1000, theme: 'hc-black' }, { type: 'table', table: sampleTable(40) }],
    ['hc-light', { width: 900, theme: 'hc-light' }, { type: 'table', table: sampleTable(40) }],
    [
      'forced-colors',
      { width: 900, theme: 'hc-black', forcedColors: 'active' },
      { type: 'table', table: sampleTable(40) },
    ],
    ['narrow', { width: 380 }, { type: 'table', table: proseTable(20) }],
    ['empty-light', { width: 600 }, { type: 'table', table: sampleTable(0) }],
    ['empty-dark', { width: 600, theme: 'dark' }, { type: 'notice', notice: 'stopped' }],
    ['empty-hc', { width: 600, theme: 'hc-black' }, { type: 'table', table: sampleTable(0, { kind: 'report' }) }],
  ];
  for (const [name, options, message] of pictures) {
    it(name, () =>
      withPage(options, async (peer) => {
        await peer.send(message);
        await peer.send({ type: 'current', key: 't3' });
        if (name.startsWith('hc')) await peer.page.locator('tr[data-key=t1]').focus();
        await peer.screenshot(name);
      }),
    );
  }

  it('with a note', () =>
    withTable(
      30,
      async (peer) => {
        await peer.send({ type: 'notice', notice: 'closed' });
        await peer.screenshot('banner');
      },
      { width: 700 },
    ));
});
