import ical, { ICalEventTransparency } from 'ical-generator';
import type { Plan } from '../../core/plan/plan';
import { firstClause } from '../../core/plan/outline';
import type { Task } from '../../core/plan/task';
import { tasksUnplaced } from '../../core/plan/tasks';
import type { Locale, Message } from '../../core/text/locale';
import { roleOf } from './taskTable';

const STRINGS = {
  leads: { zh: '牵头', en: 'leads' },
  joins: { zh: '参加', en: 'joins' },
  lead: { zh: '牵头单位：', en: 'Lead: ' },
  participants: { zh: '责任单位：', en: 'Participants: ' },
  deadline: { zh: '完成时限：', en: 'Deadline: ' },
  outcome: { zh: '成果形式：', en: 'Outcome: ' },
} as const satisfies Record<string, Message>;

/**
 * The deadlines of a plan as a calendar (RFC 5545): each task with a last day is an all-day event on it. `unit`: only what
 * this unit leads or joins, and which of the two stands before the title. Tasks that never end are left out.
 */
export function toIcs(plan: Plan, file: string, locale: Locale, unit: string | null): string {
  const title = plan.facts.title ?? file;
  const calendar = ical({
    name: unit === null ? title : `${unit} · ${title}`,
    prodId: { company: 'Plandoc', product: 'Plandoc', language: locale === 'zh' ? 'ZH' : 'EN' },
  });
  const seen = new Map<string, number>();
  for (const task of tasksUnplaced(plan)) {
    const role = unit === null ? null : roleOf(task, unit);
    const end = task.deadline?.end;
    if (!end || (unit !== null && role === null)) continue;
    const [year, month, day] = end.split('-').map(Number) as [number, number, number];
    calendar.createEvent({
      id: uidOf(`${title}\n${task.label ?? ''}\n${task.text}`, seen),
      stamp: EPOCH,
      // The library writes the local day of a date for an event that lasts all day, and its next day as the end.
      start: new Date(year, month - 1, day),
      end: new Date(year, month - 1, day + 1),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${role ? `【${STRINGS[role][locale]}】` : ''}${numbered(task)}`,
      description: describe(task, locale),
      categories: task.lead.map(({ name }) => ({ name })),
    });
  }
  // RFC 5545, 3.1: each line ends in CRLF, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** What the task is about, behind its number; the bare number of a row stands apart from it. */
function numbered({ label, text }: Task): string {
  return `${label === null ? '' : /\w$/.test(label) ? `${label} ` : label}${firstClause(text)}`;
}

/** Without a moment of its own a calendar would never be the same twice; this one says nothing. */
const EPOCH = new Date(Date.UTC(2000, 0, 1));

function describe(task: Task, locale: Locale): string {
  const names = (units: Task['lead']): string => units.map(({ name }) => name).join('、');
  const line = (label: Message, text: string): string[] => (text === '' ? [] : [`${label[locale]}${text}`]);
  return [
    task.section.concat(task.heading ?? []).join(' / '),
    task.text,
    ...line(STRINGS.lead, names(task.lead)),
    ...line(STRINGS.participants, names(task.participants)),
    ...line(STRINGS.deadline, task.deadline?.text ?? ''),
    ...line(STRINGS.outcome, task.outcome ?? ''),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/**
 * An identifier that stays the same as long as the task's words do, so that a calendar imported again replaces its events
 * (RFC 5545, 3.8.4.7). FNV-1a over UTF-16 units; equal tasks are counted.
 */
function uidOf(words: string, seen: Map<string, number>): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < words.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(words.charCodeAt(at))) * 0x100000001b3n);
  const id = hash.toString(16).padStart(16, '0');
  const count = seen.get(id) ?? 0;
  seen.set(id, count + 1);
  return `${id}${count === 0 ? '' : `-${count}`}@plandoc`;
}
