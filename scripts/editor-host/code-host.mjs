#!/usr/bin/env node
// Stands in for VS Code's executable where VS Code cannot be downloaded or shown: takes the arguments that
// @vscode/test-electron gives, runs the tests in the extension host of VS Code's server (npm) with its workbench in a
// headless browser, and exits with the tests' status.
//
//   EDITOR_HOST_TIMEOUT=ms   gives up after that long (300000), status 124
//   EDITOR_HOST_ARTIFACTS=D  on failure: a screenshot, the server's output and the workbench's logs in folder D
//   EDITOR_HOST_LOG=all      prints the workbench's own log too
import { fstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from '../lib/browser.mjs';
import { explain, Trouble } from '../lib/project.mjs';
import { makeTempFolder, serverCommand, startServer } from './server.mjs';
import { workbenchUrl } from './workbench.mjs';

const timeoutStatus = 124;
const crashStatus = 70;
const signalStatus = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Reads the switches we know and ignores the rest, as VS Code does. */
function readArguments(args) {
  const found = { extensions: [], kind: '', tests: '', folder: '', userData: undefined, extensionsDir: undefined };
  for (const arg of args) {
    const [, name, value] = /^--([\w-]+)=(.*)$/s.exec(arg) ?? [];
    if (name === 'extensionDevelopmentPath') found.extensions.push(resolve(value));
    else if (name === 'extensionDevelopmentKind') found.kind = value;
    else if (name === 'extensionTestsPath') found.tests = resolve(value);
    else if (name === 'user-data-dir') found.userData = resolve(value);
    else if (name === 'extensions-dir') found.extensionsDir = resolve(value);
    else if (!arg.startsWith('-') && found.folder === '') found.folder = resolve(arg);
  }
  // require() finds the ending by itself; an address has to be exact.
  if (found.tests && !/\.c?js$/.test(found.tests)) found.tests += '.js';
  return found;
}

/**
 * Prints the lines of our reporter (they begin with a bar). The workbench sends its own log over the same wire, hundreds
 * of lines of it, and what the extension prints stands among them.
 */
function printer() {
  const all = process.env.EDITOR_HOST_LOG === 'all';
  return (type, text) => {
    if (all) console.log(`[${type}] ${text}`);
    else if (text.startsWith('│')) console.log(text);
    else if (type === 'error' && !missingParts.test(text)) errors.push(text);
  };
}

/** Native parts of the server that we do without, and requests it gives up when it ends: it says so in every run. */
const missingParts = /^Canceled|Could not locate the bindings file|native-watchdog|serviceWorker\.js/;

/** What else went wrong in the workbench: worth reading only when the run fails before a test could tell. */
const errors = [];

function printErrors() {
  for (const text of errors.slice(-3)) console.error(text.split('\n').slice(0, 8).join('\n'));
}

/** Runs the tests in an open page; resolves with what the workbench says is their status. */
async function runInPage(page, url) {
  const print = printer();
  let exit;
  const exited = new Promise((done) => (exit = done));
  await page.exposeFunction('codeAutomationLog', (type, args) => print(type, format(...args)));
  await page.exposeFunction('codeAutomationExit', (code, logs) => exit({ code, logs: logs ?? [] }));
  page.on('crash', () => exit({ code: 1, logs: [] }));
  page.on('close', () => exit({ code: 1, logs: [] }));
  await page.goto(url, { waitUntil: 'commit' });
  return exited;
}

/**
 * The workbench reports 0 when the extension host dies in the middle of a test; only the server's output tells.
 * The line may arrive a little after the report.
 */
async function trueStatus(code, server) {
  await new Promise((done) => setTimeout(done, 150));
  const died = /Extension Host Process exited with code: (?!0,)(\S+), signal: /.exec(server.output());
  if (!died) return code;
  console.error(`扩展宿主异常退出 The extension host died: ${died[1]}`);
  return crashStatus;
}

async function keepArtifacts(page, server, logs) {
  const folder = process.env.EDITOR_HOST_ARTIFACTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page?.screenshot({ path: join(folder, 'workbench.png') }).catch(() => {});
  writeFileSync(join(folder, 'server.log'), server?.output() ?? '');
  for (const log of logs) {
    const file = join(folder, 'logs', dirname(log.relativePath), basename(log.relativePath));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, log.contents);
  }
  console.error(`现场保存在 Left for you to look at: ${folder}`);
}

/** Resolves with a status when somebody or something wants us to stop early. */
function interruption() {
  return new Promise((done) => {
    for (const signal of Object.keys(signalStatus)) process.on(signal, () => done(signalStatus[signal]));
    const milliseconds = Number(process.env.EDITOR_HOST_TIMEOUT ?? 300_000);
    setTimeout(() => {
      console.error(`超过 ${milliseconds} 毫秒未完成 The tests did not end in time.`);
      done(timeoutStatus);
    }, milliseconds).unref();
    // A closed pipe means that our starter is gone; with a terminal or /dev/null the end of input means nothing.
    const input = fstatSync(0);
    if (input.isFIFO() || input.isSocket()) {
      process.stdin.on('end', () => done(signalStatus.SIGTERM)).on('error', () => {});
      process.stdin.resume();
    }
  });
}

async function runTests(options) {
  const temp = makeTempFolder();
  const stop = interruption();
  const open = [];
  try {
    const work = drive(options, temp, open);
    work.catch(() => {});
    return await Promise.race([work, stop]);
  } finally {
    await Promise.allSettled(open.map((close) => close()));
    rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function drive(options, temp, open) {
  const extensionId = options.kind === 'web' ? webExtensionId(options.extensions[0]) : undefined;
  const [server, browser] = await Promise.all([
    startServer({
      temp,
      testDriver: true,
      userData: options.userData,
      extensions: options.extensionsDir,
      // The switch for the extension's kind has no effect on a remote workbench; this setting has.
      settings: { 'remote.extensionKind': extensionId ? { [extensionId]: ['web'] } : {} },
    }).then((started) => (open.push(started.close), started)),
    launchBrowser().then((started) => (open.push(() => started.close()), started)),
  ]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const url = workbenchUrl({ port: server.port, ...options });
  const serverEnded = server.ended.then(() => ({ code: 1, logs: [] }));
  const { code, logs } = await Promise.race([runInPage(page, url), serverEnded]);
  const status = await trueStatus(code, server);
  if (status !== 0) {
    printErrors();
    await keepArtifacts(page, server, logs);
  }
  return status;
}

function webExtensionId(folder) {
  const { publisher, name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${publisher}.${name}`;
}

const args = process.argv.slice(2);
const passedOn = /^--(install-extension|uninstall-extension|list-extensions|version|help)\b/;
try {
  if (args.some((arg) => passedOn.test(arg))) process.exit(await serverCommand(args));
  const options = readArguments(args);
  if (!options.tests) {
    throw new Trouble('没有指定测试（--extensionTestsPath）。', 'No tests were named (--extensionTestsPath).');
  }
  process.exit(await runTests(options));
} catch (error) {
  explain(error);
  process.exit(1);
}
