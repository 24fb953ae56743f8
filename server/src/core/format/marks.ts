import { chooseFixes, type EditFix } from '../rules/fixAll';
import { RULES } from '../rules/index';
import type { Finding, Rule } from '../rules/rule';
import type { TextEdit } from '../text/position';
import { wordsOf } from './lineEdits';
import { mapLines, type Lines } from './lines';
import type { Place } from './places';

/**
 * The rules whose safe fixes are a matter of layout: spaces, the width and shape of marks. What they say is right, at
 * which level they are set, and what is suppressed holds for formatting as it does for checking.
 */
const LAYOUT: ReadonlySet<string> = new Set([
  'stray-space',
  'mixed-width-punctuation',
  'straight-quotes',
  'nested-book-title-mark',
  'document-number-format',
  'numbering-format',
  'year-range-dash',
  'number-range-mark',
]);

export const LAYOUT_RULES: readonly Rule[] = RULES.filter(({ id }) => LAYOUT.has(id));

/** The lines with what was found mended; the same object where nothing is to be mended. */
export function mendMarks(lines: Lines, places: readonly Place[], findings: readonly Finding[]): Lines {
  const { edits } = chooseFixes(findings, (fix) => fix.safe && isLayout(fix, lines, places));
  if (edits.length === 0) return lines;
  const byLine = new Map<number, TextEdit[]>();
  for (const edit of edits) {
    const { line } = edit.range.start;
    byLine.set(line, [...(byLine.get(line) ?? []), edit]);
  }
  return mapLines(lines, (text, at) =>
    // From the end on, so that places further to the left stay where they are.
    (byLine.get(at) ?? []).reduceRight(
      (now, { range, newText }) => now.slice(0, range.start.character) + newText + now.slice(range.end.character),
      text,
    ),
  );
}

/** Whether a fix keeps to marks and white space, and to the lines of the plan itself. */
function isLayout({ edits }: EditFix, { texts }: Lines, places: readonly Place[]): boolean {
  return edits.every(({ range: { start, end }, newText }) => {
    if (start.line !== end.line || places[start.line] === 'aside') return false;
    return wordsOf(texts[start.line]!.slice(start.character, end.character)) === wordsOf(newText);
  });
}
