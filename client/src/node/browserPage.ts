/** Shows a page in the person's own browser. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';

/** Milliseconds the page can be fetched: enough to start a browser, and to load the page again after a slip. */
const LIFE = 120_000;

/**
 * Hands `html` to the browser over this machine's own address, under a name nobody can guess; false when the person did not
 * want the browser. Not as a file: the browser may be on another machine than this host (SSH, WSL, containers), where the
 * editor forwards the address, or may be kept from folders such as ours (Snap, Flatpak); and no copy of the plan stays behind.
 */
export async function openInBrowser(html: string): Promise<boolean> {
  const name = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    // Behind a proxy something may stand before or after our name.
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (!pathname.endsWith(name)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
  });
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  // Neither keeps the host alive.
  server.unref();
  setTimeout(() => server.close(), LIFE).unref();
  const { port } = server.address() as AddressInfo;
  return vscode.env.openExternal(await vscode.env.asExternalUri(vscode.Uri.parse(`http://127.0.0.1:${port}${name}`)));
}
