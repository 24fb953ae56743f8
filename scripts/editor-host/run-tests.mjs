// Runs test/editor in a real editor: VS Code itself where it can be had, else the stand-in beside this file.
//   node scripts/editor-host/run-tests.mjs [--web]     (--web: in the web extension host)
import { runTests } from '@vscode/test-electron';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../lib/browser.mjs';
import { main, root, seedFolder, testFolder, Trouble } from '../lib/project.mjs';
import { workbenchParts, workbenchRunsHere } from './parts.mjs';

const standIn = join(dirname(fileURLToPath(import.meta.url)), 'code-host.mjs');

/** test/editor/index.ts writes it into the opened folder. */
const resultsFile = '.editor-tests.json';

/** A desktop shows VS Code's own window; a CI machine or a Linux without a display cannot. */
const hasDesktop = () =>
  !process.env.CI && (process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY));

/** undefined: @vscode/test-electron downloads VS Code. */
async function chooseEditor(web) {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (!web && (hasDesktop() || !workbenchRunsHere)) return undefined;
  // Fetched here and not by the stand-in, whose time is limited.
  await Promise.all([workbenchParts(), findBrowser()]);
  return standIn;
}

/** A copy of the examples, and of the seeds where there are any, that the tests may write to. */
function makeWorkspace() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plandoc-ws-')));
  if (existsSync(join(root, 'examples'))) cpSync(join(root, 'examples'), folder, { recursive: true });
  if (existsSync(seedFolder)) {
    const isText = (path) => path === seedFolder || path.endsWith('.txt');
    cpSync(seedFolder, join(folder, 'seeds'), { recursive: true, filter: isText });
  } else {
    console.log(`没有找到 ${seedFolder}，只用 examples/ 测试。No seeds there: testing with examples/ only.`);
  }
  return folder;
}

const secondPlan = `云溪区节水工作实施方案（2024—2026年）

一、重点任务
（一）建立台账。2025年底前完成。（牵头单位：区量子专班局；责任单位：区财政局）
（二）开展检查。2027年底前完成。（牵头单位：区财政局）
`;

/** Adds a second folder, with a register and rules of its own; returns the file that opens both. */
function addSecondFolder(first, folder) {
  mkdirSync(folder);
  writeFileSync(join(folder, '乙.plan'), secondPlan);
  writeFileSync(join(folder, 'units.yaml'), '地区: 云溪区\n单位:\n  - 区量子专班局\n  - 区节水中心\n');
  writeFileSync(join(folder, 'plandoc.yaml'), '规则:\n  deadline-out-of-period: off\n');
  const file = join(folder, 'both.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: first }, { path: folder }] }));
  return file;
}

/**
 * The counts that the suite wrote. The editor's exit status alone proves nothing: it is 0 as well when the host that ran
 * the tests has died.
 */
function readResults(folder, failure) {
  const file = join(folder, resultsFile);
  if (!existsSync(file)) {
    throw new Trouble(
      '编辑器内的测试没有运行到结束。',
      'The tests in the editor did not come to their end.',
      failure instanceof Error ? failure.message : undefined,
    );
  }
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  if (counts.passed + counts.failed === 0)
    throw new Trouble('编辑器内没有运行任何测试。', 'No test ran in the editor.');
  if (failure && counts.failed === 0) throw failure;
  return counts;
}

/**
 * @param {{ web: boolean }} options
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runEditorTests({ web }) {
  const vscodeExecutablePath = await chooseEditor(web);
  const folder = makeWorkspace();
  const profile = mkdtempSync(join(tmpdir(), 'plandoc-u-'));
  try {
    // Two folders in one host and one in the other, so that windows of both kinds are tried.
    const opened = web ? folder : addSecondFolder(folder, join(profile, '第二个文件夹'));
    let failure;
    await runTests({
      ...(vscodeExecutablePath ? { vscodeExecutablePath } : {}),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(testFolder, 'editor.js'),
      launchArgs: [
        opened,
        `--user-data-dir=${join(profile, 'user')}`,
        `--extensions-dir=${join(profile, 'extensions')}`,
        ...(web ? ['--extensionDevelopmentKind=web'] : []),
      ],
    }).catch((error) => (failure = error));
    return readResults(folder, failure);
  } finally {
    for (const path of [folder, profile]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const { passed, failed } = await runEditorTests({ web: process.argv.includes('--web') });
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  });
}
