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

function asides(plan: Plan): Fold[] {
  const folds: Fold[] = [];
  let run: { startLine: number; endLine: number } | null = null;
  const close = (): void => {
    if (run && run.endLine > run.startLine) folds.push({ ...run, kind: 'comment' });
    run = null;
  };
  for (const [index, passage] of plan.source.passages.entries()) {
    const above = plan.source.starts[index]!;
    for (const block of passage.blocks) {
      if (block.kind !== 'furniture' && block.kind !== 'comment' && block.kind !== 'front-matter') {
        close();
        continue;
      }
      const endLine = above + block.endLine;
      if (run && block.kind === 'furniture') run = { startLine: (run as { startLine: number }).startLine, endLine };
      else {
        close();
        run = { startLine: above + block.line, endLine };
        if (block.kind !== 'furniture') close();
      }
    }
  }
  close();
  return folds;
}
