import assert from 'node:assert/strict';
import { createPlanReader, readPlan } from '../../../server/src/core/plan/plan';
import { createChecker } from '../../../server/src/core/rules/check';
import { DEFAULT_CONFIG, type ReviewConfig, type Severities } from '../../../server/src/core/rules/config';
import { RULES } from '../../../server/src/core/rules/index';
import { PLANS, type Rule } from '../../../server/src/core/rules/rule';
import { editSource, readText } from '../../../server/src/core/syntax/source';
import { range } from '../../../server/src/core/text/position';
import { createRegister } from '../../../server/src/core/units/register';
import { findingsOf } from './findings';

const register = createRegister();

const severities = (levels: Severities): ReviewConfig => ({ ...DEFAULT_CONFIG, severities: levels });

const TEXT = [
  '云溪区数据共享实施方案（2021—2025年）',
  '一、主要任务',
  ...Array.from({ length: 60 }, (_, index) => `${index + 1}.归集第${index + 1}批数据。（牵头单位：区数据局）`),
  '61.校核数据，2026年底前完成。（责任单位：区司法局、区青穗局）',
].join('\n');

/** A rule that finds the first line of every passage and counts how often it is asked. */
function countingRule(): Rule & { readonly asked: () => number } {
  let asked = 0;
  return {
    id: 'counting',
    title: { zh: '数', en: 'Counts' },
    topic: 'text',
    basis: { zh: '无', en: 'none' },
    severity: 'hint',
    strength: '惯例',
    fixable: 'no',
    kinds: PLANS,
    passage() {
      asked++;
      return [{ message: { zh: '有', en: 'here' }, range: range(0, 0, 0, 1) }];
    },
    asked: () => asked,
  };
}

const failing: Rule = {
  ...countingRule(),
  id: 'failing',
  passage: () => {
    throw new Error('broken');
  },
};

describe('检查 the checker', () => {
  it('asks a rule again only about passages that changed', () => {
    const rule = countingRule();
    const check = createChecker([rule]);
    const read = createPlanReader();
    const source = readText(TEXT);
    const first = check(read(source, { period: null }), register).findings;
    const passages = source.passages.length;
    assert.ok(passages > 2, 'the text is too short to tell');
    assert.equal(rule.asked(), passages);

    const longer = editSource(source, range(source.lineCount - 1, 0, source.lineCount - 1, 0), '60之后再加一句。');
    check(read(longer, { period: null }), register);
    assert.ok(rule.asked() - passages <= 2, `asked ${rule.asked() - passages} times for one edit`);
    assert.deepEqual(
      first.map((finding) => finding.range.start.line),
      source.starts,
    );
  });

  it('asks again when a fact of the document, the register or the levels change', () => {
    const rule = countingRule();
    const check = createChecker([rule]);
    const read = createPlanReader();
    const source = readText(TEXT);
    const passages = source.passages.length;
    check(read(source, { period: null }), register);
    const renamed = editSource(source, range(0, 9, 0, 11), '意见');
    check(read(renamed, { period: null }), register);
    assert.equal(rule.asked(), renamed.passages.length + passages);
    check(read(renamed, { period: null }), createRegister());
    assert.equal(rule.asked(), 2 * renamed.passages.length + passages);
  });

  it('goes on when a rule fails, and tells once', () => {
    const rule = countingRule();
    const { findings, faults } = createChecker([failing, rule])(readPlan(readText(TEXT)), register);
    assert.deepEqual(
      faults.map((fault) => fault.rule),
      ['failing'],
    );
    assert.ok(findings.length > 0 && findings.every((finding) => finding.rule === 'counting'));
  });

  it('levels are what the settings say; off means never asked', () => {
    const rule = countingRule();
    const plan = readPlan(readText(TEXT));
    assert.deepEqual(createChecker([rule])(plan, register, severities({ counting: 'off' })).findings, []);
    assert.equal(rule.asked(), 0);
    const [finding] = createChecker([rule])(plan, register, severities({ counting: 'error' })).findings;
    assert.equal(finding?.severity, 'error');
    assert.equal(
      findingsOf('unknown-unit', TEXT, { config: { severities: { 'unknown-unit': 'warning' } } })[0]?.severity,
      'warning',
    );
  });

  it('gives findings in order of place', () => {
    const { findings } = createChecker(RULES)(readPlan(readText(TEXT)), register);
    assert.deepEqual(
      findings.map((finding) => finding.rule),
      ['deadline-out-of-period', 'missing-lead', 'unknown-unit'],
    );
  });

  it('finds nothing in a text that is no plan', () => {
    for (const text of ['', '\n', '会议记录', '（责任单位：', '2026年底前完成。']) {
      assert.deepEqual(createChecker(RULES)(readPlan(readText(text)), register), { findings: [], faults: [] }, text);
    }
  });
});
