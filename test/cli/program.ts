import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What a run of the program left. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder inside the workspace to run in. */
  readonly below?: string;
}

/** A folder with files, in which the program is run. */
export interface Workspace {
  readonly folder: string;
  write(files: Readonly<Record<string, string | Buffer>>): void;
  plandoc(args: readonly string[], options?: RunOptions): Run;
}

const PROGRAM = resolve('dist/plandoc.js');
// Nothing of the machine the tests run on may decide the language or the colours.
const FOREIGN = /^(?:LANG|LC_|NO_COLOR|FORCE_COLOR|NODE_OPTIONS)/;
const CLEAN = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));

/** A workspace for the tests of a suite, empty before each. */
export function workspace(): Workspace {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plandoc-cli-'));
    // Marks the root, so that no register of the machine above it is found.
    mkdirSync(join(folder, '.git'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get folder() {
      return folder;
    },
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
    },
    plandoc(args, { input = '', env = {}, below = '' } = {}) {
      const run = spawnSync(process.execPath, [PROGRAM, ...args], {
        cwd: join(folder, below),
        env: { ...CLEAN, ...env },
        input,
        encoding: 'utf8',
        timeout: 10_000,
      });
      if (run.error) throw run.error;
      assert.doesNotMatch(run.stderr, /\n\s+at /, 'a stack trace');
      assert.doesNotMatch(run.stdout + run.stderr, /\u001b/, 'colours without a terminal');
      const { status, stdout, stderr } = run;
      return { status, stdout, stderr };
    },
  };
}

/** A plan with one error and one warning. */
export const FAULTY = `云溪区某项工作实施方案（2021—2025年）
一、任务
（一）办事。2029年底前完成。（责任单位：区司法局、区财政局）
（二）再办。（牵头单位：区审计局）
`;

/** A plan with nothing wrong in it. */
export const SOUND = `云溪区某项工作实施方案（2021—2025年）
一、任务
（一）办事。2024年底前完成。（牵头单位：区司法局；责任单位：区财政局、区各部门）
`;

/** Text as GB18030 bytes: Node reads that encoding but does not write it, so its two-byte part is turned round. */
export function toGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      const char = decoder.decode(Uint8Array.of(first, second));
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [first, second]);
    }
  }
  return Buffer.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (table.get(char) ?? [0x3f]))),
  );
}
