import type { Label } from '../../../plan/labels';
import { insideOf, type Annotation } from '../../../plan/responsibility';
import type { UnitName } from '../../../plan/unitList';
import type { Manner } from '../../annotations/style';
import type { Splice } from './splice';
import { isNamesOnly, listSplices, separatorOf } from './units';

/** A text that says who does something and until when: an annotation, or a cell read like one. */
export interface Carrier {
  /** The text of the block or cell that the offsets count in. */
  readonly text: string;
  readonly annotation: Annotation;
  readonly lead: readonly UnitName[];
  readonly participants: readonly UnitName[];
  /** It stands in a cell: what it says has no brackets. */
  readonly inCell: boolean;
}

export interface Cast {
  readonly lead: readonly string[];
  readonly participants: readonly string[];
}

/** One field with its label; `to` is where its words end, separators not counted. */
interface Part {
  readonly label: Label | null;
  readonly from: number;
  readonly to: number;
  readonly units: readonly UnitName[];
}

const ENDS = /[\s、，,；;。]+$/;

const contentOf = ({ text, annotation, inCell }: Carrier): readonly [number, number] =>
  inCell ? [0, text.length] : insideOf(text, annotation);

function partsOf(carrier: Carrier): readonly Part[] {
  const { text, annotation } = carrier;
  const [content, close] = contentOf(carrier);
  const { labels, units } = annotation;
  const starts: readonly (Label | null)[] =
    labels.length === 0 || text.slice(content, labels[0]!.from).trim() !== '' ? [null, ...labels] : labels;
  return starts.map((label, at) => {
    const from = label?.from ?? content;
    const end = starts[at + 1]?.from ?? close;
    const words = text.slice(from, end);
    const to = from + words.replace(ENDS, '').length;
    return { label, from, to, units: units.filter((unit) => unit.from >= from && unit.to <= end) };
  });
}

/** What may stand between two fields. */
function fieldSeparator(carrier: Carrier, { style }: Manner): string {
  const [first, second] = partsOf(carrier);
  if (first && second) return carrier.text.slice(first.to, second.from);
  const colon = colonOf(carrier, style.colon);
  return colon === style.colon ? style.between : colon === ':' ? ';' : '；';
}

const colonOf = ({ text, annotation: { labels } }: Carrier, usual: string): string =>
  labels[0] ? (text[labels[0].to - 1] === ':' ? ':' : '：') : usual;

/** Ways to make the carrier name these units, those that change least first. Whether one reads as meant, has to be tried. */
export function* castChanges(carrier: Carrier, wanted: Cast, manner: Manner): Generator<readonly Splice[]> {
  const { text, lead, participants, inCell } = carrier;
  const separators = {
    lead: separatorOf(text, [lead, participants]) ?? manner.separator('lead', inCell),
    participants: separatorOf(text, [participants, lead]) ?? manner.separator('participants', inCell),
  };
  const leads = listSplices(text, lead, wanted.lead, separators.lead);
  const others = listSplices(text, participants, wanted.participants, separators.participants);
  if (leads && others) yield [...leads, ...others];
  yield* orderedList(carrier, wanted, separators.participants);
  const change = carrier.annotation.labels.length === 0 ? spokenChange : fieldChange;
  const leadField = leads ?? change(carrier, 'lead', wanted.lead.join(separators.lead), manner);
  const othersField =
    others ?? change(carrier, 'participants', wanted.participants.join(separators.participants), manner);
  if (leadField && othersField && !(leads && others)) yield [...leadField, ...othersField];
  yield* rewritten(carrier, wanted, manner, separators.participants);
}

/** One list in which the place tells who leads (列第一位的为牵头单位，第一个逗号前为牵头单位). */
function* orderedList(
  { text, annotation, lead, participants }: Carrier,
  wanted: Cast,
  separator: string,
): Generator<readonly Splice[]> {
  const all = [...lead, ...participants];
  const [first, last] = [all[0], all[all.length - 1]];
  if (annotation.leadStated || !first || !last || all.some((unit, at) => at > 0 && unit.from < all[at - 1]!.to)) return;
  const splices = listSplices(text, all, [...wanted.lead, ...wanted.participants], separator);
  if (splices) yield splices;
  if (wanted.lead.length === 0 || !isNamesOnly(text, all, first.from, last.to)) return;
  const tiers = [wanted.lead, wanted.participants].filter((names) => names.length > 0);
  yield [{ from: first.from, to: last.to, text: tiers.map((names) => names.join('、')).join('，') }];
}

/** Adds or takes away the field of one role; `null` where there is none that is its alone. */
function fieldChange(carrier: Carrier, role: keyof Cast, names: string, manner: Manner): readonly Splice[] | null {
  const parts = partsOf(carrier);
  const own = carrier[role];
  if (names === '') {
    const at = parts.findIndex(({ units }) => units.length > 0 && units.every((unit) => own.includes(unit)));
    return at >= 0 && parts[at]!.units.length === own.length ? removed(parts, at) : null;
  }
  const label = role === 'lead' ? manner.labels.lead : manner.labels.others;
  const words = `${label}${colonOf(carrier, manner.style.colon)}${names}`;
  const separator = fieldSeparator(carrier, manner);
  const held = parts.filter(({ units }) => units.length > 0);
  const [first, last] = [held[0], held[held.length - 1]];
  if (!first || !last) return null;
  return role === 'lead'
    ? [{ from: first.from, to: first.from, text: words + separator }]
    : [{ from: last.to, to: last.to, text: separator + words }];
}

/** The same where verbs say who does what: 甲局牵头负责，乙局配合. */
function spokenChange(carrier: Carrier, role: keyof Cast, names: string): readonly Splice[] | null {
  const { text, annotation, lead, participants } = carrier;
  const [content, close] = contentOf(carrier);
  const stop = annotation.deadline ? Math.min(annotation.deadline.from, close) : close;
  const end = content + text.slice(content, stop).replace(ENDS, '').length;
  if (names !== '') {
    return role === 'lead'
      ? [{ from: content, to: content, text: `${names}牵头，` }]
      : [{ from: end, to: end, text: `，${names}配合` }];
  }
  const [above, first, last] = [lead[lead.length - 1], participants[0], participants[participants.length - 1]];
  if (role === 'lead' || !above || !first || !last || above.to > first.from) return null;
  const mark = above.to + text.slice(above.to, first.from).search(/[，,；;][^，,；;]*$/);
  const remark = !ROLE_WORDS.test(text.slice(last.to, end)) || !isNamesOnly(text, participants, first.from, last.to);
  return mark < above.to || remark ? null : [{ from: mark, to: end, text: '' }];
}

function removed(parts: readonly Part[], at: number): readonly Splice[] | null {
  const [before, here, after] = [parts[at - 1], parts[at]!, parts[at + 1]];
  if (before) return [{ from: before.to, to: here.to, text: '' }];
  return after ? [{ from: here.from, to: after.from, text: '' }] : null;
}

/** Words of a list that its roles are said with; a new wording may take their place. */
const ROLE_WORDS =
  /^(?:由|和|及|以及|等|会同|牵头|负责|配合|主办|承办|协办|协助|协同|参加|参与|支持|按照?|各自|职责|分工|落实|组织|实施|具体|分别|共同|[*＊★、，,；;。/／\s])*$/;

/** All of what names units said anew, with labels or by verbs; not where a remark would be lost. */
function* rewritten(
  carrier: Carrier,
  wanted: Cast,
  { labels, style }: Manner,
  separator: string,
): Generator<readonly Splice[]> {
  const { text, annotation } = carrier;
  const parts = partsOf(carrier);
  const first = parts.findIndex(({ units }) => units.length > 0);
  let last = first;
  while (parts[last + 1] && parts[last + 1]!.units.length > 0) last++;
  const region = parts.slice(first, last + 1);
  const [from, end] = [region[0]?.from, region[region.length - 1]?.to];
  if (from === undefined || end === undefined || annotation.leadRule) return;
  if (annotation.units.some((unit) => unit.from < from || unit.to > end)) return;
  const time = annotation.deadline && annotation.deadline.from > from && annotation.deadline.to <= end;
  const to = time ? from + text.slice(from, annotation.deadline.from).replace(ENDS, '').length : end;
  if (!ROLE_WORDS.test(wordsBesides(text, annotation, from, to))) return;
  const [lead, others] = [wanted.lead.join(separator), wanted.participants.join(separator)];
  if (annotation.labels.length === 0) {
    const verbal = [lead && `${lead}牵头`, others && (lead ? `${others}配合` : `${others}负责`)];
    yield [{ from, to, text: verbal.filter((words) => words !== '').join('，') }];
  }
  const colon = colonOf(carrier, style.colon);
  const between = region.length > 1 ? text.slice(region[0]!.to, region[1]!.from) : colon === ':' ? ';' : '；';
  const label = (role: 'lead' | 'others'): string =>
    ownLabel(annotation, role) ?? (role === 'others' && !lead ? labels.alone : labels[role]);
  const fields = [lead && `${label('lead')}${colon}${lead}`, others && `${label('others')}${colon}${others}`];
  yield [{ from, to, text: fields.filter((words) => words !== '').join(between) }];
}

function ownLabel({ labels }: Annotation, role: 'lead' | 'others'): string | null {
  const find = (field: Label['field']): string | null => labels.find((one) => one.field === field)?.text ?? null;
  return role === 'lead' ? find('lead') : (find('participant') ?? find('responsible'));
}

function wordsBesides(text: string, { labels, units }: Annotation, from: number, to: number): string {
  const known = [...labels, ...units].sort((a, b) => a.from - b.from);
  let rest = '';
  let at = from;
  for (const one of known) {
    if (one.to <= from || one.from >= to) continue;
    rest += text.slice(at, Math.max(at, one.from));
    at = Math.max(at, one.to);
  }
  return rest + text.slice(at, Math.max(at, to));
}

/** Ways to make the carrier say this deadline or outcome; empty: that it says none. */
export function* fieldChanges(
  carrier: Carrier,
  column: 'deadline' | 'outcome',
  value: string,
  manner: Manner,
): Generator<readonly Splice[]> {
  const { annotation, text } = carrier;
  const said = annotation[column];
  const parts = partsOf(carrier);
  const at = parts.findIndex(({ label }) => label?.field === column);
  if (said && value !== '') {
    yield [{ from: said.from, to: said.to, text: value }];
    const part = parts[at];
    // Words round the time (2023年底前完成) that the new one does not go with.
    if (part?.label) yield [{ from: part.label.to, to: part.to, text: value }];
    return;
  }
  if (said) {
    const part = at < 0 ? null : removed(parts, at);
    if (part) yield part;
    const before = annotation.from + text.slice(annotation.from, said.from).replace(ENDS, '').length;
    const done = /^(?:前)?(?:基本)?(?:完成)?/.exec(text.slice(said.to, said.to + 5))![0].length;
    yield [{ from: before, to: said.to + done, text: '' }];
    return;
  }
  if (value === '') return;
  const empty = parts[at];
  if (empty?.label) {
    yield [{ from: empty.label.to, to: Math.max(empty.to, empty.label.to), text: value }];
    return;
  }
  const words = `${manner.labels[column]}${colonOf(carrier, manner.style.colon)}${value}`;
  const outcome = column === 'deadline' ? parts.findIndex(({ label }) => label?.field === 'outcome') : -1;
  const after = parts[outcome > 0 ? outcome - 1 : parts.length - 1]!.to;
  if (annotation.labels.length === 0 && column === 'deadline') {
    if (/[前底末月日内度]$/.test(value)) yield [{ from: after, to: after, text: `，${value}完成` }];
    yield [{ from: after, to: after, text: `，${value}` }];
  }
  yield [{ from: after, to: after, text: fieldSeparator(carrier, manner) + words }];
  // 甲牵头，乙配合 has no place for a field: its units get labels too.
  if (annotation.labels.length > 0) return;
  const cast = {
    lead: carrier.lead.map(({ name }) => name),
    participants: carrier.participants.map(({ name }) => name),
  };
  for (const splices of rewritten(carrier, cast, manner, '、'))
    yield splices.map((one) => ({ ...one, text: `${one.text}；${words}` }));
}
