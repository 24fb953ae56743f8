import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Fails when the Open XML SDK finds anything wrong with a file; skips, and says so, where its validator does not run. */
export function checkOpenXml(context: Mocha.Context, name: string, bytes: Uint8Array): void {
  context.timeout(60_000);
  const validator = process.env['OOXML_VALIDATOR'];
  if (!validator) {
    console.log('跳过：本机没有 Open XML 校验程序。Not run: the Open XML validator does not run here.');
    context.skip();
  }
  const folder = mkdtempSync(join(tmpdir(), 'plandoc-ooxml-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync(validator, [file], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const { ok, errors } = JSON.parse(stdout) as { ok: boolean; errors: readonly unknown[] };
    assert.deepEqual(errors, []);
    assert.equal(ok, true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
