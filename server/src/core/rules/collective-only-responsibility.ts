import { isTerritorial, type Duty } from './duties';
import { PLANS, type Report, type Rule } from './rule';

const MESSAGES = {
  only: {
    zh: '该项任务的责任主体只有“{names}”，没有点名到具体单位，无从追责。请至少列明一个具体单位。',
    en: 'This task is given to “{names}” only, and to no body by its name. Name at least one unit that answers for it.',
  },
  places: {
    zh: '该项任务由“{names}”各自负责，没有列出具体部门。如需统筹督促，请列明一个具体单位。',
    en: '“{names}” answer for this task, each for its own place. Name a department if somebody is to see to the whole.',
  },
} as const;

/**
 * A task for which only groups of bodies (集合称谓) answer, so that nobody does. Groups of places are a remark: each place
 * answers for its own territory. Source: the practice of naming units that can be held to account.
 */
export const rule: Rule = {
  id: 'collective-only-responsibility',
  title: { zh: '责任主体全为集合称谓', en: 'Only groups of bodies are responsible' },
  topic: 'units',
  severity: 'warning',
  strength: '实务',
  basis: { zh: '督查督办责任到单位', en: 'the practice of supervision: tasks go to bodies by name' },
  fixable: 'no',
  kinds: PLANS,
  passage: (reading) =>
    reading.duties.flatMap((duty): Report[] => {
      // A stated lead that is a group has a rule of its own; an empty lead cell may belong to the row above.
      if (duty.leadFrom === 'stated' || hasEmptyLead(duty)) return [];
      const { units } = duty;
      if (units.every(({ unit }) => unit.role === 'participant')) return [];
      if (!units.every(({ isCollective }) => isCollective)) return [];
      const names = units.map(({ unit }) => unit.name).join('、');
      const places = units.every(({ unit }) => isTerritorial(unit.name));
      const { range } = duty.parts[0]!;
      if (!places) return [{ message: MESSAGES.only, args: { names }, range }];
      return [{ message: MESSAGES.places, args: { names }, range, severity: 'info' }];
    }),
};

const hasEmptyLead = ({ row, lead }: Duty): boolean =>
  row !== null && lead.length === 0 && row.block.columns.roles.includes('lead');
