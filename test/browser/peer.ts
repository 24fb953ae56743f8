/** The page in a real browser, as its panel sees it: messages in and out, the same policy, a stand-in for the editor's API. */
import * as assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { pageHtml } from '../../client/src/preview/html';
import type { PageMessage, PageStrings, PanelMessage } from '../../client/src/preview/messages';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import type { TaskRow } from '../../server/src/protocol';
import { sampleTable } from './samples';
import { themes, type ThemeName } from './themes';

const SCREENSHOTS = 'dist/test-screenshots';
const TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript' };

export interface PeerOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: 'active' | 'none';
}

let browser: Browser | undefined;
let server: Server | undefined;

/** One browser and file server for the tests of all files. */
before(async () => {
  browser = await launchBrowser();
  server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    if (name === '') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const frame = { cspSource: "'self'", style: '/preview.css', script: '/preview.js', nonce: 'n0nce' };
      response.end(pageHtml(frame));
      return;
    }
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (!/^preview\.(css|js)$/.test(name) || type === undefined) {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
      return;
    }
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(readFileSync(join('dist', name)));
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
});

after(async () => {
  await browser?.close();
  server?.close();
});

export class Peer {
  /** Whatever went wrong on the page: errors, and what its policy refused. */
  readonly problems: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
  }

  /** Opens the page; it has said “ready” and knows its texts. */
  static async open(options: PeerOptions = {}): Promise<Peer> {
    if (!browser || !server) throw new Error('pages are opened in tests');
    const page = await browser.newPage({
      viewport: { width: options.width ?? 1000, height: options.height ?? 800 },
      locale: 'zh-CN',
      forcedColors: options.forcedColors ?? 'none',
    });
    const peer = new Peer(page);
    await page.addInitScript(fakeApi(options.theme ?? 'light'));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await peer.send({ type: 'strings', strings: chineseStrings(), file: '方案.txt', uri: 'file:///plan.txt' });
    return peer;
  }

  /** Like a reload of the window: the page is made anew, what it kept is there. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.send({ type: 'strings', strings: chineseStrings(), file: '方案.txt', uri: 'file:///plan.txt' });
  }

  /** Sends a message, also one that is not as it should be, and waits until it is painted. */
  async send(message: PanelMessage | { readonly type: string; readonly [field: string]: unknown }): Promise<void> {
    await this.page.evaluate(`new Promise((done) => {
      window.addEventListener('message', () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
      window.postMessage(${JSON.stringify(message)}, '*');
    })`);
  }

  /** Sends a message and measures the milliseconds until the frame that shows it has been made. */
  async time(message: PanelMessage): Promise<number> {
    // Laid down beforehand: in a script of megabytes the browser looks for the place of the call longer than the page works.
    await this.evaluate(`void (window.message = ${JSON.stringify(message)})`);
    return this.evaluate<number>(`new Promise((done) => {
      const began = (window.began = performance.now());
      window.addEventListener('message', () => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now() - began);
        channel.port2.postMessage(null);
      }), { once: true });
      window.postMessage(window.message, '*');
    })`);
  }

  /** What the page said since the last look. */
  sent(): Promise<PageMessage[]> {
    return this.page.evaluate<PageMessage[]>('window.sent.splice(0)');
  }

  /** The texts of all elements `selector` finds that can be seen. */
  texts(selector: string): Promise<string[]> {
    return this.page.evaluate<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((e) => e.checkVisibility()).map((e) => e.textContent.trim())`,
    );
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.page.evaluate<T>(expression);
  }

  /** Waits until `expression` is true on the page (Playwright's own way needs `eval`, which the policy forbids). */
  async until(expression: string): Promise<void> {
    await this.evaluate(`new Promise((done) => {
      const look = () => ((${expression}) ? done() : requestAnimationFrame(look));
      look();
    })`);
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Opens a page for `work`; by its end nothing may have gone wrong on it. */
export async function withPage(options: PeerOptions, work: (peer: Peer) => Promise<void>): Promise<void> {
  const peer = await Peer.open(options);
  try {
    await work(peer);
    assert.deepEqual(peer.problems, []);
  } finally {
    await peer.close();
  }
}

/** A page that shows the table of `rows` and has said nothing yet. */
export function withRows(
  rows: readonly TaskRow[],
  work: (peer: Peer) => Promise<void>,
  options: PeerOptions = {},
): Promise<void> {
  return withPage(options, async (peer) => {
    await peer.send({ type: 'table', table: { ...sampleTable(0), rows } });
    await peer.sent();
    await work(peer);
  });
}

/** A page that shows `count` tasks. */
export const withTable = (count: number, work: (peer: Peer) => Promise<void>, options?: PeerOptions): Promise<void> =>
  withRows(sampleTable(count).rows, work, options);

/** Set before the page's own script: the editor's API, theme, and a list of what the page sends. */
function fakeApi(theme: ThemeName): string {
  const { className, colors } = themes[theme];
  return `
    window.sent = [];
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.sent.push(structuredClone(message)),
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
    });
    document.addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      for (const [name, value] of Object.entries(${JSON.stringify(colors)}))
        document.documentElement.style.setProperty('--vscode-' + name, value);
      document.body.className = ${JSON.stringify(className)};
    }).observe(document, { childList: true, subtree: true });
  `;
}

/** The page's texts as the panel sends them in a Chinese editor, made from the code's English and the Chinese bundle. */
export function chineseStrings(): PageStrings {
  const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;
  const files = ['client/src/preview/strings.ts', 'client/src/preview/viewStrings.ts'];
  const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const strings: Record<string, string> = {};
  for (const [, name = '', english = '', plain] of source.matchAll(/(\w+): (?:t\(\s*'([^']*)',?\s*\)|'([^']*)')/g)) {
    strings[name] = plain ?? bundle[english] ?? english;
  }
  return strings as unknown as PageStrings;
}
