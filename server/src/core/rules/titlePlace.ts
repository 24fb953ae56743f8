import type { Plan } from '../plan/plan';
import { shiftLines, type Range } from '../text/position';

/** Where a finding about the whole document is shown: its title, else its first line with text. */
export function titlePlace(plan: Plan): Range {
  const { title } = plan.facts;
  for (const [index, reading] of plan.readings.entries()) {
    const found = reading.summary.titles.find((candidate) => candidate.text === title);
    if (found) return shiftLines(found.range, plan.source.starts[index]!);
  }
  for (const [index, passage] of plan.source.passages.entries()) {
    const line = passage.lines.findIndex((text) => text.trim() !== '');
    if (line < 0) continue;
    const character = Math.min(passage.lines[line]!.length, 80);
    const above = plan.source.starts[index]!;
    return { start: { line: above + line, character: 0 }, end: { line: above + line, character } };
  }
  return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
}
