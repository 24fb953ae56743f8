// What to compare with: fetched from npm into a scratch folder when asked for, never a dependency.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from '../lib/fetch.mjs';

const SERVERS = { rumdl: '0.2.75' };
const PARSERS = { '@lezer/common': '1.5.5', '@lezer/markdown': '1.8.1', 'chrono-node': '2.10.3', micromark: '4.0.3' };

const WRITERS = { docx: '9.15.2', exceljs: '4.4.0' };

/** Installs packages into a folder once. */
async function fetchPackages(folder, dependencies) {
  if (Object.keys(dependencies).every((name) => existsSync(join(folder, 'node_modules', name)))) return;
  const names = Object.keys(dependencies).join(', ');
  console.error(`从 npm 下载用于对比的程序：${names}。Fetching ${names} from npm, to compare with.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await npm(['install'], folder);
}

/** @returns {Promise<Record<string, { command: string[], language: string, extension: string }>>} */
export async function findRivals(scratch) {
  const folder = join(scratch, 'rivals');
  await fetchPackages(folder, SERVERS);
  const command = [join(folder, 'node_modules', '.bin', 'rumdl'), 'server', '--stdio'];
  return { rumdl: { command, language: 'markdown', extension: 'md' } };
}

/** Libraries that read Markdown or dates, to be run in this process. */
export async function findParsers(scratch) {
  const folder = join(scratch, 'parsers');
  await fetchPackages(folder, PARSERS);
  const { resolve } = createRequire(join(folder, 'package.json'));
  const load = (path) => import(pathToFileURL(path).href);
  return {
    // The same copy of the tree library that the parser itself loads.
    common: await load(resolve('@lezer/common')),
    lezer: await load(resolve('@lezer/markdown')),
    chrono: await load(resolve('chrono-node')),
    micromark: await load(join(folder, 'node_modules', 'micromark', 'index.js')),
  };
}

/** The folder of libraries that write Word documents and workbooks, to be run in processes of their own. */
export async function findWriters(scratch) {
  const folder = join(scratch, 'writers');
  await fetchPackages(folder, WRITERS);
  return folder;
}
