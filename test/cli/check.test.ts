import assert from 'node:assert/strict';
import { FAULTY, SOUND, workspace } from './program';

interface Report {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: object;
      readonly related: readonly { readonly message: string; readonly range: object }[];
      readonly fixes: readonly { readonly title: string; readonly safe: boolean; readonly edits: readonly object[] }[];
    }[];
  }[];
  readonly summary: object;
}

describe('plandoc check', () => {
  const { write, plandoc } = workspace();
  const json = (...args: readonly string[]): Report =>
    JSON.parse(plandoc(['check', '--format', 'json', ...args]).stdout) as Report;
  const rules = (...args: readonly string[]): string[] =>
    json(...args).files.flatMap(({ findings }) => findings.map(({ rule }) => rule));

  it('says 0 for nothing at error level, 1 for an error', () => {
    write({ 'a.plan': SOUND, 'b.plan': FAULTY, 'c.plan': FAULTY.replace('2029', '2024') });
    assert.equal(plandoc(['check', 'a.plan']).status, 0);
    assert.equal(plandoc(['check', 'b.plan']).status, 1);
    assert.equal(plandoc(['check', 'c.plan']).status, 0, 'a warning alone');
    assert.equal(plandoc(['check', 'a.plan', 'b.plan', 'c.plan']).status, 1);
  });

  it('says 1 above --max-warnings', () => {
    write({ 'c.plan': FAULTY.replace('2029', '2024') });
    assert.equal(plandoc(['check', 'c.plan', '--max-warnings', '1']).status, 0);
    assert.equal(plandoc(['check', 'c.plan', '--max-warnings', '0']).status, 1);
    assert.equal(plandoc(['check', 'c.plan', '--max-warnings', 'many']).status, 2);
  });

  it('prints text with place, sentence, rule, and carets under the place, two for a full-width character', () => {
    write({ 'b.plan': FAULTY });
    const { stdout, stderr } = plandoc(['check', 'b.plan']);
    assert.equal(stderr, '');
    const lines = stdout.split('\n');
    assert.match(lines[0]!, /^b\.plan:3:7 错误 “2029年底前”晚于规划期 2021—2025 年。.* deadline-out-of-period$/);
    assert.equal(lines[1], '    （一）办事。2029年底前完成。（责任单位：区司法局、区财政局）');
    // Six full-width characters stand before; four digits and three full-width ones are marked.
    assert.equal(lines[2], `    ${' '.repeat(12)}${'^'.repeat(10)}`);
    assert.equal(lines[lines.length - 2], '共检查 1 个文件：错误 1，警告 1，提示 0，建议 0。');
  });

  it('prints JSON in the shape scripts rely on', () => {
    write({ 'b.plan': FAULTY });
    const report = json('b.plan');
    assert.deepEqual(Object.keys(report), ['files', 'summary']);
    assert.deepEqual(report.summary, { files: 1, error: 1, warning: 1, info: 0, hint: 0 });
    const [file] = report.files;
    assert.equal(file!.file, 'b.plan');
    for (const finding of file!.findings) {
      assert.deepEqual(Object.keys(finding), ['rule', 'severity', 'message', 'range', 'related', 'fixes']);
    }
    const [late, leaderless] = file!.findings;
    assert.equal(late!.severity, 'error');
    assert.deepEqual(late!.range, { start: { line: 2, character: 6 }, end: { line: 2, character: 13 } });
    assert.deepEqual(Object.keys(leaderless!.fixes[0]!), ['title', 'safe', 'edits']);
    assert.equal(leaderless!.fixes[0]!.safe, false);
    assert.deepEqual(Object.keys(leaderless!.fixes[0]!.edits[0]!), ['range', 'newText']);
  });

  it('prints ndjson, one file a line and nothing else', () => {
    write({ 'a.plan': SOUND, 'b.plan': FAULTY });
    const lines = plandoc(['check', '--format', 'ndjson', 'a.plan', 'b.plan']).stdout.trimEnd().split('\n');
    const files = lines.map((line) => JSON.parse(line) as Report['files'][number]);
    assert.deepEqual(
      files.map(({ file, findings }) => [file, findings.length]),
      [
        ['a.plan', 0],
        ['b.plan', 2],
      ],
    );
  });

  it('shows from --severity on', () => {
    write({ 'b.plan': FAULTY });
    assert.deepEqual(rules('b.plan', '--severity', 'error'), ['deadline-out-of-period']);
    assert.deepEqual(rules('b.plan', '--severity', 'warning'), ['deadline-out-of-period', 'missing-lead']);
    assert.equal(plandoc(['check', 'b.plan', '--severity', 'loud']).status, 2);
  });

  it('takes --period for plans that state none', () => {
    write({ 'd.plan': SOUND.replace('（2021—2025年）', '').replace('2024', '2027') });
    assert.deepEqual(rules('d.plan'), ['deadline-out-of-period']);
    assert.deepEqual(rules('d.plan', '--period', '2026-2030'), []);
    const { status, stderr } = plandoc(['check', 'd.plan', '--period', '下一个五年']);
    assert.deepEqual([status, stderr], [2, '--period 应写成 2021-2025 这样的起止年份，现在是“下一个五年”。\n']);
  });

  it('reads standard input under the name it is given', () => {
    const named = plandoc(['check', '-', '--stdin-filename', '某方案.plan', '--format', 'json'], { input: FAULTY });
    assert.equal((JSON.parse(named.stdout) as Report).files[0]!.file, '某方案.plan');
    assert.equal(named.status, 1);
    assert.match(plandoc(['check', '-'], { input: FAULTY }).stdout, /^-:3:7 /);
    const binary = plandoc(['check', '-', '--stdin-filename', 'x.plan'], { input: Buffer.from([1, 0, 2, 0]) });
    assert.deepEqual([binary.status, binary.stderr.split('：')[0]], [2, 'x.plan']);
  });

  it('walks folders, honours .gitignore at every level, and prints paths as given', () => {
    write({
      'a.plan': SOUND,
      '.gitignore': '草稿/\n*.bak.plan\n',
      'old.bak.plan': FAULTY,
      '草稿/b.plan': FAULTY,
      '县区/某实施方案.txt': FAULTY,
      '县区/.gitignore': '/私\n',
      '县区/私/b.plan': FAULTY,
      '县区/说明.md': FAULTY,
      'node_modules/x/c.plan': FAULTY,
    });
    const names = (path: string[], below = ''): string[] => {
      const { stdout } = plandoc(['check', '--format', 'json', ...path], { below });
      return (JSON.parse(stdout) as Report).files.map(({ file }) => file);
    };
    assert.deepEqual(names([]), ['a.plan', '县区/某实施方案.txt']);
    assert.deepEqual(names(['.']), ['a.plan', '县区/某实施方案.txt']);
    assert.deepEqual(names(['县区']), ['县区/某实施方案.txt']);
    assert.deepEqual(names(['县区/']), ['县区/某实施方案.txt']);
    assert.deepEqual(names(['../县区', '../a.plan'], '县区'), ['../县区/某实施方案.txt', '../a.plan']);
    assert.deepEqual(names(['草稿/b.plan']), ['草稿/b.plan'], 'a file that is named is checked');
  });

  it('checks a file once that is named twice', () => {
    write({ 'a.plan': FAULTY });
    assert.deepEqual(plandoc(['check', 'a.plan', './a.plan', '.']), plandoc(['check', 'a.plan']));
  });

  it('finds in folders what the editor opens as a plan by its name', () => {
    write({ '甲工作方案.md': SOUND, '乙若干措施（试行）.tsv': SOUND, '丙.md': SOUND });
    assert.match(plandoc(['check', '.']).stdout, /^共检查 2 个文件/);
  });

  it('says so when a folder holds no plan', () => {
    write({ '空/说明.md': '' });
    const { status, stderr } = plandoc(['check', '空']);
    assert.deepEqual([status, stderr], [0, '没有找到可以检查的方案文件。\n']);
  });

  it('names what cannot be read on stderr, goes on, and says 2', () => {
    write({ 'a.plan': SOUND, 'b.plan': FAULTY });
    const { status, stdout, stderr } = plandoc(['check', '没有.plan', 'b.plan', 'a.plan', '--format', 'json']);
    assert.equal(status, 2);
    assert.equal(stderr, '没有.plan：没有这个文件或文件夹。\n');
    assert.deepEqual(
      (JSON.parse(stdout) as Report).files.map(({ file }) => file),
      ['b.plan', 'a.plan'],
    );
  });
});

describe('plandoc check with a register', () => {
  const { write, plandoc } = workspace();
  const UNKNOWN = SOUND.replace('区司法局', '区量子专班局');
  const severities = (...args: readonly string[]): string[] =>
    (JSON.parse(plandoc(['check', '--format', 'json', ...args]).stdout) as Report).files.flatMap(({ findings }) =>
      findings.map(({ rule, severity }) => `${rule} ${severity}`),
    );

  it('takes the nearest units.yaml above a file, not one past the repository', () => {
    write({ '市/方案/a.plan': UNKNOWN, '市/units.yaml': '单位:\n  - 区数据局\n', 'b.plan': UNKNOWN });
    assert.deepEqual(severities('市/方案/a.plan'), ['unknown-unit error']);
    assert.deepEqual(severities('b.plan'), ['unknown-unit info']);
    write({ '市/方案/units.yaml': '单位:\n  - 区量子专班局\n' });
    assert.deepEqual(severities('市/方案/a.plan'), []);
  });

  it('takes the one named with --units', () => {
    write({ 'a.plan': UNKNOWN, '名录.yaml': '单位:\n  - 区量子专班局\n' });
    assert.deepEqual(severities('a.plan', '--units', '名录.yaml'), []);
    const { status, stderr } = plandoc(['check', 'a.plan', '--units', '没有.yaml']);
    assert.deepEqual([status, stderr], [2, '没有.yaml：没有这个文件或文件夹。\n']);
  });

  it('tells what is wrong in it on stderr and goes on with the rest', () => {
    write({ 'a.plan': UNKNOWN, 'units.yaml': '单位:\n  - 名称: 区量子专班局\n    类型: 政府部门\n' });
    const { status, stdout, stderr } = plandoc(['check', 'a.plan', '--format', 'json']);
    assert.equal(status, 0);
    assert.match(stderr, /units\.yaml:3:5 不认识“类型”/);
    assert.deepEqual((JSON.parse(stdout) as Report).files[0]!.findings, []);
  });
});
