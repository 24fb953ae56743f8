import { say } from '../core/text/locale';
import type { Fault } from '../core/rules/run';
import { expand } from './expand';
import { mend, writeBack } from './fix';
import { createOutput, type CheckFormat } from './output';
import { summarise, type FileReport, type Summary } from './report';
import { createReviewer, type ReviewedFile, type Reviewer, type ReviewOptions } from './review';
import { SAYS, UsageError, type Terminal } from './terms';
import { timingTable } from './timing';

export interface CheckOptions extends ReviewOptions {
  readonly format: CheckFormat;
  readonly maxWarnings: number;
  /** `write`: mend the files; `show`: print what mending would change. */
  readonly fix: 'no' | 'write' | 'show';
  /** Print what time each rule took. */
  readonly timing: boolean;
}

/** Checks files and folders; the exit status: 0 clean, 1 findings that fail, 2 something could not be read. */
export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): number {
  if (options.fix !== 'no' && options.updateBaseline) throw new UsageError(SAYS.fixAndBaseline);
  const clock = options.timing ? () => performance.now() : undefined;
  const reviewer = createReviewer(terminal, options, clock);
  const output = options.fix === 'show' ? null : createOutput(options.format, terminal);
  const failures: string[] = [];
  const summary: Summary = { files: 0, error: 0, warning: 0, info: 0, hint: 0 };
  const fail = (error: unknown): void => {
    if (!(error instanceof UsageError)) throw error;
    failures.push(say(error.sentence, terminal.locale, error.args));
    terminal.note(failures.at(-1)!);
  };
  let [mended, faulty] = [0, false];
  for (const file of expand(paths, terminal, fail)) {
    try {
      const reviewed = reviewer.review(file);
      const { report, count } = mendFile(file, reviewed, reviewer, options.fix, terminal);
      mended += count;
      for (const fault of report.faults) faulty = tellFault(fault, terminal);
      add(summary, report);
      output?.file(report);
    } catch (error) {
      fail(error);
    }
  }
  try {
    reviewer.saveBaseline();
  } catch (error) {
    fail(error);
  }
  output?.end(summary, failures);
  if (options.fix !== 'no') {
    const sentence = options.fix === 'show' ? SAYS.wouldMend : SAYS.mended;
    terminal.note(say(sentence, terminal.locale, { count: mended }));
  }
  if (options.timing) terminal.note(timingTable(reviewer.timings, terminal.locale));
  if (failures.length > 0 || faulty || reviewer.misconfigured) return 2;
  return summary.error > 0 || summary.warning > options.maxWarnings ? 1 : 0;
}

function add(summary: Summary, report: FileReport): void {
  const one = summarise([report]);
  for (const key of Object.keys(one) as (keyof Summary)[]) summary[key] += one[key];
}

/** Applies the safe fixes of a file, to the file or to the screen; the report is of what then stands there. */
function mendFile(
  file: string,
  { text, report }: ReviewedFile,
  reviewer: Reviewer,
  fix: CheckOptions['fix'],
  terminal: Terminal,
): { readonly report: FileReport; readonly count: number } {
  if (fix === 'no') return { report, count: 0 };
  if (file === '-' && fix === 'write') throw new UsageError(SAYS.cannotFixInput);
  const mended = mend(text, (now) => reviewer.findingsOf(report.file, now));
  if (mended.text === text) return { report, count: 0 };
  if (fix === 'write') writeBack(file, mended.text, terminal);
  else {
    // A bundle of its own: few runs need it.
    const { unifiedDiff } = require('./diff.js') as typeof import('./diff');
    terminal.write(unifiedDiff(report.file, text, mended.text));
  }
  return { report: reviewer.reviewText(report.file, mended.text), count: mended.count };
}

function tellFault({ rule, error }: Fault, terminal: Terminal): true {
  const reason = error instanceof Error ? error.message : String(error);
  terminal.note(say(SAYS.ruleFault, terminal.locale, { rule, reason }));
  if (terminal.verbose && error instanceof Error) terminal.note(error.stack ?? '');
  return true;
}
