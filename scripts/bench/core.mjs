// The reading core by itself, bundled and minified like the server and the command line, to be timed in this process.
import * as esbuild from 'esbuild';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { root } from '../lib/project.mjs';

const ENTRY = `
  export { readText, editSource } from './server/src/core/syntax/source';
  export { createPlanReader, readPlan } from './server/src/core/plan/plan';
  export { listTasks } from './server/src/core/plan/tasks';
  export { outlineOf } from './server/src/core/plan/outline';
  export { findDeadlines } from './server/src/core/plan/deadlines';
`;

export async function loadCore(scratch) {
  const outfile = join(scratch, 'core.cjs');
  await esbuild.build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    loader: { '.tsv': 'text' },
    outfile,
  });
  return createRequire(import.meta.url)(outfile);
}

/** Collects garbage, so that none pays for what another left behind. */
export function createSweeper() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  return () => collect();
}

/** Milliseconds `work` takes; what it gives back is kept until the clock has stopped. */
export function clock(work) {
  const started = performance.now();
  const result = work();
  return { ms: performance.now() - started, result };
}
