import { extname } from 'node:path';
import { RULES } from '../core/rules/index';
import { say } from '../core/text/locale';
import { expand } from './expand';
import { saveFile } from './files';
import { createReviewer, type ReviewOptions } from './review';
import { SAYS, UsageError, type Terminal } from './terms';

export interface SheetOptions extends ReviewOptions {
  /** `docx`, `md` or `html`; by the ending of `out` when it is not given. */
  readonly to?: string;
  readonly out?: string;
}

/** Writes the review sheet of files and folders, one file for all. Status as for `check`: 2 when something went wrong. */
export function sheet(paths: readonly string[], options: SheetOptions, terminal: Terminal): number {
  // The writers of sheets are in this bundle, so it is loaded only here.
  const { SHEET_FORMATS, sheetOf, writeSheets } = require('./sheet.js') as typeof import('../exchange/reviewSheet');
  const named = options.to ?? (options.out ? extname(options.out).slice(1).toLowerCase() : 'md');
  const format = SHEET_FORMATS.find((one) => one === named);
  if (!format) throw new UsageError(SAYS.badChoice, { option: 'to', choices: SHEET_FORMATS.join('|'), value: named });
  if (format === 'docx' && !options.out) throw new UsageError(SAYS.needsOut);
  const reviewer = createReviewer(terminal, options);
  let failed = false;
  const fail = (error: unknown): void => {
    if (!(error instanceof UsageError)) throw error;
    failed = true;
    terminal.note(say(error.sentence, terminal.locale, error.args));
  };
  const sheets = expand(paths, terminal, fail).flatMap((path) => {
    try {
      const { file, plan, findings } = reviewer.review(path).report;
      return [sheetOf({ file, plan, findings, rules: RULES, locale: terminal.locale })];
    } catch (error) {
      fail(error);
      return [];
    }
  });
  // A sheet without anything on it would say that all is well.
  if (sheets.length === 0 && failed) return 2;
  const bytes = writeSheets(sheets, format, terminal.locale);
  if (!options.out) terminal.write(new TextDecoder().decode(bytes));
  else saveFile(options.out, bytes, terminal);
  return failed || reviewer.misconfigured ? 2 : 0;
}
