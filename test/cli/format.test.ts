import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toGb18030, workspace } from './program';

const ROUGH = '云溪区某项工作实施方案\n一、任务\n\n\n（一）健全机制,推行承诺。 \n';
const NEAT = '云溪区某项工作实施方案\n一、任务\n\n（一）健全机制，推行承诺。\n';

describe('plandoc format', () => {
  const space = workspace();
  const { write, plandoc } = space;
  const read = (name: string): string => readFileSync(join(space.folder, name), 'utf8');

  it('prints the formatted text and leaves the file alone', () => {
    write({ 'a.plan': ROUGH });
    const { status, stdout } = plandoc(['format', 'a.plan']);
    assert.deepEqual([status, stdout, read('a.plan')], [0, NEAT, ROUGH]);
  });

  it('--write writes files and folders, with the line ends and byte order mark they have', () => {
    write({ 'a.plan': ROUGH, 'b/c.plan': `\ufeff${ROUGH.replaceAll('\n', '\r\n')}`, 'b/d.plan': NEAT });
    const { status, stdout, stderr } = plandoc(['format', '.', '--write']);
    assert.deepEqual([status, stdout], [0, '']);
    assert.match(stderr, /已格式化 2 个文件/);
    assert.equal(read('a.plan'), NEAT);
    assert.equal(read('b/c.plan'), `\ufeff${NEAT.replaceAll('\n', '\r\n')}`);
    assert.match(plandoc(['format', '--write', 'a.plan']).stderr, /已格式化 0 个文件/);
  });

  it('--check prints what would change and fails, or is content', () => {
    write({ 'a.plan': ROUGH, 'b.plan': NEAT });
    const { status, stdout, stderr } = plandoc(['format', '--check', '.'], { env: { LANG: 'en_US.UTF-8' } });
    assert.equal(status, 1);
    assert.match(stdout, /^--- a\/a\.plan\n\+\+\+ b\/a\.plan\n/m);
    assert.match(stdout, /\+（一）健全机制，推行承诺。\n/);
    assert.match(stderr, /^Files that would be formatted: 1 /);
    assert.equal(read('a.plan'), ROUGH);
    assert.equal(plandoc(['format', '--check', 'b.plan']).status, 0);
  });

  it('reads standard input under the name it is given', () => {
    write({ 'plandoc.yaml': '格式: { 空行: 保留 }\n规则: { mixed-width-punctuation: 关闭 }\n' });
    const { status, stdout } = plandoc(['format', '-', '--stdin-filename', 'a.plan'], { input: ROUGH });
    assert.deepEqual([status, stdout], [0, ROUGH.replace('。 \n', '。\n')]);
  });

  it('refuses, with a sentence, what it cannot do', () => {
    write({ 'gb.plan': toGb18030(ROUGH) });
    const refused = (args: readonly string[], says: RegExp): void => {
      const { status, stderr } = plandoc(args, { input: ROUGH });
      assert.equal(status, 2);
      assert.match(stderr, says);
    };
    refused(['format'], /给出文件/);
    refused(['format', '--write', '-'], /就地格式化/);
    refused(['format', '--write', '--check', 'gb.plan'], /只用一个/);
    refused(['format', '--write', 'gb.plan'], /先转为 UTF-8/);
    refused(['format', '没有.plan'], /没有这个文件/);
    assert.equal(plandoc(['format', 'gb.plan']).stdout, NEAT);
  });
});
