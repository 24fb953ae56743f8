/** Differences as text. A bundle of its own (`dist/diff.js`), loaded for `--fix-dry-run` only. */
import { createTwoFilesPatch } from 'diff';

/** A unified diff of two versions of a file, as `patch` and `git apply` take it. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const path = file.replace(/\\/g, '/').replace(/^\.\//, '');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 1 }).replace(
    /^=+\n/,
    '',
  );
}
