import { createChecker } from '../core/rules/check';
import { RULES } from '../core/rules/index';
import type { Finding, Severity } from '../core/rules/rule';
import type { Clock } from '../core/rules/run';
import { readPlan, registerOf, type Plan } from '../core/plan/plan';
import { readText } from '../core/syntax/source';
import { createBaselines, type BaselineOptions } from './baselines';
import { readStandardInput, readTextFile } from './decode';
import { createRegisters, periodOption, type ReadOptions } from './open';
import { createProjects } from './project';
import { readSuperiors } from './superiors';
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
      readSuperiors(name, plan, terminal, options),
    );
    for (const [rule, time] of result.timings ?? []) timings.set(rule, (timings.get(rule) ?? 0) + time);
    const findings = baselines.unknown(name, result.findings, plan).filter(visible);
    return { file: name, findings, faults: result.faults, plan };
  };
  const reviewText = (name: string, text: string): FileReport =>
    check(name, readPlan(readText(text), { period: period ?? projects.of(name).period }));
  return {
    review(file) {
      const fromInput = file === '-';
      const name = fromInput ? (options.stdinFilename ?? '-') : file;
      const text = fromInput
        ? readStandardInput(name, options.encoding)
        : readTextFile(file, terminal, options.encoding);
      return { text, report: reviewText(name, text) };
    },
    reviewText,
    timings,
    saveBaseline: () => baselines.save(),
    get misconfigured() {
      return projects.failed;
    },
  };
}
