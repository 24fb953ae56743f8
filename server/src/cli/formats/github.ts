import type { Severity } from '../../core/rules/rule';
import { say, type Locale } from '../../core/text/locale';
import type { FileReport } from '../report';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Findings as GitHub's workflow commands, which it shows beside the changed lines. Lines and columns count from 1. */
export function toGithub(report: FileReport, locale: Locale): string {
  return report.findings
    .map(({ severity, range: { start, end }, rule, message, args }) => {
      const properties = {
        file: report.file,
        line: start.line + 1,
        endLine: end.line + 1,
        // GitHub takes columns only for places within one line.
        ...(start.line === end.line && {
          col: start.character + 1,
          endColumn: Math.max(end.character, start.character + 1),
        }),
        title: rule,
      };
      const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${COMMANDS[severity]} ${listed.join(',')}::${escapeData(say(message, locale, args))}\n`;
    })
    .join('');
}

/** What GitHub's runner reads back (its toolkit's `command.ts`): a line end or a percent sign would end the command. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
