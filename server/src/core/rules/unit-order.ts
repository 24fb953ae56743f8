import type { UnitName } from '../plan/unitList';
import type { Register, UnitKind } from '../units/model';
import { unitRange, type Assigned } from './places';
import { PLANS, type Report, type Rule } from './rule';

const MESSAGES = {
  order: {
    zh: '“{name}”排在“{before}”之后。单位一般按党委部门、人大、政协、法院、检察院、政府部门、群团、事业单位、企业、乡镇街道的顺序排列。',
    en: '“{name}” stands behind “{before}”. Usually the party comes first, then congress, courts, government, mass organisations, institutions, firms, townships.',
  },
  sort: { zh: '按惯常顺序排列这几个单位', en: 'Put these units into the usual order' },
} as const;

const ORDER: readonly (readonly UnitKind[])[] = [
  ['discipline', 'party-dept', 'party-office', 'party-institution'],
  ['npc'],
  ['cppcc'],
  ['court'],
  ['procuratorate'],
  ['military'],
  ['gov', 'gov-dept'],
  ['mass-org'],
  ['enterprise', 'industry'],
  ['township', 'park'],
];
/** Bodies without a fixed place: branches, vertically managed ones, coordinating bodies, institutions of a bureau. */
const rankOf = (kind: UnitKind | undefined): number =>
  ORDER.findIndex((kinds) => kind !== undefined && kinds.includes(kind));

/**
 * Units in a list in another order than is usual. Off unless asked for: the first of a list is often the one that does
 * most, so the order of leads is never judged.
 * Source: custom of the lists of recipients.
 */
export const rule: Rule = {
  id: 'unit-order',
  title: { zh: '单位排序不合惯例', en: 'Unusual order of units' },
  topic: 'units',
  severity: 'off',
  strength: '惯例',
  basis: { zh: '公文抄送机关的惯常排序', en: 'the usual order of recipients' },
  fixable: 'confirm',
  kinds: PLANS,
  passage(reading, { register }) {
    return reading.assigned.flatMap((assigned): Report[] =>
      listsOf(assigned).flatMap((units) => judge(assigned, units, register)),
    );
  },
};

/** The lists of an annotation whose order is free: one for each role, and for the stretch between commas. */
function listsOf({ annotation }: Assigned): readonly (readonly UnitName[])[] {
  const lists = new Map<string, UnitName[]>();
  for (const unit of annotation.units) {
    if (unit.role === 'lead') continue;
    const key = `${unit.role} ${unit.tier}`;
    const list = lists.get(key);
    if (list) list.push(unit);
    else lists.set(key, [unit]);
  }
  // Where nobody leads, the first of the responsible does.
  const [first] = annotation.units;
  return [...lists.values()].map((list) => (list[0] === first && first?.role === 'responsible' ? list.slice(1) : list));
}

function judge(assigned: Assigned, units: readonly UnitName[], register: Register): Report[] {
  const ranked = units
    .map((unit) => ({ unit, rank: rankOf(register.resolve(unit.name).entry?.kind) }))
    .filter(({ rank }) => rank >= 0);
  const at = ranked.findIndex(({ rank }, index) => index > 0 && rank < ranked[index - 1]!.rank);
  if (at < 0) return [];
  const sorted = [...ranked].sort((a, b) => a.rank - b.rank);
  const edits = ranked.flatMap(({ unit }, index) => {
    const newText = sorted[index]!.unit.name;
    return newText === unit.name ? [] : [{ range: unitRange(assigned, unit), newText }];
  });
  const torn = edits.some(({ range }) => range.start.line !== range.end.line);
  const { unit } = ranked[at]!;
  return [
    {
      message: MESSAGES.order,
      args: { name: unit.name, before: ranked[at - 1]!.unit.name },
      range: unitRange(assigned, unit),
      fixes: torn ? [] : [{ kind: 'edit', title: MESSAGES.sort, args: {}, safe: false, edits }],
    },
  ];
}
