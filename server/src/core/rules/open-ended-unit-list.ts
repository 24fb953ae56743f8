import { rangeOf } from '../syntax/joined';
import { type Duty, type DutyUnit } from './duties';
import { PLANS, type Report, type Rule } from './rule';

const MESSAGES = {
  open: {
    zh: '单位清单以“{tail}”收尾，未列出的单位不知道自己有责任。请列全单位，或删去“{tail}”。',
    en: 'The list of units ends in “{tail}”, so units that are meant and not named cannot know it. Name all, or drop it.',
  },
  group: {
    zh: '“{tail}”没有说清包括哪些单位。请列全单位；确指全体的，只写集合称谓。',
    en: '“{tail}” does not say which units are meant. Name them; if all are, the name of the group is enough.',
  },
} as const;

/**
 * A list of units that trails off in 等. With a lead, or bounded by the name of a group, it is a remark.
 * Source: the practice that responsibility is given to units by name.
 */
export const rule: Rule = {
  id: 'open-ended-unit-list',
  title: { zh: '单位清单以“等”收尾', en: 'Open-ended list of units' },
  topic: 'units',
  severity: 'warning',
  strength: '惯例',
  basis: { zh: '责任到单位', en: 'responsibility is given to units by name' },
  fixable: 'no',
  kinds: PLANS,
  passage: (reading) => reading.duties.flatMap((duty) => duty.units.flatMap((one) => open(one, duty))),
};

const TAIL = /等(?:(?:各)?(?:有关|相关|其他|其它)(?:单位和部门|部门和单位|单位|部门)?|单位|部门)?/y;

function open(one: DutyUnit, duty: Duty): readonly Report[] {
  const { unit, part } = one;
  const { text } = part.joined;
  if (text[unit.to] !== '等') return [];
  const after = part.units.find(({ unit: { from } }) => from > unit.to && from <= unit.to + 3);
  if (after && /^等(?:和|及|以及)?$/.test(text.slice(unit.to, after.unit.from)) && after.isCollective) {
    const range = rangeOf(part.joined, unit.from, after.unit.to);
    return [{ message: MESSAGES.group, args: { tail: text.slice(unit.to, after.unit.to) }, range, severity: 'info' }];
  }
  TAIL.lastIndex = unit.to;
  const tail = TAIL.exec(text)?.[0] ?? '等';
  const range = rangeOf(part.joined, unit.from, unit.to + tail.length);
  const severity = isLedOrShared(duty) ? ({ severity: 'info' } as const) : {};
  return [{ message: MESSAGES.open, args: { tail }, range, ...severity }];
}

/** Somebody leads (a single unit does), or those named share by their duties (甲局、乙局等按职责分工负责). */
function isLedOrShared(duty: Duty): boolean {
  if (duty.leadFrom !== null || duty.units.length === 1) return true;
  return duty.row === null && duty.parts.every(({ annotation }) => annotation.labels.length === 0);
}
