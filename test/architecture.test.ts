/** What must never be there (docs/architecture.md, “Absences”): who imports whom, and what core does without. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const core = (name: string): string => `server/src/core/${name}`;

/** Floors of core, and for each folder what else it may import. Its own folder is always allowed. */
const FLOORS: readonly { readonly folder: string; readonly may: readonly string[]; readonly libraries?: RegExp }[] = [
  { folder: core('text'), may: [] },
  { folder: core('syntax'), may: [core('text')] },
  { folder: core('units'), may: [core('text')], libraries: /^fastest-levenshtein$/ },
  { folder: core('lexicon'), may: [core('text')] },
  { folder: core('plan'), may: [core('text'), core('syntax'), core('units'), 'server/src/protocol'] },
  {
    folder: core('rules'),
    may: [core('text'), core('syntax'), core('units'), core('lexicon'), core('plan'), 'server/src/protocol'],
  },
  {
    folder: core('features'),
    // A hover names the rule it explains; only the shape of a rule is known here.
    may: ['text', 'syntax', 'units', 'lexicon', 'plan', 'rules/rule'].map(core).concat('server/src/protocol'),
  },
  {
    folder: core('format'),
    may: [core('text'), core('syntax'), core('units'), core('plan'), core('rules')],
    libraries: /^get-east-asian-width$/,
  },
  {
    folder: 'server/src/workspace',
    may: ['server/src/core', 'server/src/protocol'],
    libraries: /^(?:yaml|zod\/mini)$/,
  },
  {
    folder: 'server/src/exchange',
    may: ['server/src/core', 'server/src/protocol'],
    libraries: /^(?:fflate|get-east-asian-width|htmlparser2|hucre(?:\/xlsx)?|ical-generator|papaparse)$/,
  },
  {
    folder: 'server/src/lsp',
    may: ['server/src/core', 'server/src/workspace', 'server/src/exchange', 'server/src/protocol'],
    libraries: /^vscode-languageserver(?:-textdocument)?$/,
  },
  {
    folder: 'server/src/cli',
    may: ['server/src/core', 'server/src/exchange', 'server/src/protocol'],
    libraries: /^(?:node:.*|ignore|tinyglobby|diff|sarif)$/,
  },
  {
    folder: 'server/src/node',
    may: ['server/src/lsp', 'server/src/workspace', 'server/src/exchange', 'server/src/protocol'],
    libraries: /^(?:node:.*|vscode-languageserver\/node|ignore|tinyglobby)$/,
  },
  {
    folder: 'server/src/browser',
    may: ['server/src/lsp', 'server/src/protocol'],
    libraries: /^vscode-languageserver\/browser$/,
  },
  {
    folder: 'client/src',
    may: ['server/src/protocol'],
    libraries: /^(?:node:.*|vscode|vscode-languageclient(?:\/.*)?)$/,
  },
  { folder: 'client/webview', may: ['client/src/preview/messages'] },
];

/** Bundles of their own, loaded by name when they are needed. */
const LAZY_BUNDLES = /^\.\/(?:server-node|yaml-files|find-plans|walk|diff|sarif|sheet|export|import)\.js$/;

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;

interface Import {
  readonly file: string;
  /** The file it names, without ending, from the root; or the library. */
  readonly target: string;
  readonly isLibrary: boolean;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

function importsOf(file: string): readonly Import[] {
  const found: Import[] = [];
  for (const match of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const name = match[1] ?? match[2]!;
    if (LAZY_BUNDLES.test(name)) continue;
    const isLibrary = !name.startsWith('.');
    found.push({ file, target: isLibrary ? name : posix.join(dirname(file), name), isLibrary });
  }
  return found;
}

const isIn = (target: string, folder: string): boolean => target === folder || target.startsWith(`${folder}/`);
const tell = ({ file, target }: Import): string => `${file} → ${target}`;

describe('架构 architecture', () => {
  it('imports only point down', () => {
    const wrong = FLOORS.flatMap(({ folder, may, libraries }) =>
      filesIn(folder)
        .flatMap(importsOf)
        .filter(({ target, isLibrary }) =>
          isLibrary ? !libraries?.test(target) : ![folder, ...may].some((allowed) => isIn(target, allowed)),
        )
        .map(tell),
    );
    assert.deepEqual(wrong, []);
  });

  it('every source folder has its floor', () => {
    const known = FLOORS.map(({ folder }) => folder);
    const loose = [...filesIn('server/src'), ...filesIn('client')].filter(
      (file) => file !== 'server/src/protocol.ts' && !known.some((folder) => isIn(file, folder)),
    );
    assert.deepEqual(loose, []);
  });

  it('every import leads to a file of the project', () => {
    const lost = filesIn('server/src')
      .flatMap(importsOf)
      .filter(({ target, isLibrary }) => !isLibrary && ![target, `${target}.ts`].some((path) => existsSync(path)));
    assert.deepEqual(lost.map(tell), []);
  });

  it('protocol.ts imports types alone', () => {
    const source = readFileSync('server/src/protocol.ts', 'utf8');
    assert.deepEqual(source.match(/^import (?!type\b).*/gm) ?? [], []);
  });

  it('core knows no clock, no chance and keeps nothing between calls', () => {
    const rules: readonly (readonly [string, RegExp])[] = [
      ['clock', /\bDate\b|\bperformance\.|\bset(?:Timeout|Interval)\(/],
      ['chance', /\bMath\.random\b|\bcrypto\./],
      ['surroundings', /\bprocess\.|\bglobalThis\b|\bconsole\./],
      [
        'state in the module',
        /^(?:export )?(?:let|var) |^(?:export )?const \w+(?:: [^=]+)? = new (?:Map|Set|WeakMap)(?:<.*>)?\(\);/m,
      ],
      ['work that waits', /\basync\b|\bawait\b|\bPromise\b/],
    ];
    const wrong = filesIn('server/src/core').flatMap((file) => {
      const code = withoutComments(readFileSync(file, 'utf8'));
      return rules.filter(([, pattern]) => pattern.test(code)).map(([name]) => `${file}: ${name}`);
    });
    assert.deepEqual(wrong, []);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
