import { shiftLines } from '../text/position';
import type { ReviewConfig } from './config';
import type { Finding, Report, Rule } from './rule';

/** The same report `lines` further down. */
export function shiftReport(report: Report, lines: number): Report {
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

/** A report in absolute ranges with the name and the level of its rule. A configured level holds for every place. */
export function toFinding(rule: Rule, report: Report, { severities }: ReviewConfig): Finding {
  const configured = severities[rule.id];
  const own = rule.severity === 'off' ? 'hint' : rule.severity;
  return {
    rule: rule.id,
    severity: configured && configured !== 'off' ? configured : (report.severity ?? own),
    message: report.message,
    args: report.args ?? {},
    range: report.range,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
  };
}
