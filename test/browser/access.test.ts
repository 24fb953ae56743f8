import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { objections } from './axe';
import { withRows } from './peer';
import { sampleTable } from './samples';
import type { ThemeName } from './themes';

describe('task table page: nothing axe-core objects to', () => {
  for (const theme of ['light', 'dark', 'hc-black', 'hc-light'] satisfies ThemeName[])
    for (const width of [480, 700, 1200])
      it(`${theme}, ${width} px, with choices, proposals and findings open`, () => {
        const { rows } = sampleTable(40);
        return withRows(
          rows,
          async (peer) => {
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
          },
          { theme, width },
        );
      });
});
