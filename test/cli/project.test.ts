import assert from 'node:assert/strict';
import { FAULTY, SOUND, workspace } from './program';

interface Report {
  readonly files: readonly { readonly findings: readonly { readonly rule: string; readonly severity: string }[] }[];
}

describe('plandoc check with a plandoc.yaml', () => {
  const { write, plandoc } = workspace();
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

  it('warns of what does nothing, without failing', () => {
    write({ 'a.plan': SOUND, 'plandoc.yaml': '规则:\n  missing-lead: 关闭\n期间: 2021-2025\n' });
    const { status, stderr } = plandoc(['check', 'a.plan']);
    assert.deepEqual([status, stderr], [0, '']);
  });
});
