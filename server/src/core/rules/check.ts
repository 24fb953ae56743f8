import type { Plan } from '../plan/plan';
import type { PassageReading } from '../plan/reading';
import { comparePositions, shiftLines } from '../text/position';
import type { Register } from '../units/model';
import type { Finding, Report, Rule, RuleContext, Severity } from './rule';
import { isSuppressed, suppressionsIn, type Suppression } from './suppress';

/** Which rules run, and how grave each is; rules not named run with their own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

export interface CheckResult {
  /** In order of place. */
  readonly findings: readonly Finding[];
  /** Rules that failed on this document; the others went on. */
  readonly faults: readonly { readonly rule: string; readonly error: unknown }[];
}

/** Checks plans of one document one after the other; what a rule found in an unchanged passage is not looked for again. */
export type Checker = (plan: Plan, register: Register, severities?: Severities) => CheckResult;

interface Kept {
  readonly key: string;
  readonly register: Register;
  readonly severities: Severities;
  readonly reports: readonly (readonly [Rule, readonly Report[]])[];
  readonly suppressions: readonly Suppression[];
}

const NO_SEVERITIES: Severities = {};

export function createChecker(rules: readonly Rule[]): Checker {
  const kept = new WeakMap<PassageReading, Kept>();
  const places = createPlaces();
  return (plan, register, severities = NO_SEVERITIES) => {
    const active = rules.filter((rule) => rule.kinds.includes(plan.facts.kind) && severities[rule.id] !== 'off');
    const run = createRun({ facts: plan.facts, register });
    const found = new Map<Rule, Report[]>();
    const silent: Suppression[] = [];
    for (const [index, reading] of plan.readings.entries()) {
      let known = kept.get(reading);
      if (known?.key !== plan.facts.key || known.register !== register || known.severities !== severities) {
        const suppressions = suppressionsIn(reading);
        const reports = active
          .map((rule) => [rule, run.passage(rule, reading, suppressions)] as const)
          .filter(([, list]) => list.length > 0);
        known = { key: plan.facts.key, register, severities, reports, suppressions };
        kept.set(reading, known);
      }
      const above = plan.source.starts[index]!;
      for (const one of known.suppressions)
        silent.push({ ...one, startLine: one.startLine + above, endLine: one.endLine + above });
      for (const [rule, reports] of known.reports) {
        const list = found.get(rule) ?? [];
        for (const report of places.move(reports, above)) list.push(report);
        found.set(rule, list);
      }
    }
    const findings: Finding[] = [];
    for (const rule of active) {
      for (const report of run.document(rule, found.get(rule) ?? [], plan)) {
        if (!isSuppressed(silent, rule.id, report.range)) findings.push(places.toFinding(rule, report, severities));
      }
    }
    findings.sort((a, b) => comparePositions(a.range.start, b.range.start));
    return { findings, faults: run.faults };
  };
}

/** Moves reports to their places and makes findings of them; the same again as long as nothing moved. */
interface Places {
  move(reports: readonly Report[], lines: number): readonly Report[];
  toFinding(rule: Rule, report: Report, severities: Severities): Finding;
}

function createPlaces(): Places {
  const moved = new WeakMap<readonly Report[], { readonly lines: number; readonly reports: readonly Report[] }>();
  const made = new WeakMap<Report, { readonly severities: Severities; readonly finding: Finding }>();
  return {
    move(reports, lines) {
      let known = moved.get(reports);
      if (known?.lines !== lines) {
        known = { lines, reports: reports.map((report) => shift(report, lines)) };
        moved.set(reports, known);
      }
      return known.reports;
    },
    toFinding(rule, report, severities) {
      let known = made.get(report);
      if (known?.severities !== severities || known.finding.rule !== rule.id) {
        known = { severities, finding: toFinding(rule, report, severities) };
        made.set(report, known);
      }
      return known.finding;
    },
  };
}

interface Run {
  readonly faults: CheckResult['faults'];
  passage(rule: Rule, reading: PassageReading, suppressions: readonly Suppression[]): readonly Report[];
  document(rule: Rule, found: readonly Report[], plan: Plan): readonly Report[];
}

/** Calls rules so that one that throws is noted once and the others go on. */
function createRun(context: RuleContext): Run {
  const faults: { rule: string; error: unknown }[] = [];
  const guard = (rule: Rule, run: () => readonly Report[], otherwise: readonly Report[]): readonly Report[] => {
    try {
      return run();
    } catch (error) {
      if (!faults.some((fault) => fault.rule === rule.id)) faults.push({ rule: rule.id, error });
      return otherwise;
    }
  };
  return {
    faults,
    passage(rule, reading, suppressions) {
      const reports = guard(rule, () => rule.passage?.(reading, context) ?? [], []);
      return reports.filter((report) => !isSuppressed(suppressions, rule.id, report.range));
    },
    document: (rule, found, plan) =>
      rule.document ? guard(rule, () => rule.document!(found, plan, context), found) : found,
  };
}

function shift(report: Report, lines: number): Report {
  if (lines === 0) return report;
  const moved: Report = { ...report, range: shiftLines(report.range, lines) };
  if (!report.related && !report.fixes) return moved;
  return {
    ...moved,
    ...(report.related && { related: report.related.map((one) => ({ ...one, range: shiftLines(one.range, lines) })) }),
    ...(report.fixes && {
      fixes: report.fixes.map((fix) =>
        fix.kind === 'edit'
          ? { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: shiftLines(edit.range, lines) })) }
          : fix,
      ),
    }),
  };
}

function toFinding(rule: Rule, report: Report, severities: Severities): Finding {
  const configured = severities[rule.id];
  return {
    rule: rule.id,
    severity: configured && configured !== 'off' ? configured : (report.severity ?? rule.severity),
    message: report.message,
    args: report.args ?? {},
    range: report.range,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
  };
}
