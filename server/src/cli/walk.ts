import ignore, { type Ignore } from 'ignore';
import { existsSync, readFileSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isPlanName } from '../core/plan/fileNames';

/** Plain text that may be a plan: in a folder somebody asked to check, `.txt` is looked at whatever its name. */
const TEXT_FILE = /\.(?:txt|tsv)$/;
const NEVER = new Set(['node_modules', '.git', '.vscode', '.vscode-test', 'dist']);
const NOT_PLANS = /^(?:readme|changelog|license|robots|requirements)/i;

/**
 * The plan files below a folder, sorted, as paths relative to it with `/`. `.gitignore` files are honoured; links are not
 * followed, so a loop of folders ends.
 */
export function walk(folder: string): readonly string[] {
  const files: string[] = [];
  visit(folder, '', [], files);
  return files;
}

interface Rules {
  readonly below: string;
  readonly rules: Ignore;
}

function visit(root: string, below: string, above: readonly Rules[], files: string[]): void {
  const folder = join(root, below);
  const own = join(folder, '.gitignore');
  const rules =
    existsSync(own) && statSync(own).isFile()
      ? [...above, { below, rules: ignore().add(readFileSync(own, 'utf8')) }]
      : above;
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return; // a folder we may not read holds nothing for us
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const directory = entry.isDirectory();
    if (NEVER.has(entry.name) || isIgnored(directory ? `${path}/` : path, rules)) continue;
    if (directory) visit(root, path, rules, files);
    else if (entry.isFile() && isPlanFile(entry.name)) files.push(path);
  }
}

function isIgnored(path: string, rules: readonly Rules[]): boolean {
  return rules.some(({ below, rules: own }) => own.ignores(below === '' ? path : path.slice(below.length + 1)));
}

function isPlanFile(name: string): boolean {
  return isPlanName(name) || (TEXT_FILE.test(name) && !NOT_PLANS.test(name));
}
