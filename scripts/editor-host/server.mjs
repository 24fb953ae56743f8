// Starts VS Code's server on a free port of this machine, with settings, folders and sockets of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endGroup, run } from '../lib/processes.mjs';
import { Trouble } from '../lib/project.mjs';
import { registerLanguage } from './language.mjs';
import { workbenchParts } from './parts.mjs';

const prefix = 'plandoc-host-';
const watchdog = join(dirname(fileURLToPath(import.meta.url)), 'watchdog.cjs');

/** Settings that keep a fresh editor quiet: no chat pane, no welcome page, nothing looked up. */
export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
};

/**
 * A temporary folder with a short path (sockets have a limit), named after our process so that a later start can remove
 * what a killed one left.
 */
export function makeTempFolder() {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (pid > 0 && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * @typedef {object} ServerOptions
 * @property {string} temp a folder for everything the server writes
 * @property {string} [userData] default: a folder in `temp`
 * @property {string} [extensions] default: a folder in `temp`
 * @property {Record<string, unknown>} [settings] added to the quiet ones
 * @property {string} [token] a connection token; without one every program of this machine may connect
 * @property {boolean} [testDriver] let the page name an extension under development and tests
 * @property {string} [locale] display language of extensions; default: English
 * @property {string} [vsix] an extension to install first
 * @property {number} [port] default: any free one
 */

/**
 * @param {ServerOptions} options
 * @returns {Promise<{ port: number, output: () => string, ended: Promise<number>, close: () => Promise<void> }>}
 *   `ended` resolves with the exit status when the server stops by itself
 */
export async function startServer(options) {
  const { vscode, node } = await workbenchParts();
  const folders = prepareFolders(options);
  if (options.vsix) await installExtension({ vscode, node }, folders, options.vsix);

  const child = spawn(node, ['--require', watchdog, 'out/server-main.js', ...serverArguments(options, folders)], {
    cwd: vscode,
    env: serverEnvironment(folders),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin.on('error', () => {});
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
  const close = () => endGroup(child);
  const port = await readyPort(child, () => output).catch(async (error) => {
    await close();
    throw error;
  });
  return { port, output: () => output, ended, close };
}

function prepareFolders(options) {
  const folders = {
    server: join(options.temp, 'server'),
    userData: options.userData ?? join(options.temp, 'user'),
    extensions: options.extensions ?? join(options.temp, 'extensions'),
    runtime: join(options.temp, 'run'),
  };
  for (const folder of [folders.server, folders.extensions, join(folders.userData, 'User')]) {
    mkdirSync(folder, { recursive: true });
  }
  if (options.locale) registerLanguage(folders.userData, options.locale);
  mkdirSync(folders.runtime, { recursive: true, mode: 0o700 });
  const file = join(folders.userData, 'User', 'settings.json');
  writeFileSync(file, JSON.stringify({ ...quietSettings, ...readJson(file), ...options.settings }, undefined, 2));
  return folders;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

const folderArguments = (folders) => [
  ...['--server-data-dir', folders.server, '--user-data-dir', folders.userData],
  ...['--extensions-dir', folders.extensions, '--accept-server-license-terms'],
];

function serverArguments(options, folders) {
  return [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), ...folderArguments(folders)],
    ...(options.token ? ['--connection-token', options.token] : ['--without-connection-token']),
    ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-update-check', '--disable-experiments'],
    ...['--disable-workspace-trust', '--disable-getting-started-override', '--reconnection-grace-time', '10'],
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(options.locale ? ['--locale', options.locale] : []),
  ];
}

/** Ours, without what another VS Code around us has set; VSCODE_TEST_* belong to test runners and stay. */
function serverEnvironment(folders) {
  const foreign = /^(ELECTRON_|VSCODE_(?!TEST_))/;
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  // The gallery variable is code-server's: an empty one stops look-ups in an extension gallery.
  return { ...own, EXTENSIONS_GALLERY: '{}', EDITOR_HOST_WATCH: '1', XDG_RUNTIME_DIR: folders.runtime };
}

function readyPort(child, output) {
  return new Promise((done, fail) => {
    const refuse = (chinese, english) => fail(new Trouble(chinese, english, output()));
    const timer = setTimeout(
      () => refuse('编辑器服务一分钟内没有启动。', "VS Code's server did not start within a minute."),
      60_000,
    );
    const look = () => {
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (port) done(Number(port));
      // The server lives on without a port.
      else if (output().includes('EADDRINUSE')) {
        fail(new Trouble('端口已被占用，请换一个（--port N）。', 'The port is in use: choose another with --port N.'));
      } else return;
      clearTimeout(timer);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('error', fail);
    child.once('exit', () => {
      clearTimeout(timer);
      refuse('编辑器服务启动失败，原因见上。', "VS Code's server did not start; its reason is above.");
    });
  });
}

async function installExtension(parts, folders, vsix) {
  const args = ['out/server-main.js', '--install-extension', vsix, ...folderArguments(folders)];
  const result = await run(parts.node, args, { cwd: parts.vscode, env: serverEnvironment(folders) });
  if (result.status !== 0) {
    throw new Trouble(
      '安装扩展失败，原因见上。',
      'The extension could not be installed; the reason is above.',
      result.output,
    );
  }
}

/** Runs one of the server's own commands (--list-extensions, --version …) and prints what it prints. */
export async function serverCommand(args) {
  const { vscode, node } = await workbenchParts();
  return withFolders(async (folders) => {
    const env = serverEnvironment(folders);
    return (await run(node, ['out/server-main.js', ...args], { cwd: vscode, env, show: true })).status;
  });
}

/** Throws unless the editor takes the package. */
export async function tryInstall(vsix) {
  const parts = await workbenchParts();
  await withFolders((folders) => installExtension(parts, folders, vsix));
}

async function withFolders(work) {
  const temp = makeTempFolder();
  try {
    return await work(prepareFolders({ temp }));
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}
