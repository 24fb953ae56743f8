import { levelledNumber, levelledTitle, titlesMeant, type Cited } from '../core/plan/cited';
import type { PlanSummary } from './planSummary';

/** Shorter titles (方案, 意见) name no document. */
const MIN_TITLE = 4;

/** The plans of the workspace that are cited: by document number, else by title. */
export function findCited({ title, number }: Cited, plans: readonly PlanSummary[]): readonly PlanSummary[] {
  if (number !== null) {
    const wanted = levelledNumber(number);
    const byNumber = plans.filter((plan) => plan.number !== null && levelledNumber(plan.number) === wanted);
    if (byNumber.length > 0) return byNumber;
  }
  const wanted = new Set(titlesMeant(title).map(levelledTitle));
  return plans.filter((plan) => {
    const own = plan.title === null ? '' : levelledTitle(plan.title);
    return own.length >= MIN_TITLE && wanted.has(own);
  });
}
