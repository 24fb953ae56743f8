// A picture of Plandoc in a real workbench: for the README, and for looking with one's own eyes.
//   node scripts/editor-host/screenshot.mjs --open FILE --out PNG [options]
//
//   --folder DIR            the folder to open (default: the file's)
//   --theme light|dark|hc|hc-light        --locale zh-cn|en        --width N --height N --scale N
//   --settings JSON         further user settings
//   --out NAME.webp         a third of the size of a PNG
//   --do STEP               any number of them, in this order:
//     command:ID            an editor command               goto:LINE[:COLUMN]   the caret, one-based
//     key:Control+Space     a key                           type:TEXT            at the caret, at once
//     keys:TEXT             at the caret, key by key
//     hover:TEXT            the mouse over a text           click:SELECTOR       in the workbench
//     wait:SELECTOR         until it is to be seen          table:SELECTOR       click in the task table
//     table-wait:SELECTOR   until it is in the task table   shot:PNG             one more picture
//   --command ID            the same as --do command:ID
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser, needChineseFont } from '../lib/browser.mjs';
import { main, root, Trouble } from '../lib/project.mjs';
import { makeTempFolder, startServer } from './server.mjs';
import { workbenchUrl } from './workbench.mjs';

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  hc: 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

const flags = {
  open: { type: 'string' },
  out: { type: 'string' },
  folder: { type: 'string' },
  theme: { type: 'string', default: 'light' },
  locale: { type: 'string', default: 'zh-cn' },
  width: { type: 'string', default: '1440' },
  height: { type: 'string', default: '900' },
  scale: { type: 'string', default: '1' },
  settings: { type: 'string', default: '{}' },
  do: { type: 'string', multiple: true, default: [] },
  command: { type: 'string', multiple: true, default: [] },
};

function readOptions() {
  const { values } = parseArgs({ options: flags });
  if (!values.open || !values.out || !(values.theme in themes)) {
    throw new Trouble('用法见本文件开头。', 'Usage: see the top of scripts/editor-host/screenshot.mjs.');
  }
  const steps = [...values.do, ...values.command.map((id) => `command:${id}`)].map((text) => {
    const colon = text.indexOf(':');
    return { kind: text.slice(0, colon), value: text.slice(colon + 1) };
  });
  const wrong = steps.find((step) => !(step.kind in actions));
  if (wrong) throw new Trouble(`没有这种步骤：${wrong.kind}`, `There is no step ${wrong.kind}.`);
  const open = resolve(values.open);
  if (!existsSync(open)) throw new Trouble(`没有这个文件：${open}`, `There is no file ${open}`);
  return { ...values, open, out: resolve(values.out), folder: resolve(values.folder ?? dirname(open)), steps };
}

/** Commands are run by keys of our own, because the palette knows them only by titles that depend on the language. */
const keyOfStep = (index) => ({
  code: `ctrl+alt+shift+f${(index % 12) + 1}`,
  press: `Control+Alt+Shift+F${(index % 12) + 1}`,
});

function writeKeybindings(userData, steps) {
  const bindings = steps.flatMap((step, index) =>
    step.kind === 'command' ? [{ key: keyOfStep(index).code, command: step.value }] : [],
  );
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'keybindings.json'), JSON.stringify(bindings));
}

/** A quiet frame around what the picture is about. */
const calmSettings = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.scrollbar.verticalScrollbarSize': 10,
  'files.autoSave': 'off',
  'explorer.autoReveal': true,
};

const tableIn = (page) => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');

/** @type {Record<string, (page: import('playwright-core').Page, value: string, index: number) => Promise<unknown>>} */
const actions = {
  command: (page, _value, index) => page.keyboard.press(keyOfStep(index).press),
  key: (page, value) => page.keyboard.press(value),
  type: (page, value) => page.keyboard.insertText(value),
  keys: (page, value) => page.keyboard.type(value, { delay: 60 }),
  goto: async (page, value) => {
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input').fill(`:${value.replace(':', ',')}`);
    await page.keyboard.press('Enter');
  },
  hover: async (page, value) => {
    const box = await boxOfText(page, value);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.locator('.monaco-hover:visible').first().waitFor();
  },
  click: (page, value) => page.locator(value).first().click(),
  wait: (page, value) => page.locator(value).first().waitFor(),
  table: (page, value) => tableIn(page).locator(value).first().click(),
  'table-wait': (page, value) => tableIn(page).locator(value).first().waitFor(),
  shot: async (page, value) => {
    await settle(page);
    await page.screenshot({ path: resolve(value) });
  },
};

/** Where a text stands in the editor; a line is cut into spans by colours, hence the range over characters. */
async function boxOfText(page, text) {
  const box = await page.evaluate(
    (wanted) => {
      for (const line of document.querySelectorAll('.view-line')) {
        const nodes = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
        const at = nodes
          .map((node) => node.data)
          .join('')
          .indexOf(wanted);
        if (at < 0) continue;
        const place = (offset) => {
          let left = offset;
          for (const node of nodes) {
            if (left < node.data.length) return [node, left];
            left -= node.data.length;
          }
          return [nodes.at(-1), nodes.at(-1).data.length];
        };
        const range = document.createRange();
        range.setStart(...place(at));
        range.setEnd(...place(at + wanted.length));
        const { x, y, width, height } = range.getClientRects()[0];
        return { x, y, width, height };
      }
      return undefined;
    },
    text.replaceAll(' ', '\u00a0'),
  );
  if (!box) throw new Trouble(`屏幕上没有“${text}”`, `“${text}” is not on the screen.`);
  return box;
}

/** Waits until nothing in the workbench has changed for a second, at most twenty. */
async function settle(page) {
  await page.evaluate(
    () =>
      new Promise((done) => {
        let quiet = setTimeout(finish, 1000);
        const last = setTimeout(finish, 20_000);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(finish, 1000);
        });
        function finish() {
          observer.disconnect();
          clearTimeout(quiet);
          clearTimeout(last);
          done();
        }
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
}

async function takePicture(options, temp, open) {
  const userData = join(temp, 'user');
  writeKeybindings(userData, options.steps);
  await needChineseFont();
  const server = await startServer({
    temp,
    userData,
    testDriver: true,
    locale: options.locale,
    settings: { ...calmSettings, 'workbench.colorTheme': themes[options.theme], ...JSON.parse(options.settings) },
  });
  open.push(server.close);
  const browser = await launchBrowser();
  open.push(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: Number(options.width), height: Number(options.height) },
    deviceScaleFactor: Number(options.scale),
    locale: options.locale === 'zh-cn' ? 'zh-CN' : 'en-US',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  if (process.env.EDITOR_HOST_LOG) page.on('console', (message) => console.error(message.text()));
  // Under a name of its own: the workbench takes every theme below an extension under development for that extension's,
  // and its own themes are below ours, in .vscode-test.
  const extension = join(temp, 'plandoc');
  symlinkSync(root, extension, 'junction');
  const url = workbenchUrl({ port: server.port, folder: options.folder, open: options.open, extensions: [extension] });
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  await settle(page);
  for (const [index, step] of options.steps.entries()) {
    await actions[step.kind](page, step.value, index);
    await settle(page);
  }
  mkdirSync(dirname(options.out), { recursive: true });
  const png = await page.screenshot();
  writeFileSync(options.out, options.out.endsWith('.webp') ? await toWebp(context, png) : png);
  console.log(options.out);
}

/** The same picture as WebP; the browser is the encoder at hand. */
async function toWebp(context, png) {
  const page = await context.newPage();
  const url = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/webp', 0.4);
  }, png.toString('base64'));
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

await main(async () => {
  const options = readOptions();
  const temp = makeTempFolder();
  const open = [];
  const stop = new Promise((done) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, () => done(130))));
  try {
    const work = takePicture(options, temp, open).then(() => 0);
    work.catch(() => {});
    return await Promise.race([work, stop]);
  } finally {
    await Promise.allSettled(open.map((close) => close()));
    rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  }
});
process.exit();
