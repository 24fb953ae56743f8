import { PLANS, type Rule } from './rule';
import { titlePlace } from './titlePlace';

const MESSAGES = {
  whole: {
    zh: '全文 {count} 项措施均未列责任单位。如需分工落实，可在措施后加“（牵头单位：……；责任单位：……）”。',
    en: 'None of the {count} measures names a responsible unit. If they are to be assigned, add （牵头单位：…；责任单位：…）.',
  },
} as const;

const MIN_MEASURES = 3;

/**
 * A plan that makes nobody responsible for anything, said once for the whole document: such narrative plans are usual and
 * no fault in themselves. Source: observed practice.
 */
export const rule: Rule = {
  id: 'missing-responsibility',
  title: { zh: '任务未列责任单位', en: 'No responsible units' },
  severity: 'info',
  strength: '惯例',
  fixable: 'no',
  kinds: PLANS,
  document(_found, plan, { facts }) {
    if (facts.hasUnits || plan.counts.measures < MIN_MEASURES) return [];
    return [{ message: MESSAGES.whole, args: { count: plan.counts.measures }, range: titlePlace(plan) }];
  },
};
