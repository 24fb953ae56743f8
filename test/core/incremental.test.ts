import { deepStrictEqual, ok } from 'node:assert';
import { foldsOf } from '../../server/src/core/features/folding';
import { numbersIn } from '../../server/src/core/features/numberedPlaces';
import { tokensOf } from '../../server/src/core/features/tokens';
import { outlineOf } from '../../server/src/core/plan/outline';
import { createPlanReader, readPlan, type Plan } from '../../server/src/core/plan/plan';
import { listTasks } from '../../server/src/core/plan/tasks';
import { unitCounts } from '../../server/src/core/plan/unitCounts';
import { createChecker } from '../../server/src/core/rules/check';
import { RULES } from '../../server/src/core/rules/index';
import { blockRange } from '../../server/src/core/syntax/passage';
import { editSource, readText, textOf } from '../../server/src/core/syntax/source';
import { applyEdits } from '../../server/src/core/text/edits';
import { shiftLines, type TextEdit } from '../../server/src/core/text/position';
import { createRegister } from '../../server/src/core/units/register';
import { corpus, examples, seeds } from '../support/documents';
import { generatePlans } from '../support/generator';
import { createRandom, type Random } from '../support/random';

const register = createRegister([
  { name: '区司法局', kind: 'gov-dept', aliases: [], formerNames: [], origin: 'local' },
]);

/** Everything anybody can see of a plan, in absolute lines. */
function view(plan: Plan, findings: unknown): unknown {
  const blocks = plan.source.passages.flatMap((passage, index) =>
    // A comment over many lines is one block in each passage it crosses; what it hides is compared by the rest.
    passage.blocks
      .filter((block) => block.kind !== 'comment')
      .map((block) => ({
        kind: block.kind,
        level: 'level' in block ? block.level : null,
        label: 'label' in block ? block.label : null,
        range: shiftLines(blockRange(passage, block), plan.source.starts[index]!),
      })),
  );
  const tokens = plan.readings.flatMap((reading, index) =>
    tokensOf(reading, plan.facts, register).map((token) => ({
      ...token,
      line: token.line + plan.source.starts[index]!,
    })),
  );
  return {
    blocks,
    facts: plan.facts,
    tasks: listTasks(plan),
    outline: outlineOf(plan),
    folds: foldsOf(plan),
    units: unitCounts(plan),
    numbers: numbersIn(plan),
    tokens,
    findings,
  };
}

/** Pieces that change how the text round them is read. */
const PIECES = [
  '（',
  '）',
  '(',
  ')',
  '。',
  '，',
  '、',
  '；',
  '：',
  '《',
  '》',
  '"',
  '\t',
  '\n',
  '\n\n',
  '|',
  '年',
  '2026年底前',
  '一、',
  '（一）',
  '1.',
  '# ',
  '\n一、总体要求\n',
  '\n（二）加强领导。',
  '（牵头单位：区司法局；责任单位：区财政局）',
  '责任单位：',
  '\n附件\n',
  '---\n',
  '<!-- 注 -->',
  '<!--',
  '-->',
  '列第一位的为牵头单位，下同',
  '序号\t主要任务\t牵头单位\t完成时间\n',
  '1\t做事\t区司法局\t2022年\n',
  '| 序号 | 任务 | 牵头单位 |\n',
  '云溪区某某实施方案（2021—2025年）\n',
  '\u3000',
  ' ',
  '\uD800',
  '😀',
  '的',
] as const;

function randomEdit(random: Random, lines: readonly string[]): TextEdit {
  const line = random.below(lines.length);
  const character = random.below(lines[line]!.length + 1);
  const kind = random.below(10);
  const endLine = kind < 6 ? line : Math.min(lines.length - 1, line + random.below(kind < 8 ? 3 : 30));
  const endCharacter = kind < 4 && endLine === line ? character : random.below(lines[endLine]!.length + 1);
  const inOrder = endLine > line || endCharacter >= character;
  const end = inOrder ? { line: endLine, character: endCharacter } : { line, character };
  const copied =
    random.below(8) === 0 ? lines.slice(random.below(lines.length)).slice(0, random.below(6)).join('\n') : '';
  return {
    range: { start: { line, character }, end },
    newText: random.below(4) === 0 ? '' : copied || random.pick(PIECES),
  };
}

describe('incremental reading', () => {
  it('equals a fresh reading after any sequence of edits', function () {
    this.timeout(120_000);
    const random = createRandom();
    console.log(`      seed ${random.seed} (set PLANDOC_SEED to repeat)`);
    const generated = generatePlans(random).map(({ form, text }) => ({ name: form, text }));
    const samples = [...examples(), ...seeds(), ...corpus(), ...generated, { name: 'empty', text: '' }];
    for (const { name, text: original } of samples) {
      let text = original.replace(/\r\n?/g, '\n');
      let source = readText(text);
      const reader = createPlanReader();
      const checker = createChecker(RULES);
      for (let step = 0; step < Number(process.env['PLANDOC_STEPS'] ?? 25); step++) {
        for (let burst = 1 + random.below(3); burst > 0; burst--) {
          const edit = randomEdit(random, text.split('\n'));
          text = applyEdits(text, [edit]);
          source = editSource(source, edit.range, edit.newText);
        }
        deepStrictEqual(textOf(source), text, `${name}, step ${step}: the text`);
        const plan = reader(source, { period: null });
        const fresh = readPlan(readText(text));
        const findings = checker(plan, register).findings;
        const freshFindings = createChecker(RULES)(fresh, register).findings;
        deepStrictEqual(view(plan, findings), view(fresh, freshFindings), `${name}, step ${step}, seed ${random.seed}`);
      }
    }
  });

  const sums = (plan: Plan): unknown => ({
    facts: plan.facts,
    counts: plan.counts,
    tasks: listTasks(plan),
    units: unitCounts(plan),
  });

  // What long plans keep between edits (sums of many passages, first lines) does not show in plans of a few pages.
  it('keeps the facts, sums and places of a long plan right', function () {
    this.timeout(60_000);
    const random = createRandom();
    let text = examples()
      .flatMap((example) => Array<string>(12).fill(example.text.replace(/\r\n?/g, '\n')))
      .join('\n');
    let source = readText(text);
    const reader = createPlanReader();
    ok(source.passages.length > 300);
    for (let step = 0; step < 60; step++) {
      const edit = random.below(6) === 0 ? cutOut(random, source.lineCount) : randomEdit(random, text.split('\n'));
      text = applyEdits(text, [edit]);
      source = editSource(source, edit.range, edit.newText);
      const plan = reader(source, { period: null });
      deepStrictEqual(sums(plan), sums(readPlan(readText(text))), `step ${step}, seed ${random.seed}`);
      let line = 0;
      for (const [index, passage] of source.passages.entries()) {
        deepStrictEqual(source.starts[index], line);
        line += passage.lines.length;
      }
      deepStrictEqual([source.starts.length, source.lineCount], [source.passages.length, line]);
    }
  });
});

/** Takes out up to a few hundred lines, so that the passages below move up. */
function cutOut(random: Random, lineCount: number): TextEdit {
  const line = random.below(lineCount);
  const start = { line, character: 0 };
  return { range: { start, end: { line: line + random.below(300), character: 0 } }, newText: '' };
}
