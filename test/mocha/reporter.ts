/**
 * One reporter for every suite, in Node and in the editor's hosts: a line per suite (or per test), failures in full at
 * the end, and the counts as data, because a step of `npm test` has to hand them on.
 */
import type { Runner, Test, Suite } from 'mocha';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Options {
  readonly print: (line: string) => void;
  /** What gets a line of its own. */
  readonly lines: 'suites' | 'tests';
}

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  milliseconds: number;
}

const newTally = (): Tally => ({ passed: 0, failed: 0, skipped: 0, milliseconds: 0 });

/** Listens to `runner`; the counts are complete when the run has ended. */
export function report(runner: Runner, options: Options): { readonly counts: () => Counts } {
  const total = newTally();
  const failures: string[] = [];
  let suite = newTally();
  const count = (what: 'passed' | 'failed' | 'skipped', test: Test): void => {
    total[what]++;
    suite[what]++;
    suite.milliseconds += test.duration ?? 0;
    if (options.lines === 'tests' || what === 'skipped') options.print(testLine(what, test));
  };
  runner.on('pass', (test) => count('passed', test));
  runner.on('pending', (test) => count('skipped', test));
  runner.on('fail', (test, error: unknown) => {
    // A failing hook arrives here as well, under its own name.
    count('failed', test);
    failures.push(`✗ ${test.titlePath().join(' › ')}\n${describeError(error)}`);
  });
  runner.on('suite end', (ended) => {
    if (!isTopLevel(ended)) return;
    if (options.lines === 'suites') options.print(suiteLine(ended, suite));
    suite = newTally();
  });
  runner.on('end', () => {
    for (const failure of failures) options.print(`\n${failure}`);
  });
  return { counts: () => ({ passed: total.passed, failed: total.failed, skipped: total.skipped }) };
}

const isTopLevel = (suite: Suite): boolean => suite.parent?.root === true;
const marks = { passed: '✓', failed: '✗', skipped: '– 跳过 skipped:' };

function testLine(what: keyof typeof marks, test: Test): string {
  const time = test.duration === undefined ? '' : ` (${test.duration} ms)`;
  return `  ${marks[what]} ${test.titlePath().join(' › ')}${time}`;
}

function suiteLine(suite: Suite, tally: Tally): string {
  const failed = tally.failed === 0 ? '' : `, ${tally.failed} failed`;
  return `  ${tally.failed === 0 ? '✓' : '✗'} ${suite.title} (${tally.passed}${failed}, ${tally.milliseconds} ms)`;
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `  ${String(error)}`;
  const lines = [`  ${error.name}: ${error.message}`];
  if ('expected' in error && 'actual' in error && !error.message.includes('\n')) {
    lines.push(`  expected: ${show(error.expected)}`, `  actual:   ${show(error.actual)}`);
  }
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node:internal|[\\/]mocha[\\/]/.test(line));
  return [...lines, ...stack.slice(0, 6)].join('\n');
}

function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
}
