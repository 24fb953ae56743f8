import { findDeadlines, type Deadline } from '../../../plan/deadlines';
import type { Task } from '../../../plan/task';
import type { Message, MessageArgs } from '../../../text/locale';
import type { TaskColumn } from '../../../../protocol';
import type { Cast } from './carrier';
import { MESSAGES } from './messages';
import type { MeasurePlace, RowPlace, TaskPlace } from './place';
import { cellFor } from './row';
import { namesIn } from './units';

/** One cell of the task table that a person typed something else into. */
export interface CellChange {
  readonly column: TaskColumn;
  /** What the cell shall say; units separated by `、`. */
  readonly value: string;
  /** What it said when the person began to type, in the same form. */
  readonly old: string;
}

/** What a cell of the table says, units joined by `、`: what is edited. */
export function cellValue(task: Task, column: TaskColumn): string {
  if (column === 'lead' || column === 'participants') return task[column].map(({ name }) => name).join('、');
  if (column === 'deadline') return task.deadline?.text ?? '';
  return task[column] ?? '';
}

/** Why that cannot be. */
type Refusal = { readonly message: Message; readonly args?: MessageArgs };

/** What is wanted, in terms of the task. */
export interface Wish {
  readonly column: Exclude<TaskColumn, 'label'>;
  /** The words to write. */
  readonly value: string;
  /** What the cell shows then. */
  readonly shown: string;
  readonly cast: Cast | null;
  /** The time to change stands in the sentence itself; its offsets in the block of the measure's words. */
  readonly spoken: { readonly from: number; readonly to: number } | null;
  readonly same: boolean;
}

const COLUMN_WORDS = {
  text: '主要任务',
  lead: '牵头单位',
  participants: '责任单位',
  deadline: '完成时限',
  outcome: '成果形式',
} as const;

/** What a change asks for, or why it cannot be done here. */
export function wish(task: Task, place: TaskPlace, { column, value: typed, old }: CellChange): Wish | Refusal {
  if (column === 'label') return { message: MESSAGES.label };
  if (place.kind === 'row' && place.item.block.slipped > 0) return { message: MESSAGES.slipped };
  if (column === 'lead' || column === 'participants') return castWish(task, place, column, typed);
  const lines = place.kind === 'row' && column === 'outcome' && !place.item.block.columns.markdown;
  const value = (lines ? typed : typed.replace(/[^\S\n]*\r?\n\s*/g, '')).replace(/\t/g, ' ').trim();
  const escaped =
    place.kind === 'row' && place.item.block.columns.markdown ? value.replace(/(?<!\\)\|/g, '\\|') : value;
  const made: Wish = { column, value, shown: escaped, cast: null, spoken: null, same: value === old };
  if (made.same) return made;
  const hindrance = column === 'text' ? textHindrance(place, value) : fieldHindrance(task, place, column, value);
  if (hindrance) return hindrance;
  if (place.kind === 'measure' && column === 'deadline' && value !== '') {
    const shown = timeIn(value);
    if (shown === null) return { message: MESSAGES.noTime, args: { value: value.slice(0, 20) } };
    if (task.deadline?.source !== 'milestone') return { ...made, shown };
    const spoken = spokenTime(task, place, value);
    return spoken ? { ...made, value: shown, shown, spoken } : { message: MESSAGES.milestone };
  }
  return made;
}

function castWish(task: Task, place: TaskPlace, column: keyof Cast, typed: string): Wish | Refusal {
  const names = namesIn(typed);
  if (names === null || (names.length === 0 && typed.trim() !== '')) return { message: MESSAGES.notNames };
  const now = (role: keyof Cast): readonly string[] => task[role].map(({ name }) => name);
  const cast: Cast =
    column === 'lead'
      ? // Who leads from now on does not take part besides.
        { lead: names, participants: now('participants').filter((name) => !names.includes(name)) }
      : { lead: now('lead'), participants: names };
  const made: Wish = {
    column,
    value: names.join('、'),
    shown: names.join('、'),
    cast,
    spoken: null,
    same: sameList(names, now(column)),
  };
  if (made.same) return made;
  if (place.kind === 'row' && cellFor(place, column) < 0 && cellFor(place, 'participants') < 0)
    return { message: MESSAGES.noColumn, args: { column: COLUMN_WORDS[column] } };
  if (place.kind === 'measure') {
    if (place.said && cast.lead.length + cast.participants.length === 0) return { message: MESSAGES.nobody };
    if (!place.said && place.host?.block.kind === 'heading') return { message: MESSAGES.inHeading };
  }
  if (place.kind === 'row' && column === 'lead' && cellFor(place, 'lead') < 0 && saysNoLead(place, task))
    return { message: MESSAGES.noColumn, args: { column: COLUMN_WORDS.lead } };
  return made;
}

/** A single column of units in which nobody leads by its own words: there is no place for who does. */
function saysNoLead({ item }: RowPlace, task: Task): boolean {
  return task.lead.length === 0 && item.responsibility.every(({ annotation }) => annotation.labels.length === 0);
}

function textHindrance(place: TaskPlace, value: string): Refusal | null {
  if (value === '') return { message: MESSAGES.empty };
  return place.kind === 'measure' && place.host === null ? { message: MESSAGES.inHeading } : null;
}

function fieldHindrance(task: Task, place: TaskPlace, column: 'deadline' | 'outcome', value: string): Refusal | null {
  const at = place.kind === 'row' ? cellFor(place, column) : 0;
  if (at < 0) return { message: MESSAGES.noColumn, args: { column: COLUMN_WORDS[column] } };
  const source = column === 'deadline' ? task.deadline?.source : undefined;
  if (source === 'milestone' && value === '') return { message: MESSAGES.milestone };
  if (source === 'inherited' && value === '') return { message: MESSAGES.inherited };
  if (place.kind === 'row') {
    const merged = value === '' && place.item.block.cells[at]!.text.trim() === '';
    return merged ? { message: MESSAGES.merged } : null;
  }
  return place.said || source === 'milestone' ? null : { message: MESSAGES.noAnnotation };
}

/** Times that say until when, one of which may stand in the place of another in a sentence. */
const UNTIL: readonly Deadline['kind'][] = ['by', 'before', 'target', 'milestone'];

/** Where the sentence says the task's time; `null` where a new one does not go with its words. */
function spokenTime({ deadline }: Task, { host }: MeasurePlace, value: string): Wish['spoken'] {
  const [fresh] = findDeadlines(value, true);
  if (!host || !deadline?.kind || !fresh || !UNTIL.includes(deadline.kind) || !UNTIL.includes(fresh.kind)) return null;
  const all = findDeadlines(host.block.text);
  return all.find(({ from, to, text }) => from >= host.from && to <= host.to && text === deadline.text) ?? null;
}

/** The time that a field is read as; `null` where it says more than one time. */
function timeIn(value: string): string | null {
  const [first] = findDeadlines(value, true);
  if (!first) return null;
  const rest = value.slice(0, first.from) + value.slice(first.to);
  return /^(?:于|在|力争)?(?:基本)?(?:前?完成|实现)?$/.test(rest) ? first.text : null;
}

export const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);
