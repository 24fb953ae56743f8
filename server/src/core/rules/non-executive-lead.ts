import { assignUnits } from '../plan/task';
import type { UnitName } from '../plan/unitList';
import { rangeOf } from '../syntax/joined';
import type { Register, UnitKind } from '../units/model';
import { PLANS, type Report, type Rule } from './rule';

const MESSAGES = {
  lead: {
    zh: '“{name}”不是行政机关，政府文件一般不宜列为牵头单位。请核实是否党委或党委、政府联合发文；否则改列参加单位，或写“支持……开展”。',
    en: '“{name}” is no executive body; a document of the government hardly makes it the lead. Check who issues the document, or let it take part.',
  },
  option: {
    zh: '党委发文或党委、政府联合发文（不检查本条）',
    en: 'Documents are issued by the party committee, alone or jointly (this rule is silent)',
  },
} as const;

const KINDS: readonly UnitKind[] = ['npc', 'cppcc', 'court', 'procuratorate'];

/**
 * People's congress, political consultative conference, court or procuratorate as the lead unit: the government may ask
 * them, not charge them. One finding for a list of leads. A document of the party committee may charge them.
 * Source: the organic laws; practice.
 */
export const rule: Rule = {
  id: 'non-executive-lead',
  title: { zh: '人大政协法院检察院牵头', en: 'Non-executive body as lead' },
  topic: 'units',
  severity: 'info',
  strength: '实务',
  basis: { zh: '人大、法院、检察院与政府互不隶属', en: 'congress and courts are not under the government' },
  fixable: 'no',
  kinds: PLANS,
  options: { joint: { title: MESSAGES.option, default: false } },
  passage(reading, { facts, register, options }) {
    if (options['joint'] === true || isPartyDocument(facts.title)) return [];
    return reading.assigned.flatMap((assigned): Report[] => {
      const run = firstRun(assignUnits(assigned.annotation, facts.leadRule).lead, register);
      const [first, last] = [run[0], run[run.length - 1]];
      if (!first || !last) return [];
      const range = rangeOf(assigned.joined, first.from, last.to);
      return [{ message: MESSAGES.lead, args: { name: run.map(({ name }) => name).join('、') }, range }];
    });
  },
};

/** 中共云溪区委关于……; 区委办公室 区政府办公室 关于……: who issues it stands before the rest of the title. */
const isPartyDocument = (title: string | null): boolean =>
  title !== null &&
  /^(?:中共|中国共产党|[\u4e00-\u9fff]{0,8}[省市区县旗州]委(?:办公[室厅])?[\s、]*[\u4e00-\u9fff]{0,8}政府)/.test(title);

/** The first such bodies that stand side by side. */
function firstRun(leads: readonly UnitName[], register: Register): readonly UnitName[] {
  const isOne = ({ name }: UnitName): boolean => {
    const { entry, how } = register.resolve(name);
    return entry !== null && how !== 'collective' && KINDS.includes(entry.kind);
  };
  const start = leads.findIndex(isOne);
  if (start < 0) return [];
  let end = start + 1;
  while (end < leads.length && isOne(leads[end]!)) end++;
  return leads.slice(start, end);
}
