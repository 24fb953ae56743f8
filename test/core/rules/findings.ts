/** Checks of rules that read like documents: `<|…|>` in a plan marks what a rule has to find, and it may find no more. */
import assert from 'node:assert/strict';
import type { Period } from '../../../server/src/protocol';
import { createPlanReader, readPlan } from '../../../server/src/core/plan/plan';
import { createChecker } from '../../../server/src/core/rules/check';
import { DEFAULT_CONFIG, type ReviewConfig } from '../../../server/src/core/rules/config';
import { RULES } from '../../../server/src/core/rules/index';
import type { Finding, Fix } from '../../../server/src/core/rules/rule';
import { superiorFrom } from '../../../server/src/core/rules/superior';
import { editSource, readText } from '../../../server/src/core/syntax/source';
import { applyEdits } from '../../../server/src/core/text/edits';
import { say } from '../../../server/src/core/text/locale';
import { comparePositions, type Range } from '../../../server/src/core/text/position';
import { createRegister } from '../../../server/src/core/units/register';
import type { Register } from '../../../server/src/core/units/model';
import { readMarks, textIn } from '../../support/marks';

export interface Surroundings {
  /** Units of a register of the workspace; without any there is only the base register. */
  readonly units?: readonly string[];
  /** The period from the settings. */
  readonly period?: Period;
  /** Levels, options and words as a `plandoc.yaml` would set them. */
  readonly config?: Partial<ReviewConfig>;
  /** The texts of superior plans. */
  readonly superiors?: readonly string[];
}

const base = createRegister();

function registerOf({ units = [] }: Surroundings): Register {
  if (units.length === 0) return base;
  return createRegister(
    units.map((name) => ({ name, kind: 'institution', aliases: [], formerNames: [], origin: 'local' })),
  );
}

/** What one rule finds in a plan. Reading it anew and reading it after edits must give the same. */
export function findingsOf(rule: string, text: string, surroundings: Surroundings = {}): readonly Finding[] {
  const register = registerOf(surroundings);
  const options = { period: surroundings.period ?? null };
  const config = turnedOn(rule, { ...DEFAULT_CONFIG, ...surroundings.config });
  const superiors = (surroundings.superiors ?? []).map((one) => superiorFrom('上位文件', readPlan(readText(one))));
  const check = createChecker(RULES);
  const read = createPlanReader();
  const source = readText(text);
  const first = check(read(source, options), register, config, superiors);
  assert.deepEqual(first.faults, []);
  // An edit and its undoing in the middle of the text, with what was read before kept.
  const at = { line: Math.floor(source.lineCount / 2), character: 0 };
  const edited = editSource(source, { start: at, end: at }, '一、某章\n（责任单位：');
  check(read(edited, options), register, config, superiors);
  const restored = editSource(edited, { start: at, end: { line: at.line + 1, character: 6 } }, '');
  const second = check(read(restored, options), register, config, superiors);
  assert.deepEqual(second.findings, first.findings, 'after an edit and its undoing the findings differ');
  return first.findings.filter((finding) => finding.rule === rule);
}

/** A rule that is off unless asked for is asked for. */
function turnedOn(rule: string, config: ReviewConfig): ReviewConfig {
  if (RULES.find(({ id }) => id === rule)?.severity !== 'off') return config;
  return { ...config, severities: { [rule]: 'hint', ...config.severities } };
}

const show = (text: string, ranges: readonly Range[]): readonly string[] =>
  ranges.map((range) => `${range.start.line + 1}:${range.start.character + 1} ${textIn(text, range)}`);

/**
 * Fails unless `rule` finds exactly the marked places. Returns the findings, in order, for what else a test wants to say.
 */
export function checkFindings(rule: string, marked: string, surroundings: Surroundings = {}): readonly Finding[] {
  assert.ok(
    RULES.some(({ id }) => id === rule),
    `there is no rule ${rule}`,
  );
  const { text, ranges } = readMarks(marked);
  assert.equal(marked.split('<|').length - 1, ranges.length, 'marks lie inside each other');
  const findings = findingsOf(rule, text, surroundings);
  const found = findings.map(({ range }) => range);
  assert.deepEqual(show(text, found), show(text, ranges));
  findings.forEach((finding, index) => checkShape(finding, findings[index - 1]));
  return findings;
}

/** What no finding may be: without a range, the one before again, with a place left open in its sentence. */
function checkShape(finding: Finding, previous: Finding | undefined): void {
  const { start, end } = finding.range;
  assert.ok(comparePositions(start, end) < 0, 'a finding without a range cannot be seen');
  if (previous) assert.notDeepEqual(finding.range, previous.range, 'the same place is found twice');
  const said = [finding, ...finding.related, ...finding.fixes.map(({ title, args }) => ({ message: title, args }))];
  for (const { message, args } of said) {
    for (const locale of ['zh', 'en'] as const) {
      assert.doesNotMatch(say(message, locale, args), /\{\w+\}|undefined/, 'the sentence has an open place');
    }
  }
  for (const fix of finding.fixes) if (fix.kind === 'edit') assert.ok(fix.edits.length > 0, 'a fix without edits');
}

/** The sentence of a finding, in Chinese. */
export const sentence = ({ message, args }: Finding): string => say(message, 'zh', args);

export const titleOf = (fix: Fix): string => say(fix.title, 'zh', fix.args);

/** Applies an editing fix: the first one, or the one with this Chinese title. */
export function applyFix(text: string, finding: Finding, title?: string): string {
  const edits = finding.fixes.filter((fix) => fix.kind === 'edit');
  const fix = edits.find((one) => title === undefined || titleOf(one) === title);
  assert.ok(fix, `no such fix; there are: ${finding.fixes.map(titleOf).join(' | ')}`);
  const fixed = applyEdits(text, fix.edits);
  assert.notEqual(fixed, text, 'the fix changes nothing');
  return fixed;
}

/**
 * Fails unless fixing the marked finding of `before` gives `after`, where the rule no longer says the same of the same
 * place, so that applying the fix again is impossible or changes nothing.
 */
export function checkFix(
  rule: string,
  before: string,
  after: string,
  options: Surroundings & { readonly title?: string } = {},
): void {
  const { text, ranges } = readMarks(before);
  assert.equal(ranges.length, 1, 'mark the one finding to fix');
  const finding = findingsOf(rule, text, options).find(
    ({ range }) => comparePositions(range.start, ranges[0]!.start) === 0,
  );
  assert.ok(finding, 'nothing is found at the mark');
  assert.equal(textIn(text, finding.range), textIn(text, ranges[0]!));
  const fixed = applyFix(text, finding, options.title);
  assert.equal(fixed, after);
  const again = findingsOf(rule, fixed, options).filter(
    ({ range }) => comparePositions(range.start, finding.range.start) === 0,
  );
  assert.deepEqual(again.map(sentence), [], 'the fixed place is found again');
}
