/**
 * Expands `{甲,乙}丙` to 甲丙 and 乙丙; several groups multiply; an empty alternative leaves the group out. Groups do not
 * nest. An unclosed brace is kept as written.
 */
export function expandBraces(text: string): readonly string[] {
  const open = text.indexOf('{');
  if (open < 0) return [text];
  const close = text.indexOf('}', open);
  if (close < 0) return [text];
  const head = text.slice(0, open);
  const tails = expandBraces(text.slice(close + 1));
  const names: string[] = [];
  for (const alternative of text.slice(open + 1, close).split(',')) {
    for (const tail of tails) names.push(head + alternative + tail);
  }
  return names;
}
