import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOUND, workspace } from './program';

describe('plandoc export', () => {
  const work = workspace();

  it('writes the file that was asked for, in the format of its ending', () => {
    work.write({ 'a.plan': SOUND });
    const { status, stderr } = work.plandoc(['export', 'a.plan', '-o', '表.html']);
    assert.deepEqual([status, stderr], [0, '已写入 表.html。\n']);
    assert.match(readFileSync(join(work.folder, '表.html'), 'utf8'), /^<!DOCTYPE html>/);
  });

  it('writes texts to standard output without -o', () => {
    work.write({ 'a.plan': SOUND });
    const { stdout } = work.plandoc(['export', 'a.plan', '--to', 'tsv', '--columns', 'index,lead']);
    assert.equal(stdout, '序号\t牵头单位\n（一）\t区司法局\n');
  });

  it('says what is wrong with the call', () => {
    work.write({ 'a.plan': SOUND });
    const wrong = (args: readonly string[], says: RegExp): void => {
      const { status, stderr } = work.plandoc(['export', ...args]);
      assert.equal(status, 2);
      assert.match(stderr, says);
    };
    wrong(['a.plan'], /^没有说明写成什么格式。请加 --to docx/);
    wrong(['a.plan', '-o', '表'], /^没有说明写成什么格式/);
    wrong(['a.plan', '--to', 'odt'], /--to 只能是/);
    wrong(['a.plan', '--to', 'md', '--columns', '牵头'], /--columns 只能是/);
    wrong(['缺.plan', '--to', 'md'], /没有这个文件/);
  });
});
