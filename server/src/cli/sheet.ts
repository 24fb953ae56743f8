import { RULES } from '../core/rules/index';
import { say } from '../core/text/locale';
import { expand } from './expand';
import { saveFile, targetFormat, targetOf } from './files';
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
  const format = targetFormat(options, SHEET_FORMATS, 'md');
  if (format === 'docx' && options.out === undefined) throw new UsageError(SAYS.needsOut);
  const reviewer = createReviewer(terminal, options);
  let failed = false;
  const fail = (error: unknown): void => {
    if (!(error instanceof UsageError)) throw error;
    failed = true;
    terminal.note(say(error.sentence, terminal.locale, error.args));
  };
  const files = expand(paths, terminal, fail);
  const target = options.out === undefined ? null : targetOf(options.out, files, terminal);
  const sheets = files.flatMap((path) => {
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
  if (target) saveFile(target, bytes, terminal);
  else terminal.write(new TextDecoder().decode(bytes));
  return failed || reviewer.misconfigured ? 2 : 0;
}
