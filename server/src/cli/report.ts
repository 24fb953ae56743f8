import type { Plan } from '../core/plan/plan';
import type { Fault } from '../core/rules/run';
import type { Finding, Severity } from '../core/rules/rule';
import type { Locale } from '../core/text/locale';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** What was found in one file. */
export interface FileReport {
  /** As given on the command line. */
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
  readonly plan: Plan;
}

export type Summary = { files: number } & Record<Severity, number>;

export function summarise(reports: readonly Pick<FileReport, 'findings'>[]): Summary {
  const summary: Summary = { files: reports.length, error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of reports) for (const { severity } of findings) summary[severity]++;
  return summary;
}

export const NAMES: Record<Severity, Record<Locale, string>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  hint: { zh: '建议', en: 'hint' },
};
