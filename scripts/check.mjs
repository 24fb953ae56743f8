// Types, lint and format, all at once; prints what the failing ones said.
//   npm run check              everything
//   npm run check -- --fix     lets lint and format mend what they can first
import { join } from 'node:path';
import { runNode } from './lib/processes.mjs';
import { main, root } from './lib/project.mjs';

const tool = (...path) => join(root, 'node_modules', ...path);
const tsc = tool('typescript', 'bin', 'tsc');

const checks = [
  { name: '类型 types', args: [tsc, '-p', 'tsconfig.json', '--noEmit'] },
  { name: '类型（任务表页面）types (task-table page)', args: [tsc, '-p', 'client/webview/tsconfig.json', '--noEmit'] },
  {
    name: '静态检查 lint',
    args: [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
    fix: ['--fix'],
  },
  {
    name: '格式 format',
    args: [tool('prettier', 'bin', 'prettier.cjs'), '--check', '.', '--log-level', 'warn', '--cache'],
    fix: ['--write'],
  },
];

async function runCheck({ name, args }) {
  const started = performance.now();
  const { status, output } = await runNode(args, { cwd: root });
  return { name, output, passed: status === 0, seconds: (performance.now() - started) / 1000 };
}

/** One after the other: both change files. */
async function mend() {
  for (const { args, fix } of checks) {
    if (fix) await runNode([...args.filter((arg) => arg !== '--check'), ...fix], { cwd: root });
  }
}

await main(async () => {
  if (process.argv.includes('--fix')) await mend();
  const results = await Promise.all(checks.map(runCheck));
  for (const { name, output, passed } of results) if (!passed) console.error(`\n✗ ${name}\n${output.trimEnd()}`);
  if (results.some(({ passed }) => !passed)) console.log('');
  for (const { name, passed, seconds } of results) {
    console.log(`${passed ? '✓' : '✗'} ${seconds.toFixed(1).padStart(4)} s  ${name}`);
  }
  return results.every(({ passed }) => passed) ? 0 : 1;
});
