import type { Locale } from '../core/text/locale';

/** What time each rule took, the slowest first: milliseconds and its part of all rules. */
export function timingTable(timings: ReadonlyMap<string, number>, locale: Locale): string {
  const total = [...timings.values()].reduce((sum, time) => sum + time, 0);
  const rows = [...timings].sort(([, a], [, b]) => b - a);
  const width = Math.max(8, ...rows.map(([rule]) => rule.length));
  const line = (name: string, time: number): string => {
    const part = total === 0 ? 0 : (100 * time) / total;
    return `${name.padEnd(width)}  ${time.toFixed(1).padStart(9)} ms  ${part.toFixed(1).padStart(5)} %`;
  };
  const head = locale === 'zh' ? '各规则用时（含测量本身）：' : 'Time by rule (measuring included):';
  return [head, ...rows.map(([rule, time]) => line(rule, time)), line(locale === 'zh' ? '合计' : 'total', total)].join(
    '\n',
  );
}
