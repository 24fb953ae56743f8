import { RULES } from '../core/rules/index';
import type { Locale } from '../core/text/locale';
import { toGithub } from './formats/github';
import { toJson } from './formats/json';
import { toText, summaryText } from './formats/text';
import type { FileReport, Summary } from './report';
import type { Terminal } from './terms';

export const CHECK_FORMATS = ['text', 'json', 'ndjson', 'sarif', 'github', 'html'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Prints reports in one format: as they come where the format allows, else all at the end. */
export interface Output {
  file(report: FileReport): void;
  /** `failures`: sentences about files that could not be read. */
  end(summary: Summary, failures: readonly string[]): void;
}

export function createOutput(format: CheckFormat, terminal: Terminal): Output {
  const { locale } = terminal;
  switch (format) {
    case 'text': {
      const { colour } = terminal;
      return {
        file(report) {
          if (report.findings.length > 0) terminal.write(`${toText(report, locale, colour)}\n`);
        },
        end: (summary) => terminal.write(`${summaryText(summary, locale)}\n`),
      };
    }
    case 'ndjson':
      return {
        file: (report) => terminal.write(`${JSON.stringify(toJson(report, locale))}\n`),
        end: () => undefined,
      };
    case 'github':
      return {
        file: (report) => terminal.write(toGithub(report, locale)),
        end: () => undefined,
      };
    case 'json':
      return gathering((reports, summary) => {
        const files = reports.map((report) => toJson(report, locale));
        terminal.write(`${JSON.stringify({ files, summary })}\n`);
      });
    case 'sarif':
      return gathering((reports, _summary, failures) => {
        // A bundle of its own: few runs need it.
        const { toSarif } = require('./sarif.js') as typeof import('./formats/sarif');
        const run = { reports, rules: RULES, failures, version: PLANDOC_VERSION, locale, cwd: terminal.cwd };
        terminal.write(`${JSON.stringify(toSarif(run))}\n`);
      });
    case 'html':
      return gathering((reports) => terminal.write(toSheetPage(reports, locale)));
  }
}

/** Filled in by the build from package.json. */
declare const PLANDOC_VERSION: string;

function gathering(
  end: (reports: readonly FileReport[], summary: Summary, failures: readonly string[]) => void,
): Output {
  const reports: FileReport[] = [];
  return {
    file: (report) => void reports.push(report),
    end: (summary, failures) => end(reports, summary, failures),
  };
}

function toSheetPage(reports: readonly FileReport[], locale: Locale): string {
  const { sheetOf, toHtml } = require('./sheet.js') as typeof import('../exchange/reviewSheet');
  return toHtml(
    reports.map(({ file, plan, findings }) => sheetOf({ file, plan, findings, rules: RULES, locale })),
    locale,
  );
}
