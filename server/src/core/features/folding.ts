import { outlineOf, type OutlineNode } from '../plan/outline';
import type { Plan } from '../plan/plan';

/** Lines that fold, both included; `comment` for what is no text of the plan. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'region' | 'comment';
}

/** Sections, measures with what belongs to them, table groups, front matter, comments and runs of web furniture. */
export function foldsOf(plan: Plan): readonly Fold[] {
  const folds: Fold[] = [];
  const visit = (node: OutlineNode): void => {
    const startLine = node.range.start.line;
    const endLine = node.range.end.line;
    if (endLine > startLine) folds.push({ startLine, endLine, kind: 'region' });
    node.children.forEach(visit);
  };
  outlineOf(plan).forEach(visit);
  return [...folds, ...asides(plan)].sort((a, b) => a.startLine - b.startLine);
}

/** Runs of asides of one kind, one below the other; a comment cut by the passages is one run again. */
function asides(plan: Plan): Fold[] {
  const folds: Fold[] = [];
  let [startLine, endLine, kind] = [0, -1, ''];
  const close = (): void => {
    if (endLine > startLine) folds.push({ startLine, endLine, kind: 'comment' });
  };
  for (const [index, passage] of plan.source.passages.entries()) {
    const above = plan.source.starts[index]!;
    for (const block of passage.blocks) {
      if (block.kind !== 'furniture' && block.kind !== 'comment' && block.kind !== 'front-matter') continue;
      const from = above + block.line;
      // Blank lines between lines of web furniture do not part them; a comment ends where it ends.
      if (kind !== block.kind || from > endLine + (kind === 'furniture' ? 3 : 1)) {
        close();
        [startLine, kind] = [from, block.kind];
      }
      endLine = above + block.endLine;
    }
  }
  close();
  return folds;
}
