import type { Period } from '../../protocol';

/** The period a title or a setting states: `2021—2025年`, `2024年`, `“十四五”`; `null` if none. */
export function readPeriod(text: string): Period | null {
  const range = /((?:19|20)\d\d)\s*年?\s*[-—–－~～至]{1,2}\s*((?:19|20)\d\d)/.exec(text);
  if (range) {
    const [start, end] = [Number(range[1]), Number(range[2])];
    return start <= end ? { start, end } : null;
  }
  const five = /十([三四五六])五/.exec(text);
  if (five) {
    const start = 2016 + 5 * '三四五六'.indexOf(five[1]!);
    return { start, end: start + 4 };
  }
  const single = /(20\d\d)年(?!度?(?:工作)?报告)/.exec(text);
  return single ? { start: Number(single[1]), end: Number(single[1]) } : null;
}
