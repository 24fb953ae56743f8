import { isEditFix } from '../../core/rules/fixAll';
import { say, type Locale } from '../../core/text/locale';
import type { FileReport } from '../report';

/** One file of `check --format json` (and one line of ndjson), as the contract has it. */
export function toJson(report: FileReport, locale: Locale): unknown {
  return {
    file: report.file,
    findings: report.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: say(finding.message, locale, finding.args),
      range: finding.range,
      related: finding.related.map(({ message, args, range }) => ({ message: say(message, locale, args), range })),
      fixes: finding.fixes.filter(isEditFix).map((fix) => ({
        title: say(fix.title, locale, fix.args),
        safe: fix.safe,
        edits: fix.edits,
      })),
    })),
  };
}
