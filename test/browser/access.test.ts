import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Peer } from './peer';
import { sampleTable } from './samples';
import type { ThemeName } from './themes';

/** What axe-core objects to, each with the first place. */
async function objections(peer: Peer): Promise<string[]> {
  const axe = createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js');
  await peer.evaluate(readFileSync(axe, 'utf8'));
  return peer.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 120) + ' ' + nodes[0].failureSummary))`);
}

describe('task table page: nothing axe-core objects to', () => {
  for (const theme of ['light', 'dark', 'hc-black', 'hc-light'] satisfies ThemeName[])
    for (const width of [480, 700, 1200])
      it(`${theme}, ${width} px, with choices, proposals and findings open`, async () => {
        const peer = await Peer.open({ theme, width });
        try {
          await peer.send({ type: 'table', table: sampleTable(40) });
          await peer.send({ type: 'current', key: 't3' });
          await peer.page.getByRole('button', { name: /^筛选与排列/ }).click();
          await peer.page.locator('tr[data-key=t3] .severity').hover();
          await peer.page.screenshot({ path: join('dist/test-screenshots', `table-${theme}-${width}.png`) });
          assert.deepEqual(await objections(peer), []);
          await peer.page.locator('tr[data-key=t1] td.lead').dblclick();
          await peer.page.keyboard.type('区');
          const question = (await peer.sent()).filter((message) => message.type === 'unitNames').at(-1);
          await peer.send({ type: 'unitNames', id: question?.id ?? 0, names: ['区水利局', '区审计局'] });
          await peer.page.keyboard.press('ArrowDown');
          assert.equal(await peer.page.locator('.unit-names [aria-selected=true]').count(), 1);
          await peer.page.screenshot({ path: join('dist/test-screenshots', `table-${theme}-${width}-edit.png`) });
          assert.deepEqual(await objections(peer), []);
          assert.deepEqual(peer.problems, []);
        } finally {
          await peer.close();
        }
      });
});
