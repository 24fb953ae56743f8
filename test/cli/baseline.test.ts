import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTY, SOUND, workspace } from './program';

interface Report {
  readonly files: readonly { readonly findings: readonly { readonly rule: string }[] }[];
}

describe('plandoc check with a baseline', () => {
  const box = workspace();
  const { write, plandoc } = box;
  const rules = (...args: readonly string[]): string[] =>
    (JSON.parse(plandoc(['check', '--format', 'json', ...args]).stdout) as Report).files.flatMap(({ findings }) =>
      findings.map(({ rule }) => rule),
    );

  it('writes what is found and no longer shows it; what is new is shown', () => {
    write({ '甲/b.plan': FAULTY, 'a.plan': SOUND });
    const { status, stderr } = plandoc(['check', '.', '--baseline', '基线.json', '--update-baseline']);
    assert.equal(status, 0);
    assert.match(stderr, /^已写入基线 .*基线\.json：2 个文件，2 处。\n$/);
    assert.deepEqual(rules('.', '--baseline', '基线.json'), []);
    assert.equal(plandoc(['check', '甲/b.plan', '--baseline', '基线.json']).status, 0);
    assert.deepEqual(rules('甲/b.plan'), ['deadline-out-of-period', 'missing-lead'], 'only where it is asked for');
    write({ '甲/b.plan': `${FAULTY}（三）又办。（责任单位：区民政局、区财政局）\n` });
    assert.deepEqual(rules('.', '--baseline', '基线.json'), ['missing-lead']);
  });

  it('is the one that plandoc.yaml names, by the path from there', () => {
    write({ 'plandoc.yaml': '基线: 基线.json\n', '甲/b.plan': FAULTY });
    const missing = plandoc(['check', '甲/b.plan']);
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /^还没有基线文件 .*基线\.json/);
    assert.equal(plandoc(['check', 'b.plan', '--update-baseline'], { below: '甲' }).status, 0);
    assert.deepEqual(rules('甲/b.plan'), []);
    const { files } = JSON.parse(readFileSync(join(box.folder, '基线.json'), 'utf8')) as { files: object };
    assert.deepEqual(Object.keys(files), ['甲/b.plan']);
  });

  it('keeps what it holds of other files, and forgets what was mended', () => {
    write({ 'b.plan': FAULTY, 'c.plan': FAULTY });
    const update = (file: string): string =>
      plandoc(['check', file, '--baseline', 'x.json', '--update-baseline']).stderr;
    update('b.plan');
    update('c.plan');
    assert.deepEqual(rules('b.plan', 'c.plan', '--baseline', 'x.json'), []);
    write({ 'b.plan': SOUND });
    update('b.plan');
    write({ 'b.plan': FAULTY });
    assert.deepEqual(rules('b.plan', 'c.plan', '--baseline', 'x.json'), ['deadline-out-of-period', 'missing-lead']);
  });

  it('writes down all levels, whatever is shown', () => {
    write({ 'b.plan': FAULTY });
    plandoc(['check', 'b.plan', '--severity', 'error', '--baseline', 'x.json', '--update-baseline']);
    assert.deepEqual(rules('b.plan', '--baseline', 'x.json'), []);
  });

  it('says 2 when there is none, it is none, or none was named', () => {
    write({ 'b.plan': FAULTY, 'x.json': '[]' });
    assert.deepEqual(plandoc(['check', 'b.plan', '--baseline', '没有.json']).status, 2);
    const bad = plandoc(['check', 'b.plan', '--baseline', 'x.json']);
    assert.equal(bad.status, 2);
    assert.match(bad.stderr, /x\.json：不是基线文件/);
    assert.equal(plandoc(['check', 'b.plan', '--baseline', 'x.json', '--update-baseline']).status, 2);
    assert.equal(readFileSync(join(box.folder, 'x.json'), 'utf8'), '[]', 'a file that cannot be read is kept');
    const nameless = plandoc(['check', 'b.plan', '--update-baseline']);
    assert.equal(nameless.status, 2);
    assert.match(nameless.stderr, /^b\.plan：没有说明基线写到哪里/);
  });
});
