import type { RowReading } from '../plan/reading';
import { rangeOf, type Joined } from '../syntax/joined';
import type { Register } from '../units/model';
import { PLANS, type Report, type Rule } from './rule';

const MESSAGES = {
  slipped: {
    zh: '完成时间栏里是“{text}”，不是时间：这一行各栏左移了。请把缺的一格补上。',
    en: 'The deadline column holds “{text}”, which is no time: the cells of this row slipped to the left. Put the missing cell back.',
  },
  unit: {
    zh: '完成时间栏里是单位“{text}”，不是时间。请核对各栏是否错位。',
    en: 'The deadline column holds a unit, “{text}”. Check whether the cells stand in their columns.',
  },
  prose: {
    zh: '完成时间栏里读不出时间：“{text}”。请写明年月，或者核对各栏是否错位。',
    en: 'No time can be read from the deadline column: “{text}”. Give year and month, or check the columns.',
  },
  year: {
    zh: '完成时间“{text}”的年份不对。请核对。',
    en: 'The year in the deadline “{text}” is wrong. Check it.',
  },
} as const;

/** With more than so many, or more than one row in ten, the column is not one of deadlines after all. */
const FEW = 3;
const SHARE = 0.1;

/**
 * A deadline column that holds no time: what belongs to another column, prose, a year with a digit too few or too many.
 * Short words that might be a time to people who know the matter (汛期前, 按合同, 见附件) are let be.
 */
export const rule: Rule = {
  id: 'deadline-unparsed',
  title: { zh: '完成时间栏无法识别', en: 'No time in the deadline column' },
  topic: 'time',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：时间准确',
    en: 'Regulations on official documents, art. 20 (4): times must be right',
  },
  fixable: 'no',
  kinds: PLANS,
  passage(reading, { register }) {
    return reading.items.flatMap((item) => (item.kind === 'row' ? inRow(item, register) : []));
  },
  document(found, { counts }) {
    return found.length > Math.max(FEW, counts.rows * SHARE) ? [] : found;
  },
};

function inRow({ block, stated }: RowReading, register: Register): readonly Report[] {
  const column = block.columns.roles.indexOf('deadline');
  if (column < 0) return [];
  if (block.slipped > 0) {
    // What stands in the deadline column as written is read one column further on.
    const cell = block.cells[column + block.slipped];
    return cell && cell.text.trim() !== '' ? [report(cell, MESSAGES.slipped)] : [];
  }
  return block.cells.flatMap((cell) => {
    if (cell.role !== 'deadline' || cell.text.trim() === '') return [];
    if (BAD_YEAR.test(cell.text)) return [report(cell, MESSAGES.year)];
    if (stated.some((one) => one.cell === cell) || TIME.test(cell.text)) return [];
    if (namesUnit(cell.text, register)) return [report(cell, MESSAGES.unit)];
    return cell.text.trim().length >= PROSE ? [report(cell, MESSAGES.prose)] : [];
  });
}

/** 202年, 20222年, 20212025年: no year of the calendar. 120年 may count years, so three digits must begin like a year. */
const BAD_YEAR = /(?<!\d)(?:20\d|20\d{3}|20\d{6})年(?![多余内])/;
/** Anything that may have to do with time. */
const TIME =
  /[年月日天周旬季]|期|时|前|后|(?<!摸)底|末|内|间|节|段|\d[./-]\d|20\d\d|长期|持续|常态|随|适|按|据|视|同步|立即|即|尽快|已|完成|进度|逐步|近|全程|贯穿|定|每|止|起|开展|推进|启动|正在|一次|多次/;
/** A cell without any word of time is taken for something else from so many characters on. */
const PROSE = 12;
const MAX_QUOTED = 24;

function namesUnit(text: string, register: Register): boolean {
  const names = text.trim().split(/[、，,；;\s]+/);
  return names.every((name) => name.length >= 3 && register.resolve(name).how !== 'unknown');
}

function report(cell: Joined, message: Report['message']): Report {
  const text = cell.text.trim();
  const from = cell.text.indexOf(text);
  const quoted = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}……` : text;
  return { message, args: { text: quoted }, range: rangeOf(cell, from, from + text.length) };
}
