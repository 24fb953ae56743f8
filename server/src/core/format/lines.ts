import type { Plan } from '../plan/plan';
import { range, type TextEdit } from '../text/position';
import { editsOfLine } from './lineEdits';

/** A text while it is being formatted. */
export interface Lines {
  readonly texts: readonly string[];
  /** The number each line had at first; -1: it is new. In order: lines are taken out, never moved. */
  readonly origins: readonly number[];
}

export function linesOf({ source }: Plan): Lines {
  const texts = source.passages.flatMap((passage) => passage.lines);
  return { texts, origins: [...texts.keys()] };
}

/** Does `change` to each line; the same object where nothing changes. A change of a word is not made. */
export function mapLines(lines: Lines, change: (text: string, at: number) => string): Lines {
  let changed = false;
  const texts = lines.texts.map((text, at) => {
    const next = change(text, at);
    if (next === text || editsOfLine(text, next, 0) === null) return text;
    changed = true;
    return next;
  });
  return changed ? { texts, origins: lines.origins } : lines;
}

/** The edits that turn the text as it was into what `after` is. */
export function editsBetween(before: readonly string[], after: Lines): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  /** The first line of `before` not accounted for yet. */
  let next = 0;
  for (const [at, text] of after.texts.entries()) {
    const origin = after.origins[at]!;
    if (origin < 0) {
      const last = before.length - 1;
      edits.push({ range: range(last, before[last]!.length, last, before[last]!.length), newText: '\n' });
      continue;
    }
    if (origin > next) edits.push({ range: range(next, 0, origin, 0), newText: '' });
    edits.push(...(editsOfLine(before[origin]!, text, origin) ?? []));
    next = origin + 1;
  }
  const last = before.length - 1;
  if (next <= last && next > 0) {
    const kept = before[next - 1]!.length;
    edits.push({ range: range(next - 1, kept, last, before[last]!.length), newText: '' });
  }
  return edits;
}
