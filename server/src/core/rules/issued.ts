import type { Facts } from '../plan/facts';
import type { IsoDate } from '../text/dates';

/** The day 《整治形式主义为基层减负若干规定》 was made public. */
export const RELIEF_RULES: IsoDate = '2024-08-06';

/** Whether a document was surely issued on this day or later; without a date it is not sure. */
export function isIssuedSince({ issueDate, issueYear }: Facts, day: IsoDate): boolean {
  if (issueDate !== null) return issueDate >= day;
  return issueYear !== null && issueYear > Number(day.slice(0, 4));
}
