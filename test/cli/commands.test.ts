import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FAULTY, SOUND, workspace } from './program';

const TASKS = `云溪区某项工作实施方案（2021—2025年）
一、健全机制
（一）完善制度。修订办法，2024年底前完成。（牵头单位：区司法局、区政府办；责任单位：区财政局、区各部门）
（二）强化监督。按年检查，形成报告。（责任单位：区量子专班局）
`;

describe('plandoc tasks', () => {
  const { write, plandoc } = workspace();
  beforeEach(() => write({ 'a.plan': TASKS }));

  it('prints the table as JSON in the shape scripts rely on', () => {
    const { status, stdout } = plandoc(['tasks', 'a.plan']);
    assert.equal(status, 0);
    const { tasks, ...head } = JSON.parse(stdout) as { tasks: object[] };
    assert.deepEqual(head, {
      file: 'a.plan',
      kind: 'plan',
      kindReason: 'title',
      title: '云溪区某项工作实施方案（2021—2025年）',
      period: { start: 2021, end: 2025 },
    });
    assert.deepEqual(tasks[0], {
      label: '（一）',
      heading: '完善制度',
      section: ['一、健全机制'],
      text: '完善制度。修订办法，2024年底前完成。',
      lead: ['区司法局', '区政府办'],
      participants: ['区财政局', '区各部门'],
      deadline: {
        text: '2024年底前',
        start: null,
        end: '2024-12-31',
        source: 'milestone',
        kind: 'by',
        grain: 'year',
        ambiguous: false,
      },
      outcome: null,
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: TASKS.split('\n')[2]!.length } },
    });
    assert.deepEqual(Object.keys(tasks[1]!), Object.keys(tasks[0]));
  });

  it('prints null for what a document does not have', () => {
    write({ 'b.plan': '随手记一句话。\n' });
    assert.deepEqual(JSON.parse(plandoc(['tasks', 'b.plan']).stdout), {
      file: 'b.plan',
      kind: 'other',
      kindReason: 'none',
      title: null,
      period: null,
      tasks: [],
    });
  });

  it('prints CSV that spreadsheets open, with formulas made harmless', () => {
    write({ 'b.plan': TASKS.replace('完善制度。', '=HYPERLINK("x")。') });
    const { stdout } = plandoc(['tasks', 'b.plan', '--format', 'csv']);
    assert.ok(stdout.startsWith('\ufeff项目,分组,序号,主要任务,牵头单位,责任单位,完成时限,成果形式\r\n'));
    assert.doesNotMatch(stdout, /(?:^|,)"?=/m);
    assert.match(stdout, /,区司法局、区政府办,区财政局、区各部门,2024年底前,\r\n/);
  });

  it('prints TSV and Markdown', () => {
    const tsv = plandoc(['tasks', 'a.plan', '--format', 'tsv']).stdout.split('\n').slice(0, -1);
    assert.deepEqual(
      tsv.map((line) => line.split('\t').length),
      [8, 8, 8],
    );
    const md = plandoc(['tasks', 'a.plan', '--format', 'md', '--lang', 'en']).stdout.trimEnd().split('\n');
    // Made to be read, so columns without a word are left out.
    assert.equal(md[0], '| Project | No. | Task | Lead | Participants | Deadline |');
    assert.deepEqual(
      md.map((line) => line.split('|').length),
      [8, 8, 8, 8],
    );
  });

  it('takes one file, not a folder', () => {
    const { status, stdout, stderr } = plandoc(['tasks', '.']);
    assert.deepEqual([status, stdout, stderr], [2, '', '. 是文件夹，此处需要一个文件。\n']);
  });
});

describe('plandoc outline, units, rules', () => {
  const space = workspace();
  const { write, plandoc } = space;
  beforeEach(() => write({ 'a.plan': TASKS, 'b.plan': SOUND }));

  it('prints the outline as text and as JSON', () => {
    assert.equal(
      plandoc(['outline', 'a.plan']).stdout,
      '一、健全机制\n  （一）完善制度  〔区司法局、区政府办〕\n  （二）强化监督  〔区量子专班局〕\n',
    );
    const { file, outline } = JSON.parse(plandoc(['outline', 'a.plan', '--format', 'json']).stdout) as {
      file: string;
      outline: { level: number; number: string; title: string; range: object; children: { number: string }[] }[];
    };
    assert.equal(file, 'a.plan');
    const [first] = outline;
    assert.deepEqual([first!.level, first!.number, first!.title], [1, '一', '健全机制']);
    assert.deepEqual(first!.range, {
      start: { line: 1, character: 0 },
      end: { line: 3, character: TASKS.split('\n')[3]!.length },
    });
    assert.deepEqual(
      first!.children.map(({ number }) => number),
      ['（一）', '（二）'],
    );
  });

  it('prints every unit with counts and roles', () => {
    const { stdout } = plandoc(['units', 'a.plan', 'b.plan']);
    assert.match(stdout, /^区司法局\t2\t2\t0\t/m);
    assert.match(stdout, /^区量子专班局\t1\t0\t1\tunknown$/m);
    const { units } = JSON.parse(plandoc(['units', 'a.plan', 'b.plan', '--format', 'json']).stdout) as {
      units: { name: string; count: number; files: string[] }[];
    };
    assert.deepEqual(units.find(({ name }) => name === '区财政局')?.files, ['a.plan', 'b.plan']);
  });

  it('writes the unknown ones into a register, once', () => {
    const first = plandoc(['units', 'a.plan', '--write', 'units.yaml']);
    assert.deepEqual([first.status, first.stdout, first.stderr], [0, '', '已更新 units.yaml：新增 1 个单位。\n']);
    const register = readFileSync(join(space.folder, 'units.yaml'), 'utf8');
    assert.match(register, /- (?:名称: )?区量子专班局\n/);
    plandoc(['units', 'a.plan', '--write', 'units.yaml']);
    assert.equal(readFileSync(join(space.folder, 'units.yaml'), 'utf8'), register);
    assert.equal(plandoc(['check', 'a.plan']).status, 0);
  });

  it('lists the rules', () => {
    const { rules } = JSON.parse(plandoc(['rules', '--format', 'json']).stdout) as {
      rules: { id: string; severity: string }[];
    };
    assert.ok(rules.length >= 4);
    assert.ok(rules.some(({ id, severity }) => id === 'unknown-unit' && severity === 'error'));
    assert.equal(plandoc(['rules']).stdout.trimEnd().split('\n').length, rules.length);
    assert.equal(plandoc(['rules', '--format', 'md']).stdout.trimEnd().split('\n').length, rules.length + 2);
  });
});

describe('plandoc’s manners', () => {
  const space = workspace();
  const { write, plandoc } = space;
  const wrong: readonly (readonly [args: readonly string[], chinese: string, english: RegExp])[] = [
    [
      ['check', '--nope'],
      'plandoc check 没有 --nope 这个参数。用法见 plandoc --help。\n',
      /^plandoc check has no option --nope\. /,
    ],
    [
      ['tasks', 'a', '--to', 'csv'],
      'plandoc tasks 没有 --to 这个参数。用法见 plandoc --help。\n',
      /^plandoc tasks has no option --to/,
    ],
    [
      ['tasks', 'a', 'b'],
      'plandoc tasks 一次只读一个文件，多出“b”。\n',
      /^plandoc tasks reads one file at a time; “b”/,
    ],
    [['check', '--lang', 'zz'], '--lang 只能是 zh|en，现在是“zz”。\n', /^--lang takes zh\|en/],
    [['check', '--severity'], '--severity 后面要有一个值。用法见 plandoc --help。\n', /^--severity takes a value\. /],
    [['check', '--verbose=1'], '--verbose 不带值。用法见 plandoc --help。\n', /^--verbose takes no value\. /],
    [
      ['check', '--format', 'pdf'],
      '--format 只能是 text|json|ndjson|sarif|github|html，现在是“pdf”。\n',
      /^--format takes text\|json\|ndjson/,
    ],
    [['paint'], '没有“paint”这个命令。用法见 plandoc --help。\n', /^No command “paint”\. /],
    [['tasks'], '请给出文件。用法见 plandoc --help。\n', /^Name a file\. /],
    [['lsp'], '语言服务器通过标准输入输出与编辑器通信：plandoc lsp --stdio。\n', /^The language server speaks/],
  ];

  for (const [args, chinese, english] of wrong) {
    it(`says what is wrong with “plandoc ${args.join(' ')}”, in one sentence`, () => {
      const run = plandoc(args);
      assert.deepEqual([run.status, run.stdout, run.stderr], [2, '', chinese]);
      assert.match(plandoc(args, { env: { LANG: 'en_US.UTF-8' } }).stderr, english);
    });
  }

  it('speaks the language of --lang, else of the environment, else Chinese', () => {
    write({ 'a.plan': SOUND });
    const last = (args: readonly string[], env = {}): string => plandoc(['check', 'a.plan', ...args], { env }).stdout;
    const [chinese, english] = ['共检查 1 个文件：错误 0，警告 0，提示 0，建议 0。\n', /^1 file: 0 error, 0 warning/];
    assert.equal(last([]), chinese);
    assert.equal(last([], { LANG: 'C.UTF-8' }), chinese);
    assert.equal(last([], { LANG: 'zh_CN.UTF-8' }), chinese);
    assert.match(last([], { LANG: 'en_GB.UTF-8' }), english);
    assert.match(last([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }), english);
    assert.equal(last(['--lang', 'zh'], { LANG: 'en_US.UTF-8' }), chinese);
    assert.match(last(['--lang', 'en'], { LANG: 'zh_CN.UTF-8' }), english);
    assert.match(last(['--lang=en'], { LANG: 'zh_CN.UTF-8' }), english);
  });

  it('prints help and version on stdout; without a command help on stderr and 2', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(plandoc(['--version']).stdout, `${version}\n`);
    for (const args of [['--help'], ['help'], ['check', '-h']]) {
      const { status, stdout, stderr } = plandoc(args);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /^plandoc：/);
    }
    assert.match(plandoc(['--help', '--lang', 'en']).stdout, /^plandoc: reads and checks/);
    const { status, stdout, stderr } = plandoc([]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^plandoc：/);
  });

  it('ends quietly when nobody reads to the end', async () => {
    write({ 'a.plan': FAULTY.repeat(4000) });
    const child = spawn(process.execPath, [resolve('dist/plandoc.js'), 'check', 'a.plan'], { cwd: space.folder });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = (await once(child, 'exit')) as [number];
    assert.deepEqual([status, stderr], [1, '']);
  });

  it('is installed as a command that can be run by its name', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: { plandoc: string } };
    const program = resolve(bin.plandoc);
    assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.match(execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' }), /^\d+\.\d+\.\d+\n$/);
  });

  it('reads one plan from a pipe as from a file', () => {
    write({ 'a.plan': TASKS });
    for (const [command, ...options] of [
      ['tasks', '--format', 'csv'],
      ['outline'],
      ['units'],
      ['export', '--to', 'md'],
    ])
      assert.deepEqual(
        plandoc([command!, '-', ...options], { input: TASKS }),
        plandoc([command!, 'a.plan', ...options]),
        command,
      );
    assert.equal(plandoc(['import', '-'], { input: TASKS }).stdout, TASKS);
  });

  it('writes over no file that it reads, and says where it cannot write', () => {
    write({ 'a.plan.md': TASKS });
    const runs = [
      ['export', 'a.plan.md', '-o'],
      ['sheet', '.', '-o'],
      ['units', 'a.plan.md', '--write'],
    ];
    for (const args of runs) {
      const { status, stderr } = plandoc([...args, './a.plan.md']);
      assert.deepEqual([status, stderr], [2, './a.plan.md 就是读入的文件，没有覆盖。请另给一个文件名。\n'], args[0]);
      const nowhere = plandoc([...args, '没有/b.md']).stderr;
      assert.equal(nowhere, '没有/b.md：没有这个文件夹，无法写入。请先建好文件夹，或者改写到别处。\n', args[0]);
    }
    assert.equal(readFileSync(join(space.folder, 'a.plan.md'), 'utf8'), TASKS);
  });

  it('writes no review sheet when nothing could be read', () => {
    const { status, stdout, stderr } = plandoc(['sheet', '没有.plan']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /没有这个文件/);
    assert.equal(plandoc(['sheet', '没有.plan', '-o', '意见单.docx']).stderr.includes('已写入'), false);
  });
});
