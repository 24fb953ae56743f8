import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const KB = 1024;
/** What every `plandoc check` loads; start-up time grows with it. */
const MAX_CHECK = 480 * KB;
/** The package is limited to 2 MB; bundles pack to about a third of their size. */
const MAX_DIST = 5400 * KB;

/** Words that stand in a package's code whether it is minified or not. */
const SIGNATURES: Readonly<Record<string, readonly string[]>> = {
  yaml: ['YAMLParseError', 'tag:yaml.org,2002', 'BLOCK_AS_IMPLICIT_KEY'],
  zod: ['ZodError', 'ZodMini', '_zod'],
  'vscode-languageserver': ['textDocument/didOpen', 'workspace/configuration', 'Content-Length'],
  papaparse: ['BAD_DELIMITERS', 'escapeFormulae', 'delimitersToGuess'],
  ignore: ['allowRelativePaths', 'ignorecase'],
  fflate: ['extra field too long', 'filename too long'],
  diff: ['No newline at end of file'],
  htmlparser2: ['onprocessinginstruction', 'recognizeSelfClosing'],
  sarif: ['sarif-schema-2.1.0'],
};

const bundle = (name: string): string => readFileSync(join('dist', name), 'utf8');

describe('bundles', () => {
  for (const [name, words] of Object.entries(SIGNATURES)) {
    it(`what every check loads is without ${name}`, () => {
      const found = words.filter((word) => bundle('plandoc.js').includes(word));
      assert.deepEqual(found, []);
    });
  }

  it('the signatures are those of the packages as they are now', () => {
    const homes = {
      yaml: 'yaml-files.js',
      zod: 'yaml-files.js',
      'vscode-languageserver': 'server-node.js',
      papaparse: 'export.js',
      ignore: 'walk.js',
      fflate: 'sheet.js',
      diff: 'diff.js',
      htmlparser2: 'import.js',
      sarif: 'sarif.js',
    };
    for (const [name, home] of Object.entries(homes)) {
      assert.ok(
        SIGNATURES[name]!.some((word) => bundle(home).includes(word)),
        `${name} in ${home}`,
      );
    }
  });

  it('a check of one file without a register loads nothing else of ours', () => {
    const script = `
      const { Module } = require('node:module');
      const load = Module._load;
      const seen = [];
      Module._load = (name, ...rest) => (seen.push(name), load(name, ...rest));
      process.argv = [process.argv[0], 'dist/plandoc.js', 'check', '-'];
      process.on('exit', () => console.error(seen.filter((name) => name.startsWith('.')).join()));
      require('./dist/plandoc.js');`;
    const { stderr } = spawnSync(process.execPath, ['-e', script], {
      input: '一、任务\n',
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C' },
    });
    assert.equal(stderr.trim(), './dist/plandoc.js');
  });

  it('are small', () => {
    const size = statSync('dist/plandoc.js').size;
    assert.ok(size <= MAX_CHECK, `dist/plandoc.js has ${size} bytes`);
    const files = readdirSync('dist', { withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.endsWith('.map'),
    );
    const total = files.reduce((sum, { name }) => sum + statSync(join('dist', name)).size, 0);
    assert.ok(total <= MAX_DIST, `dist has ${total} bytes`);
  });
});
