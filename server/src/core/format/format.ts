import { readPlan, type Plan } from '../plan/plan';
import type { ReadingOptions } from '../plan/facts';
import { createChecker, type Checker } from '../rules/check';
import type { FormatOptions, ReviewConfig } from '../rules/config';
import { readText, type Source } from '../syntax/source';
import { applyEdits } from '../text/edits';
import { comparePositions, type Range, type TextEdit } from '../text/position';
import type { Register } from '../units/model';
import { editsBetween, linesOf, type Lines } from './lines';
import { LAYOUT_RULES, mendMarks } from './marks';
import { placesOf } from './places';
import { tidySpacing } from './spacing';
import { tidyTables } from './tables';

/** What formatting a document goes by besides the text. */
export interface FormatContext {
  readonly register: Register;
  /** Levels of the rules, and their options: a rule that is off changes nothing here either. */
  readonly review: ReviewConfig;
  readonly reading: ReadingOptions;
  readonly options: FormatOptions;
}

/** One thing mended may let another be seen; more rounds than this would mean that two rules fight. */
const ROUNDS = 10;

/**
 * The edits that give a document its canonical spacing and marks (docs/format.md, section 12), in order of place and as
 * small as can be. Words are never touched, and formatting what is formatted changes nothing.
 */
export function formatDocument(source: Source, context: FormatContext): readonly TextEdit[] {
  let plan = readPlan(source, context.reading);
  const before = linesOf(plan);
  let lines = before;
  const check = createChecker(LAYOUT_RULES);
  for (let round = 0; round < ROUNDS; round++) {
    const next = tidy(lines, plan, check, context);
    if (next === lines) break;
    lines = next;
    plan = readPlan(readText(lines.texts.join('\n')), context.reading);
  }
  return editsBetween(before.texts, lines);
}

/** The text formatted, its line ends as they are. */
export function formatText(text: string, context: FormatContext): string {
  const edits = formatDocument(readText(text), context);
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return applyEdits(
    text,
    edits.map((edit) => (edit.newText === '\n' ? { ...edit, newText: end } : edit)),
  );
}

/** One round: the marks; once they are as they should be, the white space. The same object where nothing is left to do. */
function tidy(lines: Lines, plan: Plan, check: Checker, { register, review, options }: FormatContext): Lines {
  const places = placesOf(plan);
  const { findings } = check(plan, register, review);
  const mended = mendMarks(lines, places, findings);
  if (mended !== lines) return mended;
  return tidySpacing(tidyTables(lines, places, options.tables), places, options);
}

/** The part of `formatDocument` that lies in the paragraphs and rows `range` touches. */
export function formatRange(source: Source, range: Range, context: FormatContext): readonly TextEdit[] {
  const { first, last } = wholeBlocks(readPlan(source, context.reading), range);
  const start = { line: first, character: 0 };
  const end = { line: last + 1, character: 0 };
  return formatDocument(source, context).filter(
    (edit) => comparePositions(start, edit.range.start) <= 0 && comparePositions(edit.range.end, end) <= 0,
  );
}

/** Lines from the start of the first block `range` touches to the end of the last: marks that pair stand in one block. */
function wholeBlocks({ source }: Plan, { start, end }: Range): { readonly first: number; readonly last: number } {
  let first = start.line;
  // A selection of whole lines ends at the start of the line below.
  let last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  for (const [index, passage] of source.passages.entries()) {
    const above = source.starts[index]!;
    for (const block of passage.blocks) {
      if (above + block.line < start.line && above + block.endLine >= start.line) first = above + block.line;
      if (above + block.line <= last && above + block.endLine > last) last = above + block.endLine;
    }
  }
  return { first, last };
}
