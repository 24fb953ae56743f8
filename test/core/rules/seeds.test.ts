/** What the rules say of real documents read by hand. They lie beside the repository, where they exist at all. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlan, type Plan } from '../../../server/src/core/plan/plan';
import { createChecker } from '../../../server/src/core/rules/check';
import { RULES } from '../../../server/src/core/rules/index';
import type { Finding } from '../../../server/src/core/rules/rule';
import { readText } from '../../../server/src/core/syntax/source';
import { createRegister } from '../../../server/src/core/units/register';
import { textIn } from '../../support/marks';
import { corpus, seeds, SHARED, type Sample } from '../../support/documents';

interface Reviewed {
  readonly sample: Sample;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

const register = createRegister();
const ids = new Set(RULES.map(({ id }) => id));

function review(sample: Sample): Reviewed {
  const plan = readPlan(readText(sample.text));
  return { sample, plan, findings: createChecker(RULES)(plan, register).findings };
}

/** Rows of a table of the handbook, by the names of its columns. */
function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(join(SHARED, 'domain', name), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** `missing-lead 41` for each finding; findings of the whole document stand at line 0, as in the handbook. */
const placeOf = (finding: Finding): string =>
  `${finding.rule} ${finding.rule === 'missing-responsibility' ? 0 : finding.range.start.line + 1}`;

function unitNames({ plan }: Reviewed): ReadonlySet<string> {
  const names = plan.readings.flatMap((reading) =>
    reading.items.flatMap((item) =>
      item.kind === 'text'
        ? item.annotations.flatMap(({ units }) => units.map(({ name }) => name))
        : item.responsibility.flatMap(({ annotation }) => annotation.units.map(({ name }) => name)),
    ),
  );
  return new Set(names);
}

const inShort = (name: string): string => name.slice(0, 3);

describe('真实文件 real documents', () => {
  let reviewed: readonly Reviewed[] = [];
  let others: readonly Reviewed[] = [];

  before(function () {
    if (!existsSync(join(SHARED, 'domain', 'truth.tsv'))) {
      console.log('跳过：没有 ../shared 里的真实文件。Not run: there are no real documents in ../shared.');
      this.skip();
    }
    reviewed = seeds().map(review);
    others = corpus().map(review);
  });

  it('报出核稿手册列明的各处，一处不多 what the handbook lists, and no more', () => {
    // A slip of a name is the business of a rule of its own one day; until then it is an unknown unit.
    const slip = (row: Readonly<Record<string, string>>) => row['rule'] === 'unit-misspelled' && row['seed'] === '000';
    const truth = rowsOf('truth.tsv').filter((row) => ids.has(row['rule']!) || slip(row));
    assert.ok(truth.length > 20 && reviewed.length >= 5, 'the documents are not what they were');
    for (const one of reviewed) {
      const expected = truth
        .filter((row) => row['seed'] === inShort(one.sample.name))
        .map((row) => `${slip(row) ? 'unknown-unit' : row['rule']} ${row['line']}`);
      assert.deepEqual(one.findings.map(placeOf).sort(), expected.sort(), one.sample.name);
    }
  });

  it('不得误报的一处不报 nothing of what must never be reported', () => {
    const never = rowsOf('false-positives.tsv').filter((row) => ids.has(row['rule_that_must_not_fire']!));
    assert.ok(never.length > 40, 'the list is not what it was');
    const wrong = never.filter((row) => {
      const one = reviewed.find(({ sample }) => inShort(sample.name) === row['seed']);
      return one?.findings.some(
        ({ rule, range }) =>
          rule === row['rule_that_must_not_fire'] &&
          range.start.line + 1 === Number(row['line']) &&
          overlap(textIn(one.sample.text, range), row['exact_text']!),
      );
    });
    assert.deepEqual(wrong, []);
  });

  it('基础名册不认得的单位名称，每份不超过一成 at most one name in ten is not in the base register', () => {
    const many = [...reviewed, ...others].flatMap((one) => {
      const names = [...unitNames(one)];
      const unknown = names.filter((name) => register.resolve(name).how === 'unknown');
      return unknown.length * 10 > names.length ? [`${one.sample.name}: ${unknown.join('、')}`] : [];
    });
    assert.deepEqual(many, []);
  });

  it('其他文件不报时限 no deadline of the other documents is outside its period', () => {
    const late = others.flatMap(({ sample, findings }) =>
      findings
        .filter(({ rule, severity }) => rule === 'deadline-out-of-period' && severity === 'error')
        .map(({ range }) => `${sample.name} ${range.start.line + 1}`),
    );
    assert.deepEqual(late, []);
  });
});

const overlap = (a: string, b: string): boolean => a.includes(b) || b.includes(a);
