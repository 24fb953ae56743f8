// Other language servers, to compare with: fetched from npm into a scratch folder when asked for, never a dependency.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../lib/fetch.mjs';

const PACKAGES = { rumdl: '0.2.75' };

/** @returns {Promise<Record<string, { command: string[], language: string, extension: string }>>} */
export async function findRivals(scratch) {
  const folder = join(scratch, 'rivals');
  const bin = (name) => join(folder, 'node_modules', '.bin', name);
  if (!existsSync(bin('rumdl'))) {
    console.error('从 npm 下载用于对比的语言服务器…… Fetching other language servers from npm, to compare with.');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
    await npm(['install'], folder);
  }
  return { rumdl: { command: [bin('rumdl'), 'server', '--stdio'], language: 'markdown', extension: 'md' } };
}
