import { assignUnits, type Task } from '../../../plan/task';
import type { Plan } from '../../../plan/plan';
import type { TextEdit } from '../../../text/position';
import { annotationText, mannerOf, type Manner } from '../../annotations/style';
import { edited, refused, type EditOutcome } from '../edit';
import { castChanges, fieldChanges, type Carrier, type Cast } from './carrier';
import { tryOut } from './check';
import { MESSAGES } from './messages';
import { placeOfTask, plainOf, type MeasurePlace, type RowPlace, type TaskPlace } from './place';
import { cellFor, filled, rowCasts, rowWords, setCell } from './row';
import { spliceEdits, type Splice } from './splice';
import { cellValue, wish, type CellChange, type Wish } from './wish';
import { wordSplices } from './words';

export { cellValue, type CellChange } from './wish';

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
  let found: Manner | undefined;
  const manner = (): Manner => (found ??= mannerOf(plan));
  const wanted = wish(task, place, change);
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

type Candidates = Generator<readonly TextEdit[]>;

interface Job {
  readonly plan: Plan;
  /** Found when first asked for, since the whole document is looked at. */
  readonly manner: () => Manner;
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
      const own = filled(plan, place, tasks[index]!, manner(), withDeadline, wanted.column);
      const after = below?.kind === 'row' ? filled(plan, below, next!, manner(), withDeadline) : [];
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
    const role = column === 'lead' ? 'lead' : 'participants';
    if (merged) yield setCell(plan, place, cellFor(place, role), cast[role].join(manner().separator(role, true)));
    else yield* rowCasts(plan, place, cast, manner());
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
  if (wanted.spoken) {
    if (host) yield spliceEdits(plan, host.block, above, [{ ...wanted.spoken, text: value }]);
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
  if (cast) for (const splices of castChanges(carrier, cast, manner())) yield write(splices);
  else if (column === 'deadline' || column === 'outcome')
    for (const splices of fieldChanges(carrier, column, value, manner())) yield write(splices);
}

/** An annotation for a measure that has none, behind its full stop, as the document writes them. */
function* annotated(
  { plan, manner }: Job,
  { host, above }: MeasurePlace & { readonly above: number },
  cast: Cast,
): Candidates {
  if (!host || cast.lead.length + cast.participants.length === 0) return;
  const { text } = host.block;
  const { labels, style, separator } = manner();
  const end = text.trimEnd().length;
  const stop = /[。！？；：…*]$/.test(text.slice(0, end)) ? '' : '。';
  const field = (role: keyof Cast, label: string): readonly { label: string; text: string }[] =>
    cast[role].length > 0 ? [{ label, text: cast[role].join(separator(role, false)) }] : [];
  const words = {
    lead: field('lead', labels.lead),
    others: field('participants', cast.lead.length > 0 ? labels.others : labels.alone),
    further: [],
  };
  yield spliceEdits(plan, host.block, above, [{ from: end, to: end, text: stop + annotationText(style, words) }]);
}
