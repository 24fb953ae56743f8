import { isTerritorial, placeOfUnit, type DutyUnit } from './duties';
import { PLANS, type Report, type Rule } from './rule';

const MESSAGES = {
  group: {
    zh: '牵头单位是集合称谓“{name}”，没有具体单位牵头。请改为一个具体单位。',
    en: 'The lead, “{name}”, is a group of bodies, so nobody leads. Name one unit.',
  },
  places: {
    zh: '由“{name}”各自牵头，没有一个单位统筹。如需统筹，请列明具体的牵头单位。',
    en: '“{name}” lead, each in its own place. Name a lead unit if somebody is to hold the whole together.',
  },
} as const;

/**
 * A task that is said to be led by a group of bodies only. Groups of places, each leading on its own territory, are a
 * remark. Source: under supervision of tasks one unit leads each matter, and must be one that can be asked.
 */
export const rule: Rule = {
  id: 'collective-lead',
  title: { zh: '集合称谓作牵头', en: 'A group of bodies leads' },
  topic: 'units',
  severity: 'error',
  strength: '实务',
  basis: { zh: '督查督办的主办单位制', en: 'the practice of supervision: one unit answers for each matter' },
  fixable: 'no',
  kinds: PLANS,
  passage: (reading) =>
    reading.duties.flatMap(({ lead, leadFrom }): Report[] => {
      if (leadFrom !== 'stated' || !lead.every(({ isCollective }) => isCollective)) return [];
      return lead.map(report);
    }),
};

function report(one: DutyUnit): Report {
  const { name } = one.unit;
  const range = placeOfUnit(one);
  if (!isTerritorial(name)) return { message: MESSAGES.group, args: { name }, range };
  return { message: MESSAGES.places, args: { name }, range, severity: 'info' };
}
