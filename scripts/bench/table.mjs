// How numbers stand in the table.
export const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0));
export const times = (value) => `× ${value.toFixed(2)}`;
export const verdict = (ratio, goal) => `≤ ${times(goal).slice(2)} ${ratio <= goal ? 'met' : 'MISSED'}`;

/** @param {string[][]} rows number, what, ours, what it is compared with, ratio, goal */
export function printTable(rows) {
  const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
  line(['#', 'what', 'ours', 'beside', 'ratio', 'goal']);
  line(['---', '---', '--:', '--:', '--:', '---']);
  rows.forEach(line);
}
