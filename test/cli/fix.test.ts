import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseFixes, chooseSafeFixes } from '../../server/src/core/rules/fixAll';
import type { Finding, Fix } from '../../server/src/core/rules/rule';
import { applyEdits } from '../../server/src/core/text/edits';
import { range, type TextEdit } from '../../server/src/core/text/position';
import { mend } from '../../server/src/cli/fix';
import { SOUND, workspace } from './program';

const MESSAGE = { zh: '某处', en: 'a place' };

function finding(edits: readonly TextEdit[], safe = true): Finding {
  const fix: Fix = { kind: 'edit', title: MESSAGE, args: {}, safe, edits };
  return { rule: 'r', severity: 'hint', message: MESSAGE, args: {}, range: edits[0]!.range, related: [], fixes: [fix] };
}

const edit = (from: number, to: number, newText: string): TextEdit => ({ range: range(0, from, 0, to), newText });

describe('自动修改 mending all at once', () => {
  it('takes safe fixes, and of those that touch only the first', () => {
    const first = finding([edit(0, 2, '甲')]);
    const overlapping = finding([edit(1, 3, '乙')]);
    const apart = finding([edit(5, 6, '丙')]);
    const unsafe = finding([edit(8, 9, '丁')], false);
    const { edits, findings } = chooseSafeFixes([first, overlapping, apart, unsafe]);
    assert.deepEqual(findings, [first, apart]);
    assert.equal(applyEdits('0123456789', edits), '甲234丙6789');
  });

  it('takes a fix whole or not at all', () => {
    const pair = finding([edit(0, 1, '（'), edit(4, 5, '）')]);
    const inside = finding([edit(4, 5, '〕'), edit(9, 10, '〔')]);
    assert.deepEqual(chooseFixes([pair, inside], () => true).findings, [pair]);
  });

  it('goes on until nothing is left, and stops when two fixes fight', () => {
    const growing = (text: string): readonly Finding[] => [finding([edit(0, 0, text.length < 5 ? '长' : '')])];
    assert.deepEqual(mend('一', growing), { text: '长长长长一', count: 4 });
    let calls = 0;
    const fighting = (text: string): readonly Finding[] => {
      calls++;
      return [finding([edit(0, 1, text === '甲' ? '乙' : '甲')])];
    };
    mend('甲', fighting);
    assert.ok(calls <= 10, `${calls} rounds`);
  });
});

describe('plandoc check --fix', () => {
  const space = workspace();
  const { write, plandoc } = space;
  const read = (name: string): Buffer => readFileSync(join(space.folder, name));

  it('leaves a sound file and its bytes alone', () => {
    const bytes = Buffer.from(`\ufeff${SOUND.replace(/\n/g, '\r\n')}`);
    write({ 'a.plan': bytes });
    const { status, stderr } = plandoc(['check', '--fix', 'a.plan']);
    assert.equal(status, 0);
    assert.match(stderr, /已自动修改 0 处/);
    assert.deepEqual(read('a.plan'), bytes);
  });

  it('mends whatever is safe, also what is too slight to be shown', () => {
    const text = SOUND.replace('区司法局；', '区司法局;');
    write({ 'a.plan': text });
    const { stderr } = plandoc(['check', '--fix', '--severity', 'error', 'a.plan']);
    assert.match(stderr, /已自动修改 1 处/);
    assert.equal(read('a.plan').toString(), SOUND);
  });

  it('does not go together with a baseline to be written', () => {
    write({ 'a.plan': SOUND });
    for (const option of ['--fix', '--fix-dry-run']) {
      const { status, stderr } = plandoc(['check', option, '--update-baseline', '--baseline', 'b.json', 'a.plan']);
      assert.deepEqual([status, stderr.includes('不能同时用')], [2, true]);
    }
  });

  it('does not write to standard input', () => {
    assert.equal(plandoc(['check', '--fix', '-'], { input: SOUND }).status, 2);
  });
});
