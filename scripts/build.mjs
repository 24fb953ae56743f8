// Builds dist/ with esbuild: every bundle of the extension and the command line.
//   node scripts/build.mjs [--watch] [--quiet] [--dev]
import * as esbuild from 'esbuild';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, outputs } from './lib/bundles.mjs';
import { root } from './lib/project.mjs';

const watch = process.argv.includes('--watch');
const quiet = process.argv.includes('--quiet');
const dev = watch || process.argv.includes('--dev');

mkdirSync(join(root, 'dist'), { recursive: true });
// A bundle that was renamed must not get into the package under its old name.
for (const name of readdirSync(join(root, 'dist')))
  if (/\.(?:js|css)(?:\.map)?$/.test(name) && !outputs().includes(`dist/${name}`)) rmSync(join(root, 'dist', name));
const all = bundles({ dev });
if (watch) {
  for (const bundle of all) await (await esbuild.context(bundle)).watch();
  console.log('构建完成后继续监视改动。Watching for changes.');
} else {
  const started = performance.now();
  await Promise.all(all.map((bundle) => esbuild.build(bundle)));
  if (!quiet) console.log(`已构建 ${all.length} 个文件 built, ${Math.round(performance.now() - started)} ms`);
}
