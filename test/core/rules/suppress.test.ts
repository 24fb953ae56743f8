import assert from 'node:assert/strict';
import { createPlanReader, readPlan } from '../../../server/src/core/plan/plan';
import { listTasks } from '../../../server/src/core/plan/tasks';
import { createChecker } from '../../../server/src/core/rules/check';
import { RULES } from '../../../server/src/core/rules/index';
import type { Rule } from '../../../server/src/core/rules/rule';
import { editSource, readText, textOf } from '../../../server/src/core/syntax/source';
import { range } from '../../../server/src/core/text/position';
import { createRegister } from '../../../server/src/core/units/register';
import { createRandom } from '../../support/random';
import { checkFindings } from './findings';

const REGISTER = createRegister();

const plan = (...lines: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', '1.编制目录。（牵头单位：区数据局；责任单位：区财政局）', ...lines].join(
    '\n',
  );

const leads = (marked: string) => checkFindings('missing-lead', marked);
const units = (marked: string) =>
  checkFindings('unknown-unit', marked, { units: ['区数据局', '区财政局', '区司法局', '区民政局'] });

describe('plandoc-ignore 抑制', () => {
  it('独占一行，管下一段 alone on its line it silences the paragraph below', () => {
    leads(
      plan(
        '<!-- plandoc-ignore missing-lead -->',
        '2.归集数据。（责任单位：区司法局、区民政局）',
        '3.校核数据。<|（责任单位：区司法局、区民政局）|>',
      ),
    );
  });

  it('下一段在空行之后 a blank line may stand between', () => {
    leads(plan('<!-- plandoc-ignore missing-lead -->', '', '2.归集数据。（责任单位：区司法局、区民政局）'));
  });

  it('标题和下面的条目之间写了批注，读法不变 between a heading and its measure it changes nothing in how they read', () => {
    const heads = (comment: string): unknown =>
      listTasks(
        readPlan(
          readText(
            plan('强化源头治理', `${comment}2.归集数据。（责任单位：区司法局）`, '3.校核。（责任单位：区司法局）'),
          ),
        ),
      ).map(({ label, heading, section }) => [label, heading, section]);
    assert.deepEqual(heads('<!-- plandoc-ignore missing-lead：已会商 -->\n\n'), heads(''));
  });

  it('连同单独成行的责任括注 with the annotation on a line of its own that belongs to it', () => {
    leads(
      plan(
        '<!-- plandoc-ignore missing-lead -->',
        '2.归集数据，及时更新。',
        '（责任单位：区司法局、区民政局）',
        '3.校核数据，及时更新。',
        '<|（责任单位：区司法局、区民政局）|>',
      ),
    );
  });

  it('写在行尾，管本行 at the end of a line it silences that line', () => {
    leads(
      plan(
        '2.归集数据。（责任单位：区司法局、区民政局）<!-- plandoc-ignore missing-lead -->',
        '3.校核数据。<|（责任单位：区司法局、区民政局）|>',
      ),
    );
  });

  it('可以写几条规则，可以写理由 several rules, and a reason', () => {
    const both = plan(
      '<!-- plandoc-ignore unknown-unit，missing-lead：过渡期间，暂不明确 -->',
      '2.归集数据。（责任单位：区青穗局、区民政局）',
    );
    leads(both);
    units(both);
  });

  it('只管写明的规则 other rules are not silenced', () => {
    units(plan('<!-- plandoc-ignore missing-lead -->', '2.归集数据。（责任单位：<|区青穗局|>、区民政局）'));
  });

  it('不换成同一处的另一条 what only follows from a silenced finding does not come up in its place', () => {
    const rules = (...lines: readonly string[]): readonly string[] =>
      createChecker(RULES)(readPlan(readText(plan(...lines))), REGISTER)
        .findings.filter(({ severity }) => severity !== 'hint')
        .map(({ rule }) => rule);
    const comment = '<!-- plandoc-ignore responsibility-malformed：原件如此 -->';
    const open = '2.归集数据。（牵头单位：区司法局；责任单位：区民政局';
    assert.ok(rules(open).includes('responsibility-malformed'));
    assert.deepEqual(rules(comment, open), rules(`${open}）`));
    assert.ok(rules(comment, open, '3.校核数据（含历年的。').includes('bracket-mismatch'), 'elsewhere it is told');
  });

  it('不认识的写法不算 a comment of another shape silences nothing', () => {
    leads(plan('<!-- ignore missing-lead -->', '2.归集数据。<|（责任单位：区司法局、区民政局）|>'));
    leads(plan('<!-- plandoc-ignore -->', '2.归集数据。<|（责任单位：区司法局、区民政局）|>'));
  });

  it('抑制的处所不计入整篇诊断 silenced places do not count for the finding at the title', () => {
    leads(
      [
        '云溪区数据共享实施方案',
        '一、主要任务',
        '<!-- plandoc-ignore missing-lead：三家共同推进 -->',
        '1.归集数据。（责任单位：区司法局、区民政局）',
        '2.校核数据。<|（责任单位：区司法局、区民政局）|>',
      ].join('\n'),
    );
  });

  it('标题上方的批注抑制整篇诊断 above the title it silences the finding of the whole plan', () => {
    const text = [
      '云溪区便民服务实施方案',
      ...['一', '二', '三'].map((n) => `${n}、完善服务。优化流程，压缩时间。`),
    ].join('\n');
    checkFindings('missing-responsibility', text.replace(/^(.*)/, '<|$1|>'));
    checkFindings('missing-responsibility', `<!-- plandoc-ignore missing-responsibility -->\n${text}`);
  });
});

describe('plandoc-ignore-start … end 一段 a region', () => {
  const bad = (n: number): string => `${n}.归集第${n}批数据。（责任单位：区司法局、区民政局）`;
  const found = (n: number): string => `${n}.归集第${n}批数据。<|（责任单位：区司法局、区民政局）|>`;
  const many = (from: number, to: number): readonly string[] =>
    Array.from({ length: to - from + 1 }, (_, at) => bad(from + at));

  it('管起止之间，不管前后 what stands between, not before or after', () => {
    leads(
      plan(
        found(2),
        '<!-- plandoc-ignore-start missing-lead：共同推进 -->',
        bad(3),
        bad(4),
        '<!-- plandoc-ignore-end -->',
        found(5),
      ),
    );
  });

  it('可以跨很多段 over many passages', () => {
    leads(
      plan(
        found(2),
        '<!-- plandoc-ignore-start missing-lead：共同推进 -->',
        ...many(3, 90),
        '<!-- plandoc-ignore-end -->',
        found(91),
      ),
    );
  });

  it('可以套着写，先结束后开始的 inside each other, the last begun ends first', () => {
    const text = (unit: string, lead: string): string =>
      plan(
        '<!-- plandoc-ignore-start missing-lead：共同推进 -->',
        '<!-- plandoc-ignore-start unknown-unit：机构改革 -->',
        '2.归集数据。（责任单位：区青穗局、区民政局）',
        '<!-- plandoc-ignore-end -->',
        `3.归集数据。（责任单位：${unit}、区民政局）`,
        '<!-- plandoc-ignore-end -->',
        `4.归集数据。${lead}`,
      );
    units(text('<|区青穗局|>', '（牵头单位：区司法局）'));
    leads(text('区青穗局', '<|（责任单位：区司法局、区民政局）|>'));
  });

  it('没有结束的，管到文末 without an end it holds to the end of the document', () => {
    leads(plan(found(2), '<!-- plandoc-ignore-start missing-lead：共同推进 -->', ...many(3, 60)));
  });

  it('多余的结束不起作用 an end too many does nothing', () => {
    leads(plan('<!-- plandoc-ignore-end -->', found(2), '<!-- plandoc-ignore-end -->', found(3)));
  });

  it('写在行内也算 inside a line as well', () => {
    leads(
      plan(
        `<!-- 说明 -->\n2.归集数据。（责任单位：区司法局、区民政局）<!-- plandoc-ignore-start missing-lead：共同推进 -->`,
        `${bad(3)}<!-- plandoc-ignore-end -->`,
        found(4),
      ),
    );
  });
});

describe('plandoc-ignore-file 全文 the whole document', () => {
  it('写在哪里都管全文 wherever it stands', () => {
    const lines = Array.from({ length: 60 }, (_, n) => `${n + 2}.归集数据。（责任单位：区司法局、区民政局）`);
    leads(plan(...lines, '<!-- plandoc-ignore-file missing-lead：历史文件，照录 -->'));
    leads(`<!-- plandoc-ignore-file missing-lead：历史文件，照录 -->\n${plan(...lines)}`);
  });

  it('写在文首元数据之后 behind the front matter', () => {
    leads(
      `---\n期间: 2021-2025\n---\n<!-- plandoc-ignore-file missing-lead：照录 -->\n${plan('2.归集数据。（责任单位：区司法局、区民政局）')}`,
    );
  });

  it('整篇诊断也管 findings about the whole document too', () => {
    const text = [
      '云溪区便民服务实施方案',
      ...['一', '二', '三'].map((n) => `${n}、完善服务。优化流程，压缩时间。`),
      '<!-- plandoc-ignore-file missing-responsibility：分工另行印发 -->',
    ].join('\n');
    checkFindings('missing-responsibility', text);
  });
});

describe('批注可以跨行、缩进；全文只有一行的 comments over lines, indented, in one-line documents', () => {
  it('跨行的批注 a comment over two lines', () => {
    leads(
      plan(
        '<!-- plandoc-ignore missing-lead：三家已经会商，',
        '由分管领导协调 -->',
        '2.归集数据。（责任单位：区司法局、区民政局）',
        '3.校核数据。<|（责任单位：区司法局、区民政局）|>',
      ),
    );
  });

  it('缩进的批注 an indented comment does not run on into the paragraph below', () => {
    leads(
      plan(
        '　　<!-- plandoc-ignore missing-lead：三家已经会商，共同推进数据归集和校核工作 -->',
        '2.归集数据。（责任单位：区司法局、区民政局）',
        '3.校核数据。<|（责任单位：区司法局、区民政局）|>',
      ),
    );
  });

  it('只管所在的一条 in a document of one line only the measure it stands in', () => {
    leads(
      '云溪区数据共享实施方案 一、主要任务 （一）编制目录。及时编制数据目录。（牵头单位：区数据局；责任单位：区财政局）（二）归集数据。按月归集各类数据。（责任单位：区司法局、区民政局）<!-- plandoc-ignore missing-lead：共同推进 --> （三）校核数据。按月校核各类数据。<|（责任单位：区司法局、区民政局）|>（四）发布数据。按季发布各类数据。（牵头单位：区数据局）',
    );
  });
});

describe('任务表里的批注 comments in a table', () => {
  const HEAD = '序号\t主要任务\t牵头单位\t责任单位\t完成时间';
  const table = (...rows: readonly string[]): string => ['云溪区数据共享任务清单', HEAD, ...rows].join('\n');
  const ROWS = [
    '1\t编制目录\t区数据局\t区财政局\t2024年',
    '2\t归集数据\t\t区司法局\t2024年',
    '3\t校核数据\t\t区司法局\t2024年',
  ] as const;
  const [FIRST, SECOND, THIRD] = ROWS;
  const FOUND = '<|3|>\t校核数据\t\t区司法局\t2024年';
  const COMMENTS = [
    '<!-- plandoc-ignore missing-lead：共同推进 -->',
    '<!-- plandoc-ignore missing-lead：共同推进 -->\t\t\t\t',
    '\t<!-- plandoc-ignore missing-lead：共同推进 -->',
  ];
  const tasks = (text: string): unknown =>
    listTasks(readPlan(readText(text))).map(({ label, text: task, lead, participants, deadline }) => [
      label,
      task,
      lead.map(({ name }) => name),
      participants.map(({ name }) => name),
      deadline?.text,
    ]);

  it('独占一行，管下一行 alone on a line it is for the row below', () => {
    for (const comment of COMMENTS) leads(table(FIRST, comment, SECOND, FOUND));
  });

  it('写在格子里，管这一行 in a cell it is for its row', () => {
    leads(table(FIRST, `${SECOND}<!-- plandoc-ignore missing-lead：共同推进 -->`, FOUND));
    leads(table(FIRST, SECOND.replace('\t\t', '\t<!-- plandoc-ignore missing-lead：共同推进 -->\t'), FOUND));
  });

  it('管一段、管全文 regions and the whole file', () => {
    const [start, end] = ['<!-- plandoc-ignore-start missing-lead：共同推进 -->', '<!-- plandoc-ignore-end -->'];
    leads(table(FIRST, start, SECOND, end, FOUND));
    leads(table(FIRST, SECOND, THIRD, '<!-- plandoc-ignore-file missing-lead：共同推进 -->'));
  });

  it('批注不打乱表格 the table is read as if they were not there', () => {
    const plain = tasks(table(...ROWS));
    for (const comment of COMMENTS) {
      assert.deepEqual(tasks(table(FIRST, comment, SECOND, comment, THIRD)), plain);
      assert.deepEqual(tasks(['云溪区数据共享任务清单', comment, HEAD, comment, ...ROWS].join('\n')), plain);
    }
    for (const at of [1, 2, 3, 4]) {
      const cells = SECOND.split('\t');
      cells[at] += '<!-- plandoc-ignore missing-lead：共同推进 -->';
      assert.deepEqual(tasks(table(FIRST, cells.join('\t'), THIRD)), plain);
    }
  });

  it('Markdown 表格 in a Markdown table', () => {
    const markdown = (...rows: readonly string[]): string =>
      [
        '# 云溪区数据共享任务清单',
        '| 序号 | 主要任务 | 牵头单位 | 责任单位 |',
        '| --- | --- | --- | --- |',
        ...rows,
      ].join('\n');
    leads(
      markdown(
        '| 1 | 编制目录 | 区数据局 | 区财政局 |',
        '| 2 | 归集数据 <!-- plandoc-ignore missing-lead：共同推进 --> | | 区司法局 |',
        '| <|3|> | 校核数据 | | 区司法局 |',
      ),
    );
  });
});

describe('抑制与编辑 comments and edits', () => {
  const measure = (n: number): string => `${n}.归集第${n}批数据。（责任单位：区司法局、区民政局）`;
  const lines = [
    '云溪区数据共享实施方案',
    '一、主要任务',
    ...Array.from({ length: 20 }, (_, n) => measure(n + 1)),
    '<!-- plandoc-ignore-start missing-lead：共同推进 -->',
    ...Array.from({ length: 40 }, (_, n) => measure(n + 21)),
    '<!-- plandoc-ignore-end -->',
    ...Array.from({ length: 20 }, (_, n) => measure(n + 61)),
    '<!-- plandoc-ignore unknown-unit：机构改革 -->',
    '81.归集数据。（牵头单位：区青穗局）',
  ];
  const PIECES = [
    '<!-- plandoc-ignore-start missing-lead：甲 -->',
    '<!-- plandoc-ignore-end -->',
    '<!-- plandoc-ignore-file missing-lead：乙 -->',
    '<!-- plandoc-ignore missing-lead -->',
    '<!-- plandoc-ignore-start',
    '-->',
    '\n',
    '8.归集数据。（责任单位：区司法局、区青穗局）',
  ];

  it('改了再查，与从头查一样 after any edits the findings are those of a fresh check', () => {
    const random = createRandom();
    for (let round = 0; round < 12; round++) {
      const read = createPlanReader();
      const check = createChecker(RULES);
      let source = readText(lines.join('\n'));
      for (let step = 0; step < 12; step++) {
        const line = random.below(source.lineCount);
        const length = random.below(3);
        const newText =
          random.below(3) === 0 ? '' : `${PIECES[random.below(PIECES.length)]!}${random.below(2) ? '\n' : ''}`;
        source = editSource(source, range(line, 0, line + length, 0), newText);
        const incremental = check(read(source, { period: null }), REGISTER);
        const full = createChecker(RULES)(readPlan(readText(textOf(source))), REGISTER);
        assert.deepEqual(incremental, full, `seed ${random.seed}, round ${round}, step ${step}`);
      }
    }
  });

  it('远处的编辑不重查一段 an edit far away asks no rule again inside a region', () => {
    const asked: string[] = [];
    const rule: Rule = {
      ...RULES.find(({ id }) => id === 'missing-lead')!,
      id: 'missing-lead',
      document: (found) => found,
      passage: ({ passage }) => {
        asked.push(passage.lines[0]!);
        return [{ message: { zh: '有', en: 'here' }, range: range(0, 0, 0, 1) }];
      },
    };
    const check = createChecker([rule]);
    const read = createPlanReader();
    const source = readText(lines.join('\n'));
    check(read(source, { period: null }), REGISTER);
    asked.length = 0;
    check(read(editSource(source, range(2, 2, 2, 2), '再'), { period: null }), REGISTER);
    assert.equal(asked.length, 1);
    asked.length = 0;
    // The region itself begins elsewhere: what stands in it is quiet or not, but no rule looks again.
    check(read(editSource(source, range(22, 0, 23, 0), ''), { period: null }), REGISTER);
    assert.ok(asked.length <= 2, asked.join('\n'));
  });
});
