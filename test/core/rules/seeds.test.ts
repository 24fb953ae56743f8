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
import { DIFFERENCES } from './differences';
import { GOLDEN } from './golden';

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

/** Rows of a table of the list that the documents are checked against (核对清单), by the names of its columns. */
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

interface Truth {
  readonly seed: string;
  /** One-based; 0 is the whole document. */
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly text: string;
}

function truthOf(): readonly Truth[] {
  return rowsOf('truth.tsv')
    .filter((row) => ids.has(row['rule']!))
    .map((row) => ({
      seed: row['seed']!,
      line: Number(row['line']),
      rule: row['rule']!,
      severity: row['severity']!,
      text: row['exact_text']!,
    }));
}

/** Sets findings against the list one to one; what is left on either side, or of another level, is told. */
function compare({ sample, findings }: Reviewed, truth: readonly Truth[]): readonly string[] {
  const seed = inShort(sample.name);
  const left = truth.filter((one) => one.seed === seed);
  const told: string[] = [];
  for (const { rule, range, severity } of findings) {
    const words = textIn(sample.text, range);
    const [start, end] = [range.start.line + 1, range.end.line + 1];
    const fits = left.filter((one) => one.rule === rule && (one.line === 0 || (start <= one.line && one.line <= end)));
    const match = fits.find((one) => overlap(one.text, words)) ?? fits[0];
    if (!match) told.push(`beyond ${seed} ${start} ${rule}`);
    else {
      left.splice(left.indexOf(match), 1);
      if (match.severity !== severity) told.push(`${severity} ${seed} ${match.line} ${rule}`);
    }
  }
  return [...told, ...left.map((one) => `missed ${seed} ${one.line} ${one.rule}`)];
}

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

  it('报出核对清单列明的各处，一处不多 what the list has, and no more', () => {
    const truth = truthOf();
    assert.ok(truth.length > 20 && reviewed.length >= 5, 'the documents are not what they were');
    const told = reviewed.flatMap((one) => compare(one, truth));
    assert.deepEqual(told.sort(), DIFFERENCES.map(({ place }) => place).sort());
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

  it('其他文件只报读过认可的各处 on other documents only what was read and found to stand', () => {
    const told = others.flatMap(({ sample, findings }) =>
      findings
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ range, severity, rule }) => `${sample.name.slice(0, 2)} ${range.start.line + 1} ${severity} ${rule}`),
    );
    assert.deepEqual(told, GOLDEN);
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
