/** Marks that stand in pairs and hold words between them. */
const PAIRS: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '〔': '〕',
  '[': ']',
  '【': '】',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
};
const CLOSERS = new Set(Object.values(PAIRS));
const SENTENCE_END = '。！？!?\n';
const CLAUSE_END = `${SENTENCE_END}，；：,;:`;

/**
 * The stretches of prose round `offset`, smallest first, within `[from, to)`: clause, sentence, what a pair of brackets or
 * quotation marks holds, the pair itself, and so on outwards. Offsets are UTF-16 units. A sentence has its full stop, a clause
 * is without its comma; marks inside a pair part nothing outside of it, and one without its partner counts as none.
 */
export function stretchesAt(
  text: string,
  offset: number,
  from = 0,
  to = text.length,
): readonly (readonly [from: number, to: number])[] {
  if (offset < from || offset > to) return [];
  const pairs = pairsIn(text, from, to);
  const round = [...pairs].filter(([open, close]) => open < offset && offset <= close).sort((a, b) => b[0] - a[0]);
  const found: (readonly [number, number])[] = [];
  for (const [open, close] of [...round, [from - 1, to] as const]) {
    found.push(
      between(text, offset, open + 1, close, pairs, CLAUSE_END, false),
      between(text, offset, open + 1, close, pairs, SENTENCE_END, true),
      [open + 1, close],
    );
    if (open >= from) found.push([open, close + 1]);
  }
  return found.filter(([start, end]) => start < end);
}

/** Each pair by its opening mark. Marks cross in damaged texts: the inner one then counts as unpaired. */
function pairsIn(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const stack: { readonly at: number; readonly close: string }[] = [];
  for (let at = from; at < to; at++) {
    const char = text[at]!;
    const close = PAIRS[char];
    if (close) stack.push({ at, close });
    else if (CLOSERS.has(char)) {
      const match = stack.findLastIndex((one) => one.close === char);
      if (match < 0) continue;
      pairs.set(stack[match]!.at, at);
      stack.length = match;
    }
  }
  return pairs;
}

/** From the last of `marks` before `offset` to the next one, over pairs as if they were words. */
function between(
  text: string,
  offset: number,
  from: number,
  to: number,
  pairs: ReadonlyMap<number, number>,
  marks: string,
  withMark: boolean,
): readonly [number, number] {
  let start = from;
  let end = to;
  for (let at = from; at < to; at++) {
    const close = pairs.get(at);
    if (close !== undefined) at = close;
    else if (marks.includes(text[at]!)) {
      if (at < offset) start = at + 1;
      else {
        end = at + (withMark && text[at] !== '\n' ? 1 : 0);
        break;
      }
    }
  }
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return [start, end];
}
