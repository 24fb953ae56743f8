import { PLANS, type Rule } from './rule';
import { titlePlace } from './titlePlace';

const MESSAGES = {
  whole: {
    zh: '全文没有列明各项措施的责任单位。如需分工落实，可在措施后加“（牵头单位：……；责任单位：……）”。',
    en: 'No measure names a responsible unit. If they are to be assigned, add （牵头单位：…；责任单位：…） after each.',
  },
} as const;

/** With fewer numbered items a text is hardly a plan yet. */
const MIN_NUMBERED = 3;

/**
 * A plan that makes nobody responsible for anything, said once for the whole document: such narrative plans are usual and
 * no fault in themselves. Source: observed practice.
 */
export const rule: Rule = {
  id: 'missing-responsibility',
  title: { zh: '任务未列责任单位', en: 'No responsible units' },
  topic: 'units',
  severity: 'info',
  strength: '惯例',
  basis: { zh: '多数方案的体例', en: 'how most plans are written' },
  fixable: 'no',
  kinds: PLANS,
  document(_found, plan, { facts }) {
    if (facts.hasUnits || plan.counts.numbered < MIN_NUMBERED) return [];
    return [{ message: MESSAGES.whole, range: titlePlace(plan) }];
  },
};
