import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from '../core/text/locale';
import { SAYS, UsageError, type Terminal } from './terms';

/** The lazily loaded walker of folders (`cli/walk.ts`, a bundle of its own). */
interface WalkModule {
  readonly walk: (folder: string) => readonly string[];
}

/** Files as given, folders walked; order as given, each folder's files sorted. A file named twice counts once. */
export function expand(
  paths: readonly string[],
  terminal: Terminal,
  fail: (error: unknown) => void,
): readonly string[] {
  const files: string[] = [];
  let missing = false;
  for (const path of paths.length > 0 ? paths : ['.']) {
    let folder = false;
    try {
      folder = path !== '-' && statSync(resolve(terminal.cwd, path)).isDirectory();
    } catch {
      missing = true;
      fail(new UsageError(SAYS.noFile, { file: path }));
      continue;
    }
    if (!folder) {
      files.push(path);
      continue;
    }
    // Loaded only when a folder is given.
    const { walk } = require('./walk.js') as WalkModule;
    const found = walk(resolve(terminal.cwd, path));
    const prefix = path === '.' ? '' : `${path.replace(/[\\/]+$/, '')}/`;
    files.push(...found.map((file) => `${prefix}${file}`));
  }
  if (files.length === 0 && !missing) terminal.note(say(SAYS.nothingFound, terminal.locale));
  const seen = new Set<string>();
  return files.filter((file) => {
    const path = resolve(terminal.cwd, file);
    return !seen.has(path) && seen.add(path);
  });
}
