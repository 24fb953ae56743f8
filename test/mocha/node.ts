/**
 * Runs test bundles in Node: `node mocha.mjs RESULTS TIMEOUT FILE…`. Writes the counts to RESULTS as JSON; no file means
 * that the run did not come to its end.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Mocha, { type Runner } from 'mocha';
import { report, type Counts } from './reporter';

const [results = '', timeout = '10000', ...files] = process.argv.slice(2);
let counts: (() => Counts) | undefined;

class Reporter {
  constructor(runner: Runner) {
    ({ counts } = report(runner, { print: (line) => console.log(line), lines: 'suites' }));
  }
}

const mocha = new Mocha({
  ui: 'bdd',
  timeout: Number(timeout),
  reporter: Reporter as unknown as Mocha.ReporterConstructor,
  ...(process.env.PLANDOC_TEST_GREP ? { grep: process.env.PLANDOC_TEST_GREP } : {}),
});
for (const file of files) mocha.addFile(file.startsWith('file:') ? file : pathToFileURL(file).href);
await mocha.loadFilesAsync();
mocha.run((failures) => {
  writeFileSync(results, JSON.stringify(counts?.() ?? { passed: 0, failed: failures, skipped: 0 }));
  // A test that leaves a timer or a child process behind must not keep everybody waiting.
  process.exit(failures === 0 ? 0 : 1);
});
