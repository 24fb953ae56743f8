import type { Plan } from '../plan/plan';
import { passageAt } from '../syntax/source';
import { range, type TextEdit } from '../text/position';
import type { Finding } from './rule';

/** What stands in a new suppression until the drafter writes why. */
export const REASON_TO_COME = '此处写明保留的理由';

/**
 * The comment that keeps a finding quiet, on a line of its own above the block it stands in (docs/format.md, “批注和抑制”);
 * `null` where no block holds the place.
 */
export function suppressionAbove(finding: Finding, { source }: Plan): TextEdit | null {
  const { line } = finding.range.start;
  const index = passageAt(source, line);
  const above = source.starts[index]!;
  const block = source.passages[index]!.blocks.find(
    (one) => above + one.line <= line && line <= above + one.endLine && one.kind !== 'front-matter',
  );
  if (!block) return null;
  const at = above + block.line;
  return { range: range(at, 0, at, 0), newText: `<!-- plandoc-ignore ${finding.rule}：${REASON_TO_COME} -->\n` };
}
