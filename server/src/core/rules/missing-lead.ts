import { assignUnits } from '../plan/task';
import type { PassageReading, RowReading } from '../plan/reading';
import type { Annotation } from '../plan/responsibility';
import { rangeOf } from '../syntax/joined';
import type { Range } from '../text/position';
import type { Register } from '../units/model';
import { type Assigned } from './places';
import { PLANS, type Fix, type Report, type Rule, type RuleContext } from './rule';
import { titlePlace } from './titlePlace';
import type { PassageView } from './view';

const MESSAGES = {
  annotation: {
    zh: '该项任务列了 {count} 个责任单位，没有说明由谁牵头。请写明牵头单位，或在首个括注中注明“列第一位的为牵头单位，下同”。',
    en: 'This task names {count} responsible units and no lead. Name the lead unit, or state once that the first one leads.',
  },
  collective: {
    zh: '该项任务只有“{name}”，没有牵头单位。请明确由哪个单位牵头。',
    en: 'This task names only “{name}” and no lead unit. Say which unit leads.',
  },
  cell: { zh: '第 {label} 项任务的牵头栏为空。', en: 'The lead column of task {label} is empty.' },
  whole: {
    zh: '全文 {count} 处责任括注只列责任单位，没有说明谁牵头。如以首位为牵头单位，请在第一处注明“列第一位的为牵头单位，下同”。',
    en: '{count} annotations name responsible units, and none says who leads. If the first one leads, state so once.',
  },
  place: { zh: '未写明牵头单位', en: 'no lead unit here' },
  makeFirstLead: { zh: '将“{name}”改为牵头单位', en: 'Make “{name}” the lead unit' },
} as const;

/**
 * A task that nobody leads: an annotation that lists several 责任单位 (or a collective) without saying who leads, or an
 * empty lead cell. A single concrete unit leads. A plan that never says who leads gets one finding at its title.
 * Source: the practice of naming a 主办单位 for each task under supervision.
 */
export const rule: Rule = {
  id: 'missing-lead',
  title: { zh: '缺少牵头单位', en: 'Missing lead unit' },
  topic: 'units',
  severity: 'warning',
  strength: '实务',
  basis: { zh: '督查督办的主办单位制', en: 'the practice of supervision: one unit answers for each matter' },
  fixable: 'confirm',
  kinds: PLANS,
  passage: (reading, context) => [...inAnnotations(reading, context), ...inRows(reading, context)],
  document(found, plan, { facts }) {
    if (facts.hasLeads || facts.leadRule || found.length < 2) return found;
    return [
      {
        message: MESSAGES.whole,
        args: { count: found.length },
        range: titlePlace(plan),
        related: found.map((report) => ({ message: MESSAGES.place, args: {}, range: report.range })),
      },
    ];
  },
};

const isCollective = (name: string, register: Register): boolean => register.resolve(name).how === 'collective';

function inAnnotations(reading: PassageView, { facts, register }: RuleContext): readonly Report[] {
  return reading.assigned.flatMap((assigned): Report[] => {
    const { annotation } = assigned;
    if (assigned.inTable || !annotation.labels.some((label) => label.text.startsWith('责任'))) return [];
    if (assignUnits(annotation, facts.leadRule).lead.length > 0) return [];
    return missing(responsibleIn(annotation), assigned.range, register, fixFor(assigned, register));
  });
}

/** Those among whom the lead would be; where one unit is responsible and others assist (配合单位), that one leads. */
function responsibleIn(annotation: Annotation): readonly string[] {
  return annotation.units.filter((unit) => unit.role !== 'participant').map((unit) => unit.name);
}

function missing(names: readonly string[], range: Range, register: Register, fixes: readonly Fix[] = []): Report[] {
  const [only] = names;
  if (only === undefined) return [];
  if (names.length > 1) return [{ message: MESSAGES.annotation, args: { count: names.length }, range, fixes }];
  return isCollective(only, register) ? [{ message: MESSAGES.collective, args: { name: only }, range }] : [];
}

function inRows(reading: PassageReading, context: RuleContext): readonly Report[] {
  return reading.items.flatMap((item): Report[] => {
    if (item.kind !== 'row') return [];
    const { roles } = item.block.columns;
    if (roles.includes('lead')) return emptyLead(item);
    // 责任单位 beside 配合单位: the first are the ones who lead.
    if (roles.includes('participants')) return [];
    const cell = item.responsibility.find((one) => one.cell === item.block.cells[roles.indexOf('responsible')]);
    if (!cell || assignUnits(cell.annotation, context.facts.leadRule).lead.length > 0) return [];
    return missing(responsibleIn(cell.annotation), rangeOf(cell.cell, 0, cell.cell.text.length), context.register);
  });
}

function emptyLead(item: RowReading): Report[] {
  const { block } = item;
  const lead = block.cells.find((cell) => cell.role === 'lead');
  const index = block.cells.find((cell) => cell.role === 'index' && cell.text.trim() !== '');
  // Without a number, or with nobody at all, the row continues the one above it.
  if (!lead || lead.text.trim() !== '' || !index || item.responsibility.length === 0) return [];
  // An empty cell cannot be seen, so the number of the row is shown.
  return [{ message: MESSAGES.cell, args: { label: index.text.trim() }, range: rangeOf(index, 0, index.text.length) }];
}

/** （责任单位：甲、乙）→（牵头单位：甲；责任单位：乙）; only where there is one plain label to split. */
function fixFor({ joined, annotation }: Assigned, register: Register): readonly Fix[] {
  const [label, ...others] = annotation.labels;
  const [first, second] = annotation.units;
  if (!label || others.length > 0 || !first || !second || isCollective(first.name, register)) return [];
  const ending = label.text.replace('责任', '');
  const colon = joined.text[label.to - 1] ?? '：';
  return [
    {
      kind: 'edit',
      title: MESSAGES.makeFirstLead,
      args: { name: first.name },
      safe: false,
      edits: [
        { range: rangeOf(joined, label.from, label.from + label.text.length), newText: `牵头${ending}` },
        {
          range: rangeOf(joined, first.to, second.from),
          newText: `${colon === ':' ? ';' : '；'}${label.text}${colon}`,
        },
      ],
    },
  ];
}
