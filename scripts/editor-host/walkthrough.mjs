// Makes the pictures of the walkthrough from a real workbench: media/walkthrough/*.webp.
//   node scripts/editor-host/walkthrough.mjs [NAME…]     all of them, or these
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../lib/processes.mjs';
import { main, root, Trouble } from '../lib/project.mjs';

const screenshot = join(dirname(fileURLToPath(import.meta.url)), 'screenshot.mjs');
const web = '云溪区基层应急能力提升实施方案（网页复制）.txt';
const marked = '云溪区公共数据共享开放实施方案.plan';
const table = '云溪区法治政府建设重点任务清单.plan.tsv';

/** Only the text and what the step is about. */
const settings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'breadcrumbs.enabled': false,
  'editor.lineNumbers': 'off',
  'editor.glyphMargin': false,
  'editor.folding': false,
  'editor.fontSize': 13,
  'editor.stickyScroll.enabled': false,
  'editor.hover.delay': 200,
};

const closeSideBar = 'command:workbench.action.closeSidebar';
/** At the end of （七） of the web page's copy. */
const afterMeasure = ['goto:38:999', 'key:Enter', 'wait:.view-line:has-text("（九）规范群众举报")'];
const typed = [...afterMeasure, 'type:建立台账。2024年底前建立风险台账。（牵头单位：'];

/** @type {Record<string, { open: string, steps: readonly string[] }>} */
const pictures = {
  open: { open: web, steps: ['command:outline.focus', 'goto:19'] },
  write: { open: web, steps: [closeSideBar, ...typed, 'keys:qsfj', 'wait:.suggest-widget.visible .monaco-list-row'] },
  numbers: { open: web, steps: [closeSideBar, ...typed, 'type:区司法局）', 'command:plandoc.moveMeasureUp'] },
  units: { open: marked, steps: ['command:plandoc.units.focus', 'wait:.pane-body .monaco-list-row'] },
  table: { open: table, steps: [closeSideBar, 'command:plandoc.openTaskTable', 'table-wait:tr.task'] },
  findings: { open: web, steps: [closeSideBar, 'goto:60', 'hover:区应急保障局'] },
  export: { open: marked, steps: [closeSideBar, 'command:plandoc.export', 'wait:.quick-input-list .monaco-list-row'] },
};

async function take(name, folder) {
  const { open, steps } = pictures[name];
  const out = join(root, 'media/walkthrough', `${name}.webp`);
  const options = ['--open', join(folder, open), '--folder', folder, '--out', out, '--width', '720', '--height', '440'];
  const { status } = await runNode(
    [screenshot, ...options, '--settings', JSON.stringify(settings), ...steps.flatMap((step) => ['--do', step])],
    { cwd: root, show: true },
  );
  return status === 0;
}

await main(async () => {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(pictures);
  const unknown = names.filter((name) => !(name in pictures));
  if (unknown.length > 0)
    throw new Trouble(`没有这张图：${unknown.join('、')}`, `No such picture: ${unknown.join(', ')}`);
  // A copy, as the pictures are of somebody writing.
  const temp = mkdtempSync(join(tmpdir(), 'plandoc-pictures-'));
  const folder = join(temp, '文稿');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  try {
    let failed = 0;
    for (const name of names) if (!(await take(name, folder))) failed++;
    return failed;
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
});
