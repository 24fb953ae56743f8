/** A calendar day as `YYYY-MM-DD`; such strings compare as the days do. */
export type IsoDate = string;

const two = (n: number): string => String(n).padStart(2, '0');

export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${year}-${two(month)}-${two(day)}`;
}

export const firstDay = (year: number): IsoDate => isoDate(year, 1, 1);
export const lastDay = (year: number): IsoDate => isoDate(year, 12, 31);

/** The last day of a month (1–12). */
export function endOfMonth(year: number, month: number): IsoDate {
  const long = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return isoDate(year, month, long);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether such a day exists. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && isoDate(year, month, day) <= endOfMonth(year, month);
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
