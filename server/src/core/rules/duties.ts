import type { Facts } from '../plan/facts';
import type { PassageReading, RowReading, TextReading } from '../plan/reading';
import { assignUnits } from '../plan/tasks';
import type { UnitName } from '../plan/unitList';
import { rangeOf } from '../syntax/joined';
import type { Range } from '../text/position';
import type { Register } from '../units/model';
import { unitRange, type Assigned } from './places';

/** A unit and the annotation or cell it is named in. */
export interface DutyUnit {
  readonly unit: UnitName;
  readonly part: Assigned;
}

/** Who answers for one task: an annotation, fields that stand on lines of their own, or the cells of a row. */
export interface Duty {
  readonly parts: readonly Assigned[];
  readonly lead: readonly DutyUnit[];
  readonly others: readonly DutyUnit[];
  /** Where the lead comes from: said here, by the rule of the document or from who assists, or from nowhere. */
  readonly leadFrom: 'stated' | 'implied' | null;
  /** The row whose cells these are; `null` for annotations. */
  readonly row: RowReading | null;
}

/** All duties of a passage, in order. Rows that slipped are left out: what is wrong with them is said once. */
export function dutiesIn(reading: PassageReading, facts: Facts): readonly Duty[] {
  const duties: Duty[] = [];
  let above: TextReading | null = null;
  for (const item of reading.items) {
    if (item.kind === 'row') {
      if (item.block.slipped === 0 && item.responsibility.length > 0) duties.push(rowDuty(item, facts));
      above = null;
      continue;
    }
    for (const annotation of item.annotations) {
      const range = rangeOf(item.block, annotation.from, annotation.to);
      const part: Assigned = { joined: item.block, annotation, range, inTable: false };
      const last = duties[duties.length - 1];
      if (above && last && isNextField(last, part) && onlyBlanks(reading, above, item)) {
        duties[duties.length - 1] = textDuty([...last.parts, part], facts);
      } else duties.push(textDuty([part], facts));
    }
    above = item.annotations.length > 0 ? item : null;
  }
  return duties;
}

/** 牵头单位：甲局⏎⏎配合单位：乙局: a field on a line of its own that the responsibility right above it lacks. */
function isNextField({ parts, row }: Duty, { joined, annotation }: Assigned): boolean {
  const last = parts[parts.length - 1]!;
  if (row || last.annotation.labels.length === 0 || last.joined.text.slice(last.annotation.to).trim() !== '')
    return false;
  const [label] = annotation.labels;
  if (!label || joined.text.slice(0, annotation.from).trim() !== '' || label.field === 'lead') return false;
  return parts.every((part) => part.annotation.labels.every(({ field }) => field !== label.field));
}

function onlyBlanks({ passage }: PassageReading, { block: above }: TextReading, { block }: TextReading): boolean {
  for (let line = above.endLine + 1; line < block.line; line++) if (passage.lines[line]!.trim() !== '') return false;
  return above !== block;
}

function textDuty(parts: readonly Assigned[], facts: Facts): Duty {
  const stated = parts.some(({ annotation }) => annotation.leadStated || hasLead(annotation.units));
  if (stated) {
    const all = parts.flatMap(placed);
    const leads = ({ unit }: DutyUnit): boolean => unit.role === 'lead';
    return {
      parts,
      lead: all.filter(leads),
      others: all.filter((one) => !leads(one)),
      leadFrom: 'stated',
      row: null,
    };
  }
  const lead = parts.flatMap((part) =>
    assignUnits(part.annotation, facts.leadRule).lead.map((unit) => ({ unit, part })),
  );
  const others = parts.flatMap(placed).filter(({ unit }) => !lead.some((one) => one.unit === unit));
  return { parts, lead, others, leadFrom: lead.length > 0 ? 'implied' : null, row: null };
}

const hasLead = (units: readonly UnitName[]): boolean => units.some(({ role }) => role === 'lead');
const placed = (part: Assigned): DutyUnit[] => part.annotation.units.map((unit) => ({ unit, part }));

function rowDuty(row: RowReading, facts: Facts): Duty {
  const parts = row.responsibility.map(({ cell, annotation }): Assigned => {
    return { joined: cell, annotation, range: rangeOf(cell, 0, cell.text.length), inTable: true };
  });
  const { roles } = row.block.columns;
  const said = textDuty(parts, facts);
  // 责任单位 beside 配合单位, without 牵头单位: the first column leads.
  if (said.leadFrom !== null || roles.includes('lead') || !roles.includes('participants')) return { ...said, row };
  const leading = row.responsibility.findIndex(({ cell }) =>
    row.block.cells.some((one) => one === cell && one.role === 'responsible'),
  );
  const lead = said.others.filter(({ part }) => part === parts[leading]);
  const others = said.others.filter(({ part }) => part !== parts[leading]);
  return { ...said, row, lead, others, leadFrom: lead.length > 0 ? 'implied' : null };
}

/** All units of a duty, in order of place. */
export const unitsOf = ({ parts }: Duty): readonly DutyUnit[] => parts.flatMap(placed);

export const placeOfUnit = ({ unit, part }: DutyUnit): Range => unitRange(part, unit);

export const isCollective = (name: string, register: Register): boolean => register.resolve(name).how === 'collective';

const PLACES = /(?:政府|管委会|办事处|党委|党工委|[镇乡街区县市州旗办]|街道|园区|社区|苏木)$/;

/** A collective of places (各镇街, 各县（市、区）人民政府): each answers for its own territory. */
export function isTerritorial(name: string): boolean {
  const bare = name.replace(/[（(〔[][^（()）〔〕[\]]*[）)〕\]]/g, '').replace(/\s+/g, '');
  return /各|有关|相关/.test(bare) && PLACES.test(bare) && !/(?:委办|科局|[委办局处])、?[委办局处]$/.test(bare);
}
