import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { RULES } from '../../../server/src/core/rules/index';
import { ROOT } from '../../support/documents';

describe('生成的文件 generated files', () => {
  it('are not stale (npm run generate)', function () {
    this.timeout(60_000);
    const args = [join(ROOT, 'scripts', 'generate.mjs'), '--check'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('rules are known by one name each, told in both languages', () => {
    const ids = RULES.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, title } of RULES) {
      assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
      assert.match(title.zh, /\p{Script=Han}/u);
      assert.match(title.en, /^[\x20-\x7e]+$/);
    }
  });
});
