// Makes plandoc-VERSION.vsix and looks at what is in it.
//   node scripts/package.mjs
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputsForEditor } from './lib/bundles.mjs';
import { runNode } from './lib/processes.mjs';
import { main, manifest, root, Trouble } from './lib/project.mjs';
import { zipEntries } from './lib/zip.mjs';

const largest = 2_000_000;

const vsixPath = () => join(root, `plandoc-${manifest().version}.vsix`);

/** Builds and packages; returns the path of the .vsix. */
export async function makePackage() {
  const built = await runNode([join(root, 'scripts', 'build.mjs'), '--quiet'], { cwd: root, show: true });
  if (built.status !== 0) throw new Trouble('构建失败，原因见上。', 'The build failed; its reason is above.');
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = [
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    vsixPath(),
  ];
  const packaged = await runNode([vsce, 'package', ...options], { cwd: root });
  if (packaged.status !== 0)
    throw new Trouble('打包失败，原因见上。', 'Packaging failed; its reason is above.', packaged.output);
  return vsixPath();
}

/**
 * What must hold for every package. A name says what holds, `problem` what does not.
 * @param {string} vsix
 * @returns {{ name: string, problem: string }[]}
 */
export function checkPackage(vsix) {
  const entries = zipEntries(readFileSync(vsix));
  const files = new Map(entries.map((entry) => [entry.name.replace(/^extension\//, ''), entry]));
  const inside = [...files.keys()];
  const size = statSync(vsix).size;
  return [
    { name: '不超过 2 MB at most 2 MB', problem: size > largest ? `${size} bytes` : '' },
    {
      name: '只含运行和说明所需文件 only what runs or explains',
      problem: list(inside.filter((name) => !belongs(name))),
    },
    {
      name: '编辑器要用的构建结果都在，别无其他 all of the build that an editor runs, and nothing else of it',
      problem: list(
        differences(
          inside.filter((name) => name.startsWith('dist/')),
          outputsForEditor(),
        ),
      ),
    },
    { name: '清单所指的文件都在 every file that the manifest names', problem: list(missing(files)) },
    { name: '说明里的链接都通 every link of the README leads somewhere', problem: list(deadLinks(files)) },
    {
      name: '不含构建机器的路径 no path of the building machine',
      problem: list(inside.filter((name) => tells(files.get(name)))),
    },
  ];
}

const list = (names) => names.join(', ');

/** What only one of two lists has. */
const differences = (a, b) => [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];

const expected = [
  /^(\[Content_Types\]\.xml|extension\.vsixmanifest|package\.json|package\.nls(\.zh-cn)?\.json|language-configuration\.json)$/,
  /^(LICENSE\.txt|readme(\.zh-cn)?\.md|changelog\.md)$/i,
  /^docs\/(rules\/)?[\w-]+\.md$/,
  /^examples\/[^/]+$/,
  /^dist\/[\w-]+\.(js|css)$/,
  /^(l10n|schemas|snippets|syntaxes)\/[\w.-]+\.json$/,
  /^media\/([\w-]+\.(png|svg)|walkthrough\/.+|readme\/[\w-]+\.webp)$/,
];
const belongs = (name) => expected.some((pattern) => pattern.test(name));

/** Files the manifest points VS Code at, as far as they are not in the package; `bin`, the command line, is npm's. */
function missing(files) {
  const read = JSON.parse(files.get('package.json')?.read().toString('utf8') ?? '{}');
  const text = JSON.stringify({ ...read, bin: undefined });
  const named = [...text.matchAll(/"(?:\.\/)?((?:dist|media|syntaxes|snippets|schemas)\/[^"]+)"/g)].map(
    (match) => match[1],
  );
  const texts = ['package.nls.json', 'package.nls.zh-cn.json', 'language-configuration.json'];
  return [...new Set([...named, ...texts])].filter((name) => !files.has(name));
}

/** Links and pictures of the README that lead to nothing in the package. */
function deadLinks(files) {
  const inPackage = new Set([...files.keys()].map((name) => name.toLowerCase()));
  const readmes = [...files.keys()].filter((name) => /^readme[^/]*\.md$/i.test(name));
  const links = readmes.flatMap((name) =>
    [
      ...files
        .get(name)
        .read()
        .toString('utf8')
        .matchAll(/\]\((?![a-z]+:|#)([^)#]+)/g),
    ].map((match) => match[1]),
  );
  return [...new Set(links)].filter((link) => !inPackage.has(decodeURI(link).toLowerCase()));
}

function tells(entry) {
  return /\.(js|css|json)$/.test(entry.name) && entry.read().includes(root);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const vsix = await makePackage();
    const wrong = checkPackage(vsix).filter((check) => check.problem !== '');
    for (const { name, problem } of wrong) console.error(`✗ ${name}: ${problem}`);
    console.log(`${basename(vsix)} ${(statSync(vsix).size / 1024).toFixed(0)} KB`);
    return wrong.length === 0 ? 0 : 1;
  });
}
