import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTY, SOUND, toGb18030, workspace } from './program';

interface Report {
  readonly files: readonly { readonly findings: readonly { readonly rule: string; readonly severity: string }[] }[];
}

describe('plandoc check with a plandoc.yaml', () => {
  const space = workspace();
  const { write, plandoc } = space;
  const spoken = (...args: readonly string[]): string[] =>
    (JSON.parse(plandoc(['check', '--format', 'json', ...args]).stdout) as Report).files.flatMap(({ findings }) =>
      findings.map(({ rule, severity }) => `${rule} ${severity}`),
    );

  it('takes levels from the nearest one above a file, not past the repository', () => {
    write({
      '市/plandoc.yaml': '规则:\n  missing-lead: 错误\n  deadline-out-of-period: 关闭\n',
      '市/县/b.plan': FAULTY,
      'b.plan': FAULTY,
    });
    assert.deepEqual(spoken('市/县/b.plan'), ['missing-lead error']);
    assert.deepEqual(spoken('b.plan'), ['deadline-out-of-period error', 'missing-lead warning']);
    write({ '市/县/plandoc.yml': 'rules: { missing-lead: off }\n' });
    assert.deepEqual(spoken('市/县/b.plan'), ['deadline-out-of-period error']);
  });

  it('takes the period and the registers, unless an option names others', () => {
    const plan = SOUND.replace('（2021—2025年）', '').replace('2024', '2027').replace('区司法局', '区量子专班局');
    write({
      'd.plan': plan,
      '甲.yaml': '单位:\n  - 区量子专班局\n',
      '乙.yaml': '单位:\n  - 区数据局\n',
      'plandoc.yaml': '期间: 2026-2030\n名录: [甲.yaml, 乙.yaml]\n',
    });
    assert.deepEqual(spoken('d.plan'), []);
    assert.deepEqual(spoken('d.plan', '--period', '2021-2025'), ['deadline-out-of-period error']);
    assert.deepEqual(spoken('d.plan', '--units', '乙.yaml'), ['unknown-unit error']);
    const table = plandoc(['tasks', 'd.plan']).stdout;
    assert.deepEqual((JSON.parse(table) as { period: object }).period, { start: 2026, end: 2030 });
  });

  it('names what is wrong in it by file, line and column, goes on with the rest, and says 2', () => {
    write({
      'a.plan': SOUND,
      'b.plan': FAULTY,
      'plandoc.yaml': '规则:\n  mising-lead: 错误\n  missing-lead: 关闭\n名录: 没有.yaml\n',
    });
    const { status, stdout, stderr } = plandoc(['check', '--format', 'json', 'a.plan', 'b.plan']);
    assert.equal(status, 2);
    const lines = stderr.trimEnd().split('\n');
    assert.equal(lines.length, 2, 'each problem once a run');
    assert.match(lines[0]!, /plandoc\.yaml:2:3 没有“mising-lead”这条规则，是不是“missing-lead”？$/);
    assert.match(lines[1]!, /plandoc\.yaml:4:5 没有“没有\.yaml”这个文件。$/);
    const { files } = JSON.parse(stdout) as Report;
    assert.deepEqual(
      files.map(({ findings }) => findings.map(({ rule }) => rule)),
      [[], ['deadline-out-of-period']],
    );
  });

  it('says by name which file of ours cannot be read, and goes on without it', () => {
    const expectTold = (sentence: RegExp): void => {
      const { status, stdout, stderr } = plandoc(['check', 'a.plan', 'b.plan']);
      assert.equal(status, 2);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
      assert.match(stderr, sentence);
      assert.match(stdout, /b\.plan:3:7/);
    };
    write({ 'a.plan': SOUND, 'b.plan': FAULTY, 'plandoc.yaml': toGb18030('规则:\n  missing-lead: 关闭\n') });
    expectTold(/plandoc\.yaml：不是 UTF-8 编码/);
    write({ 'plandoc.yaml': '', 'units.yaml': toGb18030('单位:\n  - 区司法局\n') });
    expectTold(/units\.yaml：不是 UTF-8 编码/);
    write({ 'units.yaml': '' });
    mkdirSync(join(space.folder, '名录.yaml'));
    write({ 'plandoc.yaml': '名录: 名录.yaml\n' });
    expectTold(/名录\.yaml 是文件夹/);
    write({ '基线.json': toGb18030('{"version":1,"files":{}}甲'), 'plandoc.yaml': '基线: 基线.json\n' });
    const { status, stderr } = plandoc(['check', 'a.plan']);
    assert.equal(status, 2);
    assert.match(stderr, /基线\.json：不是 UTF-8 编码/);
  });

  it('a register named by a document that cannot be had gives way to that of plandoc.yaml, then to the nearest', () => {
    const plan = `---\n单位名录: 没有.yaml\n---\n${SOUND.replace('区司法局', '区量子专班局')}`;
    write({ 'd.plan': plan, 'units.yaml': '单位:\n  - 区数据局\n', '乙.yaml': '单位:\n  - 区量子专班局\n' });
    assert.deepEqual(spoken('d.plan'), ['unknown-unit error']);
    write({ 'plandoc.yaml': '名录: 乙.yaml\n' });
    assert.deepEqual(spoken('d.plan'), []);
  });

  it('warns of what does nothing, without failing', () => {
    write({ 'a.plan': SOUND, 'plandoc.yaml': '规则:\n  missing-lead: 关闭\n期间: 2021-2025\n' });
    const { status, stderr } = plandoc(['check', 'a.plan']);
    assert.deepEqual([status, stderr], [0, '']);
  });
});
