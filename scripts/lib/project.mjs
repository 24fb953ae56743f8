// Where things are, and how a script speaks to the person who started it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the scripts fetch or make for tests lies here and may be deleted at any time; git does not see it. */
export const toolFolder = join(root, '.vscode-test');

/** Test bundles. They lie inside the extension because the web extension host loads tests from nowhere else. */
export const testFolder = join(root, 'dist', 'test');

/** Example documents that are not part of the repository; tests that need them say so when they are absent. */
export const seedFolder = join(root, '..', 'shared', 'seeds');

/** @returns {{ name: string, publisher: string, version: string }} */
export function manifest() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

/** Something the person at the keyboard can mend: one sentence in Chinese, one in English, and no stack trace. */
export class Trouble extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   * @param {string} [details] what the failing program printed
   */
  constructor(chinese, english, details) {
    super(`${chinese}\n${english}`);
    this.details = details;
  }
}

/** Prints a failure: the two sentences of a Trouble, the stack of anything else. */
export function explain(error) {
  if (!(error instanceof Trouble)) return console.error(error);
  if (error.details) console.error(error.details.trimEnd());
  console.error(error.message);
}

/** Runs a script's work and turns what it throws into words and exit status 1. */
export async function main(work) {
  try {
    const status = await work();
    process.exitCode = typeof status === 'number' ? status : 0;
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
