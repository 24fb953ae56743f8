import ignore from 'ignore';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';

const NEVER = ['**/node_modules/**', '**/.git/**', '**/.vscode-test/**'];

/**
 * Addresses of the files below folders whose names match one of `names` (globs), sorted, at most `max`. `.gitignore` files
 * are honoured, links are not followed.
 */
export async function findPlans(
  folders: readonly string[],
  names: readonly string[],
  max: number,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const folder of folders) {
    if (!folder.startsWith('file:')) continue;
    for (const path of await plansBelow(fileURLToPath(folder), names)) found.add(pathToFileURL(path).href);
  }
  return [...found].sort().slice(0, max);
}

async function plansBelow(cwd: string, names: readonly string[]): Promise<readonly string[]> {
  const options = { cwd, ignore: NEVER, followSymbolicLinks: false, onlyFiles: true };
  const paths = await glob(
    names.map((name) => `**/${name}`),
    options,
  );
  const lists = await glob('**/.gitignore', { ...options, dot: true });
  const rules = await Promise.all(
    lists.map(async (list) => ({
      below: dirname(list) === '.' ? '' : `${dirname(list)}/`,
      own: ignore().add(await readFile(join(cwd, list), 'utf8').catch(() => '')),
    })),
  );
  const isIgnored = (path: string): boolean =>
    rules.some(({ below, own }) => path.startsWith(below) && own.ignores(path.slice(below.length)));
  return paths.filter((path) => !isIgnored(path)).map((path) => join(cwd, path));
}
