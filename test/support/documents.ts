import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's root: tests are bundled into `dist/test/…`, so the place of the source is no help. */
export const ROOT = process.cwd();

export interface Sample {
  readonly name: string;
  readonly text: string;
}

function readFolder(folder: string, pattern: RegExp): readonly Sample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** The plans in `examples/`. */
export const examples = (): readonly Sample[] => readFolder(join(ROOT, 'examples'), /\.(?:plan|txt|plan\.md|tsv)$/);

/** Real documents kept outside the project, where they are present; says so where they are not. */
export function seeds(): readonly Sample[] {
  const found = readFolder(join(ROOT, '..', 'shared', 'seeds'), /\.txt$/);
  if (found.length === 0) console.log('      ../shared/seeds is absent: tested on examples/ alone');
  return found;
}

export const corpus = (): readonly Sample[] => readFolder(join(ROOT, '..', 'shared', 'corpus'), /\.txt$/);

export const SHARED = join(ROOT, '..', 'shared');
