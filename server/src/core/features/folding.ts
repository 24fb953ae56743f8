import { outlineOf, type OutlineNode } from '../plan/outline';
import type { Plan } from '../plan/plan';
import type { Block } from '../syntax/block';

/**
 * Lines that fold, both included. `section`: the plan's own parts; `comment`: what is no text of the plan; `region`: what
 * somebody set apart (front matter, between plandoc-ignore-start and -end).
 */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'section' | 'comment' | 'region';
}

/**
 * Sections, annexes, measures with what belongs to them, tables and their groups, front matter, comments, what they keep
 * quiet, and runs of web furniture. In order; of those that begin on one line only the longest.
 */
export function foldsOf(plan: Plan): readonly Fold[] {
  const folds: Fold[] = [];
  const visit = (node: OutlineNode): void => {
    folds.push({ startLine: node.range.start.line, endLine: node.range.end.line, kind: 'section' });
    node.children.forEach(visit);
  };
  outlineOf(plan).forEach(visit);
  folds.push(...runs(plan), ...quietRegions(plan));
  const sorted = folds
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  return sorted.filter((fold, at) => fold.startLine !== sorted[at - 1]?.startLine);
}

type Run = 'table' | 'paragraph' | 'furniture' | 'comment' | 'front-matter';

const KINDS: Readonly<Record<Run, Fold['kind']>> = {
  table: 'section',
  paragraph: 'section',
  furniture: 'comment',
  comment: 'comment',
  'front-matter': 'region',
};

/** Blank lines between lines of web furniture, or between the pages of a table, do not part them. */
const GAPS: Readonly<Record<Run, number>> = { table: 3, paragraph: 0, furniture: 3, comment: 1, 'front-matter': 1 };

function runOf({ kind }: Block): Run | null {
  if (kind === 'heading') return null;
  return kind === 'row' || kind === 'header' ? 'table' : kind;
}

/** Runs of blocks of one kind, one below the other; what was cut by the passages is one run again. */
function runs(plan: Plan): Fold[] {
  const folds: Fold[] = [];
  let [startLine, endLine] = [0, -1];
  let run: Run | null = null;
  const close = (): void => {
    if (run && endLine > startLine) folds.push({ startLine, endLine, kind: KINDS[run] });
  };
  for (const [index, passage] of plan.source.passages.entries()) {
    const above = plan.source.starts[index]!;
    for (const block of passage.blocks) {
      const next = runOf(block);
      const from = above + block.line;
      // A paragraph folds by itself, where it runs over several lines.
      if (next === null || next !== run || from > endLine + GAPS[next]) {
        close();
        [startLine, run] = [from, next];
      }
      endLine = above + block.endLine;
    }
  }
  close();
  return folds;
}

const QUIET = /<!--\s*plandoc-ignore-(start|end)(?![a-z0-9-])/g;

/** What stands between a plandoc-ignore-start and its end, the lines of both included. */
function quietRegions({ source }: Plan): Fold[] {
  const folds: Fold[] = [];
  const open: number[] = [];
  for (const [index, { lines }] of source.passages.entries()) {
    for (const [line, text] of lines.entries()) {
      if (!text.includes('plandoc-ignore-')) continue;
      for (const [, side] of text.matchAll(QUIET)) {
        const at = source.starts[index]! + line;
        if (side === 'start') open.push(at);
        else if (open.length > 0) folds.push({ startLine: open.pop()!, endLine: at, kind: 'region' });
      }
    }
  }
  return folds;
}
