import { PLANS, type Report, type Rule } from './rule';
import type { Resolution } from '../units/model';

const MESSAGES = {
  office: {
    zh: '“{name}”是议事协调机构的办事机构，不是常设单位。请确认它仍然存续；已并入其他部门的，改写为承担职责的部门。',
    en: '“{name}” serves a coordinating body and is no standing office. Make sure it still exists, or name the department that does its work.',
  },
} as const;

/**
 * Offices of a coordinating body that law or the institutional plan keeps up everywhere: they answer for matters of their
 * own and need no second look.
 */
const STANDING =
  /(?:安委办|安委会办公室|安全生产委员会办公室|安委会|防指办?|防汛抗旱指挥部(?:办公室)?|防汛(?:抗旱)?办|减灾(?:委|办)|减灾委办公室|河长办|河长制办(?:公室)?|林长办|林长制办公室|爱卫办|爱卫会(?:办公室)?|爱国卫生运动委员会办公室|禁毒办|禁毒委(?:办公室)?|双拥办|双拥工作领导小组办公室|食安(?:办|委办)|食品安全委员会办公室|消安委(?:办)?|征兵办|反诈中心|国动委|行政复议委(?:员会)?)$/;

/** What a name that is in no table must end in to be such an office. */
const OFFICE = /(?:领导小组|工作专班|专班|联席会议|协调小组|工作组|指挥部)(?:办公室|办)$/;

/**
 * The office of a leading group or of a task force made answerable for a task: such offices come and go, and after the
 * reform of 2018 many of them were merged into departments.
 * Source: practice of review. A local register that lists the body has confirmed it.
 */
export const rule: Rule = {
  id: 'coordination-body-as-unit',
  title: { zh: '议事协调机构办公室作责任单位', en: 'Coordinating body as responsible unit' },
  topic: 'units',
  severity: 'info',
  strength: '实务',
  basis: { zh: '机构改革后议事协调机构多有撤并', en: 'many coordinating bodies were merged by the reforms' },
  fixable: 'no',
  kinds: PLANS,
  passage(reading) {
    const reports: Report[] = [];
    for (const assigned of reading.assigned) {
      for (const one of assigned.units) {
        if (one.unit.role === 'participant' || !isOffice(one.resolution)) continue;
        reports.push({ message: MESSAGES.office, args: { name: one.unit.name }, range: one.range });
      }
    }
    return reports;
  },
};

function isOffice({ name, entry, how, core }: Resolution): boolean {
  if (entry?.kind !== 'coordination' || entry.origin === 'local' || STANDING.test(name)) return false;
  return how === 'pattern' ? OFFICE.test(name) : /(?:办|办公室)$/.test(core);
}
