// Opens an editor with Plandoc on examples/ (or another folder): VS Code where `code` is on the PATH, else VS Code's
// workbench from npm in a browser page.
//   npm start                          npm start -- FOLDER
//   npm start -- --no-open             print the address, open no browser
//   npm start -- --print-url           nothing but the address on standard output
//   npm start -- --port 8000           default: any free port
//   npm start -- --locale en           language of Plandoc in the browser page (default: zh-cn)
//   npm start -- --workbench           the browser page even where `code` is there
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { workbenchParts } from './editor-host/parts.mjs';
import { makeTempFolder, startServer } from './editor-host/server.mjs';
import { workbenchUrl } from './editor-host/workbench.mjs';
import { runNode, which } from './lib/processes.mjs';
import { main, root, Trouble } from './lib/project.mjs';
import { makePackage } from './package.mjs';

const flags = {
  'no-open': { type: 'boolean', default: false },
  'print-url': { type: 'boolean', default: false },
  port: { type: 'string' },
  locale: { type: 'string', default: 'zh-cn' },
  workbench: { type: 'boolean', default: false },
};

function readOptions() {
  try {
    const { values, positionals } = parseArgs({ options: flags, allowPositionals: true });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
      throw new Error(`--port ${values.port}`);
    return { ...values, port, folder: resolve(positionals[0] ?? join(root, 'examples')) };
  } catch (error) {
    throw new Trouble(
      `用法：npm start -- [文件夹] [--no-open] [--print-url] [--port N] [--locale zh-cn|en] [--workbench]`,
      `Wrong usage: ${error.message}`,
    );
  }
}

async function needBuild() {
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
    throw new Trouble('依赖尚未安装，请先运行 npm ci。', 'The dependencies are not installed: run npm ci first.');
  }
  if (existsSync(join(root, 'dist', 'server-node.js'))) return;
  const built = await runNode([join(root, 'scripts', 'build.mjs')], { cwd: root });
  if (built.status !== 0)
    throw new Trouble('构建失败，原因见上。', 'The build failed; its reason is above.', built.output);
}

/** VS Code itself, with the extension under development; it goes on by itself when we have ended. */
async function openInCode(code, folder) {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  const shell = process.platform === 'win32';
  const quote = (text) => (shell ? `"${text}"` : text);
  const child = spawn(quote(code), args.map(quote), { stdio: 'inherit', shell });
  const status = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (exitCode) => done(exitCode ?? 1));
  });
  if (status !== 0) throw new Trouble('VS Code 启动失败，原因见上。', 'VS Code did not start; its reason is above.');
  console.log(`已在 VS Code 中打开 Opened in VS Code: ${folder}`);
  return 0;
}

/** A plan to show at once, so that the first thing to be seen is not an empty window. */
function firstPlan(folder) {
  const plans = readdirSync(folder).filter((name) =>
    /\.plan(\.|$)|(实施方案|实施意见|任务清单|行动计划).*\.(txt|md|tsv)$/.test(name),
  );
  const first = plans.sort((a, b) => a.localeCompare(b, 'zh-CN'))[0];
  return first === undefined ? undefined : join(folder, first);
}

/** Asks the desktop for its browser. That there is none is no failure: the address is on the screen. */
function openBrowser(url) {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const opener = which('wslview') ?? which('xdg-open');
  if (opener === undefined) return;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

const stopped = () =>
  new Promise((done) => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.on(signal, done)));

async function openWorkbench(options) {
  const say = options['print-url'] ? console.error : console.log;
  // From here on somebody may press Ctrl+C at any moment, and nothing may be left then.
  const stop = stopped().then(() => 0);
  const temp = makeTempFolder();
  let server;
  try {
    const starting = prepareServer(options, temp, say);
    starting.catch(() => {});
    server = await Promise.race([starting, stop]);
    if (server === 0) return 0;
    const url = workbenchUrl({
      port: server.port,
      folder: options.folder,
      open: firstPlan(options.folder),
      token: server.token,
    });
    say(
      '\n编辑器已就绪，请在浏览器中打开下面的地址；按 Ctrl+C 结束。\nThe editor is ready: open this address in a browser; Ctrl+C ends it.\n',
    );
    console.log(url);
    if (!options['no-open'] && !options['print-url']) openBrowser(url);
    const crashed = server.ended.then(() => {
      throw new Trouble(
        '编辑器服务意外结束，原因见上。',
        "VS Code's server ended; its reason is above.",
        server.output(),
      );
    });
    return await Promise.race([stop, crashed]);
  } finally {
    if (server) await server.close();
    rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function prepareServer(options, temp, say) {
  say(
    '没有找到 VS Code 的 code 命令，改在浏览器页面中打开编辑器。\nNo `code` on the PATH: opening the editor in a browser page.',
  );
  await workbenchParts();
  const token = randomBytes(16).toString('hex');
  const server = await startServer({
    temp,
    token,
    vsix: await makePackage(),
    locale: options.locale,
    port: options.port,
    // In a browser VS Code saves by itself, on a desktop it does not; nothing here should change files unasked.
    settings: { 'files.autoSave': 'off' },
  });
  return { ...server, token };
}

await main(async () => {
  const options = readOptions();
  if (!existsSync(options.folder) || !statSync(options.folder).isDirectory()) {
    throw new Trouble(`没有这个文件夹：${options.folder}`, `There is no folder ${options.folder}`);
  }
  await needBuild();
  const code = options.workbench || options['print-url'] ? undefined : which('code');
  return code ? openInCode(code, options.folder) : openWorkbench(options);
});
// Something of ours may still be under way when Ctrl+C came early, such as a download.
process.exit();
