import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from './program';

const CITY = `澄江市数据共享实施方案（2024—2026年）
一、主要任务
（一）归集数据。2025年6月底前完成人口、法人和空间地理基础数据的归集。（牵头单位：市数据局）
`;
const DISTRICT = `---
上位文件: ../市/方案.plan
---
云溪区数据共享实施方案（2024—2026年）
一、主要任务
（一）归集数据。2026年底前完成人口、法人和空间地理基础数据的归集。（牵头单位：区数据局）
`;

describe('plandoc check with a superior plan', () => {
  const space = workspace();
  const { write, plandoc } = space;

  it('finds it from the document and holds the document against it', () => {
    write({ '市/方案.plan': CITY, '区/方案.plan': DISTRICT });
    const { stdout, status } = plandoc(['check', '区/方案.plan']);
    assert.match(stdout, /later-than-superior/);
    assert.equal(status, 1);
  });

  it('says when it is not there, and goes on', () => {
    write({ '区/方案.plan': DISTRICT });
    const { stderr, status } = plandoc(['check', '区/方案.plan']);
    assert.match(stderr, /区\/方案\.plan：找不到上位文件“\.\.\/市\/方案\.plan”/);
    assert.equal(status, 0);
  });

  it('says when it cannot be read, once, and goes on with this file and the next', () => {
    const late = DISTRICT.replace('2026年底前', '2029年底前');
    write({ '市/方案.plan': Buffer.from([0x50, 0x4b, 0, 0]), '区/方案.plan': late, '区/乙.plan': late });
    const { stdout, stderr, status } = plandoc(['check', '--fix-dry-run', '区/方案.plan', '区/乙.plan']);
    assert.equal(status, 1, stdout);
    const told = stderr.split('\n').filter((line) => line.includes('上位文件'));
    assert.equal(told.length, 2, stderr);
    assert.match(told[0]!, /^区\/方案\.plan：上位文件没有对照。.*市\/方案\.plan：不是文本文件/);
  });

  it('a plan that names itself is not held against itself', () => {
    const self = DISTRICT.replace('../市/方案.plan', './方案.plan').replace('2026年底前', '2025年6月底前');
    const twice = `${self}（二）再归集。2026年底前完成人口、法人和空间地理基础数据的归集。（牵头单位：区数据局）\n`;
    write({ '区/方案.plan': twice });
    const { stdout, stderr } = plandoc(['check', '区/方案.plan']);
    assert.equal(stderr, '');
    assert.doesNotMatch(stdout, /superior/);
  });

  it('a folder or a pipe in its place is not read', function () {
    mkdirSync(join(space.folder, '市/方案.plan'), { recursive: true });
    write({ '区/方案.plan': DISTRICT });
    assert.match(plandoc(['check', '区/方案.plan']).stderr, /没有对照。.*是文件夹/);
    if (process.platform === 'win32') return;
    rmSync(join(space.folder, '市/方案.plan'), { recursive: true });
    spawnSync('mkfifo', [join(space.folder, '市/方案.plan')]);
    assert.match(plandoc(['check', '区/方案.plan']).stderr, /没有对照。.*不是普通文件/);
  });
});
