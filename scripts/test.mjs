// Everything that must hold, one step after the other; a failing step does not keep the next from running.
//   npm test                       all steps
//   npm test -- unit editor        these steps only
//   npm test -- unit --grep 单位    only tests whose names match (unit, editor, web and browser)
// The last line is `N passed, N failed`, the sum over all steps; a step without tests of its own counts as one.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildTests, testBundles } from './build-tests.mjs';
import { workbenchRunsHere } from './editor-host/parts.mjs';
import { runEditorTests } from './editor-host/run-tests.mjs';
import { tryInstall } from './editor-host/server.mjs';
import { findBrowser } from './lib/browser.mjs';
import { findOoxmlValidator } from './lib/ooxmlValidator.mjs';
import { runNode } from './lib/processes.mjs';
import { explain, main, root, testFolder, Trouble } from './lib/project.mjs';
import { checkPackage, makePackage } from './package.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: number }} Counts */

/** A script that passes or fails as a whole. */
async function whole(script) {
  const { status } = await runNode([join(root, 'scripts', script)], { cwd: root, show: true });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Bundles a group of test files and runs them under mocha in a process of their own. */
async function mochaTests(group, timeout) {
  await buildTests(group);
  const results = join(testFolder, `${group}-results.json`);
  rmSync(results, { force: true });
  const runner = join(testFolder, group, 'mocha', 'node.mjs');
  const args = ['--enable-source-maps', runner, results, String(timeout), ...testBundles(group)];
  await runNode(args, { cwd: root, show: true, timeout: 300_000 });
  if (!existsSync(results)) throw new Trouble('测试没有运行到结束。', 'The tests did not come to their end.');
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  if (counts.passed + counts.failed === 0) throw new Trouble('没有运行任何测试。', 'No test ran.');
  return counts;
}

async function unitTests() {
  process.env.OOXML_VALIDATOR = (await findOoxmlValidator()) ?? '';
  return mochaTests('unit', 10_000);
}

async function editorTests(web) {
  if (web && !workbenchRunsHere) {
    console.log('跳过：网页扩展宿主的测试需要 Linux x64。Not run: tests in the web extension host need Linux x64.');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  await buildTests('editor');
  return runEditorTests({ web });
}

async function browserTests() {
  // Found or fetched before mocha's clock starts; the tests find the same one.
  process.env.CHROME_PATH = await findBrowser();
  return mochaTests('browser', 60_000);
}

async function packageTests() {
  const counts = { passed: 0, failed: 0 };
  const vsix = await makePackage();
  const checks = checkPackage(vsix);
  if (workbenchRunsHere) {
    const problem = await tryInstall(vsix).then(
      () => '',
      (error) => error.message,
    );
    checks.push({ name: '编辑器能够安装 an editor installs it', problem });
  }
  for (const { name, problem } of checks) {
    counts[problem === '' ? 'passed' : 'failed']++;
    console.log(problem === '' ? `  ✓ ${name}` : `  ✗ ${name}: ${problem}`);
  }
  return counts;
}

/** @type {Record<string, { title: string, work: () => Promise<Counts>, needsBuild?: true }>} */
const steps = {
  check: { title: '类型、静态检查、格式 types, lint, format', work: () => whole('check.mjs') },
  build: { title: '构建 build', work: () => whole('build.mjs') },
  unit: { title: '核心、协议、命令行 core, protocol, command line', work: unitTests },
  editor: { title: '编辑器内 in the editor', work: () => editorTests(false), needsBuild: true },
  web: { title: '网页扩展宿主 web extension host', work: () => editorTests(true), needsBuild: true },
  browser: { title: '任务表页面 task-table page in a browser', work: browserTests, needsBuild: true },
  package: { title: '安装包 package', work: packageTests, needsBuild: true },
};

/** Runs one step; whatever goes wrong in it is one failure, told at once. */
async function runStep(name) {
  console.log(`\n== ${name}: ${steps[name].title}`);
  const started = performance.now();
  let counts;
  try {
    counts = await steps[name].work();
  } catch (error) {
    explain(error);
    counts = { passed: 0, failed: 1 };
  }
  return { name, counts, seconds: (performance.now() - started) / 1000 };
}

const plain = (text) => text.padEnd(9);

function summarize(results) {
  console.log('');
  for (const { name, counts, seconds } of results) {
    const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
    console.log(
      `${plain(name)}${seconds.toFixed(1).padStart(6)} s  ${counts.passed} passed, ${counts.failed} failed${skipped}`,
    );
  }
  const sum = (what) => results.reduce((total, { counts }) => total + counts[what], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

function readArguments(args) {
  const grep = args.indexOf('--grep');
  if (grep >= 0) process.env.PLANDOC_TEST_GREP = args.splice(grep, 2)[1] ?? '';
  const unknown = args.filter((name) => !(name in steps));
  if (unknown.length > 0) {
    const known = Object.keys(steps).join(' ');
    throw new Trouble(
      `没有名为 ${unknown.join('、')} 的步骤，可用：${known}`,
      `No such step: ${unknown.join(', ')}. Steps: ${known}`,
    );
  }
  return args.length > 0 ? Object.keys(steps).filter((name) => args.includes(name)) : Object.keys(steps);
}

await main(async () => {
  const names = readArguments(process.argv.slice(2));
  mkdirSync(testFolder, { recursive: true });
  const results = [];
  for (const name of names) {
    const unbuilt = results.some((result) => result.name === 'build' && result.counts.failed > 0);
    if (unbuilt && steps[name].needsBuild) {
      console.log(`\n== ${name}: 构建失败，未运行 not run because the build failed`);
      results.push({ name, counts: { passed: 0, failed: 1 }, seconds: 0 });
    } else {
      results.push(await runStep(name));
    }
  }
  return summarize(results);
});
