// Fetches what tests need from npm into .vscode-test/. Each part has a package.json and a lock file of its own, so that
// hundreds of megabytes are not development dependencies of everybody.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, toolFolder, Trouble } from './project.mjs';
import { npmEnvironment, run } from './processes.mjs';

const networkFailure = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/;

/**
 * Installs the packages of scripts/editor-host/parts/NAME once per state of its lock file.
 * @param {string} name
 * @param {{ why: string, finish?: (folder: string) => Promise<void> | void }} options
 *   `why`: what is fetched and what for, printed before; `finish`: further work before the part counts as complete
 * @returns {Promise<string>} the folder that holds node_modules
 */
export async function fetchPart(name, options) {
  const source = join(root, 'scripts', 'editor-host', 'parts', name);
  const lock = readFileSync(join(source, 'package-lock.json'));
  const folder = join(toolFolder, `${name}-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`);
  if (existsSync(folder)) return folder;

  console.error(options.why);
  // Complete parts appear by a rename, so an interrupted or a second fetch at the same time cannot leave half of one.
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(source, file), join(unfinished, file));
    await npm(['ci', '--ignore-scripts'], unfinished);
    await options.finish?.(unfinished);
    writeFileSync(join(unfinished, '.complete'), '');
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** Runs npm in a folder, quietly, and fails with words. */
export async function npm(args, cwd, env = process.env) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const result = await run('npm', [...args, ...quiet], { cwd, env: npmEnvironment(env) });
  if (result.status === 0) return;
  if (result.missing) {
    throw new Trouble(
      '没有找到 npm，请安装 Node.js 20 或更新版本。',
      'npm was not found: install Node.js 20 or newer.',
    );
  }
  if (networkFailure.test(result.output)) {
    throw new Trouble(
      '无法从 npm 下载（是否离线？可设置代理或镜像后重试）。',
      'npm could not download: check the network, proxy or registry and try again.',
      result.output,
    );
  }
  throw new Trouble('npm 安装失败，原因见上。', 'npm failed; its reason is above.', result.output);
}
