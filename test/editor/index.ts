/**
 * The suite that runs inside a real editor. One bundle for both extension hosts: nothing of Node is used, so the results
 * travel by a file in the opened folder, the one place that the suite and its starter both know.
 */
import * as vscode from 'vscode';
import 'mocha/mocha.js';
import { report, type Counts } from '../mocha/reporter';

/** Read by scripts/editor-host/run-tests.mjs. A missing file means that the host died. */
const resultsFile = '.editor-tests.json';

interface BrowserMocha {
  setup(options: { ui: string; timeout: number; reporter: unknown; grep?: string }): void;
}
type Run = (this: BrowserMocha, done: (failures: number) => void) => unknown;
const { mocha, Mocha: MochaClass } = globalThis as unknown as {
  readonly mocha: BrowserMocha;
  readonly Mocha: { readonly prototype: { readonly run: Run } };
};

/** The bar marks our lines among the editor's own; the stand-in for VS Code prints no others. */
const print = (text: string): void => {
  for (const line of text.split('\n')) console.log(`│ ${line}`);
};

let counts: (() => Counts) | undefined;
class Reporter {
  constructor(runner: Mocha.Runner) {
    ({ counts } = report(runner, { print, lines: 'tests' }));
  }
}
/** Put in by scripts/build-tests.mjs: the tests to run, all when empty. */
declare const TEST_GREP: string;
mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: Reporter, ...(TEST_GREP && { grep: TEST_GREP }) });

export async function run(): Promise<void> {
  // Test files call `describe` as they load, which exists only after setup.
  await import('./suite');
  // The browser build's own `run` reads the page's address; there is no page.
  const failures = await new Promise<number>((done) => void MochaClass.prototype.run.call(mocha, done));
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('the suite needs an opened folder');
  const results = JSON.stringify(counts?.() ?? { passed: 0, failed: failures, skipped: 0 });
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, resultsFile), new TextEncoder().encode(results));
  if (failures > 0) throw new Error(`${failures} failed`);
}
