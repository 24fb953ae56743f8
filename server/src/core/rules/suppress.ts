import type { PassageReading } from '../plan/reading';
import type { Block } from '../syntax/block';
import type { Range } from '../text/position';

/** Lines on which some rules are silent, counted from the passage, both ends included. */
export interface Suppression {
  readonly rules: readonly string[];
  readonly startLine: number;
  readonly endLine: number;
}

const COMMENT = /<!--\s*plandoc-ignore\s+([a-z][a-z0-9-]*(?:[\s,，、]+[a-z][a-z0-9-]*)*)\s*(?:[:：][^>]*)?-->/g;
const NONE: readonly Suppression[] = [];

/**
 * The suppressions written in a passage: a comment that stands alone silences the block below it, one inside a line that
 * line (docs/format.md, “批注与抑制”).
 */
export function suppressionsIn(reading: PassageReading): readonly Suppression[] {
  const { passage } = reading;
  const found: Suppression[] = [];
  for (const [line, text] of passage.lines.entries()) {
    if (!text.includes('plandoc-ignore')) continue;
    for (const match of text.matchAll(COMMENT)) {
      const rules = match[1]!.split(/[\s,，、]+/);
      const alone = text.trim() === match[0];
      const below = alone ? passage.blocks.find((block) => block.line > line && block.kind !== 'comment') : undefined;
      found.push({ rules, startLine: line, endLine: below ? endOf(below, reading) : line });
    }
  }
  return found.length > 0 ? found : NONE;
}

/** The last line of a block, or of the annotation on a line of its own that belongs to it. */
function endOf(block: Block, { passage, items }: PassageReading): number {
  const next = passage.blocks[passage.blocks.indexOf(block) + 1];
  const item = items.find((one) => one.block === next);
  const [annotation] = item?.kind === 'text' ? item.annotations : [];
  const alone =
    item && annotation && item.block.kind === 'paragraph' && item.block.text.slice(0, annotation.from).trim() === '';
  return alone ? item.block.endLine : block.endLine;
}

/** Whether a finding of `rule` that starts in `range` is silenced. */
export function isSuppressed(suppressions: readonly Suppression[], rule: string, range: Range): boolean {
  return suppressions.some(
    ({ rules, startLine, endLine }) =>
      rules.includes(rule) && startLine <= range.start.line && range.start.line <= endLine,
  );
}
