import type { Facts } from '../plan/facts';
import type { PassageReading, RowReading, TextReading } from '../plan/reading';
import { assignUnits } from '../plan/task';
import type { UnitName } from '../plan/unitList';
import type { Range } from '../text/position';
import type { Assigned, NamedUnit } from './places';

/** A unit and the annotation or cell it is named in. */
export type DutyUnit = NamedUnit;

/** Who answers for one task: an annotation, fields that stand on lines of their own, or the cells of a row. */
export interface Duty {
  readonly parts: readonly Assigned[];
  /** All units, in order of place. */
  readonly units: readonly DutyUnit[];
  readonly lead: readonly DutyUnit[];
  readonly others: readonly DutyUnit[];
  /** Where the lead comes from: said here, by the rule of the document or from who assists, or from nowhere. */
  readonly leadFrom: 'stated' | 'implied' | null;
  /** The row whose cells these are; `null` for annotations. */
  readonly row: RowReading | null;
}

const NONE: readonly Duty[] = [];

/**
 * All duties of a passage, in order, made of all that is assigned there. Rows that slipped are left out: what is wrong with
 * them is said once.
 */
export function dutiesIn(reading: PassageReading, assigned: readonly Assigned[], facts: Facts): readonly Duty[] {
  if (assigned.length === 0) return NONE;
  const duties: Duty[] = [];
  let above: TextReading | null = null;
  let next = 0;
  for (const item of reading.items) {
    if (item.kind === 'row') {
      const parts = assigned.slice(next, (next += item.responsibility.length));
      if (item.block.slipped === 0 && parts.length > 0) duties.push(rowDuty(item, parts, facts));
      above = null;
      continue;
    }
    for (let count = 0; count < item.annotations.length; count++) {
      const part = assigned[next++]!;
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
  const [only] = parts;
  const units = parts.length === 1 ? only!.units : parts.flatMap((part) => part.units);
  const stated = parts.some(({ annotation }) => annotation.leadStated || hasLead(annotation.units));
  const lead = stated
    ? units.filter(({ unit }) => unit.role === 'lead')
    : parts.flatMap((part) => implied(part, facts));
  const others = lead.length === 0 ? units : units.filter((one) => !lead.includes(one));
  return { parts, units, lead, others, leadFrom: stated ? 'stated' : lead.length > 0 ? 'implied' : null, row: null };
}

function implied(part: Assigned, { leadRule }: Facts): readonly DutyUnit[] {
  const { lead } = assignUnits(part.annotation, leadRule);
  return lead.length === 0 ? [] : part.units.filter(({ unit }) => lead.includes(unit));
}

const hasLead = (units: readonly UnitName[]): boolean => units.some(({ role }) => role === 'lead');

function rowDuty(row: RowReading, parts: readonly Assigned[], facts: Facts): Duty {
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

export const placeOfUnit = ({ range }: DutyUnit): Range => range;

const PLACES = /(?:政府|管委会|办事处|党委|党工委|[镇乡街区县市州旗办]|街道|园区|社区|苏木)$/;

/** A collective of places (各镇街, 各县（市、区）人民政府): each answers for its own territory. */
export function isTerritorial(name: string): boolean {
  const bare = name.replace(/[（(〔[][^（()）〔〕[\]]*[）)〕\]]/g, '').replace(/\s+/g, '');
  return /各|有关|相关/.test(bare) && PLACES.test(bare) && !/(?:委办|科局|[委办局处])、?[委办局处]$/.test(bare);
}
