import type { Plan } from '../plan/plan';
import { comparePositions } from '../text/position';
import type { ReviewConfig } from './config';
import { shiftReport, toFinding } from './report';
import type { Finding, Report, Rule } from './rule';

/** What the rules said of one passage, by rule. */
export type PassageReports = ReadonlyMap<string, readonly Report[]>;

/** Whether what a rule says of a passage is its last word: nothing of the rest of the document may change it. */
export const isSettled = (rule: Rule): boolean => !rule.whole && !rule.document && !rule.comments;

/** By place; at one place in the order of the rules. */
export type Order = (a: Finding, b: Finding) => number;

export function createOrder(rules: readonly Rule[]): Order {
  const ranks = new Map(rules.map(({ id }, rank) => [id, rank]));
  return (a, b) => comparePositions(a.range.start, b.range.start) || ranks.get(a.rule)! - ranks.get(b.rule)!;
}

/** The findings passages settle by themselves, in order. */
export type Settle = (
  plan: Plan,
  passages: readonly PassageReports[],
  rules: readonly Rule[],
  order: Order,
  config: ReviewConfig,
) => readonly Finding[];

/** Keeps the findings of each passage as long as it neither changes nor moves, so that an edit costs what it touches. */
export function createSettle(): Settle {
  const kept = new WeakMap<PassageReports, { readonly lines: number; readonly findings: readonly Finding[] }>();
  return ({ source }, passages, rules, order, config) => {
    const settled = rules.filter(isSettled);
    const all: Finding[] = [];
    for (let at = 0; at < passages.length; at++) {
      const reports = passages[at]!;
      if (reports.size === 0) continue;
      const lines = source.starts[at]!;
      let known = kept.get(reports);
      if (known?.lines !== lines) {
        known = { lines, findings: findingsOf(reports, lines, settled, config).sort(order) };
        kept.set(reports, known);
      }
      for (const finding of known.findings) all.push(finding);
    }
    return all;
  };
}

function findingsOf(reports: PassageReports, lines: number, rules: readonly Rule[], config: ReviewConfig): Finding[] {
  return rules.flatMap((rule) =>
    (reports.get(rule.id) ?? []).map((report) => toFinding(rule, shiftReport(report, lines), config)),
  );
}

/** Two lists in order as one. */
export function mergeFindings(a: readonly Finding[], b: readonly Finding[], order: Order): readonly Finding[] {
  if (b.length === 0) return a;
  const merged: Finding[] = [];
  let at = 0;
  for (const finding of b) {
    while (at < a.length && order(a[at]!, finding) <= 0) merged.push(a[at++]!);
    merged.push(finding);
  }
  while (at < a.length) merged.push(a[at++]!);
  return merged;
}
