import type { Joined } from '../syntax/joined';
import { blockRange, cellOf } from '../syntax/passage';
import type { ColumnRole } from '../syntax/table';
import type { Facts } from './facts';
import { SAYS_SAME, type PassageReading, type RowReading } from './reading';
import type { Sections } from './sections';
import { assignUnits, placed, type Task, type TaskUnit } from './task';
import { milestonesBeside, rowDeadline } from './taskTimes';
import type { UnitName } from './unitList';

/** The task of a row, or `null` for one that holds none. */
export function rowTask(item: RowReading, facts: Facts, sections: Sections, reading: PassageReading): Task | null {
  const { block } = item;
  const text = cellOf(block, 'task')?.text.trim() ?? '';
  const index = cellOf(block, 'index')?.text.trim() ?? null;
  if (text === '' && item.responsibility.length === 0) return null;
  if (index === null && item.responsibility.length === 0 && !item.deadline) return null;
  const [lead, participants]: [TaskUnit[], TaskUnit[]] = [[], []];
  for (const units of rowUnits(item, facts)) {
    for (const unit of units.lead) lead.push(placed(units.cell, unit));
    for (const unit of units.participants) participants.push(placed(units.cell, unit));
  }
  const deadline = rowDeadline(item, facts);
  // What is said to begin then (2022年启动) is not due then.
  const stated = item.stated.filter((one) => one.deadline.start === null || one.deadline.start !== deadline?.start);
  const times = [...stated, ...item.milestones].map((one) => one.deadline);
  const { heading, section, above: over, grouping } = sections.path();
  return {
    label: index,
    // Each by its name: with `...` the tasks of a large table take half as long again to make and to read.
    heading,
    section,
    above: over,
    grouping,
    text: text.replace(/\n/g, ''),
    lead,
    participants,
    deadline,
    milestones: milestonesBeside(deadline, times, facts),
    outcome: cellOf(block, 'outcome')?.text.trim() ?? null,
    range: blockRange(reading.passage, block),
  };
}

/** Who leads and who takes part by the cells of a row, cell by cell. */
export function rowUnits(
  { block, responsibility }: RowReading,
  { leadRule }: Pick<Facts, 'leadRule'>,
): readonly {
  readonly cell: Joined;
  readonly lead: readonly UnitName[];
  readonly participants: readonly UnitName[];
}[] {
  const { roles } = block.columns;
  // 责任单位 beside 配合单位, without 牵头单位: the first column leads.
  const leading = !roles.includes('lead') && roles.includes('participants');
  return responsibility.map(({ cell, annotation }) => {
    const units = assignUnits(annotation, leadRule);
    const plain = leading && cell === cellOf(block, 'responsible') && units.lead.length === 0;
    return plain
      ? { cell, lead: units.participants, participants: [] }
      : { cell, lead: units.lead, participants: units.participants };
  });
}

/** A row that names nobody at all stands under merged cells: it is done by whom, and when, the row above it is. */
export function continueRow(task: Task, item: RowReading, last: Task | null): Task {
  if (!last) return task;
  if (item.responsibility.length > 0) return repeatAbove(task, item, last);
  const own = !saysSame(item, 'deadline') && task.deadline?.source !== 'inherited';
  const deadline = own && task.deadline ? task.deadline : last.deadline;
  return { ...task, lead: last.lead, participants: last.participants, deadline };
}

/** 同上 in one cell of a row: that cell says what the one above it says. */
function repeatAbove(task: Task, item: RowReading, last: Task): Task {
  return {
    ...task,
    lead: saysSame(item, 'lead') ? last.lead : task.lead,
    participants: saysSame(item, 'participants') ? last.participants : task.participants,
    deadline: saysSame(item, 'deadline') ? last.deadline : task.deadline,
  };
}

const saysSame = ({ block }: RowReading, role: ColumnRole): boolean => SAYS_SAME.test(cellOf(block, role)?.text ?? '');
