const PAST_OR_DATA = /^(?:度|以来|来|以后|后|间|初|版|第|\d|同比|比|较|的|级|前三|新增[^长]|营商|份|产|全国两会|公报)/;
const PAST_VERB = /^.{0,12}(?:已经?|了|以来|的基础上|水平)/;
const VALIDITY =
  /^.{0,6}(?:到期|期满|届满|起施行|起实施|起执行|止|出生|毕业|以前参加|缴存|申报纳税|前参保|前如数|印发的|发布的|颁布|修订的|修正)/;
const BEFORE_EXPRESSION = /(?:截至?|截止|自|从|原|同|比|较|有效期至?|有效期为|起|与|《[^》]*|〔|“[^”]{0,12})$/;

/** Whether the surroundings make the expression something else than a deadline (docs/format.md, “不是时限的写法”). */
export function isNoDeadline(text: string, { from, to }: { from: number; to: number }): boolean {
  const before = text.slice(Math.max(0, from - 60), from);
  const after = text.slice(to, to + 24);
  if (insideMarks(text, from)) return true;
  if (BEFORE_EXPRESSION.test(before.slice(-14))) return true;
  if (PAST_OR_DATA.test(after) || VALIDITY.test(after)) return true;
  return PAST_VERB.test(after) && !/(?:前|底|末)$/.test(text.slice(from, to));
}

const MARKS_WINDOW = 200;

/** Whether `at` lies between 《 and 》 or inside 〔 〕; looks a fixed stretch to both sides, so long lines cost no more. */
export function insideMarks(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MARKS_WINDOW), at);
  const after = text.slice(at, at + MARKS_WINDOW);
  return ['《》', '〈〉', '〔〕'].some(([open, close]) => {
    const opened = before.lastIndexOf(open!);
    return opened >= 0 && before.lastIndexOf(close!) < opened && after.includes(close!);
  });
}
