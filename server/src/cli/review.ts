import { createChecker } from '../core/rules/check';
import { RULES } from '../core/rules/index';
import type { Finding, Severity } from '../core/rules/rule';
import type { Clock } from '../core/rules/run';
import { readPlan, registerOf, type Plan } from '../core/plan/plan';
import { readText } from '../core/syntax/source';
import { createBaselines, type BaselineOptions } from './baselines';
import { readTextFile } from './decode';
import { createRegisters, periodOption, type ReadOptions } from './open';
import { createProjects } from './project';
import { createSuperiors } from './superiors';
import { SEVERITIES, type FileReport } from './report';
import type { Terminal } from './terms';

export interface ReviewOptions extends ReadOptions, BaselineOptions {
  /** The least severity shown. */
  readonly severity: Severity;
  readonly stdinFilename?: string;
}

/** One file read and checked. */
export interface ReviewedFile {
  readonly text: string;
  readonly report: FileReport;
}

/** Reads and checks files with the register and the settings that hold for each. */
export interface Reviewer {
  /** `file`: a path as given, or `-` for standard input. Throws a `UsageError` when it cannot be read. */
  review(file: string): ReviewedFile;
  /** Checks another text in the place of a file: the same register, the same settings. */
  reviewText(name: string, text: string): FileReport;
  /** All findings of such a text, those too that are below the least severity shown. */
  findingsOf(name: string, text: string): readonly Finding[];
  /** Milliseconds each rule took so far, where a clock was given. */
  readonly timings: ReadonlyMap<string, number>;
  /** Whether a `plandoc.yaml` was wrong somewhere; what is wrong has been told. */
  readonly misconfigured: boolean;
  /** Writes the baseline, where that was asked for. */
  saveBaseline(): void;
}

export function createReviewer(terminal: Terminal, options: ReviewOptions, clock?: Clock): Reviewer {
  const projects = createProjects(terminal);
  const registers = createRegisters(terminal, options, projects);
  const superiors = createSuperiors(terminal, options);
  const baselines = createBaselines(options, projects, terminal);
  const period = periodOption(options);
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(options.severity) + 1);
  const timings = new Map<string, number>();
  const visible = (finding: Finding): boolean => shown.includes(finding.severity);
  const check = (name: string, plan: Plan): FileReport => {
    const result = createChecker(RULES, clock)(
      plan,
      registers(name, registerOf(plan)),
      projects.of(name).review,
      superiors(name, plan),
    );
    for (const [rule, time] of result.timings ?? []) timings.set(rule, (timings.get(rule) ?? 0) + time);
    const findings = baselines.unknown(name, result.findings, plan);
    return { file: name, findings, faults: result.faults, plan };
  };
  const shownOf = (report: FileReport): FileReport => ({ ...report, findings: report.findings.filter(visible) });
  const reviewAll = (name: string, text: string): FileReport =>
    check(name, readPlan(readText(text), { period: period ?? projects.of(name).period }));
  return {
    review(file) {
      const name = file === '-' ? (options.stdinFilename ?? '-') : file;
      const text = readTextFile(file, terminal, options.encoding, name);
      return { text, report: shownOf(reviewAll(name, text)) };
    },
    reviewText: (name, text) => shownOf(reviewAll(name, text)),
    findingsOf: (name, text) => reviewAll(name, text).findings,
    timings,
    saveBaseline: () => baselines.save(),
    get misconfigured() {
      return projects.failed;
    },
  };
}
