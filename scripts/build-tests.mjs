// Bundles the tests with esbuild into dist/test/.
//   node scripts/build-tests.mjs [unit|browser|editor]…
import * as esbuild from 'esbuild';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { main, manifest, root, testFolder } from './lib/project.mjs';

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  sourcemap: 'inline',
  logLevel: 'warning',
  loader: { '.tsv': 'text' },
};

/** Scripts know where they stand by their own address, so a test that imports one gets the file itself, not a copy. */
const scriptsStayOutside = {
  name: 'scripts-stay-outside',
  setup(build) {
    build.onResolve({ filter: /\.mjs$/ }, (args) => {
      const path = resolve(args.resolveDir, args.path);
      return path.startsWith(join(root, 'scripts')) ? { path: pathToFileURL(path).href, external: true } : undefined;
    });
  },
};

/**
 * Mocha's package says that its files are modules, so esbuild leaves this one unwrapped, and as it is no module at all it
 * would take our bundle's `exports` for its own.
 */
const wrapMocha = {
  name: 'wrap-mocha',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `var module, exports, define;\n${readFileSync(path, 'utf8')}`,
    }));
  },
};

/** Test files under `folder`, but not under the folders named in `except`. */
function testFiles(folder, except = []) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !except.some((name) => file.startsWith(join(root, folder, name) + '/')))
    .sort();
}

function nodeTests(group, files) {
  const outdir = join(testFolder, group);
  rmSync(outdir, { recursive: true, force: true });
  return esbuild.build({
    ...common,
    entryPoints: [...files, join(root, 'test/mocha/node.ts')],
    outdir,
    outbase: join(root, 'test'),
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    external: Object.keys(manifest().devDependencies),
    plugins: [scriptsStayOutside],
    // CommonJS packages inside an ESM bundle still call require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
}

const groups = {
  unit: () => nodeTests('unit', testFiles('test', ['editor', 'browser'])),
  browser: () => nodeTests('browser', testFiles('test/browser')),
  editor: () =>
    esbuild.build({
      ...common,
      entryPoints: ['test/editor/index.ts'],
      outfile: join(testFolder, 'editor.js'),
      platform: 'browser',
      target: 'es2022',
      format: 'cjs',
      external: ['vscode'],
      // An extension host has none of our environment, so what tests to run is built in.
      define: { global: 'globalThis', TEST_GREP: JSON.stringify(process.env.PLANDOC_TEST_GREP ?? '') },
      plugins: [wrapMocha],
    }),
};

/** The bundles of a group that hold tests, by the source files they come from. */
export function testBundles(group) {
  const files = group === 'browser' ? testFiles('test/browser') : testFiles('test', ['editor', 'browser']);
  return files.map((file) => join(testFolder, group, file.slice(join(root, 'test').length).replace(/\.ts$/, '.mjs')));
}

/** @param {'unit' | 'browser' | 'editor'} group */
export async function buildTests(group) {
  await groups[group]();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2);
  await main(async () => {
    for (const group of named.length > 0 ? named : Object.keys(groups)) await buildTests(group);
  });
}
