// Builds dist/ with esbuild: every bundle of the extension and the command line.
//   node scripts/build.mjs [--watch] [--quiet] [--dev]
import * as esbuild from 'esbuild';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const watch = process.argv.includes('--watch');
const quiet = process.argv.includes('--quiet');
const dev = watch || process.argv.includes('--dev');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  sourcemap: dev ? 'inline' : false,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  loader: { '.tsv': 'text' },
  define: { 'process.env.NODE_ENV': '"production"', PLANDOC_VERSION: JSON.stringify(version) },
};
// tinyglobby and yaml are written for both module kinds; this line lets their ESM halves find themselves in our CommonJS.
const importMeta = {
  define: { ...common.define, 'import.meta.url': '__importMetaUrl' },
  banner: { js: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
};
const node = { ...common, ...importMeta, platform: 'node', target: 'node20', format: 'cjs' };
const web = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/**
 * The command line is cut in two: `plandoc.js` is what every `check` loads and stays small; what only some commands need
 * (`server-node.js`, `yaml-files.js`, `walk.js`, `csv.js`, `diff.js`, `sarif.js`, `sheet.js`) is loaded when it is needed.
 */
const bundles = [
  { ...node, entryPoints: ['client/src/node/extension.ts'], outfile: 'dist/client-node.js', external: ['vscode'] },
  {
    ...web,
    entryPoints: ['client/src/browser/extension.ts'],
    outfile: 'dist/client-web.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['server/src/node/server.ts'],
    outfile: 'dist/server-node.js',
    external: ['./yaml-files.js', './sheet.js'],
  },
  { ...web, entryPoints: ['server/src/browser/server.ts'], outfile: 'dist/server-web.js', format: 'iife' },
  { ...web, entryPoints: ['client/webview/main.ts'], outfile: 'dist/preview.js', format: 'iife' },
  { ...web, entryPoints: ['client/webview/style.css'], outfile: 'dist/preview.css' },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/plandoc.js',
    external: ['./server-node.js', './yaml-files.js', './walk.js', './csv.js', './sarif.js', './sheet.js', './diff.js'],
    banner: { js: '#!/usr/bin/env node\n' + importMeta.banner.js },
  },
  { ...node, entryPoints: ['server/src/workspace/yamlFiles.ts'], outfile: 'dist/yaml-files.js' },
  { ...node, entryPoints: ['server/src/cli/walk.ts'], outfile: 'dist/walk.js' },
  { ...node, entryPoints: ['server/src/cli/csv.ts'], outfile: 'dist/csv.js' },
  { ...node, entryPoints: ['server/src/cli/diff.ts'], outfile: 'dist/diff.js' },
  { ...node, entryPoints: ['server/src/cli/formats/sarif.ts'], outfile: 'dist/sarif.js' },
  { ...node, entryPoints: ['server/src/exchange/reviewSheet/index.ts'], outfile: 'dist/sheet.js' },
];

mkdirSync(resolve(root, 'dist'), { recursive: true });
const present = bundles.filter((b) => existsSync(resolve(root, b.entryPoints[0])));
if (watch) {
  for (const bundle of present) await (await esbuild.context(bundle)).watch();
  console.log('构建完成后继续监视改动。Watching for changes.');
} else {
  const started = performance.now();
  await Promise.all(present.map((bundle) => esbuild.build(bundle)));
  if (!quiet) console.log(`已构建 ${present.length} 个文件 built, ${Math.round(performance.now() - started)} ms`);
}
