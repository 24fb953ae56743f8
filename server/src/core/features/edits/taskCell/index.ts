import type { Plan } from '../../../plan/plan';
import { findDeadlines } from '../../../plan/deadlines';
import { listTasks, assignUnits, type Task } from '../../../plan/tasks';
import type { MessageArgs, Message } from '../../../text/locale';
import type { TextEdit } from '../../../text/position';
import type { TaskColumn } from '../../../../protocol';
import { annotationText, mannerOf, type Manner } from '../../annotations/style';
import { edited, planAfter, refused, type EditOutcome } from '../edit';
import { castChanges, fieldChanges, type Carrier, type Cast } from './carrier';
import { MESSAGES } from './messages';
import { placeOfTask, plainOf, type MeasurePlace, type RowPlace, type TaskPlace } from './place';
import { cellFor, filled, rowCasts, rowWords, setCell } from './row';
import { spliceEdits, type Splice } from './splice';
import { namesIn } from './units';
import { wordSplices } from './words';

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

/**
 * The edits of the text after which the table has the new value in that cell, and everything else as before. What would
 * be written is read again first: what does not read back as meant is refused, with the reason. `tasks` are those of the
 * plan, `index` is the task's place among them.
 */
export function changeCell(plan: Plan, tasks: readonly Task[], index: number, change: CellChange): EditOutcome {
  const task = tasks[index];
  const place = task && placeOfTask(plan, task);
  if (!task || !place) return refused(MESSAGES.gone);
  if (cellValue(task, change.column) !== change.old) return refused(MESSAGES.changed);
  const manner = mannerOf(plan);
  const wanted = wish(manner, task, place, change);
  if ('message' in wanted) return refused(wanted.message, wanted.args);
  if (wanted.same) return edited([]);
  const check = { plan, tasks, index, wanted, bare: place.kind === 'measure' && place.said === null };
  let others = false;
  for (const edits of candidates({ plan, manner, wanted }, tasks, index, place)) {
    const result = tryOut(check, edits);
    if (result === 'fits') return edited(edits);
    others ||= result === 'others';
  }
  if (others) return refused(MESSAGES.others);
  const nobody = wanted.cast && wanted.cast.lead.length + wanted.cast.participants.length === 0;
  if (nobody && place.kind === 'row') return refused(MESSAGES.merged);
  return refused(plan.facts.leadRule && wanted.cast ? MESSAGES.rule : MESSAGES.unfit);
}

type Refusal = { readonly message: Message; readonly args?: MessageArgs };

/** What is wanted, in terms of the task. */
interface Wish {
  readonly column: Exclude<TaskColumn, 'label'>;
  /** The words to write. */
  readonly value: string;
  /** What the cell shows then. */
  readonly shown: string;
  readonly cast: Cast | null;
  readonly same: boolean;
}

const COLUMN_WORDS = {
  text: '主要任务',
  lead: '牵头单位',
  participants: '责任单位',
  deadline: '完成时限',
  outcome: '成果形式',
} as const;

function wish(manner: Manner, task: Task, place: TaskPlace, { column, value: typed, old }: CellChange): Wish | Refusal {
  if (column === 'label') return { message: MESSAGES.label };
  if (place.kind === 'row' && place.item.block.slipped > 0) return { message: MESSAGES.slipped };
  if (column === 'lead' || column === 'participants') return castWish(task, place, column, typed);
  const lines = place.kind === 'row' && column === 'outcome' && !place.item.block.columns.markdown;
  const value = (lines ? typed : typed.replace(/[^\S\n]*\r?\n\s*/g, '')).replace(/\t/g, ' ').trim();
  const escaped =
    place.kind === 'row' && place.item.block.columns.markdown ? value.replace(/(?<!\\)\|/g, '\\|') : value;
  const made: Wish = { column, value, shown: escaped, cast: null, same: value === old };
  if (made.same) return made;
  const hindrance =
    column === 'text' ? textHindrance(place, value) : fieldHindrance(manner, task, place, column, value);
  if (hindrance) return hindrance;
  if (place.kind === 'measure' && column === 'deadline' && value !== '') {
    const shown = timeIn(value);
    return shown === null ? { message: MESSAGES.noTime, args: { value: value.slice(0, 20) } } : { ...made, shown };
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

function fieldHindrance(
  manner: Manner,
  task: Task,
  place: TaskPlace,
  column: 'deadline' | 'outcome',
  value: string,
): Refusal | null {
  const at = place.kind === 'row' ? cellFor(place, column) : 0;
  if (at < 0) return { message: MESSAGES.noColumn, args: { column: COLUMN_WORDS[column] } };
  const source = column === 'deadline' ? task.deadline?.source : undefined;
  if (source === 'milestone' && value === '') return { message: MESSAGES.milestone };
  if (source === 'inherited' && value === '') return { message: MESSAGES.inherited };
  if (place.kind === 'row') {
    const merged = value === '' && place.item.block.cells[at]!.text.trim() === '';
    return merged ? { message: MESSAGES.merged } : null;
  }
  if (source === 'milestone' && !manner.statesDeadlines) return { message: MESSAGES.milestone };
  return place.said ? null : { message: MESSAGES.noAnnotation };
}

/** The time that a field is read as; `null` where it says more than one time. */
function timeIn(value: string): string | null {
  const [first] = findDeadlines(value, true);
  if (!first) return null;
  const rest = value.slice(0, first.from) + value.slice(first.to);
  return /^(?:于|在|力争)?(?:基本)?(?:前?完成|实现)?$/.test(rest) ? first.text : null;
}

type Candidates = Generator<readonly TextEdit[]>;

interface Job {
  readonly plan: Plan;
  readonly manner: Manner;
  readonly wanted: Wish;
}

/** Ways to write it, those that change least first. */
function* candidates(job: Job, tasks: readonly Task[], index: number, place: TaskPlace): Candidates {
  const { plan, manner, wanted } = job;
  if (place.kind === 'measure') {
    yield* measureChanges(job, place);
    return;
  }
  const bases = [...rowChanges(job, place)];
  yield* bases;
  // Rows under merged cells take over from those above: what a row took over is written into it, and into the row below.
  const next = tasks[index + 1];
  const below = next && placeOfTask(plan, next);
  for (const base of bases) {
    for (const withDeadline of [false, true]) {
      const own = filled(plan, place, tasks[index]!, manner, withDeadline, wanted.column);
      const after = below?.kind === 'row' ? filled(plan, below, next!, manner, withDeadline) : [];
      if (own.length > 0) yield [...base, ...own];
      if (after.length > 0) yield [...base, ...after];
      if (own.length > 0 && after.length > 0) yield [...base, ...own, ...after];
    }
  }
}

function* rowChanges({ plan, manner, wanted }: Job, place: RowPlace & { readonly above: number }): Candidates {
  const { column, cast, value } = wanted;
  if (column === 'text') yield rowWords(plan, place, value);
  else if (!cast) yield setCell(plan, place, cellFor(place, column), value);
  else {
    // Units taken over from the row above are written by `filled`.
    const merged = place.item.responsibility.length === 0 && cellFor(place, 'lead') >= 0;
    if (merged) yield setCell(plan, place, cellFor(place, column), value);
    else yield* rowCasts(plan, place, cast, manner);
  }
}

function* measureChanges(job: Job, place: MeasurePlace & { readonly above: number }): Candidates {
  const { plan, manner, wanted } = job;
  const { host, said, above } = place;
  const { column, cast, value } = wanted;
  if (column === 'text') {
    if (!host) return;
    yield spliceEdits(plan, host.block, above, wordSplices(host.block, plainOf(host.block, host.from, host.to), value));
    return;
  }
  if (!said) {
    if (cast) yield* annotated(job, place, cast);
    return;
  }
  const { block } = said.item;
  const carrier: Carrier = {
    text: block.text,
    annotation: said.annotation,
    ...assignUnits(said.annotation, plan.facts.leadRule),
    inCell: false,
  };
  const write = (splices: readonly Splice[]): readonly TextEdit[] => spliceEdits(plan, block, above, splices);
  if (cast) for (const splices of castChanges(carrier, cast, manner)) yield write(splices);
  else if (column === 'deadline' || column === 'outcome')
    for (const splices of fieldChanges(carrier, column, value, manner)) yield write(splices);
}

/** An annotation for a measure that has none, behind its full stop, as the document writes them. */
function* annotated(
  { plan, manner }: Job,
  { host, above }: MeasurePlace & { readonly above: number },
  cast: Cast,
): Candidates {
  if (!host || cast.lead.length + cast.participants.length === 0) return;
  const { text } = host.block;
  const { labels, style } = manner;
  const end = text.trimEnd().length;
  const stop = /[。！？；：…*]$/.test(text.slice(0, end)) ? '' : '。';
  const field = (role: keyof Cast, label: string): readonly { label: string; text: string }[] =>
    cast[role].length > 0 ? [{ label, text: cast[role].join(manner.separator(role, false)) }] : [];
  const words = {
    lead: field('lead', labels.lead),
    others: field('participants', cast.lead.length > 0 ? labels.others : labels.alone),
    further: [],
  };
  yield spliceEdits(plan, host.block, above, [{ from: end, to: end, text: stop + annotationText(style, words) }]);
}

interface Check {
  readonly plan: Plan;
  readonly tasks: readonly Task[];
  readonly index: number;
  readonly wanted: Wish;
  /** The measure has no annotation yet. */
  readonly bare: boolean;
}

/** Reads the text as it would be, and tells whether it says what is wanted and no other task says anything else. */
function tryOut(
  { plan, tasks, index, wanted, bare }: Check,
  edits: readonly TextEdit[],
): 'fits' | 'misread' | 'others' {
  if (edits.length === 0) return 'misread';
  const after = listTasks(planAfter(plan, edits));
  const old = tasks[index]!;
  if (bare && wanted.cast && !plan.facts.hasUnits) {
    // The first annotation makes the plan one with units: those that have none are no longer tasks of their own.
    const [only, second] = after;
    return only && !second && only.label === old.label && says(only, old, wanted) ? 'fits' : 'misread';
  }
  const fresh = after[index];
  if (after.length !== tasks.length || !fresh || !says(fresh, old, wanted)) return 'misread';
  // Its first words may be what other tasks stand under.
  const heads = (text: string, heading: string | null): boolean => heading !== null && text.startsWith(heading);
  const kept = tasks.every((task, at) => {
    const now = after[at]!;
    const follows = wanted.column === 'text' && (heads(old.text, task.heading) || heads(fresh.text, now.heading));
    return at === index || sameTask(task, now, follows);
  });
  return kept ? 'fits' : 'others';
}

/** Whether the task reads as wanted: the new value in its column, and in the others what was there. */
function says(fresh: Task, old: Task, { column, shown, cast }: Wish): boolean {
  const expected = (one: Exclude<TaskColumn, 'label'>): string =>
    one === column
      ? shown
      : cast && (one === 'lead' || one === 'participants')
        ? cast[one].join('、')
        : cellValue(old, one);
  if (fresh.label !== old.label) return false;
  return (['text', 'lead', 'participants', 'deadline', 'outcome'] as const).every((one) => {
    if (one === 'deadline') {
      const { deadline } = fresh;
      if (column === 'deadline' && shown === '')
        return deadline === null || deadline.source !== 'stated' || deadline.text === '';
      if (column === 'deadline') return deadline?.text === shown && deadline.source === 'stated';
      // Other words may hold another time.
      if ((column === 'text' || column === 'outcome') && old.deadline?.source !== 'stated') return true;
      return cellValue(fresh, one) === expected(one) && deadline?.source === old.deadline?.source;
    }
    return cellValue(fresh, one) === expected(one);
  });
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);

function sameTask(a: Task, b: Task, headingFollows: boolean): boolean {
  const columns = ['label', 'text', 'lead', 'participants', 'deadline', 'outcome'] as const;
  if (!columns.every((column) => cellValue(a, column) === cellValue(b, column))) return false;
  if (a.deadline?.source !== b.deadline?.source || a.deadline?.end !== b.deadline?.end) return false;
  return headingFollows || (a.heading === b.heading && sameList(a.section, b.section) && sameList(a.above, b.above));
}
