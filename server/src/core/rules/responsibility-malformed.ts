import type { PassageReading } from '../plan/reading';
import type { Label } from '../plan/labels';
import { outerBrackets, type Annotation } from '../plan/responsibility';
import { readUnitList } from '../plan/unitList';
import { rangeOf, type Joined } from '../syntax/joined';
import { isLabelLine } from '../syntax/line';
import type { Message, MessageArgs } from '../text/locale';
import type { Register } from '../units/model';
import { type Assigned } from './places';
import { PLANS, type Fix, type Report, type Rule } from './rule';

const MESSAGES = {
  width: {
    zh: '责任括注的左括号“{open}”与右括号“{close}”不成对。请改成一对。',
    en: 'The brackets of this annotation, {open} and {close}, are no pair. Make them one.',
  },
  torn: {
    zh: '责任括注被分成了两段。请接成一段，否则分工会读错。',
    en: 'This annotation is torn into two paragraphs. Join them, or the responsibility is misread.',
  },
  stray: {
    zh: '责任括注的右括号前多了“{mark}”。请删去；若漏了单位，请补上。',
    en: '“{mark}” stands before the closing bracket. Drop it, or add the unit that was left out.',
  },
  late: {
    zh: '左括号应在“{label}”之前。请把它移到标签前面。',
    en: 'The opening bracket belongs before “{label}”. Move it there.',
  },
  unopened: {
    zh: '责任括注有右括号，没有左括号。请在“{label}”前补上。',
    en: 'This annotation is closed and never opened. Add the bracket before “{label}”.',
  },
  unclosed: {
    zh: '责任括注没有右括号。请在最后一个单位后补上。',
    en: 'This annotation is never closed. Add the bracket after its last unit.',
  },
  colon: {
    zh: '“{label}”后面缺冒号。请补上。',
    en: 'There is no colon after “{label}”. Add it.',
  },
  slot: {
    zh: '“{label}”后面第一个单位是空的。请补上漏掉的单位，或者删去多余的“{mark}”。',
    en: 'The first unit after “{label}” is missing. Add it, or drop the “{mark}”.',
  },
  glued: {
    zh: '“{first}”与“{second}”之间没有分隔。请加顿号。',
    en: 'Nothing separates “{first}” and “{second}”. Put “、” between them.',
  },
  fields: {
    zh: '“{label}”与前面的单位之间没有分隔。请加分号。',
    en: 'Nothing separates “{label}” from the unit before it. Put “；” between them.',
  },
  mend: { zh: '改正括注的写法', en: 'Mend the annotation' },
} as const;

/** What is wrong with an annotation, and what mends it. Offsets count in the text of its block. */
interface Fault {
  readonly message: Message;
  readonly args?: MessageArgs;
  readonly from: number;
  readonly to: number;
  readonly edits: readonly { readonly from: number; readonly to: number; readonly newText: string }[];
}

/**
 * A responsibility annotation written so that its parts cannot be told apart: brackets that are no pair or missing, a mark
 * too many or too few, one torn by a page end. Lines are joined before it looks. Source: GB/T 15834—2011, brackets come in
 * pairs; observed practice.
 */
export const rule: Rule = {
  id: 'responsibility-malformed',
  title: { zh: '责任括注格式错误', en: 'Malformed responsibility annotation' },
  topic: 'units',
  severity: 'error',
  strength: '规定',
  basis: { zh: 'GB/T 15834—2011：括号成对使用', en: 'GB/T 15834—2011: brackets come in pairs' },
  fixable: 'safe',
  kinds: PLANS,
  passage: (reading, { register }) => [
    ...reading.assigned.flatMap((assigned) => inAnnotation(assigned, reading, register)),
    ...withoutColons(reading, register),
  ],
};

function inAnnotation(assigned: Assigned, reading: PassageReading, register: Register): readonly Report[] {
  const { joined, annotation, inTable } = assigned;
  const { text } = joined;
  const faults = [...separators(joined, annotation, register), ...emptySlots(text, annotation)];
  if (!inTable) faults.push(...brackets(text, annotation));
  if (faults.length === 0 && !inTable && isTorn(assigned, reading))
    return [{ message: MESSAGES.torn, range: assigned.range }];
  return faults.map((fault) => toReport(fault, joined));
}

function toReport({ message, args, from, to, edits }: Fault, joined: Joined): Report {
  const placed = edits.map((edit) => ({ range: rangeOf(joined, edit.from, edit.to), newText: edit.newText }));
  const possible = placed.length > 0 && placed.every(({ range }) => range.start.line === range.end.line);
  const fix: Fix = { kind: 'edit', title: MESSAGES.mend, args: {}, safe: !UNSURE.has(message), edits: placed };
  return { message, ...(args && { args }), range: rangeOf(joined, from, to), ...(possible && { fixes: [fix] }) };
}

/** A mark too many may be all that is left of a unit that was to stand there, so a person has to look. */
const UNSURE: ReadonlySet<Message> = new Set([MESSAGES.slot, MESSAGES.stray]);

const OPENERS = '（(〔[【';
const CLOSERS = '）)〕]】';

function brackets(text: string, annotation: Annotation): Fault[] {
  const { from, to, labels } = annotation;
  const [label] = labels;
  if (OPENERS.includes(text[from]!)) return pair(text, annotation);
  if (!label || label.from !== from) return [];
  if (OPENERS.includes(text[label.to] ?? ' ')) return late(text, annotation, label);
  // 责任单位：甲局、乙局）
  const last = text.slice(from, to).trimEnd();
  if (!CLOSERS.includes(last.slice(-1)) || openDepth(last) !== -1) return [];
  const open = OPENERS[CLOSERS.indexOf(last.slice(-1))]!;
  const edits = [{ from, to: from, newText: open }];
  return [{ message: MESSAGES.unopened, args: { label: label.text }, from, to: label.to, edits }];
}

/** How many brackets stay open; -1 where one more closes than opens. */
function openDepth(text: string): number {
  let depth = 0;
  for (const char of text) {
    if (OPENERS.includes(char)) depth++;
    else if (CLOSERS.includes(char)) depth--;
    if (depth < 0) return -1;
  }
  return depth;
}

/** An annotation that begins with its bracket: whether the other one is there and of the same kind. */
function pair(text: string, { from, to, units }: Annotation): Fault[] {
  const open = text[from]!;
  const close = text[to - 1]!;
  const proper = CLOSERS[OPENERS.indexOf(open)]!;
  if (openDepth(text.slice(from, to)) > 0) {
    const end = units[units.length - 1]!.to;
    // Where more follows than a full stop, nobody can say where it was to close.
    const closes = /^[\s。]*$/.test(text.slice(end, to));
    const edits = closes ? [{ from: end, to: end, newText: proper }] : [];
    return [{ message: MESSAGES.unclosed, from, to: closes ? end : from + 1, edits }];
  }
  const faults = strayMark(text, to);
  if (close === proper) return faults;
  const edits = open === '(' ? [{ from, to: from + 1, newText: OPENERS[CLOSERS.indexOf(close)]! }] : [];
  if (close === ')' || edits.length === 0) edits.push({ from: to - 1, to, newText: proper });
  return [...faults, { message: MESSAGES.width, args: { open, close }, from, to, edits }];
}

function strayMark(text: string, to: number): Fault[] {
  const mark = text[to - 2] ?? '';
  if (!'，、；：,;:'.includes(mark)) return [];
  const edits = [{ from: to - 2, to: to - 1, newText: '' }];
  return [{ message: MESSAGES.stray, args: { mark }, from: to - 2, to, edits }];
}

/** 牵头单位：（甲局；责任单位：乙局）; a field on its own line whose list stands in brackets is left as it is. */
function late(text: string, { from, to, labels }: Annotation, label: Label): Fault[] {
  const open = text[label.to]!;
  if (!CLOSERS.includes(text[to - 1]!) || openDepth(text.slice(from, to)) !== 0) return [];
  if (labels.length < 2 && text.slice(0, from).trim() === '') return [];
  if (!/^[\s。]*$/.test(text.slice(to))) return [];
  const edits = [
    { from, to: from, newText: open },
    { from: label.to, to: label.to + 1, newText: '' },
  ];
  return [{ message: MESSAGES.late, args: { label: label.text }, from, to, edits }];
}

function separators({ pieces }: Joined, { units, labels }: Annotation, register: Register): Fault[] {
  const faults: Fault[] = [];
  // The end of a line separates, too.
  const isSeam = (offset: number): boolean => pieces.some((piece) => piece.offset === offset);
  const isKnown = (name: string): boolean => register.resolve(name).how !== 'unknown';
  const labelAt = new Map(labels.map((label) => [label.from, label]));
  for (const [index, first] of units.entries()) {
    const second = units[index + 1];
    if (second?.from === first.to && !isSeam(first.to)) {
      const edits =
        isKnown(first.name) && isKnown(second.name) ? [{ from: first.to, to: first.to, newText: '、' }] : [];
      const args = { first: first.name, second: second.name };
      faults.push({ message: MESSAGES.glued, args, from: first.from, to: second.to, edits });
    }
    const label = labelAt.get(first.to);
    if (label && isKnown(first.name) && !isSeam(first.to)) {
      const edits = [{ from: first.to, to: first.to, newText: '；' }];
      faults.push({ message: MESSAGES.fields, args: { label: label.text }, from: first.from, to: label.to, edits });
    }
    const inner = MISSING_COLON.exec(first.name);
    if (inner && isKnown(first.name.slice(inner[0].length))) faults.push(colonFault(first.from, inner));
  }
  return faults;
}

function emptySlots(text: string, { labels, to }: Annotation): Fault[] {
  const starts = new Set(labels.map(({ from }) => from));
  return labels.flatMap((label): Fault[] => {
    const mark = /^\s*([、，,；;])\s*(?=[^）)〕\]\s])/.exec(text.slice(label.to, Math.min(to, label.to + 8)));
    // A field that is empty as a whole (牵头单位：；责任单位：…) lacks more than a mark.
    if (!mark || !/[、，,]/.test(mark[1]!) || starts.has(label.to + mark[0].length)) return [];
    const edits = [{ from: label.to, to: label.to + mark[0].length, newText: '' }];
    const args = { label: label.text, mark: mark[1]! };
    return [{ message: MESSAGES.slot, args, from: label.from, to: label.to + mark[0].length, edits }];
  });
}

const MISSING_COLON =
  /^(?:牵头|主办|主责|责任|配合|参加|参与|协办|协助|协同|负责)(?:单位|部门)(?=[ \t\u3000;；,，.．、]?[\u4e00-\u9fff])[ \t\u3000;；,，.．、]?/;

function colonFault(at: number, [match]: RegExpExecArray): Fault {
  const label = match.replace(/[\s;；,，.．、]$/, '');
  const edits = [{ from: at + label.length, to: at + match.length, newText: '：' }];
  return { message: MESSAGES.colon, args: { label }, from: at, to: at + label.length, edits };
}

/** （责任单位甲局、乙局）: without its colon it is not read as an annotation at all, so brackets are looked through. */
function withoutColons(reading: PassageReading, register: Register): readonly Report[] {
  return reading.items.flatMap((item): Report[] => {
    if (item.kind !== 'text' || !/[（(〔[]\s*.{2}(?:单位|部门)(?!\s*[:：])/.test(item.block.text)) return [];
    const { text } = item.block;
    return outerBrackets(text).flatMap((group): Report[] => {
      if (item.annotations.some(({ from, to }) => from < group.end && group.open < to)) return [];
      const start = group.open + 1 + /^\s*/.exec(text.slice(group.open + 1, group.close))![0].length;
      const match = MISSING_COLON.exec(text.slice(start, group.close));
      if (!match) return [];
      const { names, hasVerb } = readUnitList(text, start + match[0].length, group.close, 'responsible');
      const known = names.length > 0 && names.every(({ name }) => register.resolve(name).how !== 'unknown');
      return known && !hasVerb ? [toReport(colonFault(start, match), item.block)] : [];
    });
  });
}

/** Torn by more than a line's end: an empty line lies inside it, and no field begins behind it. */
function isTorn({ range }: Assigned, { passage }: PassageReading): boolean {
  for (let line = range.start.line + 1; line < range.end.line; line++) {
    if (passage.lines[line]!.trim() === '' && !isLabelLine(passage.lines[line + 1]!)) return true;
  }
  return false;
}
