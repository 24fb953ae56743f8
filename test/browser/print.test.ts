import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { readPlan } from '../../server/src/core/plan/plan';
import { readText } from '../../server/src/core/syntax/source';
import { printPage } from '../../server/src/exchange/export';
import { withPage, withRows } from './peer';
import { sampleTable } from './samples';

/** A plan of long sections, so that merged cells go over several pages. */
function planOf(tasks: number): ReturnType<typeof readPlan> {
  const lines = ['云溪区某项工作实施方案（2024—2026年）'];
  for (let n = 0; n < tasks; n++) {
    if (n % 30 === 0) lines.push(`${'一二三四五六七八九'.charAt(n / 30)}、第${n / 30 + 1}个方面的工作`);
    const words = '逐项建立台账，明确责任人和完成时间，按季度通报进展。'.repeat(1 + (n % 5));
    lines.push(`${(n % 30) + 1}.第${n}项。${words}2025年底前完成。（牵头单位：区司法局；责任单位：区财政局）`);
  }
  return readPlan(readText(lines.join('\n')));
}

function withPrinted(html: string, work: (page: Page) => Promise<void>): Promise<void> {
  return withPage({}, async ({ page }) => {
    await page.addInitScript('window.prints = 0; window.print = () => window.prints++;');
    await page.route('**/printed', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.goto(`${new URL(page.url()).origin}/printed`);
    await work(page);
  });
}

describe('the printed task table', () => {
  const whole = { file: 'a.plan', locale: 'zh', tasks: null, hidden: [], note: '' } as const;

  it('prints itself; merged cells begin anew on each page', () =>
    withPrinted(printPage({ ...whole, plan: planOf(90), note: '显示 90 / 112 项任务' }), async (page) => {
      assert.equal(await page.evaluate('window.prints'), 1);
      assert.equal(await page.locator('caption small').textContent(), '显示 90 / 112 项任务');
      assert.equal(await page.locator('td.project:visible').count(), 3);
      await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
      const pages = await page.locator('tr.begins').count();
      assert.ok(pages > 5, `${pages} page breaks`);
      assert.equal(await page.locator('tr.begins td.project:not([hidden])').count(), pages);
      // No page holds more than fits.
      const tallest = await page.evaluate<number>(`(() => {
        let [most, sum] = [0, 0];
        for (const row of document.querySelectorAll('tbody tr')) {
          if (row.classList.contains('begins')) sum = 0;
          most = Math.max(most, (sum += row.getBoundingClientRect().height));
        }
        return most;
      })()`);
      assert.ok(tallest < (180 * 96) / 25.4, `${tallest} px on a page`);
      await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
      assert.equal(await page.locator('td.project:visible').count(), 3);
      // The browser breaks where we said it would: as many pages as there are breaks, and the first.
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length, pages + 1);
    }));

  it('what the filter leaves is printed', () =>
    withPrinted(printPage({ ...whole, plan: planOf(90) }), async (page) => {
      await page.locator('input').fill('第31项');
      await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
      assert.equal(await page.locator('tbody tr:visible').count(), 1);
      assert.equal(await page.locator('tbody tr:visible td.project').textContent(), '二、第2个方面的工作');
    }));
});

describe('task table page: printing', () => {
  it('asks for the rows and columns that are shown, in their order', () => {
    const { rows } = sampleTable(40);
    return withRows(rows, async (peer) => {
      const print = peer.page.getByRole('button', { name: '打印' });
      await print.click();
      assert.deepEqual(await peer.sent(), [{ type: 'print', keys: null, hidden: [], note: '' }]);
      await peer.page.locator('.filter').fill('区司法局');
      await peer.page.getByRole('button', { name: /^筛选与排列/ }).click();
      await peer.page.locator('#choices').getByLabel('成果形式').uncheck();
      await peer.send({ type: 'print' });
      const own = rows.filter((row) => JSON.stringify(row).includes('区司法局')).map(({ key }) => key);
      const note = `显示 ${own.length} / 40 项任务 · “区司法局”`;
      assert.deepEqual(await peer.sent(), [{ type: 'print', keys: own, hidden: ['outcome'], note }]);
    });
  });

  it('hands a page to the browser where the editor is one', () =>
    withPage({}, async (peer) => {
      const coming = peer.page.waitForEvent('download');
      await peer.send({ type: 'download', name: '方案-打印.html', html: '<p>表' });
      const file = await coming;
      assert.equal(file.suggestedFilename(), '方案-打印.html');
    }));
});
