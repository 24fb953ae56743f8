// What the build makes: every bundle of the extension and the command line, as esbuild takes them.
import { manifest, root } from './project.mjs';

/**
 * @param {{ dev?: boolean }} [options] `dev`: with source maps, not minified
 * @returns {import('esbuild').BuildOptions[]}
 */
export function bundles({ dev = false } = {}) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    loader: { '.tsv': 'text' },
    define: { 'process.env.NODE_ENV': '"production"', PLANDOC_VERSION: JSON.stringify(manifest().version) },
  };
  // tinyglobby and yaml are written for both module kinds; this line lets their ESM halves find themselves in our CommonJS.
  const importMeta = {
    define: { ...common.define, 'import.meta.url': '__importMetaUrl' },
    banner: { js: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  };
  const node = { ...common, ...importMeta, platform: 'node', target: 'node20', format: 'cjs' };
  const web = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

  /**
   * A part of the server that is loaded when it is needed. One file for both hosts: a module for `require`, a script that
   * names itself for a worker (`server/src/browser/parts.ts`). In a worker there is no `module`, in Node no global is left.
   */
  const part = (entry, outfile) => ({
    ...web,
    target: ['node20', 'es2022'],
    entryPoints: [entry],
    outfile,
    format: 'iife',
    globalName: 'plandocPart',
    footer: { js: 'if(typeof module==="object")module.exports=plandocPart;' },
  });

  /**
   * The command line is cut in two: `plandoc.js` is what every `check` loads and stays small; what only some commands need
   * (`server-node.js`, `yaml-files.js`, `walk.js`, `diff.js`, `sarif.js`, `sheet.js`, `export.js`, `import.js`) is loaded when it is needed.
   */
  return [
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
      external: ['./yaml-files.js', './sheet.js', './export.js', './import.js', './find-plans.js'],
    },
    { ...web, entryPoints: ['server/src/browser/server.ts'], outfile: 'dist/server-web.js', format: 'iife' },
    { ...web, entryPoints: ['client/webview/main.ts'], outfile: 'dist/preview.js', format: 'iife' },
    { ...web, entryPoints: ['client/webview/style.css'], outfile: 'dist/preview.css' },
    {
      ...node,
      entryPoints: ['server/src/cli/main.ts'],
      outfile: 'dist/plandoc.js',
      external: [
        './server-node.js',
        './yaml-files.js',
        './walk.js',
        './export.js',
        './sarif.js',
        './sheet.js',
        './import.js',
        './diff.js',
      ],
      banner: { js: '#!/usr/bin/env node\n' + importMeta.banner.js },
    },
    { ...node, entryPoints: ['server/src/node/findPlans.ts'], outfile: 'dist/find-plans.js' },
    { ...node, entryPoints: ['server/src/cli/walk.ts'], outfile: 'dist/walk.js' },
    { ...node, entryPoints: ['server/src/cli/diff.ts'], outfile: 'dist/diff.js' },
    { ...node, entryPoints: ['server/src/cli/formats/sarif.ts'], outfile: 'dist/sarif.js' },
    part('server/src/workspace/yamlFiles.ts', 'dist/yaml-files.js'),
    part('server/src/exchange/reviewSheet/index.ts', 'dist/sheet.js'),
    part('server/src/exchange/export/index.ts', 'dist/export.js'),
    part('server/src/exchange/import/index.ts', 'dist/import.js'),
  ];
}

/** The files the build makes, as paths from the root. */
export const outputs = () => bundles().map(({ outfile }) => outfile);

const forCommandLineOnly = ['plandoc', 'walk', 'diff', 'sarif'].map((name) => `dist/${name}.js`);

/** Those of them that an editor runs: all that the package needs. */
export const outputsForEditor = () => outputs().filter((file) => !forCommandLineOnly.includes(file));
