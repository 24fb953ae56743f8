/** What is known of a task besides its words, for tooltips and screen readers. */
import type { PageStrings, TaskRow } from '../../src/preview/messages';
import { fill } from '../dom';
import { isOverdue } from '../filter';

/** Sentences such as “完成时间：2024年底前；截止日期已过”. `today`: ISO date. */
export function factsOf(row: TaskRow, today: string, strings: PageStrings): readonly string[] {
  const { deadline, milestones, lead, participants, outcome } = row;
  const remarks = [
    deadline?.source === 'inherited' && strings.inherited,
    deadline?.source === 'milestone' && strings.milestone,
    deadline?.ambiguous && strings.dueAmbiguous,
    isOverdue(row, today) && strings.figureOverdue,
  ].filter((remark) => typeof remark === 'string');
  const facts = [
    [strings.columnDeadline, deadline?.text ?? strings.noDate, remarks],
    [strings.milestones, milestones.map(({ text }) => text).join('、'), []],
    [strings.columnLead, lead.join('、'), []],
    [strings.columnParticipants, participants.join('、'), []],
    [strings.columnOutcome, outcome ?? '', []],
  ] as const;
  return facts.flatMap(([name, value, more]) => {
    if (value === '') return [];
    return [fill(strings.pair, name, [value, ...more].join(strings.semicolon))];
  });
}
