import { isCloser, isIdeograph, isOpener } from '../text/brackets';
import { isSpace } from '../text/numerals';
import { isCollective } from '../units/collective';
import { findDeadlines, type Deadline } from './deadlines';
import { allLabels, labelsOf, type Field, type Label } from './labels';
import { beginsNote, readUnitList, type Role, type UnitName } from './unitList';

/** Who leads where only 责任单位 are named: the first of each list, or all before the first comma. */
export type LeadRule = 'first' | 'first-comma';

/** A stretch of text with its offsets in the block (UTF-16). */
export interface Words {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A responsibility annotation (责任括注): who leads, who takes part, until when. */
export interface Annotation {
  /** The whole of it, brackets included. */
  readonly from: number;
  readonly to: number;
  readonly labels: readonly Label[];
  readonly units: readonly UnitName[];
  /** The annotation itself says who leads. */
  readonly leadStated: boolean;
  /** It states a rule for the whole document (列第一位的为牵头单位，下同). */
  readonly leadRule: LeadRule | null;
  readonly openEnded: boolean;
  readonly deadline: Deadline | null;
  readonly outcome: Words | null;
}

const COLON = /[:：]/;
const MAY_ANNOTATE = /单位|部门|主体|牵头|负责|分工|职责/;

/** All responsibility annotations of a block's text, in order. Never overlapping. */
export function findAnnotations(text: string): readonly Annotation[] {
  if (!MAY_ANNOTATE.test(text) && !ENDS_IN_BRACKET.test(text.slice(-BARE_TAIL))) return [];
  const labelled = COLON.test(text) ? findLabelled(text) : [];
  if (!speaksOutside(text, labelled)) return labelled;
  const annotations: Annotation[] = [];
  let next = 0;
  for (const group of outerBrackets(text)) {
    while (next < labelled.length && labelled[next]!.to <= group.open) annotations.push(labelled[next++]!);
    if (next < labelled.length && labelled[next]!.from < group.end) continue;
    const verbal = readVerbal(text, group);
    if (verbal) annotations.push(verbal);
  }
  return annotations.concat(labelled.slice(next));
}

/** Whether a verb of responsibility stands outside the annotations already read; mostly none does. */
function speaksOutside(text: string, labelled: readonly Annotation[]): boolean {
  let from = 0;
  for (const { from: start, to } of labelled) {
    if (VERBAL.test(text.slice(from, start))) return true;
    from = to;
  }
  const rest = from === 0 ? text : text.slice(from);
  return VERBAL.test(rest) || ENDS_IN_BRACKET.test(rest.slice(-BARE_TAIL));
}

/** Reads the content of a responsibility cell of a table; labels and verbs inside it count as in an annotation. */
export function readCell(text: string, role: Role): Annotation {
  const labels = COLON.test(text) ? labelsOf(text) : [];
  if (labels.length > 0) return readFields(text, 0, text.length, labels, 0, text.length);
  const list = readUnitList(text, 0, text.length, role);
  return fromList(list, 0, text.length);
}

/** Where the words of an annotation begin and end, inside its brackets if it has any. */
export function insideOf(text: string, { from, to }: Pick<Annotation, 'from' | 'to'>): readonly [number, number] {
  const opened = isOpener(text.charCodeAt(from));
  return [opened ? from + 1 : from, opened && isCloser(text.charCodeAt(to - 1)) ? to - 1 : to];
}

/** A pair of brackets. */
export interface Group {
  readonly open: number;
  /** First offset after the content. */
  readonly close: number;
  /** First offset after the closing bracket, or the text's end where it is missing. */
  readonly end: number;
}

/** The outermost bracket pairs, whatever their width or shape: documents mix them (（…)). Unclosed ones are left out. */
export function outerBrackets(text: string): readonly Group[] {
  const groups: Group[] = [];
  let [depth, open] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isIdeograph(code)) continue;
    if (isOpener(code)) {
      // A bracket that never closes must not swallow the rest of a long text.
      if (depth === 0 || at - open > MAX_SPAN) [depth, open] = [0, at];
      depth++;
    } else if (isCloser(code) && depth > 0 && --depth === 0) {
      groups.push({ open, close: at, end: at + 1 });
    }
  }
  return groups;
}

const MAX_LEAD_IN = 600;
const MAX_SPAN = 3000;

/** The innermost bracket round `at`, looked for a fixed stretch to both sides; an unclosed one runs to the text's end. */
function enclosing(text: string, at: number): Group | null {
  let depth = 0;
  for (let open = at - 1; open >= Math.max(0, at - MAX_LEAD_IN); open--) {
    const code = text.charCodeAt(open);
    if (isIdeograph(code)) continue;
    if (isCloser(code)) depth++;
    else if (isOpener(code) && depth-- === 0) return closing(text, open);
  }
  return null;
}

/** The pair that opens at `open`. */
function closing(text: string, open: number): Group {
  let depth = 0;
  const stop = Math.min(text.length, open + MAX_SPAN);
  for (let at = open; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (isIdeograph(code)) continue;
    if (isOpener(code)) depth++;
    else if (isCloser(code) && --depth === 0) return { open, close: at, end: at + 1 };
  }
  return { open, close: stop, end: stop };
}

const ASSIGNS: readonly Field[] = ['lead', 'responsible', 'participant', 'sentence'];

function findLabelled(text: string): Annotation[] {
  const labels = labelsOf(text);
  const annotations: Annotation[] = [];
  for (let at = 0; at < labels.length;) {
    const span = spanOf(text, labels, at);
    const inside = span ? labelsUpTo(labels, at, span.close) : [];
    if (!span || !inside.some((other) => ASSIGNS.includes(other.field))) {
      at++;
      continue;
    }
    const annotation = readFields(text, span.content, span.close, inside, span.from, span.to);
    if (annotation.units.length > 0) annotations.push(annotation);
    at += inside.length;
  }
  return annotations;
}

function labelsUpTo(labels: readonly Label[], from: number, close: number): readonly Label[] {
  let end = from;
  while (end < labels.length && labels[end]!.from < close) end++;
  return labels.slice(from, end);
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly content: number;
  readonly close: number;
}

/** The stretch an annotation takes that holds `label`: its bracket, a bracket opened too late, or the rest of the line. */
function spanOf(text: string, labels: readonly Label[], index: number): Span | null {
  const label = labels[index]!;
  const around = enclosing(text, label.from);
  if (around && opensAnnotation(text, around.open + 1, label.from)) {
    return { from: around.open, to: around.end, content: around.open + 1, close: around.close };
  }
  if (isOpener(text.charCodeAt(label.to))) {
    const late = closing(text, label.to);
    return { from: label.from, to: late.end, content: label.from, close: late.close };
  }
  // Without 单位 or 部门 a word is a label inside a bracket only: “责任：” opens many a sentence.
  if (around || label.text.length < 4 || !startsClause(text, label.from)) return null;
  const stop = endOfFields(text, labels, index);
  const close = endOfList(text, label.to, stop < 0 ? text.length : stop);
  return { from: label.from, to: close === stop ? close + 1 : close, content: label.from, close };
}

/**
 * The full stop that ends the fields which begin with the one at `index`; fields may end in full stops each (责任单位：甲局。
 * 完成时限：年底前。). -1 where none does.
 */
function endOfFields(text: string, labels: readonly Label[], index: number): number {
  const known = new Set([labels[index]!.text]);
  let stop = text.indexOf('。', labels[index]!.to);
  for (const next of labels.slice(index + 1, index + MAX_FIELDS)) {
    if (stop < 0) break;
    if (next.from > stop) {
      if (known.has(next.text) || !isBlankBetween(text, stop + 1, next.from)) break;
      stop = text.indexOf('。', next.to);
    }
    known.add(next.text);
  }
  return stop;
}

/** More fields than any responsibility has. */
const MAX_FIELDS = 12;

const isBlankBetween = (text: string, from: number, to: number): boolean =>
  to - from < 8 && /^[\s*]*$/.test(text.slice(from, to));

const SENTENCE = /^(?:本|此|各地|以上|附件|特此|现将|来源|联系)|[的了是将把须自为]|应(?!急)/;

/** A list without brackets ends where, after a space, a sentence begins (documents copied onto one line). */
function endOfList(text: string, from: number, stop: number): number {
  for (let at = from + 1; at < stop; at++) {
    if (!isSpace(text.charCodeAt(at))) continue;
    const word = /^[^\s、，,；;。]*/.exec(text.slice(at + 1, Math.min(stop, at + 60)))![0];
    if (word.length > MAX_NAME || (SENTENCE.test(word) && !/[:：]/.test(word))) return at;
  }
  return stop;
}

/** Before the first label an annotation holds at most a star, a space or a deadline. */
function opensAnnotation(text: string, from: number, label: number): boolean {
  const before = text.slice(from, label).trim();
  return before.length <= 2 || /^[^。；]{0,20}[，；,;]$/.test(before) || /(?:牵头|负责|配合)[，；,;]?$/.test(before);
}

function startsClause(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isSpace(text.charCodeAt(before))) before--;
  return before < 0 || '。；！？）)：*—-•·●'.includes(text[before]!);
}

function readFields(
  text: string,
  content: number,
  close: number,
  labels: readonly Label[],
  from: number,
  to: number,
): Annotation {
  const units: UnitName[] = [];
  let [leadStated, openEnded] = [false, false];
  let deadline: Deadline | null = null;
  let outcome: Words | null = null;
  const unnamed: Label = { text: '', from: content, to: content, field: 'responsible' };
  const named = allLabels(text, content, close, labels);
  const fields = named[0] && named[0].from <= content ? named : [unnamed, ...named];
  for (const [index, field] of fields.entries()) {
    const [start, end] = trimField(text, field.to, fields[index + 1]?.from ?? close);
    if (field.field === 'deadline') deadline = readDeadline(text, start, end) ?? deadline;
    else if (field.field === 'outcome') outcome = { text: text.slice(start, end), from: start, to: end };
    else if (field.field !== 'person') {
      const role = field.field === 'sentence' ? 'responsible' : field.field;
      const list = readUnitList(text, start, end, role);
      leadStated ||= role === 'lead' || list.leadStated;
      openEnded ||= list.openEnded;
      deadline ??= takeDeadline(text, list.names);
      units.push(...unitsAmong(list.names));
    }
  }
  const leadRule = ruleIn(text.slice(from, to));
  return { from, to, labels: named, units, leadStated, leadRule, openEnded, deadline, outcome };
}

/** A field without the marks at its ends; a single `*` stays, it says who leads. */
function trimField(text: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to];
  if (isOpener(text.charCodeAt(start)) && !isCloser(text.charCodeAt(end - 1)) && !hasCloser(text, start, end)) start++;
  const isMark = (at: number, marks: string): boolean => isSpace(text.charCodeAt(at)) || marks.includes(text[at]!);
  while (start < end)
    if (text.startsWith('**', start)) start += 2;
    else if (isMark(start, '、，,；;')) start++;
    else break;
  while (end > start)
    if (text.endsWith('**', end)) end -= 2;
    else if (isMark(end - 1, '、，,；;。-—•·●')) end--;
    else break;
  return [start, Math.max(start, end)];
}

function hasCloser(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isCloser(text.charCodeAt(at))) return true;
  return false;
}

/** What times begin with and hardly any unit does: asked first, since nearly all that is asked about are units. */
const TIME_OPENS = /^[\d每长年持常全贯即立适逐尽及随实定不视同已上下第印规“十]/;

/** Whether a slot of a list says when and not who (6月底前完成; 长期坚持). */
function isTime(name: string): boolean {
  return TIME_OPENS.test(name) && !BODY.test(name) && findDeadlines(name, true)[0]?.from === 0;
}

/** The units of a list: no times, and none of the remarks that follow one (6月底前完成，动态更新). */
function unitsAmong(names: readonly UnitName[]): readonly UnitName[] {
  const time = names.findIndex(({ name }) => isTime(name));
  return time < 0 ? names : names.filter((one, at) => at < time || (!isTime(one.name) && isBody(one.name)));
}

/** A deadline that stands among the units without a label (责任单位：甲局，6月底完成). */
function takeDeadline(text: string, names: readonly UnitName[]): Deadline | null {
  const name = names.find((candidate) => isTime(candidate.name));
  return name ? readDeadline(text, name.from, name.to) : null;
}

function readDeadline(text: string, from: number, to: number): Deadline | null {
  const [first] = findDeadlines(text.slice(from, to), true);
  return first ? { ...first, from: first.from + from, to: first.to + from } : null;
}

function ruleIn(text: string): LeadRule | null {
  if (/第一个逗号前.{0,6}牵头/.test(text)) return 'first-comma';
  return /(?:列|排).{0,4}(?:第一位|首位|第一个).{0,8}牵头/.test(text) ? 'first' : null;
}

/** The rule a whole document follows, when a sentence outside annotations states it. */
export const leadRuleIn = ruleIn;

function fromList(list: ReturnType<typeof readUnitList>, from: number, to: number): Annotation {
  const { names: units, leadStated, openEnded } = list;
  return { from, to, labels: [], units, leadStated, leadRule: null, openEnded, deadline: null, outcome: null };
}

const VERBAL = /(?:牵头|负责|配合|主办|承办|按.{0,6}(?:职责|分工))/;
const NO_UNIT =
  /^[含如即见按注]|^依法|^(?:牵头|责任|配合|主办|协办|参与|参加)(?:单位|部门)|[的了是将把须]|应(?!急)|以下|上述|负责人|简称|详见|包括|例如|具体/;
const MAX_VERBAL = 500;
const MAX_NAME = 30;

/** How names of bodies end; enough for a bracket that stands where annotations do. */
const BODY =
  /(?:局|委|办|厅|部|院|中心|政府|公司|集团|管委会|总工会|办公室|法院|检察院|支行|分行|总社|海关|街道)(?:（[^（）]*）)?$/;
/** How names end besides, in a list where another ends as above: many a bracket ends so that names nobody. */
const BODY_TOO = /(?:联|协|会|队|站|所|校|行|社|处|馆|学|集团|[镇乡])(?:（[^（）]*）)?$/;
const BARE_TAIL = 220;
const ENDS_IN_BRACKET = /[。；][（(〔[](?:[^（）()〔〕]|[（(][^（）()〔〕]{1,20}[）)]){3,200}[）)〕\]]\s*$/;

/** A bracket of names and nothing else, between a measure's full stop and its end: 完善平台。（省教育厅、省委网信办） */
function isBareList(text: string, { open, end }: Group): boolean {
  return '。；'.includes(text[open - 1] ?? ' ') && text.slice(end).trim() === '';
}

/** A bracket without labels whose verbs give the roles (甲局牵头，乙局、丙局配合), or `null` when it is something else. */
function readVerbal(text: string, group: Group): Annotation | null {
  if (group.close - group.open > MAX_VERBAL) return null;
  const start = group.open + 1;
  const content = text.slice(start, group.close);
  const bare = isBareList(text, group);
  if (!(bare || VERBAL.test(content)) || !isOneStatement(content)) return null;
  const after = text[group.end] ?? ' ';
  if (!'。；，.;,（(〔[【'.includes(after) && !isSpace(after.charCodeAt(0))) return null;
  const labels = COLON.test(content) ? allLabels(text, start, group.close, []) : [];
  const list = readUnitList(text, start, labels[0]?.from ?? group.close, 'responsible');
  const units = unitsAmong(list.names);
  const plausible = units.length > 0 && units.every(({ name }) => name.length <= MAX_NAME && !NO_UNIT.test(name));
  const bodies = (bare || list.notes.length > 0) && areBodies(units);
  if (!plausible || !(list.hasVerb || bodies)) return null;
  if (labels.length > 0) return readFields(text, start, group.close, [], group.open, group.end);
  const deadline = takeDeadline(text, list.names);
  return { ...fromList({ ...list, names: units }, group.open, group.end), deadline, leadRule: ruleIn(content) };
}

const isBody = (name: string): boolean => BODY.test(name) || BODY_TOO.test(name) || isCollective(name);

const areBodies = (units: readonly UnitName[]): boolean =>
  units.some(({ name }) => BODY.test(name)) && units.every(({ name }) => isBody(name));

/** Whether nothing comes after a full stop but remarks (以下均需…落实，不再列出) and fields (完成时限：). */
function isOneStatement(content: string): boolean {
  for (let stop = content.indexOf('。'); stop >= 0; stop = content.indexOf('。', stop + 1)) {
    const rest = content.slice(stop + 1).trimStart();
    if (rest !== '' && !beginsNote(rest) && labelsOf(rest.slice(0, 20))[0]?.from !== 0) return false;
  }
  return true;
}
