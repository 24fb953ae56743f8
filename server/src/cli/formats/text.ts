import type { Finding, Severity } from '../../core/rules/rule';
import { lineAt } from '../../core/syntax/source';
import { say, type Locale } from '../../core/text/locale';
import { printable } from '../printable';
import { NAMES, SEVERITIES, type FileReport, type Summary } from '../report';

const COLOURS: Record<Severity, string> = { error: '31', warning: '33', info: '36', hint: '90' };

/** Columns a text takes in a terminal: full-width characters two, others one (Unicode TR11, wide and full-width). */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const wide =
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      code >= 0x20000 ||
      '“”‘’…—·'.includes(char);
    columns += wide ? 2 : 1;
  }
  return columns;
}

const LEFT = 24;
const SHOWN = 44;

/** The finding as text: place, severity, sentence, rule, then the line with the place underlined. */
export function toText(report: FileReport, locale: Locale, colour: boolean): string {
  const paint = (code: string, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const out: string[] = [];
  for (const finding of report.findings) {
    const { line, character } = finding.range.start;
    const place = printable(`${report.file}:${line + 1}:${character + 1}`);
    const sentence = printable(say(finding.message, locale, finding.args));
    out.push(
      `${paint('1', place)} ${paint(COLOURS[finding.severity], NAMES[finding.severity][locale])} ${sentence} ${paint('90', finding.rule)}`,
    );
    out.push(
      ...excerpt(lineAt(report.plan.source, line), finding, (text) => paint(COLOURS[finding.severity], text)),
      '',
    );
  }
  return out.join('\n');
}

/** The part of the line round the finding, and a line of carets under it that counts full-width characters as two. */
function excerpt(line: string, finding: Finding, paint: (text: string) => string): string[] {
  const { start, end } = finding.range;
  const to = end.line === start.line ? Math.min(end.character, line.length) : line.length;
  const from = Math.max(0, start.character - LEFT);
  const stop = Math.min(line.length, Math.max(to, start.character + 1), start.character + SHOWN);
  const before = `${from > 0 ? '…' : ''}${printable(line.slice(from, start.character))}`;
  const place = printable(line.slice(start.character, stop));
  const after = `${printable(line.slice(stop, stop + LEFT))}${stop + LEFT < line.length ? '…' : ''}`;
  const carets = '^'.repeat(Math.max(1, columnsOf(place)));
  return [`    ${before}${place}${after}`, `    ${' '.repeat(columnsOf(before))}${paint(carets)}`];
}

export function summaryText(summary: Summary, locale: Locale): string {
  const counts = SEVERITIES.map((severity) =>
    locale === 'zh' ? `${NAMES[severity].zh} ${summary[severity]}` : `${summary[severity]} ${NAMES[severity].en}`,
  );
  return locale === 'zh'
    ? `共检查 ${summary.files} 个文件：${counts.join('，')}。`
    : `${summary.files} ${summary.files === 1 ? 'file' : 'files'}: ${counts.join(', ')}.`;
}
