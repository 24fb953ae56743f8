import * as assert from 'node:assert/strict';
import type { PanelMessage } from '../../client/src/preview/messages';
import { chineseStrings, withPage } from './peer';
import { sampleRow, sampleTable, splice } from './samples';

const TABLE: PanelMessage = { type: 'table', table: sampleTable(10_000) };
const MADE = `document.querySelectorAll('tr.task').length`;

describe('task table page: speed', () => {
  for (const count of [112, 2_000, 10_000]) {
    it(`opens ${count} rows`, async () => {
      const times: number[] = [];
      const all: number[] = [];
      for (let run = 0; run < 3; run++) {
        await withPage({}, async (peer) => {
          times.push(await peer.time({ type: 'table', table: sampleTable(count) }));
          await peer.until(`${MADE} === ${count}`);
          all.push(await peer.evaluate('performance.now() - window.began'));
          if (run < 2) return;
          const edits: number[] = [];
          for (let n = 0; n < 21; n++) {
            const row = sampleRow(50, { text: `第 ${n} 次修改。` });
            edits.push(await peer.time(splice(50, 1, [row])));
          }
          console.log(`      one row of ${count} repainted after ${median(edits).toFixed(1)} ms`);
        });
      }
      console.log(`      ${count} rows: first frame ${list(times)} ms, all rows there after ${list(all)} ms`);
      assert.ok(median(times) < 1_000);
    });
  }

  it('has the first screen, the counts and the height of ten thousand rows in the first frame', () =>
    withPage({}, async (peer) => {
      await peer.time(TABLE);
      assert.deepEqual(await peer.texts('.counts'), ['10000 项任务 · 8 家牵头单位 · 3636 项有问题']);
      assert.ok(await peer.evaluate<boolean>(`document.documentElement.scrollHeight > 10_000 * 30`));
      assert.equal(await peer.evaluate(`document.querySelector('tr.task[tabindex="0"]').dataset.key`), 't0');
      const low = await peer.evaluate<string>(
        `document.elementFromPoint(400, innerHeight - 30).closest('tr').className`,
      );
      assert.equal(low, 'task');
    }));

  it('makes rows first where the page is scrolled to', () =>
    withPage({}, async (peer) => {
      const shown = await peer.evaluate<boolean>(`new Promise((done) => {
        const frames = (count, then) => requestAnimationFrame(() => (count > 1 ? frames(count - 1, then) : then()));
        window.addEventListener('message', () => frames(2, () => {
          window.scrollTo(0, document.documentElement.scrollHeight * 0.9);
          frames(4, () => {
            const row = document.elementFromPoint(400, innerHeight / 2).closest('tr.task');
            done(row !== null && ${MADE} < 10_000);
          });
        }), { once: true });
        window.postMessage(${JSON.stringify(TABLE)}, '*');
      })`);
      assert.ok(shown);
    }));

  it('takes in very many rows at once as it opens them: the first screen first', () =>
    withPage({}, async (peer) => {
      await peer.send({ type: 'table', table: sampleTable(10) });
      await peer.evaluate(`void (window.first = document.querySelector('tr.task'))`);
      await peer.time(splice(10, 0, sampleTable(10_000).rows.slice(10)));
      assert.ok((await peer.evaluate<number>(MADE)) < 10_000);
      assert.ok(await peer.evaluate('first.isConnected'), 'rows that were there stay');
      await peer.until(`${MADE} === 10_000`);
    }));

  it('makes no more rows of a document that is no longer shown', () =>
    withPage({}, async (peer) => {
      await peer.time(TABLE);
      await peer.evaluate(`void (window.old = document.querySelector('main'))`);
      await peer.send({ type: 'strings', strings: chineseStrings(), file: '别的方案.txt', uri: 'file:///other.txt' });
      const made = await peer.evaluate<number>(`old.querySelectorAll('tr.task').length`);
      await peer.send({ type: 'notice', notice: 'closed' });
      assert.equal(await peer.evaluate(`old.querySelectorAll('tr.task').length`), made);
      assert.ok(made < 10_000);
    }));
});

function list(times: readonly number[]): string {
  return times.map((time) => time.toFixed(0)).join(', ');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
