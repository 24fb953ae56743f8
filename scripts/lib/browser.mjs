// A Chromium for tests: found on the machine, or fetched. Never Playwright's own download, which closed networks refuse.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { fetchPart } from './fetch.mjs';
import { isExecutable, run, which } from './processes.mjs';
import { Trouble } from './project.mjs';

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'chrome',
  'msedge',
];

function commonPaths() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      Boolean,
    );
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

/** @type {Promise<string> | undefined} */
let found;

/** The path of a Chromium, Chrome or Edge; fetches one where there is none. Looks once per process. */
export function findBrowser() {
  return (found ??= search());
}

async function search() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Trouble(
      `CHROME_PATH 指向的 ${named} 不存在或不能执行。`,
      `CHROME_PATH names ${named}, which is no program.`,
    );
  }
  const installed = installedBrowser();
  if (installed) return installed;
  if (isDebianRoot()) {
    const fromDebian = await installFromDebian();
    if (fromDebian) return fromDebian;
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackFromNpm();
  throw new Trouble(
    '没有找到浏览器，请安装 Chrome、Edge 或 Chromium，或者用 CHROME_PATH 指明。',
    'No browser was found: install Chrome, Edge or Chromium, or name one in CHROME_PATH.',
  );
}

function installedBrowser() {
  return names.map(which).find(Boolean) ?? commonPaths().find(isExecutable);
}

const isDebianRoot = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && which('apt-get') !== undefined;

async function installFromDebian() {
  console.log(
    "安装 Debian 的 chromium 与中文字体（用于测试）…… Installing Debian's chromium and Chinese fonts for the tests.",
  );
  if (!(await aptInstall(['chromium', ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk'])]))) return undefined;
  return installedBrowser();
}

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const result = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  if (result.status !== 0) console.log(result.output.trimEnd().split('\n').slice(-3).join('\n'));
  return result.status === 0;
}

async function hasChineseFont() {
  const list = await run('fc-list', [':lang=zh', 'family']);
  if (!list.missing) return list.output.trim() !== '';
  const folder = '/usr/share/fonts/opentype/noto';
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('CJK'));
}

/** For pictures: without a Chinese font every character is an empty box. Says so where it can do nothing. */
export async function needChineseFont() {
  if (process.platform !== 'linux' || (await hasChineseFont())) return;
  if (isDebianRoot() && (await aptInstall(['fonts-noto-cjk']))) return;
  console.log(
    '提示：本机没有中文字体，截图中的汉字会显示为方框（例如可安装 fonts-noto-cjk）。No Chinese font is installed.',
  );
}

async function unpackFromNpm() {
  const folder = await fetchPart('chromium', {
    why: '下载测试用的 Chromium（npm 包 @sparticuz/chromium，约 70 MB，只需一次）…… Fetching a Chromium for the tests from npm (about 70 MB, once).',
  });
  // The package unpacks into the system's temporary folder; ours is one that is kept and found again.
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unpacked;
  try {
    const entry = join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js');
    const { default: packed } = await import(pathToFileURL(entry).href);
    return await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Switches for a browser that shows our own pages only: nothing it asks for by itself can leave the machine. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

/**
 * Starts the browser, headless. Signals are left to the caller, which has more than the browser to put away.
 * @param {import('playwright-core').LaunchOptions} [options]
 */
export async function launchBrowser(options = {}) {
  return chromium.launch({
    executablePath: await findBrowser(),
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...options,
    args: [...browserArguments, ...(options.args ?? [])],
  });
}
